/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <string.h>

#include "comptoir-fec-view.h"
#include "comptoir-sales-text.h"
#include "comptoir-table-sum.h"

static const char *const views[] = { "report", "pdf", "table", "accounting", "audit", "excel" };

static GBytes *
get_bytes (SalesTest *test)
{
  return comptoir_report_view_get_bytes (comptoir_sales_page_get_report (test->page));
}

static gboolean
is_enabled (SalesTest *test, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (test->page->actions), action);
}

/* Every view shows its report, and it can be saved; the summary is no file. */
static void
test_views (void)
{
  SalesTest test = { 0 };

  sales_test_start (&test);
  g_assert_false (is_enabled (&test, "save-as"));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      sales_test_show_view (&test, views[i]);
      g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
      g_assert_cmpuint (g_bytes_get_size (get_bytes (&test)), >, 0);
      g_assert_true (is_enabled (&test, "save-as"));
      g_assert_true (is_enabled (&test, "open-with"));
      g_assert_true (g_str_has_prefix (gtk_label_get_label (test.page->edited), "As of "));
      g_assert_cmpint (is_enabled (&test, "print"), ==,
                       !g_str_equal (views[i], "accounting") && !g_str_equal (views[i], "audit"));
    }
  sales_test_show_view (&test, "summary");
  g_assert_false (is_enabled (&test, "save-as"));
  sales_test_stop (&test);
}

/* Every name fits what came. */
static void
test_names (void)
{
  static const char *const extensions[] = { ".html", ".pdf", ".csv", ".txt", ".xml", ".xlsx" };
  SalesTest test = { 0 };

  sales_test_start (&test);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = NULL;
      ComptoirReportView *view;

      sales_test_show_view (&test, views[i]);
      view = comptoir_sales_page_get_report (test.page);
      name = comptoir_sales_text_file_name (test.base.shop, comptoir_report_view_get_report (view),
                                            &test.page->day, get_bytes (&test));
      g_assert_true (g_str_has_suffix (name, extensions[i]));
    }
  sales_test_stop (&test);
}

/* Another day shows that day's report, in the same view. */
static void
test_other_day (void)
{
  SalesTest test = { 0 };
  g_autoptr (GBytes) first = NULL;

  sales_test_start (&test);
  sales_test_show_view (&test, "table");
  first = g_bytes_ref (get_bytes (&test));
  sales_test_activate (&test, "previous-day");
  g_assert_null (get_bytes (&test));
  ui_test_wait_until (get_bytes (&test) != NULL);
  ui_test_wait_until (g_str_equal (sales_test_get_state (&test), "content"));
  g_assert_false (g_bytes_equal (first, get_bytes (&test)));
  sales_test_stop (&test);
}

/* An error page where a report was expected is shown as text, and can be saved as it came. */
static void
test_error_page (gconstpointer view)
{
  SalesTest test = { 0 };

  sales_test_start (&test);
  sales_test_set_fault (&test, "html-200");
  sales_test_show_view (&test, view);
  g_assert_cmpstr (sales_test_get_state (&test), ==, "reply");
  g_assert_cmpuint (g_bytes_get_size (get_bytes (&test)), >, 0);
  g_assert_true (is_enabled (&test, "save-as"));

  sales_test_set_fault (&test, NULL);
  sales_test_activate (&test, "refresh");
  ui_test_wait_until (g_str_equal (sales_test_get_state (&test), "content"));
  sales_test_stop (&test);
}

static void
test_failed (void)
{
  SalesTest test = { 0 };

  sales_test_start (&test);
  sales_test_set_fault (&test, "500");
  sales_test_show_view (&test, "pdf");
  g_assert_cmpstr (sales_test_get_state (&test), ==, "failed");
  g_assert_false (is_enabled (&test, "save-as"));

  sales_test_set_fault (&test, NULL);
  sales_test_activate (&test, "refresh");
  ui_test_wait_until (g_str_equal (sales_test_get_state (&test), "content"));

  /* A refresh that fails leaves what was there. */
  sales_test_set_fault (&test, "500");
  sales_test_activate (&test, "refresh");
  ui_test_wait_until (
      !comptoir_report_view_get_loading (comptoir_sales_page_get_report (test.page)));
  g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
  g_assert_nonnull (get_bytes (&test));
  sales_test_stop (&test);
}

static void
test_cancel (void)
{
  SalesTest test = { 0 };
  ComptoirReportView *view;

  sales_test_start (&test);
  sales_test_set_fault (&test, "silent");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test.page), "sales.view", "s", "pdf"));
  view = comptoir_sales_page_get_report (test.page);
  g_assert_true (comptoir_report_view_get_loading (view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "page.cancel", NULL));
  g_assert_false (comptoir_report_view_get_loading (view));
  g_assert_cmpstr (sales_test_get_state (&test), ==, "failed");
  sales_test_stop (&test);
}

/* The table of orders: search, and the sum of what is selected. */
static void
test_table (void)
{
  SalesTest test = { 0 };
  ComptoirSheetView *sheet;
  ComptoirTableView *view;
  GtkSelectionModel *selection;
  g_autofree char *text = NULL;

  sales_test_start (&test);
  sales_test_show_view (&test, "table");
  sheet = comptoir_sales_page_get_sheet (test.page);
  g_assert_nonnull (sheet);
  view = COMPTOIR_TABLE_VIEW (ui_test_find (GTK_WIDGET (sheet), COMPTOIR_TYPE_TABLE_VIEW, 0));
  selection = gtk_column_view_get_model (
      comptoir_table_layout_get_view (comptoir_table_view_get_layout (view)));
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) > 3);
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  text = comptoir_table_sum_dup_selected (view, test.base.shop,
                                          comptoir_sheet_view_get_table (sheet));
  g_assert_true (g_str_has_prefix (text, "3 rows selected"));
  /* The first column is the orders' numbers: it has a sum, whatever that is good for. */
  g_assert_nonnull (strstr (text, ": "));
  sales_test_stop (&test);
}

/* What the ledger says is what the file's lines come to. */
static void
test_ledger (void)
{
  SalesTest test = { 0 };
  ComptoirReportContent *content;
  ComptoirFecLedger *ledger;
  ComptoirDecimal debit, credit, sum = { 0, 0 };

  sales_test_start (&test);
  sales_test_show_view (&test, "accounting");
  content = comptoir_report_view_get_content (comptoir_sales_page_get_report (test.page));
  ledger = comptoir_fec_view_get_ledger (COMPTOIR_FEC_VIEW (content));
  g_assert_nonnull (ledger);
  g_assert_cmpuint (comptoir_fec_ledger_get_n_entries (ledger), >, 10);
  comptoir_fec_ledger_get_totals (ledger, &debit, &credit);
  g_assert_cmpint (comptoir_decimal_compare (debit, credit), ==, 0);
  for (guint i = 0; i < comptoir_fec_ledger_get_n_accounts (ledger); i++)
    g_assert_true (
        comptoir_decimal_add (sum, comptoir_fec_ledger_get_account (ledger, i)->debit, &sum));
  g_assert_cmpint (comptoir_decimal_compare (sum, debit), ==, 0);
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/report-view/views", test_views);
  g_test_add_func ("/ui/report-view/names", test_names);
  g_test_add_func ("/ui/report-view/other-day", test_other_day);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (!g_str_equal (views[i], "report"))
      {
        g_autofree char *path = g_strconcat ("/ui/report-view/error-page/", views[i], NULL);

        g_test_add_data_func (path, views[i], test_error_page);
      }
  g_test_add_func ("/ui/report-view/failed", test_failed);
  g_test_add_func ("/ui/report-view/cancel", test_cancel);
  g_test_add_func ("/ui/report-view/table", test_table);
  g_test_add_func ("/ui/report-view/ledger", test_ledger);
  return g_test_run ();
}
