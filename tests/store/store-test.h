/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <errno.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

/* A folder for one test, and everything in it, removed at its end. */
typedef char StoreTestFolder;

static inline StoreTestFolder *
store_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("comptoir-store-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static inline void
store_test_remove (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_test_remove (child);
    }
  /* The store's own threads may be first. */
  if (g_remove (path) != 0)
    g_assert_cmpint (errno, ==, ENOENT);
}

static inline void
store_test_folder_free (StoreTestFolder *path)
{
  store_test_remove (path);
  g_free (path);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreTestFolder, store_test_folder_free)

static inline guint
store_test_get_mode (const char *path)
{
  struct stat status;

  g_assert_no_errno (lstat (path, &status));
  return status.st_mode & 07777;
}

static inline guint
store_test_count_files (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* Nothing is read-only for root. To be called in a subprocess only; the folder is given away,
 * since one's own could be made writable again. */
static inline void
store_test_drop_root (void)
{
  if (geteuid () != 0)
    return;
  g_assert_no_errno (setresgid (NOBODY, NOBODY, NOBODY));
  g_assert_no_errno (setresuid (NOBODY, NOBODY, NOBODY));
  /* The leak checker traces its own process. */
  g_assert_no_errno (prctl (PR_SET_DUMPABLE, 1));
}

/* The next write beyond @size bytes of a file fails, as on a full disk. */
static inline void
store_test_limit_files (gsize size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = size > 0 ? size : limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

static inline void
store_test_take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static inline GAsyncResult *
store_test_wait (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}
