/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-order-line.h"

/* The ids below are those of the bakery's own items; the titles say so where it matters. */
#define BAGUETTE    "1"   /* 1.15 €, sets: baking and slicing of bread */
#define CAPPUCCINO  "127" /* 3.80 €, sets: cup, milk, syrup */
#define CUP_SMALL   "1"
#define CUP_LARGE   "3"
#define OAT_MILK    "6"
#define ALMOND_MILK "8"
#define VANILLA     "11"
#define MAYONNAISE  "21"

static void
test_accepted (void)
{
  static const struct
  {
    const char *text, *title;
    gint64 quantity, unit_price, net;
    int department, vat;
  } cases[] = {
    { BAGUETTE, "Baguette", 1000, 115, 115, 1, 1 },
    { BAGUETTE "_2", "Baguette", 2000, 115, 230, 1, 1 },
    { BAGUETTE "_0.350", "Baguette", 350, 115, 40, 1, 1 },
    { BAGUETTE "_2_Pain du jour_1.50", "Pain du jour", 2000, 150, 300, 1, 1 },
    { BAGUETTE "_2__", "Baguette", 2000, 115, 230, 1, 1 },
    { BAGUETTE "_1_Pain du jour_", "Pain du jour", 1000, 115, 115, 1, 1 },
    { BAGUETTE "_1__0", "Baguette", 1000, 0, 0, 1, 1 },
    { CAPPUCCINO "_1___" CUP_LARGE, "Cappuccino", 1000, 440, 440, 7, 2 },
    { CAPPUCCINO "_2___" CUP_SMALL "_" OAT_MILK "_" VANILLA, "Cappuccino", 2000, 430, 860, 7, 2 },
    { CAPPUCCINO "_1___" CUP_LARGE "____", "Cappuccino", 1000, 440, 440, 7, 2 },
    { "-5_9.99_Vente libre", "Vente libre", 1000, 999, 999, 5, 2 },
    { "-1_0_Offert", "Offert", 1000, 0, 0, 1, 1 },
    { "Free_12.50_Bon cadeau", "Bon cadeau", 1000, 1250, 1250, 0, 3 },
  };
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoSale) sale = demo_sale_new ();
      g_autofree char *message
          = demo_order_line_read (catalogue, cases[i].text, FALSE, FALSE, sale);
      const DemoLine *line;

      g_test_message ("%s", cases[i].text);
      g_assert_null (message);
      g_assert_cmpuint (sale->lines->len, ==, 1);
      line = &g_array_index (sale->lines, DemoLine, 0);
      g_assert_cmpstr (line->title, ==, cases[i].title);
      g_assert_cmpint (line->quantity, ==, cases[i].quantity);
      g_assert_cmpint (line->unit_price, ==, cases[i].unit_price);
      g_assert_cmpint (line->net, ==, cases[i].net);
      g_assert_cmpint (line->department, ==, cases[i].department);
      g_assert_cmpint (line->vat, ==, cases[i].vat);
      g_assert_cmpint (sale->total, ==, cases[i].net);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    "abc",
    "0",
    "9999",
    " 1",
    BAGUETTE "_0",
    BAGUETTE "_-1",
    BAGUETTE "_1,5",
    BAGUETTE "_",
    BAGUETTE "_1.2345",
    BAGUETTE "_99999999",
    BAGUETTE "_1_Titre",
    BAGUETTE "_1_Titre_abc",
    BAGUETTE "_1_Titre_-1",
    BAGUETTE "_1_Titre_1,50",
    BAGUETTE "_1_Titre_1.505",
    BAGUETTE "_1_Titre_avec_1.50",
    BAGUETTE "_1___999",
    BAGUETTE "_1___" MAYONNAISE,
    CAPPUCCINO "_1___" ALMOND_MILK,
    CAPPUCCINO "_1___" CUP_SMALL "_" CUP_LARGE,
    CAPPUCCINO "_1___1_2_3_4_5_6",
    "-99_1_Titre",
    "-_1_Titre",
    "-1_1",
    "-1_1_",
    "-1_1_ ",
    "-1_x_Titre",
    "-1_1_Titre_2",
    "Free",
    "Free_1",
    "Free_1_",
    "Free_-1_Titre",
    "free_1_Titre",
  };
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoSale) sale = demo_sale_new ();
      g_autofree char *message = demo_order_line_read (catalogue, cases[i], FALSE, FALSE, sale);

      g_test_message ("“%s”: %s", cases[i], message);
      g_assert_nonnull (message);
      g_assert_true (g_str_has_suffix (message, "."));
      g_assert_cmpuint (sale->lines->len, ==, 0);
    }
}

static void
test_eat_in (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoSale) sale = demo_sale_new ();

  g_assert_null (demo_order_line_read (catalogue, BAGUETTE, TRUE, FALSE, sale));
  g_assert_null (demo_order_line_read (catalogue, "-1_1_Pain", TRUE, FALSE, sale));
  g_assert_cmpint (g_array_index (sale->lines, DemoLine, 0).vat, ==, 2);
  g_assert_cmpint (g_array_index (sale->lines, DemoLine, 1).vat, ==, 2);
}

static void
test_refund (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoSale) sale = demo_sale_new ();

  g_assert_null (demo_order_line_read (catalogue, BAGUETTE "_3", FALSE, TRUE, sale));
  g_assert_cmpint (g_array_index (sale->lines, DemoLine, 0).quantity, ==, -3000);
  g_assert_cmpint (sale->total, ==, -345);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/order-line/accepted", test_accepted);
  g_test_add_func ("/demo/order-line/refused", test_refused);
  g_test_add_func ("/demo/order-line/eat-in", test_eat_in);
  g_test_add_func ("/demo/order-line/refund", test_refund);
  return g_test_run ();
}
