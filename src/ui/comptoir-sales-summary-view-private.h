/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-figure-card.h"
#include "comptoir-sales-chart.h"
#include "comptoir-sales-summary-view.h"

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_FIGURE_INCL_VAT,
  COMPTOIR_FIGURE_EXCL_VAT,
  COMPTOIR_FIGURE_ORDERS,
  COMPTOIR_FIGURE_AVERAGE,
  COMPTOIR_FIGURE_DISCOUNTS,
  COMPTOIR_FIGURE_REFUNDS,
} ComptoirFigure;

#define COMPTOIR_N_FIGURES (COMPTOIR_FIGURE_REFUNDS + 1)

struct _ComptoirSalesSummaryView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkFlowBox *cards;
  GtkWidget *source;
  GtkLabel *chart_title;
  ComptoirSalesChart *chart;
  GtkWidget *details;
  AdwPreferencesGroup *vat;
  AdwPreferencesGroup *payments;
  AdwPreferencesGroup *checks;
  AdwActionRow *balance;
  GtkImage *balance_icon;
  GtkExpander *problems;
  GtkLabel *problems_text;
  GtkLabel *failed_sentence;
  GtkExpander *failed_expander;
  GtkLabel *failed_detail;
  GtkWidget *choose_column;
  GtkSpinner *spinner;

  ComptoirSales *sales;
  GDate day;
  ComptoirFigureCard *figures[COMPTOIR_N_FIGURES];
  GPtrArray *rows; /* of the two groups, to take out again */
};

/* comptoir-sales-summary-figures.c */
void comptoir_sales_summary_view_show_figures (ComptoirSalesSummaryView *self,
                                               const ComptoirSalesSummary *summary,
                                               const ComptoirSalesSummary *before);

G_END_DECLS
