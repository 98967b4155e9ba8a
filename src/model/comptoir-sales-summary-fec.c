/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day's figures from its accounting entries, by the accounts of the plan comptable général
 * (formats.md). */

#include "comptoir-sales-summary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many sentences of a kind are enough to see what is wrong. */
#define MAX_SENTENCES 100

typedef struct
{
  ComptoirSalesSummary *summary;
  const ComptoirFec *fec;
  ComptoirFecEntries *entries;
  gboolean overflow;
} Reckoning;

static void
add (Reckoning *self, ComptoirDecimal *sum, ComptoirDecimal amount)
{
  if (!comptoir_sales_summary_sum (sum, amount))
    self->overflow = TRUE;
}

static ComptoirDecimal
negate (ComptoirDecimal amount)
{
  return (ComptoirDecimal){ amount.value == G_MININT64 ? G_MAXINT64 : -amount.value, amount.scale };
}

static void
add_sales (Reckoning *self)
{
  ComptoirSalesSummary *summary = self->summary;
  ComptoirDecimal vat = { 0 };

  for (guint i = 0; i < self->fec->lines->len; i++)
    {
      ComptoirFecPosting *posting = comptoir_fec_entries_get_posting (self->entries, i);

      if (posting->kind == COMPTOIR_FEC_SALES || posting->kind == COMPTOIR_FEC_DISCOUNT)
        add (self, &summary->sales_excl_vat, posting->credit);
      if (posting->kind == COMPTOIR_FEC_DISCOUNT)
        add (self, &summary->discounts, negate (posting->credit));
      if (posting->kind == COMPTOIR_FEC_VAT)
        add (self, &vat, posting->credit);
    }
  summary->has_sales_excl_vat = TRUE;
  summary->has_discounts = TRUE;
  summary->sales_incl_vat = summary->sales_excl_vat;
  add (self, &summary->sales_incl_vat, vat);
}

/* An entry that takes more back than it sells is a refund as a whole. */
static void
add_refunds (Reckoning *self)
{
  for (guint i = 0; i < comptoir_fec_entries_get_n_entries (self->entries); i++)
    {
      ComptoirDecimal total = { 0 };
      guint n_lines;
      const guint *lines = comptoir_fec_entries_get_lines (self->entries, i, &n_lines);

      for (guint j = 0; j < n_lines; j++)
        {
          ComptoirFecPosting *posting = comptoir_fec_entries_get_posting (self->entries, lines[j]);

          if (posting->kind == COMPTOIR_FEC_SALES || posting->kind == COMPTOIR_FEC_DISCOUNT
              || posting->kind == COMPTOIR_FEC_VAT)
            add (self, &total, posting->credit);
        }
      if (total.value < 0)
        add (self, &self->summary->refunds, negate (total));
    }
}

/* What was posted elsewhere explains what is missing. */
static void
report_other_accounts (Reckoning *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->fec->lines->len; i++)
    {
      const ComptoirFecLine *line = &g_array_index (self->fec->lines, ComptoirFecLine, i);
      ComptoirFecPosting *posting = comptoir_fec_entries_get_posting (self->entries, i);
      const char *account = line->fields[COMPTOIR_FEC_COMPTE_NUM];
      ComptoirDecimal *sum = g_hash_table_lookup (seen, account);

      if (posting->kind != COMPTOIR_FEC_OTHER)
        continue;
      if (sum == NULL)
        {
          sum = g_new0 (ComptoirDecimal, 1);
          g_hash_table_insert (seen, (gpointer) account, sum);
          g_ptr_array_add (order, (gpointer) account);
        }
      add (self, sum, posting->credit);
    }
  for (guint i = 0; i < MIN (order->len, MAX_SENTENCES); i++)
    {
      const char *account = g_ptr_array_index (order, i);
      const ComptoirDecimal *sum = g_hash_table_lookup (seen, account);
      g_autofree char *amount = comptoir_decimal_format (*sum);

      if (sum->value != 0)
        comptoir_sales_summary_add_problem (
            self->summary,
            g_strdup_printf (
                _ ("%s stand on account %s, which is neither sales, VAT nor a payment."), amount,
                account));
    }
}

static void
check_balance (Reckoning *self)
{
  ComptoirSalesSummary *summary = self->summary;
  ComptoirDecimal paid = { 0 };
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < summary->payments->len; i++)
    add (self, &paid, ((ComptoirSummaryLine *) g_ptr_array_index (summary->payments, i))->amount);
  texts = comptoir_sales_summary_compare (paid, summary->sales_incl_vat);
  if (texts == NULL)
    return;
  summary->balanced = FALSE;
  comptoir_sales_summary_add_problem (
      summary, g_strdup_printf (_ ("Payments come to %s, sales and VAT to %s: %s apart."), texts[0],
                                texts[1], texts[2]));
  report_other_accounts (self);
}

static void
add_problems (Reckoning *self)
{
  GPtrArray *problems = self->fec->problems;

  if (self->overflow)
    {
      self->summary->balanced = FALSE;
      comptoir_sales_summary_add_problem (
          self->summary, g_strdup (_ ("The amounts are too large to be added up.")));
    }
  for (guint i = 0; i < MIN (problems->len, MAX_SENTENCES); i++)
    {
      const ComptoirFecProblem *problem = g_ptr_array_index (problems, i);

      comptoir_sales_summary_add_problem (
          self->summary, problem->line > 0
                             ? g_strdup_printf (C_ ("a problem in a file", "Line %u: %s"),
                                                problem->line, problem->sentence)
                             : g_strdup (problem->sentence));
    }
  if (problems->len > MAX_SENTENCES)
    comptoir_sales_summary_add_problem (
        self->summary, g_strdup (_ ("The accounting entries break more rules; see there.")));
}

/**
 * comptoir_sales_summary_from_fec:
 * @fec: a day's accounting entries
 *
 * Sales are what stands on the accounts 70…, discounts (709…) taken off; both exclude VAT. VAT is
 * what stands on 4457…, payments on 5… and, for clients on account, 411…. Refunds are the entries
 * whose sales are below zero, including VAT; where one entry holds a whole day, they can't be told
 * from it.
 *
 * Returns: (transfer full): the figures, with what doesn't add up
 */
ComptoirSalesSummary *
comptoir_sales_summary_from_fec (const ComptoirFec *fec)
{
  Reckoning self = { .fec = fec };
  g_autoptr (ComptoirFecEntries) entries = NULL;

  g_return_val_if_fail (fec != NULL, NULL);

  entries = comptoir_fec_entries_new (fec);
  self.entries = entries;
  self.summary = comptoir_sales_summary_new (COMPTOIR_SUMMARY_FEC);
  add_sales (&self);
  add_refunds (&self);
  if (!comptoir_sales_summary_add_vat (self.summary, entries)
      || !comptoir_sales_summary_add_payments (self.summary, entries))
    self.overflow = TRUE;
  check_balance (&self);
  add_problems (&self);
  comptoir_sales_summary_finish (self.summary);
  return self.summary;
}
