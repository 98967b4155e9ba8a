/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-day-bar.h"
#include "comptoir-preview-content.h"
#include "comptoir-report-view.h"
#include "comptoir-sales-page.h"
#include "comptoir-sales-summary-view.h"
#include "comptoir-sheet-view.h"

G_BEGIN_DECLS

struct _ComptoirSalesPage
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  ComptoirDayBar *day_bar;
  GtkStack *views;
  GtkWidget *file_handle; /* to drag the file in front by */
  GtkLabel *edited;
  GtkSpinner *spinner;

  ComptoirShop *shop;
  ComptoirSales *sales;
  ComptoirSalesSummaryView *summary;
  ComptoirReportView *reports[KASH_N_REPORTS];
  GSimpleActionGroup *actions;
  GCancellable *cancellable;         /* cancelled when the page goes */
  GCancellable *summary_cancellable; /* (nullable): of the figures under way */
  GCancellable *fill_cancellable;    /* (nullable): of the days around */
  GDate day;
  gboolean follows_yesterday; /* no other day was chosen */
  gboolean active;
  gboolean loading;
};

/* comptoir-sales-page-actions.c */
void comptoir_sales_page_add_actions (ComptoirSalesPage *self);
void comptoir_sales_page_update_actions (ComptoirSalesPage *self);

/* comptoir-sales-page-views.c */
void comptoir_sales_page_add_views (ComptoirSalesPage *self);
const char *comptoir_sales_page_get_view (ComptoirSalesPage *self);
gboolean comptoir_sales_page_has_view (const char *name);
ComptoirReportView *comptoir_sales_page_get_report (ComptoirSalesPage *self);
ComptoirSheetView *comptoir_sales_page_get_sheet (ComptoirSalesPage *self);
ComptoirPreviewContent *comptoir_sales_page_get_preview (ComptoirSalesPage *self);
GBytes *comptoir_sales_page_get_file (ComptoirSalesPage *self, char **name);

/* comptoir-sales-page-figures.c */
void comptoir_sales_page_load_summary (ComptoirSalesPage *self, gboolean refresh);
void comptoir_sales_page_fill (ComptoirSalesPage *self);
void comptoir_sales_page_stop_filling (ComptoirSalesPage *self);

/* comptoir-sales-page-dialogs.c */
void comptoir_sales_page_add_dialogs (ComptoirSalesPage *self);
void comptoir_sales_page_choose_column (ComptoirSalesPage *self);
void comptoir_sales_page_choose_time_zone (ComptoirSalesPage *self);

/* comptoir-sales-page.c */
void comptoir_sales_page_toast (ComptoirSalesPage *self, const char *sentence);
void comptoir_sales_page_show_view (ComptoirSalesPage *self, const char *name);
void comptoir_sales_page_refresh (ComptoirSalesPage *self);
void comptoir_sales_page_update (ComptoirSalesPage *self);

G_END_DECLS
