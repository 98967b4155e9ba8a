/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* The items of a table by title and barcode, for the entry field of an order. Made once for a
 * table, continued when it has more rows, and gone with it. On one thread. */
typedef struct _ComptoirItemIndex ComptoirItemIndex;

ComptoirItemIndex *comptoir_item_index_get (ComptoirTable *table);
gboolean comptoir_item_index_extend (ComptoirItemIndex *self, guint n_rows, guint max);
gboolean comptoir_item_index_find_barcode (ComptoirItemIndex *self, const char *typed, guint *row);
GArray *comptoir_item_index_find (ComptoirItemIndex *self, const char *typed, guint max);

G_END_DECLS
