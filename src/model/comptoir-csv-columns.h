/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

guint comptoir_csv_columns_get_n_rows (ComptoirTable *csv);
char *comptoir_csv_columns_dup_name (ComptoirTable *csv, guint column);
gboolean comptoir_csv_columns_find (ComptoirTable *csv, const char *name, guint *column);

/* What the columns of a CSV of orders are, guessed by their names in French or English; each
 * is %FALSE where there is none. */
gboolean comptoir_csv_columns_find_total (ComptoirTable *csv, guint *column);
gboolean comptoir_csv_columns_find_excl_vat (ComptoirTable *csv, guint *column);
gboolean comptoir_csv_columns_find_payment (ComptoirTable *csv, guint *column);
gboolean comptoir_csv_columns_find_number (ComptoirTable *csv, guint *column);
gboolean comptoir_csv_columns_is_vat (ComptoirTable *csv, guint column);

/* A cell's text; "" where it has none. */
char *comptoir_csv_columns_dup_text (ComptoirTable *csv, guint row, guint column);

G_END_DECLS
