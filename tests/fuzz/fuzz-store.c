/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's files as somebody or something else left them: the program opens, and what it can't
 * read is set aside, never deleted. */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comptoir-account-list.h"
#include "comptoir-store.h"

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Whether a file of the folder begins as the damaged one did. */
static gboolean
is_somewhere (const char *folder, const uint8_t *data, size_t size)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_get_contents (path, &text, &length, NULL) && length == size
          && memcmp (text, data, size) == 0)
        return TRUE;
    }
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("comptoir-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "comptoir.db", NULL);
  g_autoptr (ComptoirStore) store = NULL;
  g_autoptr (ComptoirAccountList) accounts = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  store = comptoir_store_new (folder);
  accounts = comptoir_account_list_new (store);
  comptoir_store_set_value (store, "", "fuzz", "value");
  comptoir_store_flush (store);
  /* SQLite takes a file of one byte for an empty one. */
  if (size > 1 && memcmp (data, "SQLite format 3", MIN (size, 15)) != 0)
    g_assert_true (is_somewhere (folder, data, size));
  g_clear_object (&accounts);
  g_clear_object (&store);
  remove_all (folder);
  return 0;
}
