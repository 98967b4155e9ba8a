/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-row.h"

G_BEGIN_DECLS

/* The row objects of a table that somebody holds: as long as one lives, the same comes back. */
typedef struct _ComptoirRowCache ComptoirRowCache;

ComptoirRowCache *comptoir_row_cache_new (ComptoirTable *table);
ComptoirRow *comptoir_row_cache_dup_row (ComptoirRowCache *self, guint index);
void comptoir_row_cache_free (ComptoirRowCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirRowCache, comptoir_row_cache_free)

G_END_DECLS
