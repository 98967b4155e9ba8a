/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order.h"

#include "kash-error.h"

static KashOrder *
order_new (void)
{
  KashOrder *order = kash_order_new ();

  order->payment = KASH_PAYMENT_TO_BE_PAID;
  g_ptr_array_add (order->lines, kash_order_line_new (KASH_LINE_ITEM, 12));
  return order;
}

static void
test_line_forms (void)
{
  static const struct
  {
    KashOrderLine line;
    const char *encoded;
  } cases[] = {
    { { KASH_LINE_ITEM, 12 }, "12" },
    { { KASH_LINE_ITEM, 12, "0.250" }, "12_0.250" },
    { { KASH_LINE_ITEM, 12, "2", "Menu", "14.50" }, "12_2_Menu_14.50" },
    { { KASH_LINE_ITEM, 12, "2", "Menu", "14.50", { 1, 2, 3, 4, 5 } },
      "12_2_Menu_14.50_1_2_3_4_5" },
    { { KASH_LINE_ITEM, 12, "2", NULL, NULL, { 3, 8 } }, "12_2___3_8" },
    { { KASH_LINE_ITEM, 12, "2", NULL, NULL, { 3, 0, 8 } }, "12_2___3__8" },
    { { KASH_LINE_ITEM, 12, "2", "Menu" }, "12_2_Menu_" },
    { { KASH_LINE_ITEM, 12, "2", NULL, "14.50" }, "12_2__14.50" },
    { { KASH_LINE_ITEM, 12, NULL, "Menu" }, "12_1_Menu_" },
    { { KASH_LINE_ITEM, 12, NULL, NULL, NULL, { 3 } }, "12_1___3" },
    { { KASH_LINE_ITEM, 12, NULL, "a_b\nc\t_ " }, "12_1_a b c_" },
    { { KASH_LINE_ITEM, 12, "2", "__" }, "12_2" },
    { { KASH_LINE_ITEM, G_MAXINT64, "2" }, "9223372036854775807_2" },
    { { KASH_LINE_DEPARTMENT, 5, NULL, "Vente libre", "9.99" }, "-5_9.99_Vente libre" },
    { { KASH_LINE_DEPARTMENT, 5, NULL, "Geste", "-2" }, "-5_-2_Geste" },
    { { KASH_LINE_FREE, 0, NULL, "Vente_libre", "9999999999.99" },
      "Free_9999999999.99_Vente libre" },
    { { KASH_LINE_FREE, 0, NULL, "🥐 \u202eעוגה", "0" }, "Free_0_🥐 \u202eעוגה" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KashOrder) order = kash_order_new ();
      g_autofree char *encoded = kash_order_line_encode (&cases[i].line);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (encoded, ==, cases[i].encoded);
      order->payment = 1;
      g_ptr_array_add (order->lines, kash_order_line_copy (&cases[i].line));
      kash_order_validate (order, &error);
      g_assert_no_error (error);
    }
}

static void
test_refused_lines (void)
{
  static const KashOrderLine lines[] = {
    { KASH_LINE_ITEM, 0 },
    { KASH_LINE_ITEM, -1 },
    { KASH_LINE_ITEM, 12, "0" },
    { KASH_LINE_ITEM, 12, "0.000" },
    { KASH_LINE_ITEM, 12, "-1" },
    { KASH_LINE_ITEM, 12, "1,5" },
    { KASH_LINE_ITEM, 12, "1." },
    { KASH_LINE_ITEM, 12, ".5" },
    { KASH_LINE_ITEM, 12, "1e3" },
    { KASH_LINE_ITEM, 12, "" },
    { KASH_LINE_ITEM, 12, " 1" },
    { KASH_LINE_ITEM, 12, "1_2" },
    { KASH_LINE_ITEM, 12, "1234567890123" },
    { KASH_LINE_ITEM, 12, "1", NULL, "" },
    { KASH_LINE_ITEM, 12, "1", NULL, "14,50" },
    { KASH_LINE_ITEM, 12, "1", NULL, "14.5€" },
    { KASH_LINE_ITEM, 12, "1", NULL, NULL, { -3 } },
    { KASH_LINE_ITEM, 12, "1", "\xff" },
    { KASH_LINE_DEPARTMENT, 0, NULL, "Vente libre", "9.99" },
    { KASH_LINE_DEPARTMENT, 5, NULL, "Vente libre", NULL },
    { KASH_LINE_DEPARTMENT, 5, NULL, NULL, "9.99" },
    { KASH_LINE_DEPARTMENT, 5, NULL, "_", "9.99" },
    { KASH_LINE_DEPARTMENT, 5, "2", "Vente libre", "9.99" },
    { KASH_LINE_FREE, 5, NULL, "Vente libre", "9.99" },
    { KASH_LINE_FREE, 0, NULL, "Vente libre", "9.99", { 1 } },
    { KASH_LINE_FREE, 0, NULL, "Vente libre", "--1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (KashOrder) order = order_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("line %" G_GSIZE_FORMAT, i);
      g_ptr_array_add (order->lines, kash_order_line_copy (&lines[i]));
      g_assert_false (kash_order_validate (order, &error));
      g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
      g_assert_nonnull (strchr (error->message, '2'));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/order-line/forms", test_line_forms);
  g_test_add_func ("/kash/order-line/refused", test_refused_lines);
  return g_test_run ();
}
