/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ROW (comptoir_row_get_type ())

/* A row of a table, made when a list asks for it. */
G_DECLARE_FINAL_TYPE (ComptoirRow, comptoir_row, COMPTOIR, ROW, GObject)

ComptoirRow *comptoir_row_new (ComptoirTable *table, guint index);
ComptoirTable *comptoir_row_get_table (ComptoirRow *self);
guint comptoir_row_get_index (ComptoirRow *self);

G_END_DECLS
