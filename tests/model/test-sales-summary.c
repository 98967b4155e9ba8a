/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-test.h"

static void
test_average (void)
{
  static const struct
  {
    ComptoirDecimal total;
    int n_orders;
    gint64 average; /* cents */
  } cases[] = {
    { { 1000, 2 }, 3, 333 }, { { 2000, 2 }, 3, 667 },   { { 5, 2 }, 2, 3 },
    { { 7, 2 }, 2, 4 },      { { -5, 2 }, 2, -3 },      { { 0, 2 }, 4, 0 },
    { { 11, 0 }, 2, 550 },   { { 10004, 3 }, 1, 1000 }, { { 1, 2 }, 3, 0 },
  };
  ComptoirDecimal average;
  ComptoirSalesSummary none = { .sales_incl_vat = { 100, 2 }, .n_orders = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirSalesSummary summary
          = { .sales_incl_vat = cases[i].total, .n_orders = cases[i].n_orders };

      g_assert_true (comptoir_sales_summary_get_average (&summary, &average));
      g_assert_cmpint (summary_test_get_cents (average), ==, cases[i].average);
    }
  g_assert_false (comptoir_sales_summary_get_average (&none, &average));
  none.n_orders = 0;
  g_assert_false (comptoir_sales_summary_get_average (&none, &average));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary/average", test_average);
  return g_test_run ();
}
