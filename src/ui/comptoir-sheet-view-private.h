/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-column-chooser.h"
#include "comptoir-filter-bar.h"
#include "comptoir-filter-popover.h"
#include "comptoir-sheet-view.h"
#include "comptoir-table-view.h"

G_BEGIN_DECLS

struct _ComptoirSheetView
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  ComptoirFilterPopover *filter_popover;
  GtkMenuButton *columns_button;
  ComptoirColumnChooser *column_chooser;
  ComptoirFilterBar *filter_bar;
  GtkStack *stack;
  ComptoirTableView *table;
  GtkLabel *count;
  GtkLabel *selected;

  char *title;
  ComptoirShop *shop;
  ComptoirDataset *dataset;
  ComptoirTableModel *model;
  GSimpleActionGroup *actions;
  GCancellable *cancellable; /* cancelled when the view goes */
};

/* comptoir-sheet-view-actions.c */
void comptoir_sheet_view_add_actions (ComptoirSheetView *self);

/* comptoir-sheet-view.c */
void comptoir_sheet_view_set_filters (ComptoirSheetView *self, GPtrArray *filters);
void comptoir_sheet_view_clear (ComptoirSheetView *self);

G_END_DECLS
