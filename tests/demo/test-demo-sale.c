/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-books.h"

static void
test_round (void)
{
  static const gint64 cases[][3] = {
    { 0, 10, 0 },  { 4, 10, 0 },   { 5, 10, 1 },    { 14, 10, 1 },     { 15, 10, 2 },
    { -4, 10, 0 }, { -5, 10, -1 }, { -15, 10, -2 }, { 1001, 1, 1001 }, { 7, 3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (demo_round_div (cases[i][0], cases[i][1]), ==, cases[i][2]);
}

static void
add_line (DemoSale *sale, int vat, gint64 net)
{
  char title[] = "Pain";
  DemoLine line = { .title = title, .quantity = 1000, .unit_price = net, .gross = net, .net = net };

  line.vat = vat;
  demo_sale_add_line (sale, &line);
}

/* The cents of a rate are rounded once: three times 1.10 at 5.5 % is 3.13, not three times 1.04. */
static void
test_sum_vat (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoSale) sale = demo_sale_new ();
  g_autoptr (GArray) sums = NULL;
  DemoVatSum *sum;

  add_line (sale, 3, 1200);
  add_line (sale, 1, 110);
  add_line (sale, 1, 110);
  add_line (sale, 1, 110);
  sums = demo_sale_sum_vat (sale, catalogue);

  g_assert_cmpint (sale->total, ==, 1530);
  g_assert_cmpuint (sums->len, ==, 2);
  sum = &g_array_index (sums, DemoVatSum, 0);
  g_assert_cmpint (sum->vat, ==, 1);
  g_assert_cmpint (sum->including, ==, 330);
  g_assert_cmpint (sum->excluding, ==, 313);
  g_assert_cmpint (sum->vat_amount, ==, 17);
  sum = &g_array_index (sums, DemoVatSum, 1);
  g_assert_cmpint (sum->vat, ==, 3);
  g_assert_cmpint (sum->excluding, ==, 1000);
  g_assert_cmpint (sum->vat_amount, ==, 200);
}

static void
test_copies (void)
{
  g_autoptr (DemoSale) sale = demo_sale_new ();
  char title[] = "Pain";
  DemoLine line = { .title = title };

  demo_sale_add_line (sale, &line);
  title[0] = '?';
  g_assert_cmpstr (g_array_index (sale->lines, DemoLine, 0).title, ==, "Pain");
  g_assert_cmpint (sale->place_settings, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/sale/round", test_round);
  g_test_add_func ("/demo/sale/sum-vat", test_sum_vat);
  g_test_add_func ("/demo/sale/copies", test_copies);
  return g_test_run ();
}
