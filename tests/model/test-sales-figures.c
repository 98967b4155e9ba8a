/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-table-reader.h"

static void
assert_equal (const ComptoirSalesSummary *a, const ComptoirSalesSummary *b)
{
  g_autofree char *a_json = NULL;
  g_autofree char *b_json = NULL;

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  a_json = comptoir_sales_summary_to_json (a);
  b_json = comptoir_sales_summary_to_json (b);
  g_assert_cmpstr (a_json, ==, b_json);
}

static void
on_summary_changed (ComptoirSales *sales, const char *iso_date, GPtrArray *days)
{
  g_ptr_array_add (days, g_strdup (iso_date));
}

static void
test_kept (SalesTest *self, gconstpointer data)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ComptoirSalesSummary) first = NULL;
  g_autoptr (ComptoirSalesSummary) again = NULL;
  g_autoptr (ComptoirSalesSummary) kept = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;
  char iso[16];

  g_signal_connect (self->sales, "summary-changed", G_CALLBACK (on_summary_changed), changed);
  sales_test_get_day (self, 1, &day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &day);
  g_assert_null (comptoir_sales_peek_summary (self->sales, &day));
  first = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->source, ==, COMPTOIR_SUMMARY_FEC);
  g_assert_true (first->balanced);
  g_assert_cmpint (first->sales_incl_vat.value, >, 0);
  g_assert_cmpint (first->n_orders, >, 0);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (changed, 0), ==, iso);
  assert_equal (first, comptoir_sales_peek_summary (self->sales, &day));
  again = sales_test_load_summary (self, &day, FALSE, &error);
  assert_equal (first, again);

  sales_test_restart (self);
  g_assert_null (comptoir_sales_peek_summary (self->sales, &day));
  kept = sales_test_load_summary (self, &day, FALSE, &error);
  assert_equal (first, kept);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);
}

static void
test_today (SalesTest *self, gconstpointer data)
{
  GDate day;

  sales_test_get_day (self, 0, &day);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirSalesSummary) summary
          = sales_test_load_summary (self, &day, FALSE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (summary);
      g_assert_nonnull (comptoir_sales_peek_summary (self->sales, &day));
      g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * i);
    }
}

static void
test_refresh (SalesTest *self, gconstpointer data)
{
  g_autoptr (ComptoirSalesSummary) first = NULL;
  g_autoptr (ComptoirSalesSummary) refreshed = NULL;
  g_autoptr (ComptoirSalesSummary) failed = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 1, &day);
  first = sales_test_load_summary (self, &day, FALSE, NULL);
  refreshed = sales_test_load_summary (self, &day, TRUE, NULL);
  assert_equal (first, refreshed);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 4);

  demo_shop_stop (self->demo);
  failed = sales_test_load_summary (self, &day, TRUE, &error);
  g_assert_null (failed);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_NO_NETWORK);
  assert_equal (first, comptoir_sales_peek_summary (self->sales, &day));
}

/* Files of figures that are damaged, or hold less than a whole day, cost no more than reading the
 * kept reports again. */
static void
test_damaged (SalesTest *self, gconstpointer data)
{
  static const char *const contents[]
      = { "",
          "{",
          "[1,2]",
          "{\"%s\":1}",
          "{\"%s\":{\"edited\":1}}",
          "{\"%s\":{\"figures\":{}}}",
          "{\"%s\":{\"edited\":\"2026-01-01T00:00:00Z\",\"figures\":[]}}",
          "{\"x\":{}}" };
  g_autoptr (ComptoirSalesSummary) first = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = NULL;
  GDate day;
  char iso[16];

  sales_test_get_day (self, 1, &day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &day);
  name = g_strdup_printf ("summaries-%.7s.json", iso);
  first = sales_test_load_summary (self, &day, FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_auto (GStrv) parts = g_strsplit (contents[i], "%s", 2);
      g_autofree char *text = g_strjoinv (iso, parts);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (ComptoirSalesSummary) summary = NULL;

      g_test_message ("%s", text);
      comptoir_store_flush (self->store);
      comptoir_store_save_reply_async (
          self->store, comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop)), name,
          bytes, now, NULL, sales_test_take, &result);
      g_assert_true (
          comptoir_store_save_reply_finish (self->store, sales_test_wait (&result), NULL));
      g_clear_object (&result);
      sales_test_restart (self);
      summary = sales_test_load_summary (self, &day, FALSE, NULL);
      assert_equal (first, summary);
    }
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);
}

static const struct
{
  const char *fault;
  gboolean csv; /* the figures of the CSV do */
  gboolean lasting;
  KashError code;
} without_fec[] = {
  { "404:getSales.php", TRUE, TRUE, 0 },
  { "html-200:getSales.php", TRUE, TRUE, 0 },
  { "500:getSales.php", TRUE, FALSE, 0 },
  { "429:getSales.php", FALSE, FALSE, KASH_ERROR_TOO_MANY },
  { "refused-key:getSales.php", FALSE, FALSE, KASH_ERROR_REFUSED_KEY },
};

/* The CSV is kept, the FEC isn't to be had. */
static void
test_csv_only (SalesTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (without_fec); i++)
    {
      g_autoptr (GBytes) csv = NULL;
      g_autoptr (ComptoirSalesSummary) summary = NULL;
      g_autoptr (ComptoirSalesSummary) later = NULL;
      g_autoptr (ComptoirSalesSummary) refreshed = NULL;
      g_autoptr (GError) error = NULL;
      GDate day;

      g_test_message ("%s", without_fec[i].fault);
      sales_test_get_day (self, i + 1, &day);
      sales_test_set_fault (self, NULL);
      csv = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, &error);
      sales_test_set_fault (self, without_fec[i].fault);
      summary = sales_test_load_summary (self, &day, FALSE, &error);
      if (!without_fec[i].csv)
        {
          g_assert_error (error, KASH_ERROR, (int) without_fec[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (summary->source, ==, COMPTOIR_SUMMARY_CSV);

      /* Kept where the answer will be the same tomorrow; and with a refresh the FEC is had. */
      sales_test_set_fault (self, NULL);
      sales_test_restart (self);
      later = sales_test_load_summary (self, &day, FALSE, &error);
      g_assert_cmpint (later->source, ==,
                       without_fec[i].lasting ? COMPTOIR_SUMMARY_CSV : COMPTOIR_SUMMARY_FEC);
      refreshed = sales_test_load_summary (self, &day, TRUE, &error);
      g_assert_cmpint (refreshed->source, ==, COMPTOIR_SUMMARY_FEC);
      g_assert_cmpint (
          comptoir_decimal_compare (summary->sales_incl_vat, refreshed->sales_incl_vat), ==, 0);
    }
}

static void
test_total_column (SalesTest *self, gconstpointer data)
{
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (ComptoirSalesSummary) none = NULL;
  g_autoptr (ComptoirSalesSummary) including = NULL;
  g_autoptr (ComptoirSalesSummary) excluding = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 1, &day);
  csv = sales_test_load_report (self, KASH_REPORT_CSV, &day, FALSE, NULL);
  sales_test_set_fault (self, "404:getSales.php");
  comptoir_sales_set_total_column (self->sales, "Nonesuch");
  none = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
  g_clear_error (&error);

  comptoir_sales_set_total_column (self->sales, "TTC");
  including = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);

  /* Another column, other figures, whatever is kept. */
  comptoir_sales_set_total_column (self->sales, "HT");
  g_assert_null (comptoir_sales_peek_summary (self->sales, &day));
  sales_test_restart (self);
  excluding = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (comptoir_decimal_compare (including->sales_incl_vat, excluding->sales_incl_vat),
                   >, 0);
}

/* The service's day is ten days ago: it refuses in words to give the FEC of a later one. */
static void
set_up_refused (SalesTest *self, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  DemoShopOptions options = { 0 };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  g_date_subtract_days (&today, 10);
  options.today = &today;
  sales_test_set_up (self, &options);
}

static void
test_refused (SalesTest *self, gconstpointer data)
{
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  g_autoptr (ComptoirSalesSummary) kept = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 5, &day);
  summary = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->source, ==, COMPTOIR_SUMMARY_CSV);
  sales_test_restart (self);
  kept = sales_test_load_summary (self, &day, FALSE, &error);
  assert_equal (summary, kept);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2);
}

static void
test_nothing (SalesTest *self, gconstpointer data)
{
  static const struct
  {
    const char *fault;
    KashError code;
  } cases[] = {
    { "404:getSales.php", KASH_ERROR_NOT_FOUND },
    { "500:getSales.php", KASH_ERROR_SERVER_FAULT },
    { "html-200:getSales.php", KASH_ERROR_UNREADABLE },
    { "429:getSales.php", KASH_ERROR_TOO_MANY },
  };
  GDate day;

  sales_test_get_day (self, 1, &day);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirSalesSummary) summary = NULL;
      g_autoptr (GError) error = NULL;

      sales_test_set_fault (self, cases[i].fault);
      summary = sales_test_load_summary (self, &day, FALSE, &error);
      g_assert_null (summary);
      g_assert_error (error, KASH_ERROR, (int) cases[i].code);
      g_assert_null (comptoir_sales_peek_summary (self->sales, &day));
    }
}

/* The FEC is there, the CSV isn't this time: the figures lack the number of orders until it is. */
static void
test_csv_fails (SalesTest *self, gconstpointer data)
{
  g_autoptr (ComptoirSalesSummary) without = NULL;
  g_autoptr (ComptoirSalesSummary) with = NULL;
  g_autoptr (GBytes) fec = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 1, &day);
  fec = sales_test_load_report (self, KASH_REPORT_FEC, &day, FALSE, NULL);
  g_assert_nonnull (fec);
  sales_test_set_fault (self, "500:getSales.php");
  without = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (without->n_orders, ==, -1);
  sales_test_set_fault (self, NULL);
  with = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (with->n_orders, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, test) \
  g_test_add ("/sales-figures/" name, SalesTest, NULL, set_up, test, sales_test_tear_down)
  ADD ("kept", sales_test_set_up, test_kept);
  ADD ("today", sales_test_set_up, test_today);
  ADD ("refresh", sales_test_set_up, test_refresh);
  ADD ("damaged", sales_test_set_up, test_damaged);
  ADD ("csv-only", sales_test_set_up, test_csv_only);
  ADD ("total-column", sales_test_set_up, test_total_column);
  ADD ("refused", set_up_refused, test_refused);
  ADD ("nothing", sales_test_set_up, test_nothing);
  ADD ("csv-fails", sales_test_set_up, test_csv_fails);

  return g_test_run ();
}
