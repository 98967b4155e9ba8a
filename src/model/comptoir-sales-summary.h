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

/**
 * ComptoirSummaryLine:
 * @title: what it is: "20 %", "Carte bancaire"
 * @code: the account it stands on, the first of them where there are several; "" where not known
 * @amount: the VAT, or what was paid
 * @base: VAT only: sales excluding VAT at that rate, where @has_base
 * @has_base: whether the entries tell the base of all of @amount
 * @rate: VAT only: the rate in percent, where @has_rate
 * @has_rate: whether a label or the account tells the rate
 */
typedef struct
{
  char *title;
  char *code;
  ComptoirDecimal amount;
  ComptoirDecimal base;
  gboolean has_base;
  ComptoirDecimal rate;
  gboolean has_rate;
} ComptoirSummaryLine;

/**
 * ComptoirSalesSummary:
 * @sales_incl_vat: sales, discounts and refunds taken off, including VAT
 * @sales_excl_vat: the same excluding VAT, where @has_sales_excl_vat
 * @has_sales_excl_vat: %FALSE where a CSV doesn't tell
 * @discounts: what was taken off prices, excluding VAT as a FEC states it, ≥ 0, where
 * @has_discounts
 * @has_discounts: %FALSE of a CSV
 * @refunds: what was given back including VAT, ≥ 0
 * @vat: (element-type ComptoirSummaryLine): by rate, the highest first
 * @payments: (element-type ComptoirSummaryLine): by method, the largest first; the clients on
 *   account (411) last
 * @n_orders: -1 where not known
 * @balanced: payments + clients on account = sales + VAT
 * @problems: (element-type utf8): translated sentences: what doesn't add up, what rule is broken
 *
 * A day in figures. All arithmetic is decimal; amounts have two decimals or more.
 */
typedef struct
{
  ComptoirSummarySource source;
  ComptoirDecimal sales_incl_vat;
  ComptoirDecimal sales_excl_vat;
  gboolean has_sales_excl_vat;
  ComptoirDecimal discounts;
  gboolean has_discounts;
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
