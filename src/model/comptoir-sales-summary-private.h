/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec-entries.h"
#include "comptoir-sales-summary.h"

G_BEGIN_DECLS

ComptoirSalesSummary *comptoir_sales_summary_new (ComptoirSummarySource source);
void comptoir_sales_summary_finish (ComptoirSalesSummary *self);
void comptoir_sales_summary_add_problem (ComptoirSalesSummary *self, char *sentence);
char **comptoir_sales_summary_compare (ComptoirDecimal left, ComptoirDecimal right);
gboolean comptoir_sales_summary_sum (ComptoirDecimal *sum, ComptoirDecimal amount);
ComptoirSummaryLine *comptoir_summary_line_new (const char *title, const char *code);
void comptoir_summary_line_set_rate (ComptoirSummaryLine *self, ComptoirDecimal rate);

void comptoir_summary_line_free (ComptoirSummaryLine *self);
gboolean comptoir_sales_summary_add_vat (ComptoirSalesSummary *self, ComptoirFecEntries *entries);
gboolean comptoir_sales_summary_add_payments (ComptoirSalesSummary *self,
                                              ComptoirFecEntries *entries);

/* What the labels and accounts of a FEC tell (formats.md). */
gboolean comptoir_vat_rate_from_label (const char *label, ComptoirDecimal *rate);
gboolean comptoir_vat_rate_from_account (const char *account, ComptoirDecimal *rate);

G_END_DECLS
