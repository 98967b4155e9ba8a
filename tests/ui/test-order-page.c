/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-test.h"

static ComptoirDraftLine *
get_line (OrderTest *test, guint position)
{
  ComptoirDraftLine *line = g_list_model_get_item (G_LIST_MODEL (test->page->draft), position);

  g_assert_nonnull (line);
  g_object_unref (line);
  return line;
}

static gboolean
is_focus_in (OrderTest *test, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (test->ui.window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* From the first key to the number of the order, with a keyboard alone. */
static void
test_keyboard (void)
{
  OrderTest test = { 0 };
  g_autofree char *quantity = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const ComptoirOrderRecord *record;

  order_test_start (&test);
  order_test_open (&test, 0);
  g_assert_true (is_focus_in (&test, test.page->entry));

  /* Two of an item by name, another by number. */
  order_test_type (&test, "2*croissant aux");
  order_test_press (&test, "Return");
  ui_test_wait_until (order_test_get_n_lines (&test) == 1);
  quantity = order_test_dup (get_line (&test, 0), "quantity");
  title = order_test_dup (get_line (&test, 0), "catalogue-title");
  g_assert_cmpstr (quantity, ==, "2");
  g_assert_cmpstr (title, ==, "Croissant aux amandes");
  order_test_type (&test, "7");
  order_test_press (&test, "Return");
  ui_test_wait_until (order_test_get_n_lines (&test) == 2);
  g_assert_cmpint (comptoir_draft_line_get_id (get_line (&test, 1)), ==, 7);
  g_assert_true (is_focus_in (&test, test.page->entry));

  /* Nothing is sent before it is said how it is paid: the keyboard goes there, "t" finds it. */
  order_test_press (&test, "ctrl+Return");
  g_assert_true (test.page->tried);
  order_test_type (&test, "To be");
  order_test_press (&test, "Return");
  ui_test_wait_until (comptoir_order_draft_get_payment (test.page->draft)
                      == KASH_PAYMENT_TO_BE_PAID);
  order_test_press (&test, "ctrl+Return");
  order_test_wait_for_summary (&test);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 0);
  order_test_press (&test, "Return");
  ui_test_wait_until (g_str_equal (order_test_get_content (&test), "outcome"));

  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  records = order_test_list (&test);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_nonnull (record->number);
  g_assert_nonnull (strstr (record->sent, "***"));
  g_assert_null (strstr (record->sent, demo_shop_get_key (test.ui.demo)));

  /* Enter on the first button begins the next order. */
  order_test_press (&test, "Return");
  ui_test_wait_until (g_str_equal (order_test_get_content (&test), "form"));
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, 0);
  g_assert_cmpint (comptoir_order_page_get_id (test.page), ==, 0);
  g_assert_true (is_focus_in (&test, test.page->entry));
  order_test_stop (&test);
}

/* The same again is another order, with a reference of its own. */
static void
test_same_again (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;

  order_test_start (&test);
  order_test_open (&test, 0);
  comptoir_order_draft_add_item (test.page->draft, 1, "2");
  comptoir_order_draft_add_item (test.page->draft, 7, NULL);
  comptoir_order_draft_set_payment (test.page->draft, KASH_PAYMENT_TO_BE_PAID);
  order_test_send (&test);
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  comptoir_order_page_start_same (test.page);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, 2);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  order_test_send (&test);
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 2);
  records = order_test_list (&test);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (((ComptoirOrderRecord *) g_ptr_array_index (records, 0))->reference, !=,
                   ((ComptoirOrderRecord *) g_ptr_array_index (records, 1))->reference);
  order_test_stop (&test);
}

static void
assert_ids (OrderTest *test, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < order_test_get_n_lines (test); i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) comptoir_draft_line_get_id (get_line (test, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_lines (void)
{
  OrderTest test = { 0 };

  order_test_start (&test);
  order_test_open (&test, 0);
  for (int id = 1; id <= 3; id++)
    comptoir_order_draft_add_item (test.page->draft, id, NULL);
  /* ↓ in the empty field goes to the lines, the last one first. */
  order_test_press (&test, "Down");
  ui_test_wait_until (is_focus_in (&test, test.page->lines));
  order_test_press (&test, "alt+Up");
  assert_ids (&test, "1 3 2");
  order_test_press (&test, "alt+Down");
  assert_ids (&test, "1 2 3");
  order_test_press (&test, "ctrl+d");
  assert_ids (&test, "1 2 3 3");
  order_test_press (&test, "Up");
  order_test_press (&test, "Up");
  order_test_press (&test, "Delete");
  assert_ids (&test, "1 3 3");
  g_assert_true (is_focus_in (&test, test.page->lines));
  /* Enter goes into the quantity, where Delete is a letter's; Enter again is through. */
  order_test_press (&test, "Return");
  order_test_type (&test, "4");
  order_test_press (&test, "Delete");
  assert_ids (&test, "1 3 3");
  order_test_press (&test, "Return");
  ui_test_wait_until (is_focus_in (&test, test.page->entry));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *quantity = order_test_dup (get_line (&test, i), "quantity");

      g_assert_cmpstr (quantity, ==, i == 1 ? "4" : "1");
    }
  order_test_stop (&test);
}

/* Tab goes from the entry over the lines, the delivery, the client and the payment to Send. */
static void
test_tab_order (void)
{
  OrderTest test = { 0 };
  GtkWidget *order[3];
  guint reached = 0;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  order[0] = GTK_WIDGET (test.page->lines);
  order[1] = GTK_WIDGET (test.page->details);
  order[2] = test.page->send_button;
  for (guint i = 0; i < 40 && reached < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *focus;

      order_test_press (&test, "Tab");
      focus = gtk_window_get_focus (GTK_WINDOW (test.ui.window));
      g_assert_nonnull (focus);
      if (focus == order[reached] || gtk_widget_is_ancestor (focus, order[reached]))
        reached++;
    }
  g_assert_cmpuint (reached, ==, G_N_ELEMENTS (order));
  order_test_stop (&test);
}

static void
test_refused (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  comptoir_order_draft_set_client_field (test.page->draft, KASH_CLIENT_NOM, "Tanguy");
  comptoir_order_draft_set_field (test.page->draft, COMPTOIR_DRAFT_TABLE, "999");
  order_test_send (&test);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 0);
  g_assert_true (gtk_widget_get_visible (test.page->message));
  /* The service's own words, over the order and at the table. */
  g_assert_nonnull (strstr (gtk_label_get_label (test.page->message_words), "Table inconnue"));
  records = order_test_list (&test);
  g_assert_cmpint (((ComptoirOrderRecord *) g_ptr_array_index (records, 0))->state, ==,
                   COMPTOIR_ORDER_STATE_REFUSED);

  /* The draft goes on, as the same entry. */
  comptoir_order_draft_set_field (test.page->draft, COMPTOIR_DRAFT_TABLE, "");
  order_test_send (&test);
  g_assert_cmpstr (order_test_get_content (&test), ==, "outcome");
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  g_ptr_array_unref (records);
  records = order_test_list (&test);
  g_assert_cmpuint (records->len, ==, 1);
  order_test_stop (&test);
}

static gboolean
has_evidence (OrderTest *test)
{
  GtkWidget *recorded = ui_test_find (GTK_WIDGET (test->page->outcome), GTK_TYPE_SPINNER, 0);

  return !gtk_widget_get_mapped (recorded);
}

static void
send_into_the_void (OrderTest *test)
{
  g_autoptr (GError) error = NULL;

  order_test_start (test);
  order_test_open (test, 0);
  order_test_key_in (test);
  demo_shop_set_fault (test->ui.demo, "reset-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  order_test_send (test);
  g_assert_cmpstr (order_test_get_content (test), ==, "outcome");
  ui_test_wait_until (has_evidence (test));
  g_assert_cmpuint (demo_shop_get_n_orders (test->ui.demo), ==, 1);
}

/* The connection breaks when the order is in the books: the page finds it by itself. */
static void
test_unknown_recorded (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  const ComptoirOrderRecord *record;

  send_into_the_void (&test);
  g_assert_nonnull (test.page->number);
  records = order_test_list (&test);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_UNKNOWN);

  g_signal_emit_by_name (test.page->outcome, "recorded");
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  g_ptr_array_unref (records);
  records = order_test_list (&test);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpstr (record->number, ==, test.page->number);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  order_test_stop (&test);
}

/* Sending again is the person's decision, with the summary in between. */
static void
test_unknown_again (void)
{
  OrderTest test = { 0 };
  GtkWidget *dialog;

  send_into_the_void (&test);
  g_signal_emit_by_name (test.page->outcome, "send-again");
  dialog = order_test_wait_for_summary (&test);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  gtk_widget_activate_action (dialog, "dialog.send", NULL);
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 2);
  order_test_stop (&test);
}

static void
test_cancel (void)
{
  OrderTest test = { 0 };
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  demo_shop_set_fault (test.ui.demo, "silent-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  dialog = order_test_wait_for_summary (&test);
  gtk_widget_activate_action (dialog, "dialog.send", NULL);
  ui_test_wait_until (demo_shop_get_n_orders (test.ui.demo) == 1);
  g_assert_false (gtk_widget_get_sensitive (test.page->form));
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.cancel", NULL);
  ui_test_wait_until (test.page->sending == NULL);
  g_assert_cmpstr (order_test_get_content (&test), ==, "outcome");
  ui_test_wait_until (has_evidence (&test));
  g_assert_nonnull (test.page->number);
  order_test_stop (&test);
}

/* What fails before the connection stood gives the order back as it was. */
static void
test_not_sent (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  demo_shop_stop (test.ui.demo);
  order_test_send (&test);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_true (gtk_widget_get_visible (test.page->message));
  g_assert_true (gtk_widget_get_sensitive (test.page->form));
  records = order_test_list (&test);
  g_assert_cmpint (((ComptoirOrderRecord *) g_ptr_array_index (records, 0))->state, ==,
                   COMPTOIR_ORDER_STATE_DRAFT);
  order_test_stop (&test);
}

static gboolean
has_quantity (OrderTest *test, const char *expected)
{
  g_autofree char *quantity = order_test_dup (get_line (test, 0), "quantity");

  return g_strcmp0 (quantity, expected) == 0;
}

/* What was typed is there after a restart, what is wrong with it included. */
static void
test_restored (void)
{
  OrderTest test = { 0 };
  g_autofree char *quantity = NULL;
  g_autofree char *title = NULL;
  gint64 id;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_type (&test, "croissant");
  order_test_press (&test, "Return");
  ui_test_wait_until (order_test_get_n_lines (&test) == 1);
  order_test_press (&test, "Down");
  order_test_press (&test, "Return");
  order_test_type (&test, "1,5x");
  ui_test_wait_until (has_quantity (&test, "1,5x"));
  ui_test_wait_until (comptoir_order_page_get_id (test.page) != 0);
  id = comptoir_order_page_get_id (test.page);
  order_test_restart_journal (&test);
  order_test_open (&test, id);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, 1);
  quantity = order_test_dup (get_line (&test, 0), "quantity");
  g_assert_cmpstr (quantity, ==, "1,5x");
  g_assert_cmpint (comptoir_order_page_get_id (test.page), ==, id);
  title = order_test_dup (test.page, "title");
  g_assert_nonnull (strstr (title, "Croissant"));
  order_test_stop (&test);
}

static void
test_double_click (void)
{
  OrderTest test = { 0 };
  GtkWidget *dialog, *button;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  /* Two on the page's own button open one summary … */
  g_signal_emit_by_name (test.page->send_button, "clicked");
  g_signal_emit_by_name (test.page->send_button, "clicked");
  dialog = order_test_wait_for_summary (&test);
  /* … and two on that of the summary send once. */
  button = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_object_ref (button);
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  g_object_unref (button);
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  for (guint i = 0; i < 20; i++)
    ui_test_turn ();
  g_assert_cmpuint (demo_shop_get_n_orders (test.ui.demo), ==, 1);
  g_assert_cmpuint (demo_shop_get_n_requests (test.ui.demo, "webapp.php"), ==, 1);
  order_test_stop (&test);
}

static void
test_park (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.park", NULL);
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, 0);
  comptoir_order_draft_add_free (test.page->draft);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.park", NULL);
  records = order_test_list (&test);
  g_assert_cmpuint (records->len, ==, 2);
  order_test_stop (&test);
}

static void
test_client (void)
{
  OrderTest test = { 0 };

  order_test_start (&test);
  order_test_open (&test, 0);
  comptoir_order_details_edit (test.page->details, COMPTOIR_DRAFT_PLACE_CLIENT, -1);
  order_test_type (&test, "martin");
  ui_test_wait_until (ui_test_find (GTK_WIDGET (test.page->details), GTK_TYPE_LIST_BOX_ROW, 0)
                      != NULL);
  for (guint i = 0; i < 50; i++)
    ui_test_turn ();
  order_test_press (&test, "Return");
  ui_test_wait_until (comptoir_order_draft_get_client (test.page->draft) != 0);
  order_test_stop (&test);
}

/* The page goes while its order is on its way: the journal knows how it ended. */
static void
test_closed_while_sending (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  gpointer page;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  demo_shop_set_fault (test.ui.demo, "slow:webapp.php", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  dialog = order_test_wait_for_summary (&test);
  gtk_widget_activate_action (dialog, "dialog.send", NULL);
  ui_test_wait_until (demo_shop_get_n_orders (test.ui.demo) == 1);
  page = test.page;
  g_object_add_weak_pointer (page, &page);
  g_cancellable_cancel (test.page->sending);
  gtk_window_destroy (GTK_WINDOW (test.ui.window));
  test.ui.window = NULL;
  ui_test_wait_until (page == NULL);
  records = order_test_list (&test);
  g_assert_cmpint (((ComptoirOrderRecord *) g_ptr_array_index (records, 0))->state, ==,
                   COMPTOIR_ORDER_STATE_UNKNOWN);
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/order-page/keyboard", test_keyboard);
  g_test_add_func ("/ui/order-page/same-again", test_same_again);
  g_test_add_func ("/ui/order-page/lines", test_lines);
  g_test_add_func ("/ui/order-page/tab-order", test_tab_order);
  g_test_add_func ("/ui/order-page/client", test_client);
  g_test_add_func ("/ui/order-page/refused", test_refused);
  g_test_add_func ("/ui/order-page/unknown-recorded", test_unknown_recorded);
  g_test_add_func ("/ui/order-page/unknown-again", test_unknown_again);
  g_test_add_func ("/ui/order-page/cancel", test_cancel);
  g_test_add_func ("/ui/order-page/not-sent", test_not_sent);
  g_test_add_func ("/ui/order-page/restored", test_restored);
  g_test_add_func ("/ui/order-page/double-click", test_double_click);
  g_test_add_func ("/ui/order-page/park", test_park);
  g_test_add_func ("/ui/order-page/closed-while-sending", test_closed_while_sending);
  return g_test_run ();
}
