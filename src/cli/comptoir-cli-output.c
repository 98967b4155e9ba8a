/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-output.h"

#include "comptoir-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* One of the two: a file that is there as a whole or not at all, or what can only be written to. */
struct _ComptoirCliOutput
{
  ComptoirWholeFile *file;
  GOutputStream *stream;
  char *name;
  char *path;
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

/* @older: (nullable): the file to be replaced, whose mode stays */
static gboolean
open_whole (ComptoirCliOutput *self, const struct stat *older, GError **error)
{
  GError *cause = NULL;

  self->file = comptoir_whole_file_new (self->path, 0666, &cause);
  if (self->file == NULL)
    return fail (self->name, cause, error);
  if (older != NULL)
    comptoir_whole_file_set_mode (self->file, older->st_mode & 0777);
  return TRUE;
}

static gboolean
open_file (ComptoirCliOutput *self, GError **error)
{
  struct stat status;
  char *resolved;

  if (stat (self->path, &status) != 0)
    return *self->path != '\0' ? open_whole (self, NULL, error)
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
  return open_whole (self, &status, error);
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

  if (self->file != NULL
          ? comptoir_whole_file_write (self->file, data, length, &cause)
          : g_output_stream_write_all (self->stream, data, length, NULL, NULL, &cause))
    return TRUE;
  return fail (self->name, cause, error);
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

  if (self->file != NULL ? comptoir_whole_file_finish (self->file, TRUE, &cause)
                         : g_output_stream_close (self->stream, NULL, &cause))
    return TRUE;
  return fail (self->name, cause, error);
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
  g_clear_pointer (&self->file, comptoir_whole_file_free);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}
