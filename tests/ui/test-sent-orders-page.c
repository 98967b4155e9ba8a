/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-test.h"

#include "comptoir-sent-order-pane.h"

static void
on_open_order (GtkWidget *page, gint64 id, gint64 *opened)
{
  *opened = id;
}

static GtkWidget *
open_page (OrderTest *test, guint n_orders, gint64 *opened)
{
  GtkWidget *page = comptoir_sent_orders_page_new (test->ui.shop, test->journal);
  GtkColumnView *view;

  g_signal_connect (page, "open-order", G_CALLBACK (on_open_order), opened);
  order_test_show (test, page);
  view = GTK_COLUMN_VIEW (ui_test_find (page, GTK_TYPE_COLUMN_VIEW, 0));
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)))
                      == n_orders);
  return page;
}

static GListModel *
get_orders (GtkWidget *page)
{
  GtkWidget *view = ui_test_find (page, GTK_TYPE_COLUMN_VIEW, 0);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

/* Whether a label that can be seen holds the text. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

/* A draft, a refused and a recorded order, oldest first. */
static void
make_orders (OrderTest *test)
{
  order_test_start (test);
  order_test_open (test, 0);
  order_test_key_in (test);
  order_test_send (test);
  order_test_open (test, 0);
  order_test_key_in (test);
  comptoir_order_draft_set_field (test->page->draft, COMPTOIR_DRAFT_TABLE, "999");
  order_test_send (test);
  order_test_open (test, 0);
  comptoir_order_draft_add_item (test->page->draft, 3, "2");
}

static void
test_list (void)
{
  OrderTest test = { 0 };
  GtkWidget *page, *pane;
  GListModel *orders;
  gint64 opened = 0;

  make_orders (&test);
  page = open_page (&test, 3, &opened);
  pane = ui_test_find (page, COMPTOIR_TYPE_SENT_ORDER_PANE, 0);
  orders = get_orders (page);
  ui_test_wait_until (shows (pane, "Draft"));
  g_assert_true (shows (page, "Refused"));
  g_assert_true (shows (page, "Recorded"));
  g_assert_false (shows (pane, "What Was Sent"));

  /* What went out and what came back, in words; the key in neither. */
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (orders), 1, TRUE);
  ui_test_wait_until (shows (pane, "What Was Sent"));
  g_assert_true (shows (pane, "Table inconnue"));
  g_assert_false (shows (pane, demo_shop_get_key (test.ui.demo)));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (orders), 2, TRUE);
  ui_test_wait_until (shows (pane, "To be paid"));
  g_assert_true (shows (pane, "2 × "));
  order_test_stop (&test);
}

/* The draft is opened from the list and goes on as the same entry. */
static void
test_open (void)
{
  OrderTest test = { 0 };
  GtkWidget *page;
  gint64 opened = 0;

  make_orders (&test);
  page = open_page (&test, 3, &opened);
  g_signal_emit_by_name (ui_test_find (page, GTK_TYPE_COLUMN_VIEW, 0), "activate", 0);
  g_assert_cmpint (opened, >, 0);
  order_test_open (&test, opened);
  g_assert_cmpint (comptoir_order_page_get_id (test.page), ==, opened);
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, 1);
  order_test_stop (&test);
}

static void
test_search (void)
{
  OrderTest test = { 0 };
  GtkWidget *page;
  GListModel *orders;
  gint64 opened = 0;

  make_orders (&test);
  page = open_page (&test, 3, &opened);
  orders = get_orders (page);
  gtk_widget_activate_action (page, "sent-orders.search", NULL);
  order_test_type (&test, "refus");
  ui_test_wait_until (g_list_model_get_n_items (orders) == 1);
  order_test_type (&test, "x");
  ui_test_wait_until (g_list_model_get_n_items (orders) == 0);
  order_test_stop (&test);
}

/* Thrown away, and back. */
static void
test_discard (void)
{
  OrderTest test = { 0 };
  GtkWidget *page, *pane, *undo = NULL;
  GListModel *orders;
  gint64 opened = 0;

  make_orders (&test);
  page = open_page (&test, 3, &opened);
  orders = get_orders (page);
  pane = ui_test_find (page, COMPTOIR_TYPE_SENT_ORDER_PANE, 0);
  g_signal_emit_by_name (pane, "discard");
  ui_test_wait_until (g_list_model_get_n_items (orders) == 2);
  for (guint i = 0; undo == NULL; i++)
    {
      GtkWidget *button = ui_test_find (page, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Undo") == 0)
        undo = button;
    }
  g_signal_emit_by_name (undo, "clicked");
  ui_test_wait_until (g_list_model_get_n_items (orders) == 3);
  order_test_stop (&test);
}

/* An order of unknown outcome is looked for from here too. */
static void
test_look (void)
{
  OrderTest test = { 0 };
  GtkWidget *page, *pane;
  gint64 opened = 0;
  g_autoptr (GError) error = NULL;

  order_test_start (&test);
  order_test_open (&test, 0);
  order_test_key_in (&test);
  demo_shop_set_fault (test.ui.demo, "reset-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  order_test_send (&test);
  page = open_page (&test, 1, &opened);
  pane = ui_test_find (page, COMPTOIR_TYPE_SENT_ORDER_PANE, 0);
  ui_test_wait_until (shows (pane, "Outcome unknown"));
  g_signal_emit_by_name (ui_test_find (pane, GTK_TYPE_BUTTON, 1), "clicked");
  ui_test_wait_until (shows (pane, "it was recorded"));
  order_test_stop (&test);
}

static void
test_empty (void)
{
  OrderTest test = { 0 };
  GtkWidget *page;
  gint64 opened = 0;

  order_test_start (&test);
  page = open_page (&test, 0, &opened);
  ui_test_wait_until (shows (page, "No Orders Yet"));
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sent-orders-page/list", test_list);
  g_test_add_func ("/ui/sent-orders-page/open", test_open);
  g_test_add_func ("/ui/sent-orders-page/search", test_search);
  g_test_add_func ("/ui/sent-orders-page/discard", test_discard);
  g_test_add_func ("/ui/sent-orders-page/look", test_look);
  g_test_add_func ("/ui/sent-orders-page/empty", test_empty);
  return g_test_run ();
}
