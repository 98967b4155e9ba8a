/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-report-content.h"
#include "comptoir-sheet-view.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_WORKBOOK_VIEW (comptoir_workbook_view_get_type ())

/* A file of rows as a table: delimited text, or a workbook sheet by sheet. One whose rows can't be
 * read here is told of, for the person's own spreadsheet. */
G_DECLARE_FINAL_TYPE (ComptoirWorkbookView, comptoir_workbook_view, COMPTOIR, WORKBOOK_VIEW, AdwBin)

GtkWidget *comptoir_workbook_view_new (ComptoirShop *shop, const char *title);
/* (transfer none) (nullable): the sheet, while one is shown */
ComptoirSheetView *comptoir_workbook_view_get_sheet (ComptoirWorkbookView *self);

G_END_DECLS
