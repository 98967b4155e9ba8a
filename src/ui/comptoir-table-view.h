/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-table-column.h"
#include "comptoir-table-layout.h"
#include "comptoir-table-model.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_VIEW (comptoir_table_view_get_type ())

/* A table model as a table: columns, selection, the current row and column.
 *
 * Property "current-row" (ComptoirRow, nullable, read-only): the selected row, the last one worked
 * on where there are several; it stays over a sort, a filter and a refresh while it can.
 * Signals: "selection-changed" (void), "sort-changed" (void: by a click on a header),
 * "row-activated" (void), "show-reference" (const char *resource, const char *id), "menu-wanted"
 * (GtkWidget *at, double x, double y). */
G_DECLARE_FINAL_TYPE (ComptoirTableView, comptoir_table_view, COMPTOIR, TABLE_VIEW, AdwBin)

GtkWidget *comptoir_table_view_new (void);
void comptoir_table_view_set_model (ComptoirTableView *self,
                                    ComptoirShop *shop,
                                    ComptoirTableModel *model);
ComptoirTableLayout *comptoir_table_view_get_layout (ComptoirTableView *self);
void comptoir_table_view_set_sort (ComptoirTableView *self, const char *name, gboolean descending);

ComptoirRow *comptoir_table_view_get_current_row (ComptoirTableView *self);
ComptoirTableColumn *comptoir_table_view_get_current_column (ComptoirTableView *self);
guint comptoir_table_view_get_n_selected (ComptoirTableView *self);
GArray *comptoir_table_view_dup_selected_rows (ComptoirTableView *self); /* (element-type guint) */
GArray *comptoir_table_view_dup_rows (ComptoirTableView *self);          /* (element-type guint) */
gboolean comptoir_table_view_show_row (ComptoirTableView *self, guint row);
gboolean
comptoir_table_view_dup_reference (ComptoirTableView *self, const char **resource, char **id);

G_END_DECLS
