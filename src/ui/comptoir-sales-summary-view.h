/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SALES_SUMMARY_VIEW (comptoir_sales_summary_view_get_type ())

/* A day in figures beside those of a week before, with the chart of the last 30 days.
 * Signals: "day-chosen" (GDate): in the chart; "retry" (void); "choose-column" (void): the person
 * wants to say which column of the CSV is the total. */
G_DECLARE_FINAL_TYPE (ComptoirSalesSummaryView,
                      comptoir_sales_summary_view,
                      COMPTOIR,
                      SALES_SUMMARY_VIEW,
                      AdwBin)

void comptoir_sales_summary_view_set_sales (ComptoirSalesSummaryView *self, ComptoirSales *sales);
void comptoir_sales_summary_view_show_day (ComptoirSalesSummaryView *self, const GDate *day);
void comptoir_sales_summary_view_update (ComptoirSalesSummaryView *self);
/* Figures of a day came: @iso_date as "summary-changed" of ComptoirSales has it. */
void comptoir_sales_summary_view_take_day (ComptoirSalesSummaryView *self, const char *iso_date);
/* @error: (nullable): why there are no figures; %NULL: they are on their way. */
void comptoir_sales_summary_view_show_error (ComptoirSalesSummaryView *self, const GError *error);

G_END_DECLS
