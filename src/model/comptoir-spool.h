/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes that come in bit by bit and may be many: the first few MB are held in memory, more in a
 * file without a name, which goes with the last who uses it. */
typedef struct _ComptoirSpool ComptoirSpool;

ComptoirSpool *comptoir_spool_new (void);
gboolean comptoir_spool_append (ComptoirSpool *self, GBytes *bytes, GError **error);
GBytes *comptoir_spool_finish (ComptoirSpool *self, GError **error);
void comptoir_spool_free (ComptoirSpool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirSpool, comptoir_spool_free)

G_END_DECLS
