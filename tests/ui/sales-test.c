/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

/* Opens the page of a shop that was started, in place of the one before. */
void
sales_test_open (SalesTest *test)
{
  if (test->base.window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->base.window));
  test->base.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->base.window), 1000, 700);
  test->page = COMPTOIR_SALES_PAGE (comptoir_sales_page_new (test->base.shop));
  adw_window_set_content (ADW_WINDOW (test->base.window), GTK_WIDGET (test->page));
  gtk_window_present (GTK_WINDOW (test->base.window));
}

/* Starts a shop and waits for yesterday's figures. */
void
sales_test_start (SalesTest *test)
{
  ui_test_start (&test->base, NULL);
  sales_test_open (test);
  ui_test_wait_until (sales_test_has_figures (test));
}

void
sales_test_stop (SalesTest *test)
{
  ui_test_stop (&test->base);
}

/* @fault: (nullable) */
void
sales_test_set_fault (SalesTest *test, const char *fault)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (test->base.demo, fault, &error);
  g_assert_no_error (error);
}

void
sales_test_activate (SalesTest *test, const char *action)
{
  g_autofree char *name = g_strconcat ("sales.", action, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->page), name, NULL));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  comptoir_store_save_reply_finish (COMPTOIR_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Puts a file in the place of a kept report, as if the service had sent it; the test keeps. */
void
sales_test_put_report (SalesTest *test, KashReport report, const GDate *day, GBytes *bytes)
{
  g_autofree char *name = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gboolean saved = FALSE;
  char iso[16];

  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", day);
  name = g_strdup_printf ("report-%s.%s", iso, kash_report_get_name (report));
  comptoir_store_save_reply_async (
      test->base.store, comptoir_account_entry_get_id (comptoir_shop_get_entry (test->base.shop)),
      name, bytes, now, NULL, on_saved, &saved);
  ui_test_wait_until (saved);
}

/* Goes to a view and waits until it shows what there is to show. */
void
sales_test_show_view (SalesTest *test, const char *view)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->page), "sales.view", "s", view));
  if (comptoir_sales_page_get_report (test->page) != NULL)
    ui_test_wait_until (
        !comptoir_report_view_get_loading (comptoir_sales_page_get_report (test->page)));
}

/* Whether the day's figures came, or why they don't. */
gboolean
sales_test_has_figures (SalesTest *test)
{
  return !test->page->loading;
}

/* Of the report in front: "loading", "content", "empty", "reply" or "failed". */
const char *
sales_test_get_state (SalesTest *test)
{
  return comptoir_report_view_get_state (comptoir_sales_page_get_report (test->page));
}
