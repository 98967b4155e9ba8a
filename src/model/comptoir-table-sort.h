/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* Puts row numbers in the order of a column: numbers by value to the last digit, text by the
 * locale, dates by time, references by what they refer to is called. Equal rows keep the order
 * of their numbers; rows with nothing in the column come last, whichever the direction. From any
 * thread. FALSE when cancelled, with the rows in no order. */
gboolean comptoir_table_sort (ComptoirTable *table,
                              guint column,
                              gboolean descending,
                              ComptoirTable *reference, /* (nullable) */
                              GTimeZone *zone,
                              guint32 *rows,
                              guint n_rows,
                              GCancellable *cancellable);

G_END_DECLS
