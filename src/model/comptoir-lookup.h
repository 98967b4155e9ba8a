/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* A table's rows by their id. One pass over the id column, continued when rows were added. */
typedef struct _ComptoirLookup ComptoirLookup;

ComptoirLookup *comptoir_lookup_new (ComptoirTable *table);
ComptoirTable *comptoir_lookup_get_table (ComptoirLookup *self);
gboolean comptoir_lookup_find (ComptoirLookup *self, const char *id, gsize length, guint *row);
void comptoir_lookup_free (ComptoirLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirLookup, comptoir_lookup_free)

gboolean comptoir_lookup_find_id_column (ComptoirTable *table, guint *column);
char *comptoir_lookup_dup_title (ComptoirTable *table, guint row);

G_END_DECLS
