/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day's figures as far as the table of its orders yields them. */

#include "comptoir-amount.h"
#include "comptoir-csv-columns.h"
#include "comptoir-sales-summary-private.h"
#include "comptoir-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ComptoirSalesSummary *summary;
  ComptoirTable *csv;
  gboolean overflow;
} Reckoning;

static void
add (Reckoning *self, ComptoirDecimal *sum, ComptoirDecimal amount)
{
  if (!comptoir_sales_summary_sum (sum, amount))
    self->overflow = TRUE;
}

/* A line of sums at the end, as spreadsheets have it, is no order. */
static gboolean
is_sum (ComptoirTable *csv, guint row)
{
  for (guint i = 0; i < comptoir_table_get_n_columns (csv); i++)
    {
      g_autofree char *text = comptoir_csv_columns_dup_text (csv, row, i);

      if (*g_strstrip (text) != '\0')
        return g_ascii_strncasecmp (text, "total", 5) == 0;
    }
  return TRUE;
}

static gboolean
get_amount (Reckoning *self, guint row, guint column, ComptoirDecimal *amount)
{
  g_autofree char *text = comptoir_csv_columns_dup_text (self->csv, row, column);

  return comptoir_amount_parse (text, amount);
}

static ComptoirDecimal
sum_column (Reckoning *self, guint column)
{
  guint n_rows = comptoir_csv_columns_get_n_rows (self->csv);
  ComptoirDecimal sum = { 0 }, amount;

  for (guint row = 0; row < n_rows; row++)
    if (!is_sum (self->csv, row) && get_amount (self, row, column, &amount))
      add (self, &sum, amount);
  return sum;
}

/* By their numbers where there is such a column: an order may have several lines. */
static int
count_orders (ComptoirTable *csv)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint column, n_orders = 0, n_rows = comptoir_csv_columns_get_n_rows (csv);
  gboolean numbered = comptoir_csv_columns_find_number (csv, &column);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *number = NULL;

      if (is_sum (csv, row))
        continue;
      n_orders++;
      number = numbered ? comptoir_csv_columns_dup_text (csv, row, column) : NULL;
      if (number != NULL && *number != '\0')
        g_hash_table_add (numbers, g_steal_pointer (&number));
    }
  return g_hash_table_size (numbers) > 0 ? (int) g_hash_table_size (numbers) : (int) n_orders;
}

static void
add_totals (Reckoning *self, guint column)
{
  ComptoirSalesSummary *summary = self->summary;
  guint n_rows = comptoir_csv_columns_get_n_rows (self->csv), n_unreadable = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      ComptoirDecimal amount;

      if (is_sum (self->csv, row))
        continue;
      if (!get_amount (self, row, column, &amount))
        {
          n_unreadable++;
          continue;
        }
      add (self, &summary->sales_incl_vat, amount);
      if (amount.value < 0 && amount.value > G_MININT64)
        add (self, &summary->refunds, (ComptoirDecimal){ -amount.value, amount.scale });
    }
  if (n_unreadable > 0)
    comptoir_sales_summary_add_problem (
        summary,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order has no amount in “%s”.",
                                      "%u orders have no amount in “%s”.", n_unreadable),
                         n_unreadable, comptoir_table_get_column_name (self->csv, column)));
}

static void
add_vat (Reckoning *self)
{
  ComptoirSalesSummary *summary = self->summary;
  ComptoirDecimal sum;
  g_auto (GStrv) texts = NULL;
  guint excl_vat;

  if (!comptoir_csv_columns_find_excl_vat (self->csv, &excl_vat))
    return;
  summary->sales_excl_vat = sum = sum_column (self, excl_vat);
  summary->has_sales_excl_vat = TRUE;
  for (guint i = 0; i < comptoir_table_get_n_columns (self->csv); i++)
    {
      g_autofree char *name = comptoir_csv_columns_dup_name (self->csv, i);
      ComptoirSummaryLine *line;
      ComptoirDecimal rate;

      if (!comptoir_csv_columns_is_vat (self->csv, i))
        continue;
      line = comptoir_summary_line_new (name, "");
      if (comptoir_vat_rate_from_label (name, &rate))
        comptoir_summary_line_set_rate (line, rate);
      line->amount = sum_column (self, i);
      add (self, &sum, line->amount);
      g_ptr_array_add (summary->vat, line);
    }
  if (summary->vat->len == 0)
    return;
  texts = comptoir_sales_summary_compare (summary->sales_incl_vat, sum);
  if (texts == NULL)
    return;
  summary->balanced = FALSE;
  comptoir_sales_summary_add_problem (
      summary,
      g_strdup_printf (_ ("The totals of the orders come to %s, sales and VAT to %s: %s apart."),
                       texts[0], texts[1], texts[2]));
}

static void
add_payments (Reckoning *self, guint total)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  guint column, n_rows = comptoir_csv_columns_get_n_rows (self->csv);

  if (!comptoir_csv_columns_find_payment (self->csv, &column))
    return;
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = comptoir_csv_columns_dup_text (self->csv, row, column);
      const char *title = *g_strstrip (text) != '\0' ? text : _ ("Not told");
      ComptoirSummaryLine *line = g_hash_table_lookup (by_title, title);
      ComptoirDecimal amount;

      if (is_sum (self->csv, row) || !get_amount (self, row, total, &amount))
        continue;
      if (line == NULL)
        {
          line = comptoir_summary_line_new (title, "");
          g_ptr_array_add (self->summary->payments, line);
          g_hash_table_insert (by_title, line->title, line);
        }
      add (self, &line->amount, amount);
    }
}

static gboolean
find_total (ComptoirTable *csv, const char *name, guint *column, GError **error)
{
  if (name != NULL ? comptoir_csv_columns_find (csv, name, column)
                   : comptoir_csv_columns_find_total (csv, column))
    return TRUE;
  if (name != NULL)
    g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                 _ ("The table of orders has no column “%s”."), name);
  else
    g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                         _ ("Which column of the table of orders is the total isn’t known."));
  return FALSE;
}

/**
 * comptoir_sales_summary_from_csv:
 * @csv: a day's orders
 * @total_column: (nullable): the name of the column with each order's total including VAT; %NULL
 *   guesses by name
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Refunds are the orders whose total is below zero. VAT, sales excluding VAT and payments are
 * there where the names of columns tell.
 *
 * Returns: (transfer full) (nullable): the figures; %NULL with %COMPTOIR_FORMAT_ERROR_NOT_DATA when
 *   there is no such column
 */
ComptoirSalesSummary *
comptoir_sales_summary_from_csv (ComptoirTable *csv, const char *total_column, GError **error)
{
  Reckoning self = { .csv = csv };
  guint total;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv), NULL);

  if (!find_total (csv, total_column, &total, error))
    return NULL;
  self.summary = comptoir_sales_summary_new (COMPTOIR_SUMMARY_CSV);
  self.summary->n_orders = count_orders (csv);
  add_totals (&self, total);
  add_vat (&self);
  add_payments (&self, total);
  if (self.overflow)
    {
      self.summary->balanced = FALSE;
      comptoir_sales_summary_add_problem (
          self.summary, g_strdup (_ ("The amounts are too large to be added up.")));
    }
  comptoir_sales_summary_finish (self.summary);
  return self.summary;
}

/**
 * comptoir_sales_summary_add_csv:
 * @self: a summary from a FEC
 * @csv: the orders of the same day
 *
 * Adds the number of orders, and a problem where the orders come to something else than the
 * entries.
 */
void
comptoir_sales_summary_add_csv (ComptoirSalesSummary *self, ComptoirTable *csv)
{
  Reckoning reckoning = { .summary = self, .csv = csv };
  g_auto (GStrv) texts = NULL;
  guint total;

  g_return_if_fail (self != NULL && COMPTOIR_IS_TABLE (csv));

  self->n_orders = count_orders (csv);
  if (!comptoir_csv_columns_find_total (csv, &total))
    return;
  texts = comptoir_sales_summary_compare (sum_column (&reckoning, total), self->sales_incl_vat);
  if (texts != NULL)
    comptoir_sales_summary_add_problem (
        self, g_strdup_printf (_ ("The orders come to %s, the accounting entries to %s: %s apart."),
                               texts[0], texts[1], texts[2]));
}
