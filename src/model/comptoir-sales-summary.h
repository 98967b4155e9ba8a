/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-decimal.h"
#include "comptoir-fec.h"
#include "comptoir-table.h"

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_SUMMARY_FEC, /* computed from the accounting entries: dependable */
  COMPTOIR_SUMMARY_CSV, /* what the CSV yields: one column taken as the total */
} ComptoirSummarySource;

/* @title: what it is ("20 %", "Carte bancaire"); @code: the account; @base: VAT only, sales
 * excluding VAT at that rate where the entries tell. */
typedef struct
{
  char *title;
  char *code;
  ComptoirDecimal amount;
  ComptoirDecimal base;
} ComptoirSummaryLine;

/**
 * ComptoirSalesSummary:
 * @sales_incl_vat, @sales_excl_vat, @discounts, @refunds: amounts; discounts and refunds ≥ 0
 * @vat, @payments: (element-type ComptoirSummaryLine): by rate; by method, 411 clients on account
 * included
 * @n_orders: -1 where not known
 * @balanced: payments + clients on account = sales + VAT
 * @problems: (element-type utf8): translated sentences: what doesn't add up, what rule is broken
 *
 * A day in figures. All arithmetic is decimal.
 */
typedef struct
{
  ComptoirSummarySource source;
  ComptoirDecimal sales_incl_vat;
  ComptoirDecimal sales_excl_vat;
  ComptoirDecimal discounts;
  ComptoirDecimal refunds;
  GPtrArray *vat;
  GPtrArray *payments;
  int n_orders;
  gboolean balanced;
  GPtrArray *problems;
} ComptoirSalesSummary;

ComptoirSalesSummary *comptoir_sales_summary_from_fec (const ComptoirFec *fec);
/* @total_column: (nullable): the column that holds each order's total including VAT; %NULL guesses
 * by name, and fails with %COMPTOIR_FORMAT_ERROR_NOT_DATA where it can't. */
ComptoirSalesSummary *
comptoir_sales_summary_from_csv (ComptoirTable *csv, const char *total_column, GError **error);
/* Adds from the CSV what the FEC can't tell: the number of orders. */
void comptoir_sales_summary_add_csv (ComptoirSalesSummary *self, ComptoirTable *csv);
ComptoirSalesSummary *comptoir_sales_summary_copy (const ComptoirSalesSummary *self);
void comptoir_sales_summary_free (ComptoirSalesSummary *self);
/* Average including VAT per order; %FALSE where the number isn't known or 0. */
gboolean comptoir_sales_summary_get_average (const ComptoirSalesSummary *self,
                                             ComptoirDecimal *average);
/* As kept and as `comptoir-cli summary` prints it: amounts as decimal strings. */
char *comptoir_sales_summary_to_json (const ComptoirSalesSummary *self);
ComptoirSalesSummary *comptoir_sales_summary_from_json (const char *json, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirSalesSummary, comptoir_sales_summary_free)

G_END_DECLS
