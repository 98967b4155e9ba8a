/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-row.h"
#include "comptoir-table-model.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_SELECTION (comptoir_table_selection_get_type ())

/* Which rows of a table model are selected: any number of them. */
G_DECLARE_FINAL_TYPE (ComptoirTableSelection,
                      comptoir_table_selection,
                      COMPTOIR,
                      TABLE_SELECTION,
                      GObject)

ComptoirTableSelection *comptoir_table_selection_new (ComptoirTableModel *model);
gboolean
comptoir_table_selection_find_row (ComptoirTableSelection *self, ComptoirRow *row, guint *position);

G_END_DECLS
