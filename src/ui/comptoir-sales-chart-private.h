/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-chart-scale.h"
#include "comptoir-sales-chart.h"

G_BEGIN_DECLS

/**
 * ComptoirChartBar:
 * @known: whether there are figures of the day
 * @amount: sales including VAT
 * @value: the same for drawing
 * @has_average: whether all of the seven days up to this one are known
 * @average_amount: of those, to the cent
 * @average: the same for drawing
 */
typedef struct
{
  GDate day;
  gboolean known;
  ComptoirDecimal amount;
  double value;
  gboolean has_average;
  ComptoirDecimal average_amount;
  double average;
} ComptoirChartBar;

struct _ComptoirSalesChart
{
  GtkWidget parent_instance;

  ComptoirSales *sales;
  GDate selected; /* the day that the page shows */
  ComptoirChartBar bars[COMPTOIR_CHART_DAYS];
  ComptoirChartScale scale;
  int cursor;  /* the bar that the keyboard is at */
  int hovered; /* the bar under the pointer, -1 for none */
};

/* Where the bars are, in pixels of the widget. */
typedef struct
{
  double left, top, width, height;
  double pitch; /* from one bar to the next */
  double bar_width;
} ComptoirChartArea;

/* comptoir-sales-chart-draw.c */
void comptoir_sales_chart_get_area (ComptoirSalesChart *self, ComptoirChartArea *area);
void comptoir_sales_chart_draw (ComptoirSalesChart *self, GtkSnapshot *snapshot);

G_END_DECLS
