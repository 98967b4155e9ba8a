/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Memory handed from one process to the other as a file descriptor, sealed so that nobody can
 * change it any more or cut it short under the reader. Errors are in the G_IO_ERROR domain. */
int comptoir_pdf_memory_new (gsize size,
                             guint8 **data, /* (out): writable until sealed */
                             GError **error);
int comptoir_pdf_memory_seal (int fd, guint8 *data, gsize size, GError **error);
GBytes *comptoir_pdf_memory_read (int fd, /* stays the caller's */
                                  gsize size,
                                  GError **error);

G_END_DECLS
