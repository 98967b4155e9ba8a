/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures against the books of the demo shop, which know nothing of reports. */

#include "summary-test.h"

#include "demo-report.h"

#include <string.h>

#define N_DAYS 60

/* What the shop's books say of a day, reckoned from the sales without any report. */
typedef struct
{
  gint64 including;
  gint64 excluding;
  gint64 discounts;
  gint64 refunds;
  gint64 vat[10];      /* by DemoVat id */
  gint64 base[10];     /* the same */
  gint64 payments[10]; /* by DemoPayment id */
} Books;

static void
add_sale (Books *books, const DemoCatalogue *catalogue, const DemoSale *sale)
{
  g_autoptr (GArray) sums = demo_sale_sum_vat (sale, catalogue);

  books->including += sale->total;
  books->payments[sale->payment] += sale->total;
  if (sale->refund)
    books->refunds -= sale->total;
  for (guint i = 0; i < sums->len; i++)
    {
      const DemoVatSum *sum = &g_array_index (sums, DemoVatSum, i);
      gint64 discount = 0;

      books->excluding += sum->excluding;
      books->vat[sum->vat] += sum->vat_amount;
      books->base[sum->vat] += sum->excluding;
      for (guint j = 0; j < sale->lines->len; j++)
        if (g_array_index (sale->lines, DemoLine, j).vat == sum->vat)
          discount += g_array_index (sale->lines, DemoLine, j).discount;
      books->discounts += demo_round_div (
          discount * 1000, 1000 + demo_catalogue_get_vat (catalogue, sum->vat)->rate);
    }
}

static void
check_vat (const ComptoirSalesSummary *summary, const DemoCatalogue *catalogue, const Books *books)
{
  gint64 sum = 0;

  for (guint i = 0; i < summary->vat->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (summary->vat, i);
      const DemoVat *vat = NULL;

      for (guint j = 0; j < catalogue->n_vats; j++)
        if (comptoir_decimal_compare (line->rate, (ComptoirDecimal){ catalogue->vats[j].rate, 1 })
            == 0)
          vat = &catalogue->vats[j];
      g_assert_nonnull (vat);
      g_assert_true (line->has_rate && line->has_base);
      g_assert_cmpstr (line->code, ==, vat->account);
      g_assert_cmpint (summary_test_get_cents (line->amount), ==, books->vat[vat->id]);
      g_assert_cmpint (summary_test_get_cents (line->base), ==, books->base[vat->id]);
      sum += line->amount.value;
    }
  g_assert_cmpint (sum, ==, books->including - books->excluding);
}

static void
check_payments (const ComptoirSalesSummary *summary,
                const DemoCatalogue *catalogue,
                const Books *books)
{
  gint64 sum = 0;

  for (guint i = 0; i < summary->payments->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (summary->payments, i);
      const DemoPayment *payment = NULL;

      for (guint j = 0; j < catalogue->n_payments; j++)
        if (strcmp (catalogue->payments[j].account, line->code) == 0
            && (strcmp (catalogue->payments[j].title, line->title) == 0
                || g_str_has_prefix (line->code, "411")))
          payment = &catalogue->payments[j];
      g_assert_nonnull (payment);
      g_assert_cmpint (summary_test_get_cents (line->amount), ==, books->payments[payment->id]);
      sum += line->amount.value;
    }
  g_assert_cmpint (sum, ==, books->including);
}

static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (7, 0, 0);
  guint n_methods = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_FEBRUARY, 2025);
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr (DemoDay) day = demo_day_new (catalogue, 7, &date, G_MAXINT64);
      g_autoptr (GBytes) fec_bytes = demo_report_fec (catalogue, day);
      g_autoptr (GBytes) csv_bytes = demo_report_csv (catalogue, day);
      g_autoptr (ComptoirFec) fec = comptoir_fec_read (fec_bytes, NULL, NULL);
      g_autoptr (ComptoirTable) csv = summary_test_read_csv (g_bytes_get_data (csv_bytes, NULL),
                                                             g_bytes_get_size (csv_bytes));
      g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);
      g_autoptr (ComptoirSalesSummary) by_csv = comptoir_sales_summary_from_csv (csv, NULL, NULL);
      Books books = { 0 };

      for (guint j = 0; j < day->sales->len; j++)
        add_sale (&books, catalogue, g_ptr_array_index (day->sales, j));
      comptoir_sales_summary_add_csv (summary, csv);
      g_assert_cmpint (summary_test_get_cents (summary->sales_incl_vat), ==, books.including);
      g_assert_cmpint (summary_test_get_cents (summary->sales_excl_vat), ==, books.excluding);
      g_assert_cmpint (summary_test_get_cents (summary->discounts), ==, books.discounts);
      g_assert_cmpint (summary_test_get_cents (summary->refunds), ==, books.refunds);
      g_assert_cmpint (summary->n_orders, ==, day->sales->len);
      g_assert_true (summary->balanced);
      g_assert_cmpuint (summary->problems->len, ==, 0);
      check_vat (summary, catalogue, &books);
      check_payments (summary, catalogue, &books);
      n_methods = MAX (n_methods, summary->payments->len);

      g_assert_nonnull (by_csv);
      g_assert_cmpint (summary_test_get_cents (by_csv->sales_incl_vat), ==, books.including);
      g_assert_cmpint (summary_test_get_cents (by_csv->sales_excl_vat), ==, books.excluding);
      g_assert_cmpint (summary_test_get_cents (by_csv->refunds), ==, books.refunds);
      g_assert_cmpint (by_csv->n_orders, ==, day->sales->len);
      g_assert_cmpuint (by_csv->vat->len, ==, catalogue->n_vats);
      g_assert_true (by_csv->balanced);
      g_date_add_days (&date, 5);
    }
  /* Cash and cash given back stand on one account. */
  g_assert_cmpuint (n_methods, >=, 6);
}

static void
test_empty_day (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (7, 0, 0);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) fec_bytes = NULL;
  g_autoptr (GBytes) csv_bytes = NULL;
  g_autoptr (ComptoirFec) fec = NULL;
  g_autoptr (ComptoirTable) csv = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_FEBRUARY, 2025);
  day = demo_day_new (catalogue, 7, &date, 0);
  g_assert_cmpuint (day->sales->len, ==, 0);
  fec_bytes = demo_report_fec (catalogue, day);
  csv_bytes = demo_report_csv (catalogue, day);
  fec = comptoir_fec_read (fec_bytes, NULL, NULL);
  csv = summary_test_read_csv (g_bytes_get_data (csv_bytes, NULL), g_bytes_get_size (csv_bytes));
  summary = comptoir_sales_summary_from_fec (fec);
  comptoir_sales_summary_add_csv (summary, csv);
  summary_test_assert (summary,
                       "incl 0.00\nexcl 0.00\ndiscounts 0.00\nrefunds 0.00\norders 0\nbalanced\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary-books/demo-shop", test_demo_shop);
  g_test_add_func ("/model/sales-summary-books/empty-day", test_empty_day);
  return g_test_run ();
}
