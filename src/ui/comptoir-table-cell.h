/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-column.h"
#include "comptoir-row.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_CELL (comptoir_table_cell_get_type ())

/* A cell of the table: one line of text. */
G_DECLARE_FINAL_TYPE (ComptoirTableCell, comptoir_table_cell, COMPTOIR, TABLE_CELL, GtkWidget)

GtkWidget *comptoir_table_cell_new (GtkListItem *item, ComptoirTableColumn *column);
guint comptoir_table_cell_get_position (ComptoirTableCell *self);
ComptoirRow *comptoir_table_cell_get_row (ComptoirTableCell *self); /* (transfer none) (nullable) */
ComptoirTableColumn *comptoir_table_cell_get_column (ComptoirTableCell *self);
void comptoir_table_cell_update (ComptoirTableCell *self);
void comptoir_table_cell_mark (ComptoirTableCell *self);

/* The cell that @widget is, lies in, or else holds; %NULL when there is none. */
ComptoirTableCell *comptoir_table_cell_find (GtkWidget *widget);
void comptoir_table_cell_prepare_layout (PangoLayout *layout, ComptoirColumnType type);

G_END_DECLS
