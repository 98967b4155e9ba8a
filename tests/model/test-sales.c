/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-table-reader.h"

#include <string.h>

static void
assert_bytes_equal (GBytes *a, GBytes *b)
{
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_today (SalesTest *self, gconstpointer data)
{
  ComptoirAccountEntry *entry = comptoir_shop_get_entry (self->shop);
  GDate east, west, yesterday, here;

  /* 25 hours apart: never the same day. */
  comptoir_account_entry_set_time_zone (entry, "Pacific/Kiritimati");
  comptoir_sales_get_today (self->sales, &east);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  g_assert_cmpint (g_date_days_between (&yesterday, &east), ==, 1);
  comptoir_account_entry_set_time_zone (entry, "Pacific/Pago_Pago");
  comptoir_sales_get_today (self->sales, &west);
  g_assert_cmpint (g_date_days_between (&west, &east), >, 0);

  comptoir_account_entry_set_time_zone (entry, "Nowhere/Land");
  comptoir_sales_get_today (self->sales, &here);
  g_assert_true (g_date_valid (&here));
}

static void
test_finished_day (SalesTest *self, gconstpointer data)
{
  GBytes *first[KASH_N_REPORTS] = { NULL };
  GDate day;

  sales_test_get_day (self, 1, &day);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) again = NULL;

      first[i] = sales_test_load_report (self, i, &day, FALSE, &error);
      g_assert_no_error (error);
      again = sales_test_load_report (self, i, &day, FALSE, &error);
      g_assert_no_error (error);
      assert_bytes_equal (first[i], again);
    }
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, KASH_N_REPORTS);

  sales_test_restart (self);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      g_autoptr (GBytes) kept = sales_test_load_report (self, i, &day, FALSE, NULL);

      assert_bytes_equal (first[i], kept);
      g_bytes_unref (first[i]);
    }
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, KASH_N_REPORTS);
}

static void
test_edited (SalesTest *self, gconstpointer data)
{
  GDate day;
  gint64 times[2];

  sales_test_get_day (self, 1, &day);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GDateTime) edited = NULL;
      g_autoptr (GBytes) bytes = NULL;

      comptoir_sales_load_report_async (self->sales, KASH_REPORT_CSV, &day, FALSE, NULL,
                                        sales_test_take, &result);
      bytes = comptoir_sales_load_report_finish (self->sales, sales_test_wait (&result), &edited,
                                                 NULL);
      g_assert_nonnull (bytes);
      g_assert_nonnull (edited);
      times[i] = g_date_time_to_unix (edited);
      g_clear_object (&result);
      sales_test_restart (self);
    }
  g_assert_cmpint (times[0], ==, times[1]);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 1);
}

static void
test_unfinished_day (SalesTest *self, gconstpointer data)
{
  GDate day;

  sales_test_get_day (self, 0, &day);
  for (guint i = 1; i <= 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes
          = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
      g_assert_cmpuint (sales_test_get_n_requests (self), ==, i);
      sales_test_restart (self);
    }
}

static void
test_refresh (SalesTest *self, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) refreshed = NULL;
  g_autoptr (GBytes) failed = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 2, &day);
  first = sales_test_load_report (self, KASH_REPORT_STD, &day, FALSE, NULL);
  refreshed = sales_test_load_report (self, KASH_REPORT_STD, &day, TRUE, &error);
  g_assert_no_error (error);
  assert_bytes_equal (first, refreshed);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);

  /* What can't be refreshed is kept all the same. */
  sales_test_set_fault (self, "500:getSales.php");
  failed = sales_test_load_report (self, KASH_REPORT_STD, &day, TRUE, &error);
  g_assert_null (failed);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
  kept = sales_test_load_report (self, KASH_REPORT_STD, &day, FALSE, NULL);
  assert_bytes_equal (first, kept);
}

static void
save (SalesTest *self, const char *name, const char *text, GDateTime *fetched)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  comptoir_store_save_reply_async (
      self->store, comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop)), name,
      bytes, fetched, NULL, sales_test_take, &result);
  comptoir_store_save_reply_finish (self->store, sales_test_wait (&result), &error);
  g_assert_no_error (error);
}

/* What is kept of a day from before its end, or isn't the report at all, isn't taken for it. */
static void
test_bad_kept (SalesTest *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) evening = NULL;
  g_autofree char *csv_name = NULL;
  g_autofree char *pdf_name = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) pdf = NULL;
  GDate day;
  char iso[16];

  sales_test_get_day (self, 1, &day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &day);
  csv_name = g_strdup_printf ("report-%s.csv", iso);
  pdf_name = g_strdup_printf ("report-%s.pdf", iso);
  evening = g_date_time_new (zone, g_date_get_year (&day), (int) g_date_get_month (&day),
                             g_date_get_day (&day), 23, 59, 59);
  save (self, csv_name, "a;b\n1;2\n", evening);
  save (self, pdf_name, "<html><body>Erreur</body></html>", now);

  csv = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, NULL);
  pdf = sales_test_load_report (self, KASH_REPORT_PDF, &day, FALSE, NULL);
  g_assert_cmpuint (g_bytes_get_size (csv), >, 100);
  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5) == 0);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);
}

#define N_ASKS 5

static void
test_concurrent (SalesTest *self, gconstpointer data)
{
  GAsyncResult *results[N_ASKS] = { NULL };
  GCancellable *cancellables[N_ASKS] = { NULL };
  GDate day;

  sales_test_get_day (self, 0, &day);
  for (guint i = 0; i < N_ASKS; i++)
    {
      cancellables[i] = g_cancellable_new ();
      comptoir_sales_load_report_async (self->sales, KASH_REPORT_CSV, &day, FALSE, cancellables[i],
                                        sales_test_take, &results[i]);
    }
  while (sales_test_get_n_requests (self) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellables[1]);
  for (guint i = 0; i < N_ASKS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = comptoir_sales_load_report_finish (
          self->sales, sales_test_wait (&results[i]), NULL, &error);

      if (i == 1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_nonnull (bytes);
      g_object_unref (results[i]);
      g_object_unref (cancellables[i]);
    }
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 1);
}

/* The request is given up when the last of those who want it gives up. */
static void
test_all_cancelled (SalesTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[2] = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  GDate day;

  sales_test_get_day (self, 1, &day);
  sales_test_set_fault (self, "silent:getSales.php*1");
  for (guint i = 0; i < 2; i++)
    comptoir_sales_load_report_async (self->sales, KASH_REPORT_CSV, &day, FALSE, cancellable,
                                      sales_test_take, &results[i]);
  while (sales_test_get_n_requests (self) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_sales_load_report_finish (self->sales, sales_test_wait (&results[i]),
                                                        NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  bytes = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, NULL);
  g_assert_nonnull (bytes);
}

static const struct
{
  const char *fault;
  KashReport report;
  KashError code;
  const char *came; /* what can be saved of it */
} faults[] = {
  { "404:getSales.php*1", KASH_REPORT_PDF, KASH_ERROR_NOT_FOUND, NULL },
  { "500:getSales.php*1", KASH_REPORT_FEC, KASH_ERROR_SERVER_FAULT, NULL },
  { "429:getSales.php*1", KASH_REPORT_CSV, KASH_ERROR_TOO_MANY, NULL },
  { "reset-in-body:getSales.php*2", KASH_REPORT_CSV, KASH_ERROR_NO_ANSWER, NULL },
  { "reset-in-body:getSales.php*2", KASH_REPORT_SAFT, KASH_ERROR_NO_ANSWER, NULL },
  { "redirect-http:getSales.php*1", KASH_REPORT_CSV, KASH_ERROR_NOT_SECURE, NULL },
  { "html-200:getSales.php*1", KASH_REPORT_PDF, KASH_ERROR_UNREADABLE, "<html" },
  { "html-200:getSales.php*1", KASH_REPORT_XLS, KASH_ERROR_UNREADABLE, "<html" },
  { "html-200:getSales.php*1", KASH_REPORT_CSV, KASH_ERROR_UNREADABLE, "<html" },
  { "html-200:getSales.php*1", KASH_REPORT_FEC, KASH_ERROR_UNREADABLE, "<html" },
  { "html-200:getSales.php*1", KASH_REPORT_SAFT, KASH_ERROR_UNREADABLE, "<html" },
  { "short-body-close:getSales.php*1", KASH_REPORT_PDF, KASH_ERROR_UNREADABLE, "%PDF-" },
  { "short-body-close:getSales.php*1", KASH_REPORT_XLS, KASH_ERROR_UNREADABLE, "PK" },
  { "short-body-close:getSales.php*1", KASH_REPORT_SAFT, KASH_ERROR_UNREADABLE, "AuditFile" },
};

static void
test_faults (SalesTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) failed = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      GBytes *came;
      GDate day;

      g_test_message ("%s, %s", faults[i].fault, kash_report_get_name (faults[i].report));
      sales_test_get_day (self, i + 1, &day);
      sales_test_set_fault (self, faults[i].fault);
      comptoir_sales_load_report_async (self->sales, faults[i].report, &day, FALSE, NULL,
                                        sales_test_take, &result);
      failed = comptoir_sales_load_report_finish (self->sales, sales_test_wait (&result), NULL,
                                                  &error);
      g_assert_null (failed);
      g_assert_error (error, KASH_ERROR, (int) faults[i].code);
      came = comptoir_sales_get_unreadable (self->sales, result);
      if (faults[i].came == NULL)
        g_assert_null (came);
      else
        {
          gsize length;
          const char *text = g_bytes_get_data (came, &length);

          g_assert_nonnull (memmem (text, length, faults[i].came, strlen (faults[i].came)));
        }

      /* Nothing of it was kept. */
      sales_test_set_fault (self, NULL);
      bytes = sales_test_load_report (self, faults[i].report, &day, FALSE, &error);
      g_assert_nonnull (bytes);
    }
}

/* A connection that breaks once is tried again, however much had come. */
static void
test_broken_once (SalesTest *self, gconstpointer data)
{
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      GDate day;

      g_test_message ("%s", kash_report_get_name (i));
      /* A connection of before might be stale, and cost the second try. */
      sales_test_restart (self);
      sales_test_get_day (self, 1, &day);
      sales_test_set_fault (self, "reset-in-body:getSales.php*1");
      bytes = sales_test_load_report (self, i, &day, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * (i + 1));
    }
}

/* An audit file may be larger than what is held in memory, up to a bound too. */
static void
test_large_audit_file (SalesTest *self, gconstpointer data)
{
  static const struct
  {
    KashReport report;
    guint part; /* of the report's size: what the client takes at most */
    gboolean comes;
  } cases[] = {
    { KASH_REPORT_SAFT, 4, TRUE },
    { KASH_REPORT_SAFT, 20, FALSE },
    { KASH_REPORT_STD, 4, FALSE },
  };
  KashClient *client = comptoir_shop_get_client (self->shop);
  guint64 usual;
  GDate day;

  g_object_get (client, "max-size", &usual, NULL);
  sales_test_get_day (self, 1, &day);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) whole = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_object_set (client, "max-size", usual, NULL);
      whole = sales_test_load_report (self, cases[i].report, &day, TRUE, &error);
      g_assert_no_error (error);
      g_object_set (client, "max-size", (guint64) g_bytes_get_size (whole) / cases[i].part, NULL);
      bytes = sales_test_load_report (self, cases[i].report, &day, TRUE, &error);
      if (cases[i].comes)
        assert_bytes_equal (whole, bytes);
      else
        g_assert_error (error, KASH_ERROR, KASH_ERROR_TOO_LARGE);
    }
}

/* An error page can't be told from an HTML report for certain, so it is shown and not kept. */
static void
test_doubtful (SalesTest *self, gconstpointer data)
{
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GBytes) report = NULL;
  GDate day;

  sales_test_get_day (self, 1, &day);
  sales_test_set_fault (self, "html-200:getSales.php*1");
  page = sales_test_load_report (self, KASH_REPORT_STD, &day, FALSE, NULL);
  g_assert_nonnull (page);
  report = sales_test_load_report (self, KASH_REPORT_STD, &day, FALSE, NULL);
  g_assert_false (g_bytes_equal (page, report));
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);
}

static void
on_key_refused (ComptoirShop *shop, guint *n_times)
{
  ++*n_times;
}

static void
test_refused_key (SalesTest *self, gconstpointer data)
{
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (GBytes) refused = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  guint n_times = 0;
  GDate day;

  g_signal_connect (self->shop, "key-refused", G_CALLBACK (on_key_refused), &n_times);
  sales_test_get_day (self, 1, &day);
  demo_shop_change_key (self->demo);
  refused = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, &error);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY);
  g_clear_error (&error);
  summary = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY);
  g_assert_null (summary);
  g_assert_cmpuint (n_times, ==, 1);

  account = kash_account_new (demo_shop_get_base_url (self->demo), DEMO_SHOP_ID,
                              demo_shop_get_key (self->demo), NULL);
  comptoir_shop_set_account (self->shop, account);
  bytes = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, NULL);
  g_assert_nonnull (bytes);
}

static void
test_total_column (SalesTest *self, gconstpointer data)
{
  g_assert_null (comptoir_sales_get_total_column (self->sales));
  comptoir_sales_set_total_column (self->sales, "Total TTC");
  sales_test_restart (self);
  g_assert_cmpstr (comptoir_sales_get_total_column (self->sales), ==, "Total TTC");
  comptoir_sales_set_total_column (self->sales, NULL);
  sales_test_restart (self);
  g_assert_null (comptoir_sales_get_total_column (self->sales));
}

int
main (int argc, char **argv)
{
  static const DemoShopOptions slow = { .latency = 100 };

  g_test_init (&argc, &argv, NULL);

#define ADD(name, options, test) \
  g_test_add ("/sales/" name, SalesTest, options, sales_test_set_up, test, sales_test_tear_down)
  ADD ("today", NULL, test_today);
  ADD ("finished-day", NULL, test_finished_day);
  ADD ("edited", NULL, test_edited);
  ADD ("unfinished-day", NULL, test_unfinished_day);
  ADD ("refresh", NULL, test_refresh);
  ADD ("bad-kept", NULL, test_bad_kept);
  ADD ("concurrent", &slow, test_concurrent);
  ADD ("all-cancelled", NULL, test_all_cancelled);
  ADD ("faults", NULL, test_faults);
  ADD ("broken-once", NULL, test_broken_once);
  ADD ("large-audit-file", NULL, test_large_audit_file);
  ADD ("doubtful", NULL, test_doubtful);
  ADD ("refused-key", NULL, test_refused_key);
  ADD ("total-column", NULL, test_total_column);

  return g_test_run ();
}
