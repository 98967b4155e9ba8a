/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A FEC: its summary is the same after being kept, and its totals are those of a plain second
 * computation. */

#include "fuzz.h"

#include "comptoir-sales-summary.h"

/* Within this, a sum of many lines can't overflow. */
#define MAX_AMOUNT (G_GINT64_CONSTANT (1) << 40)
#define MAX_LINES  1000

static const char *const scales[] = { "1",      "10",      "100",      "1000",      "10000",
                                      "100000", "1000000", "10000000", "100000000", "1000000000" };

/* In billionths: as fine as a decimal gets. */
static __int128
get_billionths (ComptoirDecimal decimal)
{
  return (__int128) decimal.value * g_ascii_strtoll (scales[9 - decimal.scale], NULL, 10);
}

static gboolean
is_small (ComptoirDecimal decimal)
{
  return decimal.value > -MAX_AMOUNT && decimal.value < MAX_AMOUNT;
}

/* Debit less credit of the accounts that begin with @prefix. */
static gboolean
add_up (const ComptoirFec *fec, const char *prefix, __int128 *sum)
{
  *sum = 0;
  if (fec->lines->len > MAX_LINES)
    return FALSE;
  for (guint i = 0; i < fec->lines->len; i++)
    {
      const ComptoirFecLine *line = &g_array_index (fec->lines, ComptoirFecLine, i);

      if (!is_small (line->debit) || !is_small (line->credit))
        return FALSE;
      if (g_str_has_prefix (line->fields[COMPTOIR_FEC_COMPTE_NUM], prefix))
        *sum += get_billionths (line->debit) - get_billionths (line->credit);
    }
  return TRUE;
}

static void
check_vat (const ComptoirFec *fec, const ComptoirSalesSummary *summary)
{
  __int128 expected, sum = 0;

  if (!add_up (fec, "4457", &expected))
    return;
  for (guint i = 0; i < summary->vat->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (summary->vat, i);

      sum += get_billionths (line->amount);
    }
  g_assert_true (sum == -expected);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ComptoirFec) fec = comptoir_fec_read (bytes, NULL, NULL);
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  g_autoptr (ComptoirSalesSummary) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  if (fec == NULL)
    return 0;
  summary = comptoir_sales_summary_from_fec (fec);
  check_vat (fec, summary);
  json = comptoir_sales_summary_to_json (summary);
  again = comptoir_sales_summary_from_json (json, &error);
  g_assert_no_error (error);
  json_again = comptoir_sales_summary_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
  return 0;
}
