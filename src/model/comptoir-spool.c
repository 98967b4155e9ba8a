/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* More than this is held in a file: any report that a person reads is smaller. */
#define MAX_IN_MEMORY (8u * 1024 * 1024)

struct _ComptoirSpool
{
  GByteArray *memory;
  int fd; /* -1 while it fits in memory */
};

static gboolean
fail (int number, GError **error)
{
  if (number == ENOSPC || number == EDQUOT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("There is no room left on the disk for so large a report."));
  else
    /* Translators: %s is what the system says. */
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                 _ ("The report can’t be held on the disk: %s"), g_strerror (number));
  return FALSE;
}

/* In the cache, since a folder for temporary files may itself be in memory. */
static int
open_nameless (void)
{
  const char *folder = g_get_user_cache_dir ();
  g_autofree char *name = NULL;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
    return fd;
  name = g_build_filename (folder, "comptoir-XXXXXX", NULL);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    g_unlink (name);
  return fd;
}

static gboolean
write_all (int fd, const guint8 *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (written < 0 ? errno : ENOSPC, error);
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
move_to_file (ComptoirSpool *self, GError **error)
{
  self->fd = open_nameless ();
  if (self->fd < 0)
    return fail (errno, error);
  if (!write_all (self->fd, self->memory->data, self->memory->len, error))
    return FALSE;
  g_byte_array_unref (self->memory);
  self->memory = g_byte_array_new ();
  return TRUE;
}

/**
 * comptoir_spool_new:
 *
 * Returns: (transfer full): a spool without bytes
 */
ComptoirSpool *
comptoir_spool_new (void)
{
  ComptoirSpool *self = g_new0 (ComptoirSpool, 1);

  self->memory = g_byte_array_new ();
  self->fd = -1;
  return self;
}

/**
 * comptoir_spool_append:
 * @bytes: what came
 * @error: %G_IO_ERROR: it can't be held
 */
gboolean
comptoir_spool_append (ComptoirSpool *self, GBytes *bytes, GError **error)
{
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  if (self->fd < 0 && self->memory->len + length <= MAX_IN_MEMORY)
    {
      g_byte_array_append (self->memory, data, (guint) length);
      return TRUE;
    }
  return (self->fd >= 0 || move_to_file (self, error)) && write_all (self->fd, data, length, error);
}

/**
 * comptoir_spool_finish:
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): all of it, in memory only as far as it is looked at where it
 *   is much
 */
GBytes *
comptoir_spool_finish (ComptoirSpool *self, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->fd < 0)
    {
      GByteArray *memory = g_steal_pointer (&self->memory);

      self->memory = g_byte_array_new ();
      return g_byte_array_free_to_bytes (memory);
    }
  file = g_mapped_file_new_from_fd (self->fd, FALSE, &cause);
  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The report can’t be held on the disk: %s"), cause->message);
      return NULL;
    }
  return g_mapped_file_get_bytes (file);
}

/**
 * comptoir_spool_free:
 * @self: (transfer full): a spool; what it gave stays as long as it is used
 */
void
comptoir_spool_free (ComptoirSpool *self)
{
  g_return_if_fail (self != NULL);

  g_byte_array_unref (self->memory);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
