/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_LAYOUT (comptoir_table_layout_get_type ())

/* The columns of a table view: made from what the table has, ordered and sized as the person
 * chose. Signal "changed" (void): the person chose something else. */
G_DECLARE_FINAL_TYPE (ComptoirTableLayout, comptoir_table_layout, COMPTOIR, TABLE_LAYOUT, GObject)

ComptoirTableLayout *comptoir_table_layout_new (GtkColumnView *view);
GtkColumnView *comptoir_table_layout_get_view (ComptoirTableLayout *self);
GListModel *
comptoir_table_layout_get_columns (ComptoirTableLayout *self); /* of GtkColumnViewColumn */
GtkColumnViewColumn *comptoir_table_layout_find (ComptoirTableLayout *self, const char *name);
void comptoir_table_layout_sync (ComptoirTableLayout *self,
                                 ComptoirShop *shop,
                                 ComptoirTable *table,
                                 guint n_rows);
void comptoir_table_layout_refit (ComptoirTableLayout *self);
void comptoir_table_layout_move (ComptoirTableLayout *self, GtkColumnViewColumn *column, int steps);
void comptoir_table_layout_reset (ComptoirTableLayout *self);
GArray *comptoir_table_layout_dup_visible (ComptoirTableLayout *self); /* (element-type guint) */
void comptoir_table_layout_save (ComptoirTableLayout *self, GKeyFile *state);
void comptoir_table_layout_restore (ComptoirTableLayout *self, GKeyFile *state);

G_END_DECLS
