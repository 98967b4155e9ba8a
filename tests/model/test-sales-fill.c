/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#define N_DAYS 31

/* Days that the service is asked for at a time. */
#define N_AT_ONCE 3

typedef struct
{
  GDate yesterday;
  guint n_changed;
  gboolean seen[N_DAYS];
  GCancellable *cancellable; /* (nullable): cancelled with the first day */
} Watch;

static void
on_summary_changed (ComptoirSales *sales, const char *iso_date, Watch *watch)
{
  g_auto (GStrv) parts = g_strsplit (iso_date, "-", 3);
  int age;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, atoi (parts[2]), atoi (parts[1]), atoi (parts[0]));
  age = g_date_days_between (&day, &watch->yesterday);
  g_assert_cmpint (age, >=, 0);
  g_assert_cmpint (age, <, N_DAYS);
  g_assert_false (watch->seen[age]);
  watch->seen[age] = TRUE;
  /* The newest come first, give or take those under way at the same time. */
  if (watch->cancellable == NULL)
    g_assert_cmpuint (age, <, watch->n_changed + N_AT_ONCE);
  watch->n_changed++;
  g_assert_nonnull (comptoir_sales_peek_summary (sales, &day));
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static void
watch_sales (SalesTest *self, Watch *watch)
{
  comptoir_sales_get_yesterday (self->sales, &watch->yesterday);
  g_signal_connect (self->sales, "summary-changed", G_CALLBACK (on_summary_changed), watch);
}

static void
test_month (SalesTest *self, gconstpointer data)
{
  Watch first = { .n_changed = 0 }, second = { .n_changed = 0 };
  g_autoptr (GError) error = NULL;

  watch_sales (self, &first);
  g_assert_true (sales_test_fill (self, N_DAYS, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (first.n_changed, ==, N_DAYS);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * N_DAYS);

  /* After a restart all of it comes from the store, even without a service. */
  sales_test_restart (self);
  comptoir_sales_get_yesterday (self->sales, &second.yesterday);
  demo_shop_stop (self->demo);
  g_assert_true (sales_test_fill (self, N_DAYS, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < N_DAYS; i++)
    {
      GDate day = second.yesterday;

      g_date_subtract_days (&day, i);
      g_assert_nonnull (comptoir_sales_peek_summary (self->sales, &day));
    }
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * N_DAYS);
}

static void
test_missing_only (SalesTest *self, gconstpointer data)
{
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  sales_test_get_day (self, 3, &day);
  summary = sales_test_load_summary (self, &day, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sales_test_fill (self, 5, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * 5);
  g_assert_true (sales_test_fill (self, 5, NULL, &error));
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, 2 * 5);
}

static void
idle (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
test_cancel (SalesTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  guint n_requests;

  watch_sales (self, &watch);
  g_assert_false (sales_test_fill (self, N_DAYS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* What was on its way to the service is still counted there; then nothing goes on. */
  idle ();
  n_requests = sales_test_get_n_requests (self);
  g_assert_cmpuint (n_requests, <, 2 * N_DAYS);
  idle ();
  g_assert_cmpuint (sales_test_get_n_requests (self), ==, n_requests);
}

static void
test_no_service (SalesTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  demo_shop_stop (self->demo);
  g_assert_false (sales_test_fill (self, N_DAYS, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_NO_NETWORK);
}

/* A service that fails every time isn't asked for a whole month. */
static void
test_failing_service (SalesTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sales_test_set_fault (self, "500:getSales.php");
  g_assert_false (sales_test_fill (self, N_DAYS, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
  g_assert_cmpuint (sales_test_get_n_requests (self), <=, 2 * 2 * N_AT_ONCE);
}

/* A day that fails is passed over. */
static void
test_failing_day (SalesTest *self, gconstpointer data)
{
  Watch watch = { .n_changed = 0 };
  g_autoptr (GError) error = NULL;
  guint n_known = 0;

  sales_test_set_fault (self, "500:getSales.php*2");
  g_assert_true (sales_test_fill (self, 10, NULL, &error));
  g_assert_no_error (error);
  comptoir_sales_get_yesterday (self->sales, &watch.yesterday);
  for (guint i = 0; i < 10; i++)
    {
      GDate day = watch.yesterday;

      g_date_subtract_days (&day, i);
      n_known += comptoir_sales_peek_summary (self->sales, &day) != NULL;
    }
  g_assert_cmpuint (n_known, >=, 8);

  /* The next time what is missing is fetched. */
  g_assert_true (sales_test_fill (self, 10, NULL, &error));
  for (guint i = 0; i < 10; i++)
    {
      GDate day = watch.yesterday;

      g_date_subtract_days (&day, i);
      g_assert_nonnull (comptoir_sales_peek_summary (self->sales, &day));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/sales-fill/" name, SalesTest, NULL, sales_test_set_up, test, sales_test_tear_down)
  ADD ("month", test_month);
  ADD ("missing-only", test_missing_only);
  ADD ("cancel", test_cancel);
  ADD ("no-service", test_no_service);
  ADD ("failing-service", test_failing_service);
  ADD ("failing-day", test_failing_day);

  return g_test_run ();
}
