/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-test.h"

#include "comptoir-table-reader.h"

#include <string.h>

ComptoirFec *
summary_test_read_fec (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  ComptoirFec *fec = comptoir_fec_read (bytes, NULL, NULL);

  g_assert_nonnull (fec);
  return fec;
}

ComptoirTable *
summary_test_read_csv (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  ComptoirTable *table
      = comptoir_table_read (NULL, text, length, COMPTOIR_TABLE_FORMAT_CSV, &error);

  g_assert_no_error (error);
  return table;
}

static void
append_amount (GString *dump, const char *name, gboolean known, ComptoirDecimal amount)
{
  g_autofree char *text = comptoir_decimal_to_string (amount);

  g_string_append_printf (dump, "%s %s\n", name, known ? text : "?");
}

static void
append_lines (GString *dump, GPtrArray *lines, gboolean vat)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);
      g_autofree char *name = g_strdup_printf ("%s (%s)", line->title, line->code);

      append_amount (dump, name, TRUE, line->amount);
      if (vat)
        append_amount (dump, "  on", line->has_base, line->base);
    }
}

char *
summary_test_dump (const ComptoirSalesSummary *summary)
{
  GString *dump = g_string_new (NULL);

  append_amount (dump, "incl", TRUE, summary->sales_incl_vat);
  append_amount (dump, "excl", summary->has_sales_excl_vat, summary->sales_excl_vat);
  append_lines (dump, summary->vat, TRUE);
  append_lines (dump, summary->payments, FALSE);
  append_amount (dump, "discounts", summary->has_discounts, summary->discounts);
  append_amount (dump, "refunds", TRUE, summary->refunds);
  g_string_append_printf (dump, "orders %d\n%s\n", summary->n_orders,
                          summary->balanced ? "balanced" : "not balanced");
  for (guint i = 0; i < summary->problems->len; i++)
    g_string_append_printf (dump, "! %s\n", (char *) g_ptr_array_index (summary->problems, i));
  return g_string_free (dump, FALSE);
}

void
summary_test_assert (const ComptoirSalesSummary *summary, const char *expected)
{
  g_autofree char *dump = summary_test_dump (summary);

  g_assert_cmpstr (dump, ==, expected);
}

gint64
summary_test_get_cents (ComptoirDecimal amount)
{
  g_assert_cmpuint (amount.scale, ==, 2);
  return amount.value;
}
