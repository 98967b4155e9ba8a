/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* A table's rows by their id, or by what references to them name. One pass over the id column,
 * continued when rows were added. */
typedef struct _ComptoirLookup ComptoirLookup;

ComptoirLookup *comptoir_lookup_new (ComptoirTable *table);
ComptoirLookup *comptoir_lookup_new_for_references (ComptoirTable *table);
ComptoirTable *comptoir_lookup_get_table (ComptoirLookup *self);
gboolean comptoir_lookup_find (ComptoirLookup *self, const char *id, gsize length, guint *row);
char *comptoir_lookup_dup_title_of (ComptoirLookup *self, const char *id, gsize length);
void comptoir_lookup_free (ComptoirLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirLookup, comptoir_lookup_free)

gboolean comptoir_lookup_find_id_column (ComptoirTable *table, guint *column);
char *comptoir_lookup_dup_title (ComptoirTable *table, guint row);

G_END_DECLS
