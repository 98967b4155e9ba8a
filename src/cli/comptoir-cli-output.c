/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* @temporary: (nullable): what a file is called until it is whole; @path is its place then */
struct _ComptoirCliOutput
{
  GOutputStream *stream;
  char *name;
  char *path;
  char *temporary;
};

/* GIO's own sentences name what is wrong with a file; ours name the file. */
static gboolean
fail (const char *name, GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_CLOSED_PIPE, cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    /* Translators: %s is where something can't be written to. */
    g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_OUTPUT,
                 _ ("There is no room left to write to %s."), name);
  else
    /* Translators: the first %s is where something can't be written to, the second why. */
    g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_OUTPUT, _ ("Can’t write to %s: %s"),
                 name, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
fail_with_errno (ComptoirCliOutput *self, int number, GError **error)
{
  return fail (
      self->name,
      g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number)), error);
}

/* Devices and pipes can't be replaced, only written to. */
static gboolean
open_special (ComptoirCliOutput *self, GError **error)
{
  int fd = open (self->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    return fail_with_errno (self, errno, error);
  self->stream = g_unix_output_stream_new (fd, TRUE);
  return TRUE;
}

/* The mode of the older file, or what the umask leaves of a new one. */
static mode_t
choose_mode (const struct stat *older)
{
  mode_t mask;

  if (older != NULL)
    return older->st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

static gboolean
open_temporary (ComptoirCliOutput *self, const struct stat *older, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);
  int fd;

  self->temporary = g_strdup_printf ("%s/.%s.XXXXXX", folder, base);
  fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      fail_with_errno (self, errno, error);
      g_clear_pointer (&self->temporary, g_free);
      return FALSE;
    }
  fchmod (fd, choose_mode (older));
  self->stream = g_unix_output_stream_new (fd, TRUE);
  return TRUE;
}

static gboolean
open_file (ComptoirCliOutput *self, GError **error)
{
  struct stat status;
  char *resolved;

  if (stat (self->path, &status) != 0)
    return *self->path != '\0' ? open_temporary (self, NULL, error)
                               : fail_with_errno (self, ENOENT, error);
  if (S_ISDIR (status.st_mode))
    return fail_with_errno (self, EISDIR, error);
  if (!S_ISREG (status.st_mode))
    return open_special (self, error);
  if (access (self->path, W_OK) != 0)
    return fail_with_errno (self, errno, error);
  /* What a link points to is replaced, the link stays. */
  resolved = realpath (self->path, NULL);
  if (resolved != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (resolved);
      free (resolved);
    }
  return open_temporary (self, &status, error);
}

/**
 * comptoir_cli_output_open:
 * @path: (nullable): a file; %NULL or "-" for standard output
 * @error: %COMPTOIR_CLI_ERROR_OUTPUT
 *
 * Returns: (transfer full) (nullable): what to write to
 */
ComptoirCliOutput *
comptoir_cli_output_open (const char *path, GError **error)
{
  g_autoptr (ComptoirCliOutput) self = g_new0 (ComptoirCliOutput, 1);

  if (path == NULL || g_str_equal (path, "-"))
    {
      self->name = g_strdup (_ ("the standard output"));
      self->stream = g_unix_output_stream_new (STDOUT_FILENO, TRUE);
      return g_steal_pointer (&self);
    }
  self->name = g_filename_display_name (path);
  self->path = g_strdup (path);
  if (!open_file (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * comptoir_cli_output_write:
 * @error: %COMPTOIR_CLI_ERROR_OUTPUT, %COMPTOIR_CLI_ERROR_CLOSED_PIPE
 *
 * Writes all of @data, and waits until it is taken.
 */
gboolean
comptoir_cli_output_write (ComptoirCliOutput *self, const char *data, gsize length, GError **error)
{
  GError *cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_output_stream_write_all (self->stream, data, length, NULL, NULL, &cause))
    return fail (self->name, cause, error);
  return TRUE;
}

/**
 * comptoir_cli_output_finish:
 * @error: as for comptoir_cli_output_write()
 *
 * Puts a file in its place, in the place of an older one. Some disks say only now that they are
 * full.
 */
gboolean
comptoir_cli_output_finish (ComptoirCliOutput *self, GError **error)
{
  GError *cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->temporary != NULL
      && fsync (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (self->stream))) != 0)
    return fail_with_errno (self, errno, error);
  if (!g_output_stream_close (self->stream, NULL, &cause))
    return fail (self->name, cause, error);
  if (self->temporary != NULL && g_rename (self->temporary, self->path) != 0)
    return fail_with_errno (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * comptoir_cli_output_free:
 *
 * Without comptoir_cli_output_finish(), nothing of a file stays, and an older one is as it was.
 */
void
comptoir_cli_output_free (ComptoirCliOutput *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->stream);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}
