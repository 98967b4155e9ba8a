/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* RFC 4180: commas, CRLF, quotes where needed. Text and numbers as they came, true/false, null as
 * an empty cell, nested values as JSON text. */
void comptoir_csv_append_field (GString *csv, const char *text, gssize length);
void comptoir_csv_append_header (GString *csv,
                                 ComptoirTable *table,
                                 const guint *columns,
                                 guint n_columns);
void comptoir_csv_append_row (GString *csv,
                              ComptoirTable *table,
                              guint row,
                              const guint *columns,
                              guint n_columns);

G_END_DECLS
