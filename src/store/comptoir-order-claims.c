/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-claims.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "orders.lock"

/* A claim is a lock on the byte of the lock file whose offset is the entry's id. The kernel holds
 * it for the open file description (fcntl(2), "Open file description locks") and gives it up when
 * the last descriptor closes, so at the latest when the process is gone: SIGKILL, a crash and a
 * power cut included. A process number in the database could not do that: it would have to be told
 * from a later process of the same number, and inside a Flatpak numbers mean nothing outside. Two
 * journals of one process exclude each other too, which POSIX record locks wouldn't do. */
struct _ComptoirOrderClaims
{
  int fd;
  GHashTable *held; /* gint64 */
};

static gboolean
set_lock (ComptoirOrderClaims *self, gint64 id, short type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = id, .l_len = 1 };
  int status;

  do
    status = fcntl (self->fd, F_OFD_SETLK, &lock);
  while (status != 0 && errno == EINTR);
  return status == 0;
}

/**
 * comptoir_order_claims_new:
 * @folder: an existing folder
 *
 * Returns: (transfer full) (nullable): no claim yet
 */
ComptoirOrderClaims *
comptoir_order_claims_new (const char *folder, GError **error)
{
  ComptoirOrderClaims *self;
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (folder != NULL, NULL);

  path = g_build_filename (folder, FILE_NAME, NULL);
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      g_propagate_error (error, comptoir_store_error_from_errno (errno));
      return NULL;
    }

  self = g_new0 (ComptoirOrderClaims, 1);
  self->fd = fd;
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * comptoir_order_claims_take:
 * @id: an entry's id, above 0
 * @error: %COMPTOIR_STORE_ERROR_BUSY where it is claimed already, from here or elsewhere; another
 *   error where the file system can't lock
 */
gboolean
comptoir_order_claims_take (ComptoirOrderClaims *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id > 0, FALSE);

  if (!g_hash_table_contains (self->held, &id) && set_lock (self, id, F_WRLCK))
    {
      g_hash_table_add (self->held, g_memdup2 (&id, sizeof id));
      return TRUE;
    }
  if (g_hash_table_contains (self->held, &id) || errno == EAGAIN || errno == EACCES)
    g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_BUSY));
  else
    g_propagate_error (error, comptoir_store_error_from_errno (errno));
  return FALSE;
}

/**
 * comptoir_order_claims_release:
 * @id: an entry that is claimed from here
 */
void
comptoir_order_claims_release (ComptoirOrderClaims *self, gint64 id)
{
  g_return_if_fail (self != NULL);

  if (g_hash_table_remove (self->held, &id))
    set_lock (self, id, F_UNLCK);
}

/**
 * comptoir_order_claims_has:
 *
 * Returns: whether the entry is claimed from here
 */
gboolean
comptoir_order_claims_has (ComptoirOrderClaims *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->held, &id);
}

/**
 * comptoir_order_claims_free:
 *
 * Ends all claims.
 */
void
comptoir_order_claims_free (ComptoirOrderClaims *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_hash_table_unref (self->held);
  g_free (self);
}
