/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_CHART_DAYS 30

#define COMPTOIR_TYPE_SALES_CHART (comptoir_sales_chart_get_type ())

/* The sales including VAT of the last 30 days as bars, with the average of seven days as a line
 * over them. The arrow keys go from bar to bar, Enter and a click choose a day.
 * Signal "day-chosen" (GDate). */
G_DECLARE_FINAL_TYPE (ComptoirSalesChart, comptoir_sales_chart, COMPTOIR, SALES_CHART, GtkWidget)

void comptoir_sales_chart_set_sales (ComptoirSalesChart *self, ComptoirSales *sales);
void comptoir_sales_chart_show_day (ComptoirSalesChart *self, const GDate *day);
void comptoir_sales_chart_update (ComptoirSalesChart *self);
char *comptoir_sales_chart_dup_description (ComptoirSalesChart *self, guint bar);

G_END_DECLS
