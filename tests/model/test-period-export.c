/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-period-export.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define CSV  (1u << KASH_REPORT_CSV)
#define STD  (1u << KASH_REPORT_STD)
#define FEC  (1u << KASH_REPORT_FEC)
#define XLS  (1u << KASH_REPORT_XLS)
#define EACH ((1u << KASH_N_REPORTS) - 1)

typedef struct
{
  SalesTest base;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  sales_test_set_up (&fixture->base, NULL);
  fixture->folder = g_build_filename (fixture->base.folder, "reports", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->folder);
  sales_test_tear_down (&fixture->base, NULL);
}

/* Of @n_days up to @last days ago. */
static ComptoirPeriodExport *
make_earlier_export (Fixture *fixture,
                     guint n_days,
                     guint last_ago,
                     guint reports,
                     ComptoirExisting existing)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  GDate first, last;

  sales_test_get_day (&fixture->base, last_ago + n_days - 1, &first);
  sales_test_get_day (&fixture->base, last_ago, &last);
  return comptoir_period_export_new (fixture->base.sales, &first, &last, reports, folder, existing);
}

/* Of @n_days up to yesterday. */
static ComptoirPeriodExport *
make_export (Fixture *fixture, guint n_days, guint reports, ComptoirExisting existing)
{
  return make_earlier_export (fixture, n_days, 1, reports, existing);
}

static gboolean
run (ComptoirPeriodExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  comptoir_period_export_run_async (export, cancellable, sales_test_take, &result);
  done = comptoir_period_export_run_finish (export, sales_test_wait (&result), error);
  g_main_context_iteration (NULL, FALSE);
  return done;
}

static void
assert_state (ComptoirPeriodExport *export, guint n_files, guint n_done, guint n_failed)
{
  guint files, done, failed;
  gboolean running;
  int seconds_left;

  g_object_get (export, "n-files", &files, "n-done", &done, "n-failed", &failed, "running",
                &running, "seconds-left", &seconds_left, NULL);
  g_assert_cmpuint (files, ==, n_files);
  g_assert_cmpuint (done, ==, n_done);
  g_assert_cmpuint (failed, ==, n_failed);
  g_assert_cmpuint (comptoir_period_export_get_failures (export)->len, ==, n_failed);
  g_assert_false (running);
  g_assert_cmpint (seconds_left, ==, -1);
}

static guint
count_existing (ComptoirPeriodExport *export)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  comptoir_period_export_count_existing_async (export, NULL, sales_test_take, &result);
  comptoir_period_export_count_existing_finish (export, sales_test_wait (&result), &n, &error);
  g_assert_no_error (error);
  return n;
}

static char *
get_path (Fixture *fixture, guint n_days_ago, const char *suffix)
{
  g_autofree char *name = NULL;
  GDate day;
  char iso[16];

  sales_test_get_day (&fixture->base, n_days_ago, &day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &day);
  name = g_strdup_printf (DEMO_SHOP_ID "-%s-%s", iso, suffix);
  return g_build_filename (fixture->folder, name, NULL);
}

/* Every file in the folder is whole, and there are so many. */
static void
assert_whole (Fixture *fixture, guint n_files)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 0);
      if (g_str_has_suffix (name, ".html"))
        g_assert_nonnull (strstr (content, "</html>"));
      else if (g_str_has_suffix (name, ".pdf"))
        g_assert_nonnull (memmem (content, length, "%%EOF", 5));
      else
        g_assert_true (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".txt")
                       || g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".xlsx"));
      n++;
    }
  g_assert_cmpuint (n, ==, n_files);
}

static void
test_each_report (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[]
      = { "report.html", "report.pdf", "spreadsheet.xlsx", "sales.csv", "fec.txt", "saft.xml" };
  g_autoptr (ComptoirPeriodExport) export = make_export (fixture, 1, EACH, COMPTOIR_EXISTING_KEEP);
  g_autoptr (GError) error = NULL;
  GDate day;

  g_assert_cmpuint (count_existing (export), ==, 0);
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  assert_state (export, KASH_N_REPORTS, KASH_N_REPORTS, 0);
  assert_whole (fixture, KASH_N_REPORTS);
  g_assert_cmpuint (count_existing (export), ==, KASH_N_REPORTS);

  /* Byte for byte what the service sends. */
  sales_test_get_day (&fixture->base, 1, &day);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      g_autofree char *path = get_path (fixture, 1, suffixes[i]);
      g_autofree char *content = NULL;
      g_autoptr (GBytes) report = sales_test_load_report (&fixture->base, i, &day, FALSE, NULL);
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpmem (content, length, g_bytes_get_data (report, NULL), g_bytes_get_size (report));
    }
}

static void
on_notify (ComptoirPeriodExport *export, GParamSpec *pspec, guint *n_notified)
{
  ++*n_notified;
}

static void
test_month (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export
      = make_export (fixture, 31, CSV | STD, COMPTOIR_EXISTING_KEEP);
  g_autoptr (GError) error = NULL;
  guint n_done = 0, n_estimates = 0, n_running = 0;

  g_signal_connect (export, "notify::n-done", G_CALLBACK (on_notify), &n_done);
  g_signal_connect (export, "notify::seconds-left", G_CALLBACK (on_notify), &n_estimates);
  g_signal_connect (export, "notify::running", G_CALLBACK (on_notify), &n_running);
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  assert_state (export, 62, 62, 0);
  assert_whole (fixture, 62);
  g_assert_cmpuint (n_done, ==, 62);
  g_assert_cmpuint (n_estimates, >, 0);
  g_assert_cmpuint (n_running, ==, 2);
  g_assert_cmpuint (sales_test_get_n_requests (&fixture->base), ==, 62);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) first = make_export (fixture, 3, CSV, COMPTOIR_EXISTING_KEEP);
  g_autoptr (ComptoirPeriodExport) second = make_export (fixture, 5, CSV, COMPTOIR_EXISTING_KEEP);
  g_autofree char *path = get_path (fixture, 2, "sales.csv");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (run (first, NULL, &error));
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_cmpuint (count_existing (second), ==, 3);
  g_assert_true (run (second, NULL, &error));
  g_assert_no_error (error);
  assert_state (second, 5, 5, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_cmpuint (sales_test_get_n_requests (&fixture->base), ==, 5);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export
      = make_export (fixture, 2, CSV | XLS, COMPTOIR_EXISTING_REPLACE);
  g_autofree char *csv = get_path (fixture, 2, "sales.csv");
  g_autofree char *xls = get_path (fixture, 2, "spreadsheet.xls");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  g_assert_true (g_file_set_contents (csv, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (xls, "as another kind", -1, NULL));
  g_assert_cmpuint (count_existing (export), ==, 2);
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (csv, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, "mine");
  g_assert_false (g_file_test (xls, G_FILE_TEST_EXISTS));
  assert_whole (fixture, 4);
}

/* A report of an unfinished day isn't that of the finished day. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export = make_export (fixture, 1, CSV, COMPTOIR_EXISTING_KEEP);
  g_autofree char *path = get_path (fixture, 1, "sales.csv");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  struct utimbuf times;

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  g_assert_true (g_file_set_contents (path, "of half a day", -1, NULL));
  times.actime = times.modtime = time (NULL) - 25 * 60 * 60;
  g_assert_no_errno (utime (path, &times));
  g_assert_cmpuint (count_existing (export), ==, 0);
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, "of half a day");
}

static void
test_future (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (ComptoirPeriodExport) partly = NULL;
  g_autoptr (ComptoirPeriodExport) wholly = NULL;
  g_autoptr (GError) error = NULL;
  GDate yesterday, tomorrow, later;

  sales_test_get_day (&fixture->base, 1, &yesterday);
  sales_test_get_day (&fixture->base, 0, &tomorrow);
  g_date_add_days (&tomorrow, 1);
  later = tomorrow;
  g_date_add_days (&later, 30);
  partly = comptoir_period_export_new (fixture->base.sales, &yesterday, &later, CSV, folder,
                                       COMPTOIR_EXISTING_KEEP);
  g_assert_true (run (partly, NULL, &error));
  assert_state (partly, 2, 2, 0);
  wholly = comptoir_period_export_new (fixture->base.sales, &tomorrow, &later, CSV, folder,
                                       COMPTOIR_EXISTING_KEEP);
  g_assert_true (run (wholly, NULL, &error));
  assert_state (wholly, 0, 0, 0);
}

static const struct
{
  const char *fault;
  guint reports;
  KashError code;
} faults[] = {
  { "404:getSales.php*3", CSV, KASH_ERROR_NOT_FOUND },
  { "500:getSales.php*3", CSV, KASH_ERROR_SERVER_FAULT },
  { "html-200:getSales.php*3", CSV, KASH_ERROR_UNREADABLE },
  { "short-body-close:getSales.php*3", XLS, KASH_ERROR_UNREADABLE },
  { "429:getSales.php*3", FEC, KASH_ERROR_TOO_MANY },
};

/* Single days fail; the second run fetches what is missing, and nothing else. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (ComptoirPeriodExport) export = make_earlier_export (
          fixture, 8, 1 + 8 * i, faults[i].reports, COMPTOIR_EXISTING_REPLACE);
      g_autoptr (GError) error = NULL;
      GPtrArray *failures;
      guint n_requests;

      g_test_message ("%s", faults[i].fault);
      sales_test_set_fault (&fixture->base, faults[i].fault);
      g_assert_false (run (export, NULL, &error));
      g_assert_no_error (error);
      assert_state (export, 8, 5, 3);
      assert_whole (fixture, 8 * i + 5);
      failures = comptoir_period_export_get_failures (export);
      for (guint j = 0; j < failures->len; j++)
        {
          ComptoirExportFailure *failure = g_ptr_array_index (failures, j);

          g_assert_error (failure->error, KASH_ERROR, (int) faults[i].code);
          g_assert_true (faults[i].reports == 1u << failure->report);
          g_assert_true (g_date_valid (&failure->day));
        }

      sales_test_set_fault (&fixture->base, NULL);
      n_requests = sales_test_get_n_requests (&fixture->base);
      g_assert_true (run (export, NULL, &error));
      g_assert_no_error (error);
      assert_state (export, 8, 8, 0);
      assert_whole (fixture, 8 * i + 8);
      g_assert_cmpuint (sales_test_get_n_requests (&fixture->base), ==, n_requests + 3);
    }
}

static void
test_no_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export
      = make_export (fixture, 31, CSV | STD, COMPTOIR_EXISTING_KEEP);
  g_autoptr (GError) error = NULL;
  guint n_failed;

  demo_shop_stop (fixture->base.demo);
  g_assert_false (run (export, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_NO_NETWORK);
  g_object_get (export, "n-failed", &n_failed, NULL);
  g_assert_cmpuint (n_failed, <, 20);
  g_clear_error (&error);

  demo_shop_start (fixture->base.demo, &error);
  g_assert_no_error (error);
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  assert_state (export, 62, 62, 0);
}

static void
cancel (ComptoirPeriodExport *export, GParamSpec *pspec, GCancellable *cancellable)
{
  guint n_done;

  g_object_get (export, "n-done", &n_done, NULL);
  if (n_done == 10)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export = make_export (fixture, 31, STD, COMPTOIR_EXISTING_KEEP);
  g_autoptr (ComptoirPeriodExport) other = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_done, n_failed;

  g_signal_connect (export, "notify::n-done", G_CALLBACK (cancel), cancellable);
  g_assert_false (run (export, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_object_get (export, "n-done", &n_done, "n-failed", &n_failed, NULL);
  g_assert_cmpuint (n_done, >=, 10);
  g_assert_cmpuint (n_done, <, 31);
  g_assert_cmpuint (n_failed, ==, 0);
  assert_whole (fixture, n_done);

  /* Another time, another window: the rest is fetched. */
  other = make_export (fixture, 31, STD, COMPTOIR_EXISTING_KEEP);
  g_assert_cmpuint (count_existing (other), ==, n_done);
  g_assert_true (run (other, NULL, &error));
  g_assert_no_error (error);
  assert_whole (fixture, 31);
}

/* What a killed program leaves behind is cleared away. */
static void
test_leftover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export = make_export (fixture, 1, CSV, COMPTOIR_EXISTING_KEEP);
  g_autofree char *leftover
      = g_build_filename (fixture->folder, "." DEMO_SHOP_ID "-2026-03-07-sales.csv.AbC123", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  g_assert_true (g_file_set_contents (leftover, "date;to", -1, NULL));
  g_assert_true (run (export, NULL, &error));
  g_assert_no_error (error);
  assert_whole (fixture, 1);
}

static void
test_bad_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirPeriodExport) export = make_export (fixture, 3, CSV, COMPTOIR_EXISTING_KEEP);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://localhost/reports");
  g_autoptr (ComptoirPeriodExport) distant = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  g_assert_true (g_file_set_contents (fixture->folder, "a file", -1, NULL));
  g_assert_false (run (export, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  assert_state (export, 3, 0, 0);
  g_assert_cmpuint (sales_test_get_n_requests (&fixture->base), ==, 0);

  sales_test_get_day (&fixture->base, 1, &day);
  distant = comptoir_period_export_new (fixture->base.sales, &day, &day, CSV, remote,
                                        COMPTOIR_EXISTING_KEEP);
  g_assert_false (run (distant, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/period-export/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("each-report", test_each_report);
  ADD ("month", test_month);
  ADD ("keep", test_keep);
  ADD ("replace", test_replace);
  ADD ("unfinished", test_unfinished);
  ADD ("future", test_future);
  ADD ("faults", test_faults);
  ADD ("no-service", test_no_service);
  ADD ("cancel", test_cancel);
  ADD ("leftover", test_leftover);
  ADD ("bad-folder", test_bad_folder);

  return g_test_run ();
}
