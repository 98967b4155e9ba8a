/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SHEET_VIEW (comptoir_sheet_view_get_type ())

/* A table that is all there: search, filters, columns, and the sum of what is selected. Its
 * actions are in the group "page" on the widget itself. */
G_DECLARE_FINAL_TYPE (ComptoirSheetView, comptoir_sheet_view, COMPTOIR, SHEET_VIEW, AdwBin)

GtkWidget *comptoir_sheet_view_new (ComptoirShop *shop, const char *title);
/* Sort, search and filters stay over another table. */
void comptoir_sheet_view_set_table (ComptoirSheetView *self, ComptoirTable *table);
ComptoirTable *comptoir_sheet_view_get_table (ComptoirSheetView *self); /* (nullable) */
void comptoir_sheet_view_focus_search (ComptoirSheetView *self);
GtkPrintOperation *comptoir_sheet_view_print (ComptoirSheetView *self); /* (nullable) */

G_END_DECLS
