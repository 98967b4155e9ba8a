/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One order in two windows. */

#include "order-test.h"

typedef struct
{
  OrderTest test; /* whose page is the one in front */
  ComptoirOrderPage *other;
  GtkWidget *other_window;
  gint64 id;
} Windows;

static gboolean
is_kept (OrderTest *test)
{
  return comptoir_order_page_get_id (test->page) != 0
         && !comptoir_draft_keeper_is_busy (test->page->keeper);
}

static guint
get_n_lines (ComptoirOrderPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (page->draft));
}

/* An order of two lines, open in two windows. */
static void
set_up (Windows *self)
{
  order_test_start (&self->test);
  order_test_open (&self->test, 0);
  order_test_key_in (&self->test);
  ui_test_wait_until (is_kept (&self->test));
  self->id = comptoir_order_page_get_id (self->test.page);
  self->other = COMPTOIR_ORDER_PAGE (
      comptoir_order_page_new (self->test.ui.shop, self->test.journal, self->id));
  self->other_window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->other_window), GTK_WIDGET (self->other));
  gtk_window_present (GTK_WINDOW (self->other_window));
  ui_test_wait_until (!self->other->loading && get_n_lines (self->other) == 2);
}

static void
tear_down (Windows *self)
{
  gtk_window_destroy (GTK_WINDOW (self->other_window));
  order_test_stop (&self->test);
}

/* What is typed in one shows in the other, and nothing is typed away. */
static void
test_typed (void)
{
  Windows windows = { 0 };
  g_autoptr (GPtrArray) records = NULL;

  set_up (&windows);
  comptoir_order_draft_add_item (windows.test.page->draft, 3, "4");
  ui_test_wait_until (get_n_lines (windows.other) == 3);
  comptoir_order_draft_add_item (windows.other->draft, 4, NULL);
  ui_test_wait_until (get_n_lines (windows.test.page) == 4);
  records = order_test_list (&windows.test);
  g_assert_cmpuint (records->len, ==, 1);
  tear_down (&windows);
}

/* Sent from one, it can't be sent from the other. */
static void
test_sent (void)
{
  Windows windows = { 0 };

  set_up (&windows);
  order_test_send (&windows.test);
  g_assert_cmpint (windows.test.page->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  ui_test_wait_until (windows.other->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  gtk_widget_activate_action (GTK_WIDGET (windows.other), "order.review", NULL);
  for (guint i = 0; i < 20; i++)
    ui_test_turn ();
  g_assert_null (windows.other->summary);
  g_assert_cmpuint (demo_shop_get_n_requests (windows.test.ui.demo, "webapp.php"), ==, 1);
  tear_down (&windows);
}

/* Both have the summary open, and both say Send. */
static void
test_sent_at_once (void)
{
  Windows windows = { 0 };

  set_up (&windows);
  gtk_widget_activate_action (GTK_WIDGET (windows.test.page), "order.review", NULL);
  gtk_widget_activate_action (GTK_WIDGET (windows.other), "order.review", NULL);
  ui_test_wait_until (windows.test.page->summary != NULL && windows.other->summary != NULL);
  gtk_widget_activate_action (windows.test.page->summary, "dialog.send", NULL);
  gtk_widget_activate_action (windows.other->summary, "dialog.send", NULL);
  ui_test_wait_until (windows.test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  ui_test_wait_until (windows.other->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (windows.test.ui.demo), ==, 1);
  g_assert_cmpuint (demo_shop_get_n_requests (windows.test.ui.demo, "webapp.php"), ==, 1);
  tear_down (&windows);
}

/* Nobody knows in either what became of it; the decision in one holds for both. */
static void
test_unknown (void)
{
  Windows windows = { 0 };
  g_autoptr (GError) error = NULL;

  set_up (&windows);
  demo_shop_set_fault (windows.test.ui.demo, "reset-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  order_test_send (&windows.test);
  ui_test_wait_until (windows.other->state == COMPTOIR_ORDER_STATE_UNKNOWN);
  ui_test_wait_until (windows.other->number != NULL);
  g_signal_emit_by_name (windows.other->outcome, "recorded");
  ui_test_wait_until (windows.test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (windows.test.ui.demo), ==, 1);
  tear_down (&windows);
}

static void
on_discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) user_data
      = comptoir_order_journal_discard_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

/* Thrown away in one, it is still on the other's screen, and kept again with the next change. */
static void
test_thrown_away (void)
{
  Windows windows = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  gboolean discarded = FALSE;

  set_up (&windows);
  comptoir_order_journal_discard_async (windows.test.journal, windows.id, NULL, on_discarded,
                                        &discarded);
  ui_test_wait_until (discarded);
  ui_test_wait_until (comptoir_order_page_get_id (windows.test.page) == 0);
  g_assert_true (gtk_widget_get_visible (windows.test.page->message));
  g_assert_cmpuint (order_test_get_n_lines (&windows.test), ==, 2);
  comptoir_order_draft_add_item (windows.test.page->draft, 3, NULL);
  ui_test_wait_until (is_kept (&windows.test));
  g_assert_cmpint (comptoir_order_page_get_id (windows.test.page), >, windows.id);
  records = order_test_list (&windows.test);
  g_assert_cmpuint (records->len, ==, 1);
  tear_down (&windows);
}

/* What the service said is there again in another window, or after a restart. */
static void
test_refused_before (void)
{
  OrderTest test = { 0 };
  gint64 id;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  comptoir_order_draft_set_field (test.page->draft, COMPTOIR_DRAFT_TABLE, "999");
  order_test_send (&test);
  id = comptoir_order_page_get_id (test.page);
  order_test_restart_journal (&test);
  order_test_open (&test, id);
  g_assert_cmpstr (order_test_get_content (&test), ==, "form");
  g_assert_true (gtk_widget_get_visible (test.page->message));
  g_assert_nonnull (strstr (gtk_label_get_label (test.page->message_words), "Table inconnue"));
  order_test_stop (&test);
}

static void
count (gpointer page, guint *n)
{
  (*n)++;
}

/* A tab hears of it when its page gets an entry, so that it is kept even if the program dies. */
static void
test_state_changed (void)
{
  OrderTest test = { 0 };
  guint n = 0;

  order_test_start (&test);
  order_test_open (&test, 0);
  g_signal_connect (test.page, "state-changed", G_CALLBACK (count), &n);
  order_test_key_in (&test);
  g_assert_cmpuint (n, ==, 0);
  ui_test_wait_until (comptoir_order_page_get_id (test.page) != 0);
  g_assert_cmpuint (n, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.park", NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (comptoir_order_page_get_id (test.page), ==, 0);
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/order-page-windows/typed", test_typed);
  g_test_add_func ("/ui/order-page-windows/sent", test_sent);
  g_test_add_func ("/ui/order-page-windows/sent-at-once", test_sent_at_once);
  g_test_add_func ("/ui/order-page-windows/unknown", test_unknown);
  g_test_add_func ("/ui/order-page-windows/thrown-away", test_thrown_away);
  g_test_add_func ("/ui/order-page-windows/refused-before", test_refused_before);
  g_test_add_func ("/ui/order-page-windows/state-changed", test_state_changed);
  return g_test_run ();
}
