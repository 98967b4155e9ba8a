/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-private.h"

static void
add_line (DemoSale *sale, gint64 net, int vat)
{
  DemoLine line = { .title = (char *) "Pain",
                    .quantity = 1000,
                    .unit_price = net,
                    .gross = net,
                    .net = net,
                    .vat = vat };

  demo_sale_add_line (sale, &line);
}

/* 0.10 € with 20 % is 0.08 € without, but three of them are 0.25 €: one line gives way. */
static void
test_split (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoSale) sale = demo_sale_new ();
  g_autoptr (GArray) sums = NULL;
  const gint64 expected[] = { 8, 95, 9, 8 };

  add_line (sale, 10, 3);
  add_line (sale, 100, 1);
  add_line (sale, 10, 3);
  add_line (sale, 10, 3);
  sums = demo_report_split_sale (catalogue, sale);
  g_assert_cmpuint (sums->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sums->len; i++)
    g_assert_cmpint (g_array_index (sums, DemoReportSum, i).excluding, ==, expected[i]);
}

/* Random orders of up to 40 lines: the lines add up to what the sale comes to by rate, none is more
 * than a cent from what it would be alone. */
static void
test_split_adds_up (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (DemoSale) sale = demo_sale_new ();
      g_autoptr (GArray) totals = NULL;
      g_autoptr (GArray) sums = NULL;
      int sign = g_rand_boolean (random) ? 1 : -1;

      for (int j = g_rand_int_range (random, 1, 41); j > 0; j--)
        add_line (sale, sign * g_rand_int_range (random, 0, 2000), g_rand_int_range (random, 1, 4));
      totals = demo_sale_sum_vat (sale, catalogue);
      sums = demo_report_split_sale (catalogue, sale);
      for (guint j = 0; j < sums->len; j++)
        {
          const DemoLine *line = &g_array_index (sale->lines, DemoLine, j);
          int rate = demo_catalogue_get_vat (catalogue, line->vat)->rate;
          gint64 excluding = g_array_index (sums, DemoReportSum, j).excluding;

          g_assert_cmpint (ABS (excluding - demo_round_div (line->net * 1000, 1000 + rate)), <=, 1);
          for (guint k = 0; k < totals->len; k++)
            {
              DemoVatSum *total = &g_array_index (totals, DemoVatSum, k);

              if (total->vat == line->vat)
                total->excluding -= excluding;
            }
        }
      for (guint k = 0; k < totals->len; k++)
        g_assert_cmpint (g_array_index (totals, DemoVatSum, k).excluding, ==, 0);
    }
}

static void
test_sale (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);
  DemoReportSum sale = demo_report_sum_sale (catalogue, g_ptr_array_index (day->sales, 0));
  DemoReportSum refund = demo_report_sum_sale (catalogue, g_ptr_array_index (day->sales, 1));

  g_assert_cmpuint (sale.count, ==, 1);
  g_assert_cmpint (sale.quantity, ==, 4000);
  g_assert_cmpint (sale.including, ==, 1406);
  g_assert_cmpint (sale.excluding, ==, 1218);
  g_assert_cmpint (sale.discount, ==, 156);
  g_assert_cmpint (sale.discount_excluding, ==, 135);
  g_assert_cmpint (sale.given_back, ==, 0);
  g_assert_cmpint (refund.including, ==, -115);
  g_assert_cmpint (refund.excluding, ==, -109);
  g_assert_cmpint (refund.given_back, ==, -115);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/figures/split", test_split);
  g_test_add_func ("/demo/report/figures/split-adds-up", test_split_adds_up);
  g_test_add_func ("/demo/report/figures/sale", test_sale);

  return g_test_run ();
}
