/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-folder.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/**
 * comptoir_folder_make_private:
 * @path: a folder of one's own
 *
 * Makes a folder and its parents where they are missing. Whatever the umask, and whoever made it,
 * only its owner may look into it.
 *
 * Returns: whether the folder is there; %FALSE with errno set otherwise
 */
gboolean
comptoir_folder_make_private (const char *path)
{
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0700) != 0)
    return FALSE;
  /* A folder of someone else's, or on a file system without modes, stays as it is. */
  if (g_stat (path, &status) == 0 && (status.st_mode & 0777) != 0700)
    g_chmod (path, 0700);
  return TRUE;
}
