/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-cell.h"
#include "comptoir-table-selection.h"
#include "comptoir-table-view.h"

G_BEGIN_DECLS

struct _ComptoirTableView
{
  AdwBin parent_instance;

  GtkColumnView *view;

  ComptoirShop *shop;
  ComptoirTableModel *model;
  ComptoirTableSelection *selection;
  ComptoirTableLayout *layout;
  ComptoirRow *current_row;
  guint pressed;
  gboolean setting_sort;
};

/* comptoir-table-view-input.c */
void comptoir_table_view_bind_input (GtkWidgetClass *widget_class);
void comptoir_table_view_for_each_cell (ComptoirTableView *self,
                                        void (*func) (ComptoirTableCell *cell));

/* comptoir-table-view.c */
void comptoir_table_view_set_current_row (ComptoirTableView *self, guint position);
void comptoir_table_view_follow (ComptoirTableView *self, const char *resource, const char *id);
void comptoir_table_view_want_menu (ComptoirTableView *self, GtkWidget *at, double x, double y);

G_END_DECLS
