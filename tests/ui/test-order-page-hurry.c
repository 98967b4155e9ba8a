/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and clicks of somebody who is in a hurry. */

#include "order-test.h"

static void
start (OrderTest *test)
{
  order_test_start (test);
  order_test_open (test, 0);
  order_test_key_in (test);
}

static void
turn (void)
{
  for (guint i = 0; i < 30; i++)
    ui_test_turn ();
}

static guint
get_n_sent (OrderTest *test)
{
  return demo_shop_get_n_requests (test->ui.demo, "webapp.php");
}

/* The service takes the order and doesn't answer until it is given up. */
static void
send_to_silence (OrderTest *test)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (test->ui.demo, "silent-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  order_test_press (test, "ctrl+Return");
  order_test_wait_for_summary (test);
  order_test_press (test, "Return");
  ui_test_wait_until (demo_shop_get_n_orders (test->ui.demo) == 1);
}

/* Ctrl+Enter held too long shows the summary and sends nothing: it is to be looked at. */
static void
test_review_twice (void)
{
  OrderTest test = { 0 };

  start (&test);
  order_test_press (&test, "ctrl+Return");
  order_test_wait_for_summary (&test);
  order_test_press (&test, "ctrl+Return");
  order_test_press (&test, "ctrl+Return");
  turn ();
  g_assert_nonnull (test.page->summary);
  g_assert_cmpuint (get_n_sent (&test), ==, 0);
  order_test_press (&test, "Escape");
  ui_test_wait_until (test.page->summary == NULL);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_cmpuint (get_n_sent (&test), ==, 0);
  order_test_stop (&test);
}

/* Enter twice in the summary sends once, and doesn't cancel what is on its way. */
static void
test_enter_twice (void)
{
  OrderTest test = { 0 };

  start (&test);
  send_to_silence (&test);
  order_test_press (&test, "Return");
  order_test_press (&test, "Return");
  order_test_press (&test, "space");
  turn ();
  g_assert_nonnull (test.page->sending);
  g_assert_false (g_cancellable_is_cancelled (test.page->sending));
  g_assert_cmpuint (get_n_sent (&test), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.cancel", NULL);
  ui_test_wait_until (test.page->sending == NULL);
  order_test_stop (&test);
}

/* While the order is on its way nothing of it can be changed, by no key. */
static void
test_keys_while_sending (void)
{
  static const char *const keys[] = { "ctrl+f", "7",      "Return", "ctrl+l",     "Return",
                                      "Delete", "ctrl+d", "Escape", "ctrl+Return" };
  OrderTest test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  start (&test);
  send_to_silence (&test);
  before = comptoir_order_draft_to_text (test.page->draft);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    order_test_press (&test, keys[i]);
  turn ();
  after = comptoir_order_draft_to_text (test.page->draft);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (test.page->sending);
  g_assert_null (test.page->summary);
  g_assert_cmpuint (get_n_sent (&test), ==, 1);
  /* The button that stops the waiting is one Tab away. */
  order_test_press (&test, "Tab");
  order_test_press (&test, "Return");
  ui_test_wait_until (test.page->sending == NULL);
  g_assert_cmpint (test.page->state, ==, COMPTOIR_ORDER_STATE_UNKNOWN);
  order_test_stop (&test);
}

/* In the middle of the widget. */
static void
double_click (OrderTest *test, GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t middle, point;
  double x, y;
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;

  ui_test_wait_until (gtk_widget_get_width (widget) > 0);
  turn ();
  middle.x = (float) gtk_widget_get_width (widget) / 2;
  middle.y = (float) gtk_widget_get_height (widget) / 2;
  g_assert_true (gtk_widget_compute_point (widget, window, &middle, &point));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  across = g_strdup_printf ("%d", (int) (point.x + x));
  down = g_strdup_printf ("%d", (int) (point.y + y));
  order_test_click (test, window, across, down, 2);
}

/* Two clicks on Send show one summary; two on its Send send once. */
static void
test_double_clicks (void)
{
  OrderTest test = { 0 };
  GtkWidget *dialog;

  start (&test);
  double_click (&test, test.page->send_button);
  dialog = order_test_wait_for_summary (&test);
  turn ();
  g_assert_true (test.page->summary == dialog);
  g_assert_cmpuint (get_n_sent (&test), ==, 0);
  double_click (&test, gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  turn ();
  g_assert_cmpuint (get_n_sent (&test), ==, 1);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  order_test_stop (&test);
}

/* A barcode reader types faster than anybody, and Enter with it. */
static void
test_scanner (void)
{
  OrderTest test = { 0 };
  ComptoirDataset *items;
  ComptoirTable *table;
  g_autofree char *code = NULL;
  const char *barcode = NULL;
  gsize length = 0;
  guint column;

  order_test_start (&test);
  order_test_open (&test, 0);
  items = comptoir_shop_get_dataset (test.ui.shop, KASH_RESOURCE_ITEMS);
  table = comptoir_dataset_get_table (items);
  g_assert_true (comptoir_table_find_column (table, "barcode", &column));
  for (guint row = 0; length == 0; row++)
    comptoir_table_get_cell (table, row, column, &barcode, &length);
  code = g_strdup_printf ("3*%.*s", (int) length, barcode);
  order_test_scan (&test, code + 2);
  order_test_scan (&test, code + 2);
  order_test_scan (&test, code);
  ui_test_wait_until (order_test_get_n_lines (&test) == 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ComptoirDraftLine) line
          = g_list_model_get_item (G_LIST_MODEL (test.page->draft), i);
      g_autofree char *quantity = order_test_dup (line, "quantity");

      g_assert_cmpstr (quantity, ==, i == 2 ? "3" : "1");
    }
  order_test_stop (&test);
}

/* New Order at once: what became of the one before is said. */
static void
test_new_order_at_once (void)
{
  OrderTest test = { 0 };

  start (&test);
  order_test_send (&test);
  g_assert_nonnull (test.page->number);
  order_test_press (&test, "Return");
  ui_test_wait_until (g_str_equal (order_test_get_content (&test), "form"));
  ui_test_wait_until (ui_test_find (GTK_WIDGET (test.page->toasts), GTK_TYPE_BUTTON, 0) != NULL);
  g_assert_cmpuint (get_n_sent (&test), ==, 1);
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/order-page-hurry/review-twice", test_review_twice);
  g_test_add_func ("/ui/order-page-hurry/enter-twice", test_enter_twice);
  g_test_add_func ("/ui/order-page-hurry/keys-while-sending", test_keys_while_sending);
  g_test_add_func ("/ui/order-page-hurry/double-clicks", test_double_clicks);
  g_test_add_func ("/ui/order-page-hurry/scanner", test_scanner);
  g_test_add_func ("/ui/order-page-hurry/new-order-at-once", test_new_order_at_once);
  return g_test_run ();
}
