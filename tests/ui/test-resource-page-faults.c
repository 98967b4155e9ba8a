/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-test.h"

#include <string.h>

static void
set_fault (UiTest *test, const char *fault)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (test->demo, fault, &error);
  g_assert_no_error (error);
}

/* A refresh that fails keeps the rows and says why. */
static void
test_refresh_fails (void)
{
  UiTest test = { 0 };
  guint rows;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  rows = ui_test_get_n_rows (&test);
  g_assert_null (comptoir_notice_bar_get_notice (test.page->notice));

  set_fault (&test, "500");
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (comptoir_dataset_get_error (test.page->dataset) != NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==, rows);
  g_assert_cmpstr (comptoir_notice_bar_get_notice (test.page->notice), ==,
                   comptoir_dataset_get_error (test.page->dataset)->message);

  set_fault (&test, NULL);
  g_signal_emit_by_name (test.page->notice, "retry");
  ui_test_wait_until (comptoir_dataset_get_error (test.page->dataset) == NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_null (comptoir_notice_bar_get_notice (test.page->notice));
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==, rows);
  ui_test_stop (&test);
}

/* With nothing kept, the page says what is the matter and offers to try again. */
static void
test_first_load_fails (gconstpointer fault)
{
  UiTest test = { 0 };

  ui_test_start (&test, NULL);
  set_fault (&test, fault);
  ui_test_open (&test, KASH_RESOURCE_CLIENTS);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "failed");
  g_assert_cmpuint (strlen (adw_status_page_get_description (test.page->failed)), >, 10);

  set_fault (&test, NULL);
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (ui_test_get_n_rows (&test) > 0);
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");
  ui_test_stop (&test);
}

/* What can't be read is shown, with what is wrong and where. */
static void
test_unreadable (gconstpointer fault)
{
  UiTest test = { 0 };
  g_autofree char *text = NULL;
  GBytes *reply;
  gsize length;
  const char *data;

  ui_test_start (&test, NULL);
  set_fault (&test, fault);
  ui_test_open (&test, KASH_RESOURCE_ITEMS);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "unreadable");
  text = comptoir_reply_view_dup_text (test.page->reply);
  reply = comptoir_dataset_get_unreadable (test.page->dataset);
  data = g_bytes_get_data (reply, &length);
  g_assert_cmpuint (length, >, 0);
  g_assert_cmpint (strncmp (text, data, MIN (length, 200)), ==, 0);

  set_fault (&test, NULL);
  g_signal_emit_by_name (test.page->reply, "retry");
  ui_test_wait_until (ui_test_get_n_rows (&test) > 0);
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");

  /* The same over rows that are there: they stay. */
  set_fault (&test, fault);
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (comptoir_dataset_get_error (test.page->dataset) != NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");
  g_assert_nonnull (comptoir_notice_bar_get_notice (test.page->notice));
  g_signal_emit_by_name (test.page->notice, "details");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), >=, 2);
  ui_test_stop (&test);
}

static void
test_empty (void)
{
  UiTest test = { 0 };

  ui_test_start (&test, NULL);
  demo_shop_set_shape (test.demo, "empty-array", NULL);
  ui_test_open (&test, KASH_RESOURCE_PENDING_ORDERS);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (test.page->empty), ==, "No Pending Orders");
  ui_test_stop (&test);
}

static void
test_cancel (void)
{
  UiTest test = { 0 };

  ui_test_start (&test, NULL);
  set_fault (&test, "silent");
  ui_test_open (&test, KASH_RESOURCE_ITEMS);
  ui_test_wait_until (comptoir_dataset_get_loading (test.page->dataset));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "loading");
  /* The button comes after half a second. */
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (test.page->first_progress)));
  ui_test_activate (&test, "cancel", NULL);
  ui_test_wait_until (!comptoir_dataset_get_loading (test.page->dataset));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "failed");
  g_assert_cmpstr (adw_status_page_get_title (test.page->failed), ==, "Loading Was Cancelled");

  set_fault (&test, NULL);
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (ui_test_get_n_rows (&test) > 0);
  ui_test_stop (&test);
}

/* The page goes while its rows are on their way. */
static void
test_closed_while_loading (void)
{
  UiTest test = { 0 };
  gpointer page;

  ui_test_start (&test, NULL);
  set_fault (&test, "slow");
  ui_test_open (&test, KASH_RESOURCE_ITEMS);
  ui_test_wait_until (comptoir_dataset_get_loading (test.page->dataset));
  page = test.page;
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (test.window));
  test.window = NULL;
  ui_test_wait_until (page == NULL);
  ui_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/resource-page/refresh-fails", test_refresh_fails);
  g_test_add_data_func ("/ui/resource-page/first-load/500", "500", test_first_load_fails);
  g_test_add_data_func ("/ui/resource-page/first-load/reset", "reset-before",
                        test_first_load_fails);
  g_test_add_data_func ("/ui/resource-page/unreadable/html", "html-200", test_unreadable);
  g_test_add_data_func ("/ui/resource-page/unreadable/deep", "deep-100000", test_unreadable);
  g_test_add_func ("/ui/resource-page/empty", test_empty);
  g_test_add_func ("/ui/resource-page/cancel", test_cancel);
  g_test_add_func ("/ui/resource-page/closed-while-loading", test_closed_while_loading);
  return g_test_run ();
}
