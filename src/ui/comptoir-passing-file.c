/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-passing-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * comptoir_passing_file_create:
 * @name: what the file is to be called
 *
 * Makes a folder that only this person can read, and that the system clears when they log out.
 *
 * Returns: (transfer full): a file in it that isn't there yet, or %NULL. Errors: %G_IO_ERROR, with
 *   a sentence to show
 */
GFile *
comptoir_passing_file_create (const char *name, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folder = g_build_filename (g_get_user_runtime_dir (), "comptoir", NULL);
  pattern = g_build_filename (folder, "file-XXXXXX", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp_full (pattern, 0700) == NULL)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("The file to be opened could not be written: %s"), g_strerror (code));
      return NULL;
    }
  path = g_build_filename (pattern, name, NULL);
  return g_file_new_for_path (path);
}
