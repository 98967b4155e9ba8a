/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store.h"

#include "store-test.h"

static void
begin_save (ComptoirStore *store,
            const char *account,
            const char *name,
            const char *text,
            GAsyncResult **result)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GDateTime) fetched = g_date_time_new_utc (2024, 2, 29, 12, 0, 0.5);

  comptoir_store_save_reply_async (store, account, name, body, fetched, NULL,
                                   store_test_take_result, result);
}

static void
save (ComptoirStore *store, const char *account, const char *name, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  begin_save (store, account, name, text, &result);
  store_test_wait (&result);
  g_assert_true (comptoir_store_save_reply_finish (store, result, &error));
  g_assert_no_error (error);
}

static void
assert_kept (ComptoirStore *store, const char *account, const char *name, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDateTime) fetched = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  comptoir_store_load_reply_async (store, account, name, NULL, store_test_take_result, &result);
  store_test_wait (&result);
  body = comptoir_store_load_reply_finish (store, result, &fetched, &error);
  if (text == NULL)
    {
      g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
      g_assert_null (body);
      g_assert_null (fetched);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text));
  g_assert_cmpint (g_date_time_to_unix (fetched), ==, 1709208000);
  g_assert_cmpint (g_date_time_get_microsecond (fetched), ==, 500000);
}

static void
begin_forget (ComptoirStore *store, const char *account, GAsyncResult **result)
{
  comptoir_store_forget_async (store, account, NULL, store_test_take_result, result);
}

static void
test_save_and_load (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);

  assert_kept (store, "a", "items.json", NULL);
  save (store, "a", "items.json", "[1]");
  assert_kept (store, "a", "items.json", "[1]");
  assert_kept (store, "b", "items.json", NULL);
  g_clear_object (&store);
  store = comptoir_store_new (folder);
  assert_kept (store, "a", "items.json", "[1]");
}

/* The last one asked for is the one that stays. */
static void
test_order (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
  GAsyncResult *results[20] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      begin_save (store, "a", "items.json", text, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) result = store_test_wait (&results[i]);

      g_assert_true (comptoir_store_save_reply_finish (store, result, NULL));
    }
  assert_kept (store, "a", "items.json", "19");
}

static void
test_cancelled (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) saved = NULL, loaded = NULL;
  g_autoptr (GBytes) body = g_bytes_new (NULL, 0);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  comptoir_store_save_reply_async (store, "a", "items.json", body, now, cancellable,
                                   store_test_take_result, &saved);
  store_test_wait (&saved);
  g_assert_false (comptoir_store_save_reply_finish (store, saved, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  comptoir_store_load_reply_async (store, "a", "items.json", cancellable, store_test_take_result,
                                   &loaded);
  store_test_wait (&loaded);
  g_assert_null (comptoir_store_load_reply_finish (store, loaded, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_kept (store, "a", "items.json", NULL);
}

static void
test_refused_name (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  begin_save (store, "a", "../../comptoir.db", "x", &result);
  store_test_wait (&result);
  g_assert_false (comptoir_store_save_reply_finish (store, result, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
}

static void
test_forget (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *replies = g_build_filename (folder, "replies", NULL);
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
  g_autoptr (GAsyncResult) saved = NULL, forgotten = NULL;
  g_autofree char *value = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  comptoir_store_set_value (store, "a", "tabs", "items");
  comptoir_store_set_value (store, "b", "tabs", "clients");
  save (store, "b", "items.json", "[2]");
  begin_save (store, "a", "items.json", "[1]", &saved);
  begin_forget (store, "a", &forgotten);
  value = comptoir_store_dup_value (store, "a", "tabs");
  g_assert_null (value);
  store_test_wait (&forgotten);
  g_assert_true (comptoir_store_forget_finish (store, forgotten, &error));
  g_assert_no_error (error);
  store_test_wait (&saved);
  assert_kept (store, "a", "items.json", NULL);
  g_assert_cmpuint (store_test_count_files (replies, ""), ==, 1);
  g_clear_object (&store);

  store = comptoir_store_new (folder);
  value = comptoir_store_dup_value (store, "a", "tabs");
  g_assert_null (value);
  other = comptoir_store_dup_value (store, "b", "tabs");
  g_assert_cmpstr (other, ==, "clients");
  assert_kept (store, "b", "items.json", "[2]");
}

/* It isn't said to be forgotten while it is still on the disk. */
static void
test_forget_fails (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "comptoir.db", NULL);
  g_autoptr (ComptoirStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (path, 0700));
  store = comptoir_store_new (folder);
  save (store, "a", "items.json", "[1]");
  begin_forget (store, "a", &result);
  store_test_wait (&result);
  g_assert_false (comptoir_store_forget_finish (store, result, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
  assert_kept (store, "a", "items.json", NULL);
}

/* Whoever asked may have gone; the store finishes and goes too. */
static void
test_last_reference (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
      g_autoptr (GBytes) body = g_bytes_new ("x", 1);
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      gpointer watched = store;

      g_object_add_weak_pointer (G_OBJECT (store), &watched);
      comptoir_store_save_reply_async (store, "a", "items.json", body, now, NULL, NULL, NULL);
      comptoir_store_forget_async (store, "a", NULL, NULL, NULL);
      g_clear_object (&store);
      while (g_atomic_pointer_get (&watched) != NULL)
        g_main_context_iteration (NULL, FALSE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-replies/save-and-load", test_save_and_load);
  g_test_add_func ("/store-replies/order", test_order);
  g_test_add_func ("/store-replies/cancelled", test_cancelled);
  g_test_add_func ("/store-replies/refused-name", test_refused_name);
  g_test_add_func ("/store-replies/forget", test_forget);
  g_test_add_func ("/store-replies/forget-fails", test_forget_fails);
  g_test_add_func ("/store-replies/last-reference", test_last_reference);
  return g_test_run ();
}
