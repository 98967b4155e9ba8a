/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-memory.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

typedef struct
{
  void *data;
  gsize size;
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->data, mapping->size);
  g_free (mapping);
}

static int
fail (int fd, GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
  if (fd >= 0)
    close (fd);

  return -1;
}

/**
 * comptoir_pdf_memory_new:
 * @size: in bytes, not 0
 * @data: (out): where to write them, until comptoir_pdf_memory_seal()
 *
 * Makes memory to hand to another process, all zero at first.
 *
 * Returns: a file descriptor, -1 on error
 */
int
comptoir_pdf_memory_new (gsize size, guint8 **data, GError **error)
{
  void *mapped;
  int fd;

  g_return_val_if_fail (size > 0 && data != NULL, -1);

  fd = memfd_create ("comptoir-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0 || ftruncate (fd, (off_t) size) != 0)
    return fail (fd, error);
  mapped = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped == MAP_FAILED)
    return fail (fd, error);
  *data = mapped;

  return fd;
}

/**
 * comptoir_pdf_memory_seal:
 * @fd: (transfer full): from comptoir_pdf_memory_new()
 * @data: from there too; can't be used any more afterwards
 * @size: in bytes
 *
 * Ends the writing: from now on the memory can only be read.
 *
 * Returns: @fd, -1 on error
 */
int
comptoir_pdf_memory_seal (int fd, guint8 *data, gsize size, GError **error)
{
  g_return_val_if_fail (fd >= 0 && data != NULL, -1);

  if (munmap (data, size) != 0 || fcntl (fd, F_ADD_SEALS, SEALS) != 0)
    return fail (fd, error);

  return fd;
}

/**
 * comptoir_pdf_memory_read:
 * @fd: what came from the other process, which isn't trusted
 * @size: how many bytes it has to hold, not 0
 *
 * Maps the memory without copying it. Anything that isn't sealed memory of this very size is
 * refused: a file that shrinks later would end the reader.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
comptoir_pdf_memory_read (int fd, gsize size, GError **error)
{
  struct stat status;
  Mapping *mapping;
  void *data;

  g_return_val_if_fail (fd >= 0 && size > 0, NULL);

  if (fstat (fd, &status) != 0 || status.st_size < 0 || (gsize) status.st_size != size
      || (fcntl (fd, F_GET_SEALS) & SEALS) != SEALS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "Not the sealed memory asked for");
      return NULL;
    }
  data = mmap (NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED)
    {
      fail (-1, error);
      return NULL;
    }
  mapping = g_new (Mapping, 1);
  mapping->data = data;
  mapping->size = size;

  return g_bytes_new_with_free_func (data, size, mapping_free, mapping);
}
