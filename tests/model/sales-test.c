/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <glib/gstdio.h>

static void
open_shop (SalesTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  g_autofree char *id = NULL;

  account = kash_account_new (demo_shop_get_base_url (self->demo), DEMO_SHOP_ID,
                              demo_shop_get_key (self->demo), &error);
  g_assert_no_error (error);
  id = kash_account_dup_id (account);
  entry = comptoir_account_entry_new (id, demo_shop_get_base_url (self->demo), DEMO_SHOP_ID);
  comptoir_account_entry_set_time_zone (entry, "Europe/Paris");
  self->store = comptoir_store_new (self->folder);
  self->shop = comptoir_shop_new (entry, account, self->store);
  self->sales = comptoir_sales_new (self->shop);
}

static void
close_shop (SalesTest *self)
{
  GObject *store = G_OBJECT (self->store);

  g_clear_object (&self->sales);
  g_clear_object (&self->shop);
  /* What is still being written holds the store. */
  while (g_atomic_int_get ((int *) &store->ref_count) > 1)
    {
      comptoir_store_flush (self->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_clear_object (&self->store);
}

void
sales_test_set_up (SalesTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->demo = demo_shop_new (data, &error);
  g_assert_no_error (error);
  demo_shop_start (self->demo, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("comptoir-sales-XXXXXX", &error);
  g_assert_no_error (error);
  open_shop (self);
}

void
sales_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      sales_test_remove_folder (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
sales_test_tear_down (SalesTest *self, gconstpointer data)
{
  close_shop (self);
  demo_shop_stop (self->demo);
  g_clear_object (&self->demo);
  sales_test_remove_folder (self->folder);
  g_free (self->folder);
}

void
sales_test_restart (SalesTest *self)
{
  close_shop (self);
  open_shop (self);
}

void
sales_test_set_fault (SalesTest *self, const char *fault)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (self->demo, fault, &error);
  g_assert_no_error (error);
}

void
sales_test_get_day (SalesTest *self, guint n_days_ago, GDate *day)
{
  comptoir_sales_get_today (self->sales, day);
  g_date_subtract_days (day, n_days_ago);
}

guint
sales_test_get_n_requests (SalesTest *self)
{
  return demo_shop_get_n_requests (self->demo, "getSales.php");
}

void
sales_test_take (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
sales_test_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

GBytes *
sales_test_load_report (SalesTest *self,
                        KashReport report,
                        const GDate *day,
                        gboolean refresh,
                        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_sales_load_report_async (self->sales, report, day, refresh, NULL, sales_test_take,
                                    &result);
  return comptoir_sales_load_report_finish (self->sales, sales_test_wait (&result), NULL, error);
}

ComptoirSalesSummary *
sales_test_load_summary (SalesTest *self, const GDate *day, gboolean refresh, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_sales_load_summary_async (self->sales, day, refresh, NULL, sales_test_take, &result);
  return comptoir_sales_load_summary_finish (self->sales, sales_test_wait (&result), error);
}

/* Up to yesterday. */
gboolean
sales_test_fill (SalesTest *self, guint n_days, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GDate yesterday;

  comptoir_sales_get_yesterday (self->sales, &yesterday);
  comptoir_sales_fill_async (self->sales, &yesterday, n_days, cancellable, sales_test_take,
                             &result);
  return comptoir_sales_fill_finish (self->sales, sales_test_wait (&result), error);
}
