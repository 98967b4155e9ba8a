/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <string.h>

#include "comptoir-sales-chart-private.h"
#include "comptoir-sales-summary-view-private.h"
#include "comptoir-sales-text.h"

static int
days_back (SalesTest *test)
{
  GDate today;

  comptoir_sales_get_today (test->page->sales, &today);
  return g_date_days_between (&test->page->day, &today);
}

static const char *
get_summary_state (SalesTest *test)
{
  return gtk_stack_get_visible_child_name (test->page->summary->stack);
}

static gboolean
is_enabled (SalesTest *test, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (test->page->actions), action);
}

static char *
dup_title (SalesTest *test)
{
  char *title;

  g_object_get (test->page, "title", &title, NULL);
  return title;
}

/* The first thing on screen: yesterday, in the figures that the model reckons. */
static void
test_yesterday (void)
{
  SalesTest test = { 0 };
  const ComptoirSalesSummary *summary;
  g_autofree char *money = NULL;
  g_autofree char *title = NULL;
  ComptoirFigureCard *card;

  sales_test_start (&test);
  g_assert_cmpint (days_back (&test), ==, 1);
  g_assert_cmpstr (get_summary_state (&test), ==, "figures");
  summary = comptoir_sales_peek_summary (test.page->sales, &test.page->day);
  money = comptoir_sales_text_money (test.base.shop, summary->sales_incl_vat);
  card = test.page->summary->figures[COMPTOIR_FIGURE_INCL_VAT];
  g_assert_cmpstr (comptoir_figure_card_get_figure (card), ==, money);
  g_assert_cmpuint (test.page->summary->rows->len, ==, summary->vat->len + summary->payments->len);
  g_assert_cmpstr (
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (test.page->summary->balance)), ==,
      "Payments add up to sales and VAT");
  title = dup_title (&test);
  g_assert_cmpstr (title, ==, "Daily Sales");
  sales_test_stop (&test);
}

/* Beside each figure, the one of a week before and how it changed, in words. */
static void
test_week_before (void)
{
  SalesTest test = { 0 };
  ComptoirFigureCard *card;
  GDate before;

  sales_test_start (&test);
  before = test.page->day;
  g_date_subtract_days (&before, 7);
  ui_test_wait_until (comptoir_sales_peek_summary (test.page->sales, &before) != NULL);
  card = test.page->summary->figures[COMPTOIR_FIGURE_INCL_VAT];
  ui_test_wait_until (*comptoir_figure_card_get_change (card) != '\0');
  g_assert_true (strstr (comptoir_figure_card_get_change (card), "more") != NULL
                 || strstr (comptoir_figure_card_get_change (card), "less") != NULL
                 || strstr (comptoir_figure_card_get_change (card), "same") != NULL);
  sales_test_stop (&test);
}

static void
test_day_bar (void)
{
  SalesTest test = { 0 };
  g_autofree char *title = NULL;
  GDate tomorrow;

  sales_test_start (&test);
  g_assert_false (is_enabled (&test, "yesterday"));
  sales_test_activate (&test, "previous-day");
  g_assert_cmpint (days_back (&test), ==, 2);
  title = dup_title (&test);
  g_assert_true (g_str_has_prefix (title, "Sales, "));
  sales_test_activate (&test, "same-day-last-week");
  g_assert_cmpint (days_back (&test), ==, 9);
  sales_test_activate (&test, "yesterday");
  g_assert_cmpint (days_back (&test), ==, 1);
  sales_test_activate (&test, "next-day");
  g_assert_cmpint (days_back (&test), ==, 0);
  g_assert_false (is_enabled (&test, "next-day"));

  /* Days to come have no sales. */
  tomorrow = test.page->day;
  g_date_add_days (&tomorrow, 1);
  comptoir_sales_page_set_day (test.page, &tomorrow);
  g_assert_cmpint (days_back (&test), ==, 0);
  ui_test_wait_until (sales_test_has_figures (&test));
  sales_test_stop (&test);
}

/* Going through days fast shows the last one, whatever comes in between. */
static void
test_fast (void)
{
  SalesTest test = { 0 };

  ui_test_start (&test.base, NULL);
  sales_test_open (&test);
  for (guint i = 0; i < 12; i++)
    {
      sales_test_activate (&test, "previous-day");
      ui_test_turn ();
    }
  g_assert_cmpint (days_back (&test), ==, 13);
  ui_test_wait_until (sales_test_has_figures (&test));
  g_assert_nonnull (comptoir_sales_peek_summary (test.page->sales, &test.page->day));
  sales_test_stop (&test);
}

/* A day without sales is no error. */
static void
test_closed (void)
{
  SalesTest test = { 0 };
  GDate old;

  sales_test_start (&test);
  old = test.page->day;
  g_date_subtract_years (&old, 5);
  comptoir_sales_page_set_day (test.page, &old);
  ui_test_wait_until (sales_test_has_figures (&test));
  g_assert_cmpstr (get_summary_state (&test), ==, "closed");
  sales_test_stop (&test);
}

/* Nothing to be had: a sentence, and figures once it is tried again. */
static void
test_failed (void)
{
  SalesTest test = { 0 };

  ui_test_start (&test.base, NULL);
  sales_test_set_fault (&test, "500");
  sales_test_open (&test);
  ui_test_wait_until (sales_test_has_figures (&test));
  g_assert_cmpstr (get_summary_state (&test), ==, "failed");
  g_assert_cmpuint (strlen (gtk_label_get_label (test.page->summary->failed_sentence)), >, 10);
  g_assert_false (is_enabled (&test, "copy-summary"));

  sales_test_set_fault (&test, NULL);
  g_signal_emit_by_name (test.page->summary, "retry");
  ui_test_wait_until (sales_test_has_figures (&test));
  g_assert_cmpstr (get_summary_state (&test), ==, "figures");
  sales_test_stop (&test);
}

static void
test_copy (void)
{
  SalesTest test = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *money = NULL;
  g_autofree char *day = NULL;

  sales_test_start (&test);
  sales_test_activate (&test, "copy-summary");
  text = ui_test_read_clipboard (&test.base);
  day = comptoir_sales_text_day (&test.page->day);
  money = comptoir_sales_text_money (
      test.base.shop,
      comptoir_sales_peek_summary (test.page->sales, &test.page->day)->sales_incl_vat);
  g_assert_nonnull (strstr (text, day));
  g_assert_nonnull (strstr (text, money));
  g_assert_nonnull (strstr (text, "Payments"));
  sales_test_stop (&test);
}

/* The days around come only while the page is in front, and stop when it is left. */
static void
test_fill (void)
{
  SalesTest test = { 0 };
  GDate first;
  guint before;

  sales_test_start (&test);
  first = test.page->day;
  g_date_subtract_days (&first, 29);
  for (guint i = 0; i < 20; i++)
    ui_test_turn ();
  g_assert_null (comptoir_sales_peek_summary (test.page->sales, &first));

  comptoir_sales_page_set_active (test.page, TRUE);
  ui_test_wait_until (comptoir_sales_peek_summary (test.page->sales, &first) != NULL);
  ui_test_wait_until (test.page->fill_cancellable == NULL);

  /* All is known now: another look asks nobody. */
  before = demo_shop_get_n_requests (test.base.demo, NULL);
  comptoir_sales_page_set_active (test.page, FALSE);
  comptoir_sales_page_set_active (test.page, TRUE);
  ui_test_wait_until (test.page->fill_cancellable == NULL);
  g_assert_cmpuint (demo_shop_get_n_requests (test.base.demo, NULL), ==, before);
  sales_test_stop (&test);
}

/* A month's figures show from the store: another start, a service that is gone, no request. */
static void
test_month_kept (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart;
  guint before;

  test.base.keeps = TRUE;
  sales_test_start (&test);
  comptoir_sales_page_set_active (test.page, TRUE);
  ui_test_wait_until (test.page->summary->chart->bars[0].has_average);
  ui_test_wait_until (test.page->fill_cancellable == NULL);
  comptoir_store_flush (test.base.store);

  before = demo_shop_get_n_requests (test.base.demo, NULL);
  demo_shop_stop (test.base.demo);
  sales_test_open (&test);
  comptoir_sales_page_set_active (test.page, TRUE);
  ui_test_wait_until (sales_test_has_figures (&test));
  g_assert_cmpstr (get_summary_state (&test), ==, "figures");
  chart = test.page->summary->chart;
  ui_test_wait_until (chart->bars[0].has_average);
  ui_test_wait_until (test.page->fill_cancellable == NULL);
  for (guint i = 0; i < COMPTOIR_CHART_DAYS; i++)
    g_assert_true (chart->bars[i].known);
  g_assert_cmpuint (demo_shop_get_n_requests (test.base.demo, NULL), ==, before);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (test.page->edited), "As of "));
  sales_test_stop (&test);
}

/* Leaving the page stops them. */
static void
test_stop_filling (void)
{
  SalesTest test = { 0 };
  GDate first;

  sales_test_start (&test);
  first = test.page->day;
  g_date_subtract_days (&first, 29);
  comptoir_sales_page_set_active (test.page, TRUE);
  g_assert_nonnull (test.page->fill_cancellable);
  comptoir_sales_page_set_active (test.page, FALSE);
  g_assert_null (test.page->fill_cancellable);
  for (guint i = 0; i < 50; i++)
    ui_test_turn ();
  g_assert_null (comptoir_sales_peek_summary (test.page->sales, &first));
  sales_test_stop (&test);
}

static void
test_state (void)
{
  SalesTest test = { 0 };
  g_autofree char *state = NULL;

  sales_test_start (&test);
  sales_test_show_view (&test, "accounting");
  state = comptoir_sales_page_dup_state (test.page);
  sales_test_open (&test);
  comptoir_sales_page_set_state (test.page, state);
  g_assert_cmpstr (comptoir_sales_page_get_view (test.page), ==, "accounting");
  comptoir_sales_page_set_state (test.page, "[sales]\nview=nonsense\n");
  g_assert_cmpstr (comptoir_sales_page_get_view (test.page), ==, "accounting");
  comptoir_sales_page_set_state (test.page, "\001 no key file");
  ui_test_wait_until (sales_test_has_figures (&test));
  sales_test_stop (&test);
}

/* The page goes while all of it is on its way. */
static void
test_closed_while_loading (void)
{
  SalesTest test = { 0 };
  gpointer page;

  ui_test_start (&test.base, NULL);
  sales_test_set_fault (&test, "slow");
  sales_test_open (&test);
  comptoir_sales_page_set_active (test.page, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test.page), "sales.view", "s", "pdf"));
  page = test.page;
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (test.base.window));
  test.base.window = NULL;
  ui_test_wait_until (page == NULL);
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sales-page/yesterday", test_yesterday);
  g_test_add_func ("/ui/sales-page/week-before", test_week_before);
  g_test_add_func ("/ui/sales-page/day-bar", test_day_bar);
  g_test_add_func ("/ui/sales-page/fast", test_fast);
  g_test_add_func ("/ui/sales-page/closed", test_closed);
  g_test_add_func ("/ui/sales-page/failed", test_failed);
  g_test_add_func ("/ui/sales-page/copy", test_copy);
  g_test_add_func ("/ui/sales-page/fill", test_fill);
  g_test_add_func ("/ui/sales-page/month-kept", test_month_kept);
  g_test_add_func ("/ui/sales-page/stop-filling", test_stop_filling);
  g_test_add_func ("/ui/sales-page/state", test_state);
  g_test_add_func ("/ui/sales-page/closed-while-loading", test_closed_while_loading);
  return g_test_run ();
}
