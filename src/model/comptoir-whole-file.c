/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What g_mkstemp_full() fills in. */
#define SUFFIX ".XXXXXX"

struct _ComptoirWholeFile
{
  char *path;
  char *temporary; /* (nullable): %NULL once it is in its place */
  int fd;
};

static gboolean
fail (int number, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

/* A file of that name that came meanwhile stays. Not all file systems can see to that. */
static gboolean
put_in_place (const char *temporary, const char *path, gboolean replace)
{
  if (replace)
    return rename (temporary, path) == 0;
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == EEXIST)
    return unlink (temporary) == 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FALSE;
  return access (path, F_OK) == 0 ? unlink (temporary) == 0 : rename (temporary, path) == 0;
}

/* (transfer full) (nullable): what a hidden file was to be called: ".report.pdf.AbC123" */
static char *
dup_final_name (const char *name)
{
  gsize length = strlen (name), suffix = strlen (SUFFIX);
  const char *end = name + length - suffix;

  if (name[0] != '.' || length < suffix + 2 || end[0] != '.')
    return NULL;
  for (const char *c = end + 1; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return NULL;
  return g_strndup (name + 1, (gsize) (end - name) - 1);
}

/* What is still being written, by another run of the program, is locked and stays. */
static void
remove_unless_locked (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlink (path);
  close (fd);
}

static gboolean
is_called (const char *name, gpointer wanted)
{
  return strcmp (name, wanted) == 0;
}

/**
 * comptoir_whole_file_new:
 * @path: where it is to be, in a folder that is there
 * @mode: its mode, less what the umask takes away
 * @error: %G_IO_ERROR, with what the system says
 *
 * Begins a file.
 *
 * Returns: (transfer full) (nullable): an empty file, not in its place yet
 */
ComptoirWholeFile *
comptoir_whole_file_new (const char *path, int mode, GError **error)
{
  g_autoptr (ComptoirWholeFile) self = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  self = g_new0 (ComptoirWholeFile, 1);
  self->path = g_strdup (path);
  self->temporary = g_strdup_printf ("%s/.%s" SUFFIX, folder, name);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, mode);
  if (self->fd < 0)
    {
      fail (errno, error);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  flock (self->fd, LOCK_EX);
  return g_steal_pointer (&self);
}

/**
 * comptoir_whole_file_set_mode:
 * @mode: that of the file to be replaced, whatever the umask
 */
void
comptoir_whole_file_set_mode (ComptoirWholeFile *self, int mode)
{
  g_return_if_fail (self != NULL && self->temporary != NULL);

  fchmod (self->fd, (mode_t) mode);
}

/**
 * comptoir_whole_file_write:
 * @error: as for comptoir_whole_file_new()
 *
 * Adds to the file. Blocks as long as the disk takes.
 */
gboolean
comptoir_whole_file_write (ComptoirWholeFile *self, const void *data, gsize length, GError **error)
{
  const char *rest = data;

  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);

  while (length > 0)
    {
      gssize written = write (self->fd, rest, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (written < 0 ? errno : ENOSPC, error);
      rest += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/**
 * comptoir_whole_file_finish:
 * @replace: in the place of a file of that name; otherwise one that is there stays, this one goes,
 *   and that is no error
 * @error: as for comptoir_whole_file_new()
 *
 * Sees that the file is on the disk, and puts it in its place.
 */
gboolean
comptoir_whole_file_finish (ComptoirWholeFile *self, gboolean replace, GError **error)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);

  if (fsync (self->fd) != 0 || !put_in_place (self->temporary, self->path, replace))
    return fail (errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * comptoir_whole_file_free:
 * @self: (transfer full): a file
 *
 * Unless it is finished, nothing stays of it.
 */
void
comptoir_whole_file_free (ComptoirWholeFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->temporary != NULL)
    unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/**
 * comptoir_whole_file_sweep:
 * @folder: where to look
 * @is_ours: (scope call): whether a file of that name would have been ours
 *
 * Removes what files that were never finished, because the program was killed, have left behind.
 */
void
comptoir_whole_file_sweep (const char *folder, ComptoirWholeFileIsOurs is_ours, gpointer user_data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (folder != NULL && is_ours != NULL);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *final = dup_final_name (name);
      g_autofree char *path = NULL;

      if (final == NULL || !is_ours (final, user_data))
        continue;
      path = g_build_filename (folder, name, NULL);
      remove_unless_locked (path);
    }
}

/**
 * comptoir_whole_file_clear_away:
 * @path: where a file is to be
 *
 * Removes what earlier ones of that name have left behind.
 */
void
comptoir_whole_file_clear_away (const char *path)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (path != NULL);

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  comptoir_whole_file_sweep (folder, is_called, name);
}
