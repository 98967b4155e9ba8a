/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-summary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CENTS 2

static gpointer
line_copy (gconstpointer data, gpointer user_data)
{
  ComptoirSummaryLine *copy = g_memdup2 (data, sizeof (ComptoirSummaryLine));

  copy->title = g_strdup (copy->title);
  copy->code = g_strdup (copy->code);
  return copy;
}

static gpointer
sentence_copy (gconstpointer sentence, gpointer user_data)
{
  return g_strdup (sentence);
}

/* At least two decimals, and no more than that if the others are zeros. */
static void
to_cents (ComptoirDecimal *amount)
{
  ComptoirDecimal rounded;

  if (comptoir_decimal_round (*amount, CENTS, &rounded)
      && comptoir_decimal_compare (rounded, *amount) == 0)
    *amount = rounded;
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  const ComptoirSummaryLine *left = *(const ComptoirSummaryLine *const *) a;
  const ComptoirSummaryLine *right = *(const ComptoirSummaryLine *const *) b;

  if (left->has_rate != right->has_rate)
    return left->has_rate ? -1 : 1;
  if (left->has_rate)
    return comptoir_decimal_compare (right->rate, left->rate);
  return strcmp (left->code, right->code);
}

static gboolean
is_clients (const ComptoirSummaryLine *line)
{
  return g_str_has_prefix (line->code, "411");
}

static int
compare_payments (gconstpointer a, gconstpointer b)
{
  const ComptoirSummaryLine *left = *(const ComptoirSummaryLine *const *) a;
  const ComptoirSummaryLine *right = *(const ComptoirSummaryLine *const *) b;
  int order;

  if (is_clients (left) != is_clients (right))
    return is_clients (left) ? 1 : -1;
  order = comptoir_decimal_compare (right->amount, left->amount);
  return order != 0 ? order : strcmp (left->title, right->title);
}

/**
 * comptoir_sales_summary_new:
 * @source: what the figures will come from
 *
 * Returns: (transfer full): a day without sales
 */
ComptoirSalesSummary *
comptoir_sales_summary_new (ComptoirSummarySource source)
{
  ComptoirSalesSummary *self = g_new0 (ComptoirSalesSummary, 1);

  self->source = source;
  self->vat = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_summary_line_free);
  self->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_summary_line_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->n_orders = -1;
  self->balanced = TRUE;
  return self;
}

/**
 * comptoir_summary_line_new:
 * @title: what it is
 * @code: its account
 *
 * Returns: (transfer full): a line that comes to nothing
 */
ComptoirSummaryLine *
comptoir_summary_line_new (const char *title, const char *code)
{
  ComptoirSummaryLine *self = g_new0 (ComptoirSummaryLine, 1);

  self->title = g_strdup (title);
  self->code = g_strdup (code);
  return self;
}

/**
 * comptoir_summary_line_free:
 * @self: (transfer full): a line
 */
void
comptoir_summary_line_free (ComptoirSummaryLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->code);
  g_free (self);
}

/**
 * comptoir_summary_line_set_rate:
 * @self: a line of VAT
 * @rate: its rate in percent
 *
 * Names it after its rate, as the locale writes it.
 */
void
comptoir_summary_line_set_rate (ComptoirSummaryLine *self, ComptoirDecimal rate)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  for (; rate.scale > 0 && rate.value % 10 == 0; rate.scale--)
    rate.value /= 10;
  text = comptoir_decimal_format (rate);
  self->rate = rate;
  self->has_rate = TRUE;
  g_free (self->title);
  self->title = g_strdup_printf (C_ ("a VAT rate", "%s %%"), text);
}

/**
 * comptoir_sales_summary_finish:
 * @self: a summary whose figures are complete
 *
 * Puts the lines in order and gives all amounts the decimals of money.
 */
void
comptoir_sales_summary_finish (ComptoirSalesSummary *self)
{
  GPtrArray *lists[] = { self->vat, self->payments };

  to_cents (&self->sales_incl_vat);
  to_cents (&self->sales_excl_vat);
  to_cents (&self->discounts);
  to_cents (&self->refunds);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        ComptoirSummaryLine *line = g_ptr_array_index (lists[i], j);

        to_cents (&line->amount);
        to_cents (&line->base);
      }
  g_ptr_array_sort (self->vat, compare_rates);
  g_ptr_array_sort (self->payments, compare_payments);
}

/**
 * comptoir_sales_summary_add_problem:
 * @self: a summary
 * @sentence: (transfer full): a translated sentence
 */
void
comptoir_sales_summary_add_problem (ComptoirSalesSummary *self, char *sentence)
{
  g_return_if_fail (self != NULL && sentence != NULL);

  g_ptr_array_add (self->problems, sentence);
}

/**
 * comptoir_sales_summary_compare:
 * @left: a sum
 * @right: what it should be
 *
 * Returns: (transfer full) (nullable): @left, @right and how far they are apart, for a sentence;
 *   %NULL when they are equal
 */
char **
comptoir_sales_summary_compare (ComptoirDecimal left, ComptoirDecimal right)
{
  ComptoirDecimal amounts[] = { left, right, { 0 } };
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (comptoir_decimal_compare (left, right) == 0)
    return NULL;
  if (comptoir_decimal_subtract (left, right, &amounts[2]) && amounts[2].value < 0)
    comptoir_decimal_subtract (right, left, &amounts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = NULL;

      to_cents (&amounts[i]);
      text = comptoir_decimal_format (amounts[i]);
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/**
 * comptoir_sales_summary_sum:
 * @sum: (inout): a sum
 * @amount: what is added
 *
 * Returns: %FALSE when it doesn't fit, and @sum stays what it was
 */
gboolean
comptoir_sales_summary_sum (ComptoirDecimal *sum, ComptoirDecimal amount)
{
  return comptoir_decimal_add (*sum, amount, sum);
}

/**
 * comptoir_sales_summary_copy:
 * @self: a summary
 *
 * Returns: (transfer full): a copy
 */
ComptoirSalesSummary *
comptoir_sales_summary_copy (const ComptoirSalesSummary *self)
{
  ComptoirSalesSummary *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->vat = g_ptr_array_copy (self->vat, (GCopyFunc) line_copy, NULL);
  copy->payments = g_ptr_array_copy (self->payments, (GCopyFunc) line_copy, NULL);
  copy->problems = g_ptr_array_copy (self->problems, (GCopyFunc) sentence_copy, NULL);
  return copy;
}

/**
 * comptoir_sales_summary_free:
 * @self: (transfer full): a summary
 */
void
comptoir_sales_summary_free (ComptoirSalesSummary *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->vat);
  g_ptr_array_unref (self->payments);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * comptoir_sales_summary_get_average:
 * @self: a summary
 * @average: (out): the sales including VAT per order, rounded to the cent
 *
 * Returns: %FALSE where the number of orders isn't known or 0
 */
gboolean
comptoir_sales_summary_get_average (const ComptoirSalesSummary *self, ComptoirDecimal *average)
{
  ComptoirDecimal cents;
  gint64 half;

  g_return_val_if_fail (self != NULL && average != NULL, FALSE);

  if (self->n_orders <= 0 || !comptoir_decimal_round (self->sales_incl_vat, CENTS, &cents))
    return FALSE;
  half = self->n_orders / 2;
  average->value = cents.value / self->n_orders;
  if (ABS (cents.value % self->n_orders) > half
      || (self->n_orders % 2 == 0 && ABS (cents.value % self->n_orders) == half))
    average->value += cents.value < 0 ? -1 : 1;
  average->scale = CENTS;
  return TRUE;
}
