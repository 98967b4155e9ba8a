/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-text.h"

#include <glib/gi18n-lib.h>

#include "comptoir-period-files.h"
#include "comptoir-report-file.h"

static char *
format_day (const GDate *day, const char *format)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (
      g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day), 12, 0, 0);

  return g_date_time_format (noon, format);
}

static gboolean
is_zero (ComptoirDecimal amount)
{
  return amount.value == 0;
}

static void
append_amount (GString *text,
               ComptoirShop *shop,
               const char *title,
               ComptoirDecimal amount,
               const ComptoirDecimal *before)
{
  g_autofree char *money = comptoir_sales_text_money (shop, amount);
  g_autofree char *change = before != NULL ? comptoir_sales_text_change (amount, *before) : NULL;

  if (change != NULL)
    {
      g_autofree char *then = comptoir_sales_text_money (shop, *before);

      /* Translators: what, how much, how it changed: "Sales: 1,200.00 € (12% more; a week before:
       * 1,071.43 €)" */
      g_string_append_printf (text, _ ("%s: %s (%s; a week before: %s)"), title, money, change,
                              then);
    }
  else
    /* Translators: what and how much: "Sales: 1,200.00 €" */
    g_string_append_printf (text, C_ ("amount", "%s: %s"), title, money);
  g_string_append_c (text, '\n');
}

static void
append_lines (GString *text, ComptoirShop *shop, const char *heading, GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", heading);
  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);

      append_amount (text, shop, line->title, line->amount, NULL);
    }
}

static void
append_orders (GString *text, ComptoirShop *shop, const ComptoirSalesSummary *summary)
{
  ComptoirDecimal average;

  if (summary->n_orders < 0)
    return;
  g_string_append_printf (text, ngettext ("%d order", "%d orders", summary->n_orders),
                          summary->n_orders);
  g_string_append_c (text, '\n');
  if (comptoir_sales_summary_get_average (summary, &average))
    append_amount (text, shop, _ ("Average per order"), average, NULL);
}

/**
 * comptoir_sales_text_day:
 *
 * Returns: (transfer full): "Monday 23 November 2026"
 */
char *
comptoir_sales_text_day (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  /* Translators: a day in full, as g_date_time_format() wants it */
  return format_day (day, C_ ("day", "%A %-d %B %Y"));
}

/**
 * comptoir_sales_text_short_day:
 *
 * Returns: (transfer full): "Mon 23 Nov"
 */
char *
comptoir_sales_text_short_day (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  /* Translators: a day in short, as g_date_time_format() wants it */
  return format_day (day, C_ ("day", "%a %-d %b"));
}

/**
 * comptoir_sales_text_money:
 * @shop: whose currency
 *
 * Returns: (transfer full): the amount as the locale writes it
 */
char *
comptoir_sales_text_money (ComptoirShop *shop, ComptoirDecimal amount)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  return comptoir_decimal_format_money (
      amount, comptoir_account_entry_get_currency (comptoir_shop_get_entry (shop)));
}

/**
 * comptoir_sales_text_change:
 *
 * Returns: (transfer full) (nullable): "12% more", "the same"; %NULL where a share says nothing,
 *   because there was nothing before
 */
char *
comptoir_sales_text_change (ComptoirDecimal now, ComptoirDecimal before)
{
  ComptoirDecimal difference, change, size;
  gint64 percent;

  if (before.value <= 0 || !comptoir_decimal_subtract (now, before, &difference)
      || !comptoir_decimal_round (difference, 2, &change)
      || !comptoir_decimal_round (before, 2, &size) || size.value == 0
      || ABS (change.value) > G_MAXINT64 / 1000)
    return NULL;
  if (change.value == 0)
    return g_strdup (_ ("the same"));
  percent = (ABS (change.value) * 100 + size.value / 2) / size.value;
  if (percent == 0)
    return g_strdup (change.value > 0 ? _ ("less than 1% more") : _ ("less than 1% less"));
  if (change.value > 0)
    return g_strdup_printf (_ ("%d%% more"), (int) MIN (percent, G_MAXINT));
  return g_strdup_printf (_ ("%d%% less"), (int) MIN (percent, G_MAXINT));
}

/**
 * comptoir_sales_text_summary:
 * @before: (nullable): the figures a week before
 *
 * Returns: (transfer full): the day in a few lines, for a message
 */
char *
comptoir_sales_text_summary (ComptoirShop *shop,
                             const GDate *day,
                             const ComptoirSalesSummary *summary,
                             const ComptoirSalesSummary *before)
{
  g_autofree char *date = comptoir_sales_text_day (day);
  GString *text;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (summary != NULL, NULL);

  text = g_string_new (comptoir_account_entry_get_title (comptoir_shop_get_entry (shop)));
  g_string_append_printf (text, "\n%s\n\n", date);
  if (comptoir_sales_is_closed (summary))
    {
      g_string_append_printf (text, "%s\n", _ ("No sales on this day."));
      return g_string_free (text, FALSE);
    }
  append_amount (text, shop, _ ("Sales including VAT"), summary->sales_incl_vat,
                 before != NULL ? &before->sales_incl_vat : NULL);
  if (summary->has_sales_excl_vat)
    append_amount (text, shop, _ ("Sales excluding VAT"), summary->sales_excl_vat,
                   before != NULL && before->has_sales_excl_vat ? &before->sales_excl_vat : NULL);
  append_orders (text, shop, summary);
  if (!is_zero (summary->discounts))
    append_amount (text, shop, _ ("Discounts"), summary->discounts, NULL);
  if (!is_zero (summary->refunds))
    append_amount (text, shop, _ ("Refunds"), summary->refunds, NULL);
  append_lines (text, shop, _ ("VAT"), summary->vat);
  append_lines (text, shop, _ ("Payments"), summary->payments);
  if (summary->source == COMPTOIR_SUMMARY_CSV)
    g_string_append_printf (text, "\n%s\n",
                            _ ("From the table of orders alone: no accounting entries."));
  else if (!summary->balanced)
    g_string_append_printf (text, "\n%s\n", _ ("Payments don’t add up to sales and VAT."));
  return g_string_free (text, FALSE);
}

/**
 * comptoir_sales_text_moment:
 *
 * Returns: (transfer full): a date and time of day, as the locale writes them
 */
char *
comptoir_sales_text_moment (GDateTime *then)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (then != NULL, NULL);

  local = g_date_time_to_local (then);
  return g_date_time_format (local, "%x %R");
}

/**
 * comptoir_sales_text_file_name:
 * @bytes: the file: it goes by what it is, whatever was asked for
 *
 * Returns: (transfer full): a name to save it under, as the export of a period has it
 */
char *
comptoir_sales_text_file_name (ComptoirShop *shop,
                               KashReport report,
                               const GDate *day,
                               GBytes *bytes)
{
  const char *shop_id = comptoir_account_entry_get_shop_id (comptoir_shop_get_entry (shop));
  g_autofree char *stem = comptoir_period_files_dup_stem (shop_id, day, report);

  return g_strdup_printf ("%s.%s", stem, comptoir_report_file_get_extension (report, bytes));
}

/**
 * comptoir_sales_find_line:
 * @lines: (element-type ComptoirSummaryLine): of another day
 * @like: a line of this one
 *
 * Two methods may share an account, and a method of another account another title; the title is
 * what a person takes it for.
 *
 * Returns: (transfer none) (nullable): the same rate or method there
 */
const ComptoirSummaryLine *
comptoir_sales_find_line (GPtrArray *lines, const ComptoirSummaryLine *like)
{
  const ComptoirSummaryLine *found = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->title, like->title) != 0)
        continue;
      if (g_strcmp0 (line->code, like->code) == 0)
        return line;
      if (found == NULL)
        found = line;
    }
  return found;
}

/**
 * comptoir_sales_is_closed:
 *
 * Returns: whether nothing was sold or paid
 */
gboolean
comptoir_sales_is_closed (const ComptoirSalesSummary *summary)
{
  return is_zero (summary->sales_incl_vat) && is_zero (summary->sales_excl_vat)
         && is_zero (summary->refunds) && summary->payments->len == 0 && summary->n_orders <= 0;
}
