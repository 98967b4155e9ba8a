/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <glib/gstdio.h>

#include "comptoir-period-dialog-private.h"

typedef struct
{
  SalesTest sales;
  ComptoirPeriodDialog *dialog;
  char *path;
} PeriodTest;

static guint
count_files (PeriodTest *test)
{
  g_autoptr (GDir) dir = g_dir_open (test->path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
start (PeriodTest *test, guint days)
{
  g_autoptr (GFile) folder = NULL;
  GDate first;

  sales_test_start (&test->sales);
  test->path = g_dir_make_tmp ("period-XXXXXX", NULL);
  folder = g_file_new_for_path (test->path);
  test->dialog = COMPTOIR_PERIOD_DIALOG (comptoir_period_dialog_new (
      GTK_WINDOW (test->sales.base.window), test->sales.page->sales, &test->sales.page->day));
  first = test->sales.page->day;
  g_date_subtract_days (&first, days - 1);
  comptoir_period_dialog_set_period (test->dialog, &first, &test->sales.page->day);
  comptoir_period_dialog_set_folder (test->dialog, folder);
  gtk_window_present (GTK_WINDOW (test->dialog));
}

static void
stop (PeriodTest *test)
{
  g_autoptr (GDir) dir = g_dir_open (test->path, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (test->dialog));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->path, name, NULL);

      g_unlink (path);
    }
  g_rmdir (test->path);
  g_free (test->path);
  sales_test_stop (&test->sales);
}

static const char *
get_state (PeriodTest *test)
{
  return gtk_stack_get_visible_child_name (test->dialog->stack);
}

static void
test_export (void)
{
  PeriodTest test = { 0 };

  start (&test, 3);
  gtk_check_button_set_active (test.dialog->checks[KASH_REPORT_CSV], TRUE);
  g_assert_true (gtk_widget_get_sensitive (test.dialog->export_button));
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpuint (count_files (&test), ==, 6);
  g_assert_false (gtk_widget_get_visible (test.dialog->retry_button));
  g_assert_cmpstr (gtk_label_get_label (test.dialog->result), ==, "The Reports Are Saved");
  stop (&test);
}

/* What fails is listed with why, and had by trying again. */
static void
test_failures (void)
{
  PeriodTest test = { 0 };

  start (&test, 2);
  sales_test_set_fault (&test.sales, "500");
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpuint (count_files (&test), ==, 0);
  g_assert_true (gtk_widget_get_visible (test.dialog->failures_box));
  g_assert_nonnull (gtk_list_box_get_row_at_index (test.dialog->failures, 0));

  sales_test_set_fault (&test.sales, NULL);
  g_signal_emit_by_name (test.dialog->retry_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done")
                      && !gtk_widget_get_visible (test.dialog->retry_button));
  g_assert_cmpuint (count_files (&test), ==, 2);
  g_assert_false (gtk_widget_get_visible (test.dialog->failures_box));
  stop (&test);
}

/* Another dialog over the same folder, for @days up to yesterday. */
static void
open_again (PeriodTest *test, guint days)
{
  g_autoptr (GFile) folder = g_file_new_for_path (test->path);
  GDate first = test->sales.page->day;

  gtk_window_destroy (GTK_WINDOW (test->dialog));
  g_date_subtract_days (&first, days - 1);
  test->dialog = COMPTOIR_PERIOD_DIALOG (comptoir_period_dialog_new (
      GTK_WINDOW (test->sales.base.window), test->sales.page->sales, &test->sales.page->day));
  comptoir_period_dialog_set_period (test->dialog, &first, &test->sales.page->day);
  comptoir_period_dialog_set_folder (test->dialog, folder);
}

/* Answers the question about files that are there. */
static void
answer (const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *question = NULL;

  while (question == NULL)
    {
      ui_test_turn ();
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (ADW_IS_MESSAGE_DIALOG (window))
            question = window;
        }
    }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
}

/* How many files hold what the test has put there; @put: puts it there. */
static guint
count_old (PeriodTest *test, gboolean put)
{
  g_autoptr (GDir) dir = g_dir_open (test->path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->path, name, NULL);
      g_autofree char *content = NULL;

      if (put)
        g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      n += g_str_equal (content, "old");
    }
  return n;
}

/* Files that are there are asked about. */
static void
test_existing (void)
{
  PeriodTest test = { 0 };

  start (&test, 2);
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpuint (count_old (&test, TRUE), ==, 2);

  open_again (&test, 3);
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  answer ("keep");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpuint (count_files (&test), ==, 3);
  g_assert_cmpuint (count_old (&test, FALSE), ==, 2);
  stop (&test);
}

/* What was to be replaced is, also when it takes a second try. */
static void
test_replace (void)
{
  PeriodTest test = { 0 };

  start (&test, 2);
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpuint (count_old (&test, TRUE), ==, 2);

  open_again (&test, 2);
  sales_test_set_fault (&test.sales, "404");
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  answer ("replace");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_true (gtk_widget_get_visible (test.dialog->failures_box));
  g_assert_cmpuint (count_old (&test, FALSE), ==, 2);

  sales_test_set_fault (&test.sales, NULL);
  g_signal_emit_by_name (test.dialog->retry_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done")
                      && !gtk_widget_get_visible (test.dialog->retry_button));
  g_assert_cmpuint (count_old (&test, FALSE), ==, 0);
  stop (&test);
}

/* Cancelled, it says so, and goes on where it was. */
static void
test_cancel (void)
{
  PeriodTest test = { 0 };

  start (&test, 3);
  sales_test_set_fault (&test.sales, "silent");
  g_signal_emit_by_name (test.dialog->export_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "progress"));
  comptoir_period_dialog_stop (test.dialog);
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpstr (gtk_label_get_label (test.dialog->result), ==, "The Export Was Cancelled");
  g_assert_cmpuint (count_files (&test), ==, 0);

  sales_test_set_fault (&test.sales, NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (test.dialog->retry_button)), ==, "_Go On");
  g_signal_emit_by_name (test.dialog->retry_button, "clicked");
  ui_test_wait_until (g_str_equal (get_state (&test), "done"));
  g_assert_cmpstr (gtk_label_get_label (test.dialog->result), ==, "The Reports Are Saved");
  g_assert_cmpuint (count_files (&test), ==, 3);
  stop (&test);
}

/* A month is its days up to yesterday; turning the ends round keeps the period whole. */
static void
test_period (void)
{
  PeriodTest test = { 0 };
  GDate first, last, yesterday, earlier;

  start (&test, 1);
  comptoir_sales_get_yesterday (test.sales.page->sales, &yesterday);
  adw_combo_row_set_selected (test.dialog->month, 2);
  comptoir_date_button_get_day (test.dialog->first, &first);
  comptoir_date_button_get_day (test.dialog->last, &last);
  g_assert_cmpint (g_date_get_day (&first), ==, 1);
  g_assert_true (g_date_is_last_of_month (&last) || g_date_compare (&last, &yesterday) == 0);
  g_assert_cmpuint (adw_combo_row_get_selected (test.dialog->month), ==, 2);

  earlier = first;
  g_date_subtract_days (&earlier, 10);
  comptoir_date_button_set_day (test.dialog->last, &earlier);
  g_signal_emit_by_name (test.dialog->last, "day-chosen", &earlier);
  comptoir_date_button_get_day (test.dialog->first, &first);
  g_assert_cmpint (g_date_compare (&first, &earlier), ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (test.dialog->month), ==, 0);
  stop (&test);
}

static void
test_incomplete (void)
{
  PeriodTest test = { 0 };

  start (&test, 1);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    gtk_check_button_set_active (test.dialog->checks[i], FALSE);
  g_assert_false (gtk_widget_get_sensitive (test.dialog->export_button));
  gtk_check_button_set_active (test.dialog->checks[KASH_REPORT_FEC], TRUE);
  g_assert_true (gtk_widget_get_sensitive (test.dialog->export_button));
  stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/period-dialog/export", test_export);
  g_test_add_func ("/ui/period-dialog/failures", test_failures);
  g_test_add_func ("/ui/period-dialog/existing", test_existing);
  g_test_add_func ("/ui/period-dialog/replace", test_replace);
  g_test_add_func ("/ui/period-dialog/cancel", test_cancel);
  g_test_add_func ("/ui/period-dialog/period", test_period);
  g_test_add_func ("/ui/period-dialog/incomplete", test_incomplete);
  return g_test_run ();
}
