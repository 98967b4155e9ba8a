/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const suffixes[] = { "", "-wal", "-shm" };

/**
 * comptoir_database_file_make:
 * @path: where the database is to be
 * @error: an error of the store
 *
 * Makes an empty file for its owner alone, or takes the others' rights from the one that is there.
 * SQLite then gives its journals the same mode.
 *
 * A file that exists isn't opened: closing it would drop the locks that another connection of this
 * process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
gboolean
comptoir_database_file_make (const char *path, GError **error)
{
  struct stat status;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  if (stat (path, &status) == 0)
    {
      if (S_ISREG (status.st_mode) && (status.st_mode & 0077) != 0)
        chmod (path, status.st_mode & 0700);
      return TRUE;
    }
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EEXIST)
    {
      g_propagate_error (error, comptoir_store_error_from_errno (errno));
      return FALSE;
    }
  if (fd >= 0)
    {
      fchmod (fd, 0600);
      close (fd);
    }
  return TRUE;
}

/**
 * comptoir_database_file_set_aside:
 * @path: a damaged database
 *
 * Names the file and its journals anew, all with the same stamp, so that what can be saved from
 * them still can be.
 *
 * Returns: (transfer full) (nullable): the new name, without its folder; %NULL where it couldn't be
 *   renamed
 */
char *
comptoir_database_file_set_aside (const char *path)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  now = g_date_time_new_now_local ();
  stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  aside = g_strconcat (path, ".damaged-", stamp, NULL);
  for (int i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%d", path, stamp, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && i == 0)
        return NULL;
    }
  return g_path_get_basename (aside);
}
