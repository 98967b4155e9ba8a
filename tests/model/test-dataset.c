/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-dataset.h"

#include <glib/gstdio.h>

#include "comptoir-table-reader.h"
#include "model-test-service.h"
#include "model-test.h"

#define OLD "[{\"id\":1,\"title\":\"old\"}]"
#define NEW "[{\"id\":1,\"title\":\"new\"},{\"id\":2,\"title\":\"newer\"}]"

typedef struct
{
  char *folder;
  ComptoirStore *store;
  ModelTestService *service;
  KashClient *client;
  ComptoirDataset *dataset;
} Fixture;

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  comptoir_store_save_reply_finish (COMPTOIR_STORE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
keep (Fixture *fixture, const char *body, GDateTime *fetched)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  gboolean saved = FALSE;

  comptoir_store_save_reply_async (fixture->store, "account", "items.json", bytes, fetched, NULL,
                                   on_saved, &saved);
  model_test_wait_until (saved);
}

static char *
dup_kept (Fixture *fixture)
{
  char *text = NULL;
  g_autoptr (ComptoirStore) store = comptoir_store_new (fixture->folder);
  g_autoptr (KashAccount) account = kash_account_new ("http://127.0.0.1:9", "shop", "key", NULL);
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (ComptoirDataset) dataset
      = comptoir_dataset_new (client, store, "account", KASH_RESOURCE_ITEMS);
  ComptoirTable *table;
  const char *cell;
  guint column;

  comptoir_dataset_load (dataset);
  model_test_wait_until (!comptoir_dataset_get_loading (dataset));
  table = comptoir_dataset_get_table (dataset);
  if (table != NULL && comptoir_table_find_column (table, "title", &column))
    {
      comptoir_table_get_cell (table, 0, column, &cell, NULL);
      text = g_strdup (cell);
    }
  return text;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KashAccount) account = NULL;

  fixture->folder = g_dir_make_tmp ("model-dataset-XXXXXX", NULL);
  fixture->store = comptoir_store_new (fixture->folder);
  fixture->service = model_test_service_new ();
  account = model_test_service_account (fixture->service, "key");
  fixture->client = kash_client_new (account);
  fixture->dataset
      = comptoir_dataset_new (fixture->client, fixture->store, "account", KASH_RESOURCE_ITEMS);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->dataset);
  g_clear_object (&fixture->client);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_clear_pointer (&fixture->service, model_test_service_free);
  g_clear_object (&fixture->store);
  remove_tree (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
reply (Fixture *fixture, guint status, const char *body)
{
  model_test_service_set_reply (fixture->service, "getPlus.php", status, body, FALSE);
}

static void
hold (Fixture *fixture)
{
  model_test_service_set_reply (fixture->service, "getPlus.php", 200, NULL, TRUE);
}

static void
wait_loaded (Fixture *fixture)
{
  model_test_wait_until (!comptoir_dataset_get_loading (fixture->dataset));
}

static const char *
get_title (Fixture *fixture)
{
  ComptoirTable *table = comptoir_dataset_get_table (fixture->dataset);
  const char *text = NULL;
  guint column;

  g_assert_nonnull (table);
  g_assert_true (comptoir_table_find_column (table, "title", &column));
  comptoir_table_get_cell (table, 0, column, &text, NULL);
  return text;
}

static void
test_first_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *kept = NULL;
  guint row;

  reply (fixture, 200, NEW);
  g_assert_false (comptoir_dataset_get_loading (fixture->dataset));
  comptoir_dataset_load (fixture->dataset);
  g_assert_true (comptoir_dataset_get_loading (fixture->dataset));
  wait_loaded (fixture);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 2);
  g_assert_cmpstr (get_title (fixture), ==, "new");
  g_assert_cmpuint (comptoir_dataset_get_received (fixture->dataset), ==, strlen (NEW));
  g_assert_true (g_date_time_difference (comptoir_dataset_get_fetched_at (fixture->dataset), now)
                 < 10 * G_TIME_SPAN_SECOND);
  g_assert_true (comptoir_dataset_find_row (fixture->dataset, "2", &row));
  g_assert_cmpuint (row, ==, 1);
  g_assert_false (comptoir_dataset_find_row (fixture->dataset, "3", &row));

  /* Once only. */
  comptoir_dataset_load (fixture->dataset);
  g_assert_false (comptoir_dataset_get_loading (fixture->dataset));

  for (guint i = 0; i < 200 && kept == NULL; i++)
    {
      model_test_iterate ();
      if (i % 20 == 19)
        kept = dup_kept (fixture);
    }
  g_assert_cmpstr (kept, ==, "new");
}

/* The kept copy shows at once, with its age; the newer rows replace it when they are whole. */
static void
test_kept_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) then = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);

  keep (fixture, OLD, then);
  hold (fixture);
  comptoir_dataset_load (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
  g_assert_cmpstr (get_title (fixture), ==, "old");
  g_assert_true (g_date_time_equal (comptoir_dataset_get_fetched_at (fixture->dataset), then));
  g_assert_true (comptoir_dataset_get_loading (fixture->dataset));

  model_test_service_send (fixture->service, "[{\"id\":1,\"title\":\"new\"},");
  model_test_wait_until (comptoir_dataset_get_received (fixture->dataset) > 0);
  for (guint i = 0; i < 50; i++)
    model_test_iterate ();
  g_assert_cmpstr (get_title (fixture), ==, "old");

  model_test_service_send (fixture->service, "{\"id\":2}]");
  model_test_service_end (fixture->service, FALSE);
  wait_loaded (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "new");
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 2);
  g_assert_false (g_date_time_equal (comptoir_dataset_get_fetched_at (fixture->dataset), then));
}

static void
test_damaged_kept_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) then = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);

  keep (fixture, "[{\"id\":1},{\"id", then);
  reply (fixture, 200, NEW);
  comptoir_dataset_load (fixture->dataset);
  wait_loaded (fixture);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_cmpstr (get_title (fixture), ==, "new");
}

static void
on_n_rows (ComptoirDataset *dataset, GParamSpec *pspec, GArray *seen)
{
  guint n_rows = comptoir_dataset_get_n_rows (dataset);

  g_array_append_val (seen, n_rows);
}

/* With nothing to show, rows show as they come. */
static void
test_streaming (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  ComptoirTable *table;

  g_signal_connect (fixture->dataset, "notify::n-rows", G_CALLBACK (on_n_rows), seen);
  hold (fixture);
  comptoir_dataset_load (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
  g_assert_null (comptoir_dataset_get_table (fixture->dataset));
  model_test_service_send (fixture->service, "[{\"id\":1},");
  model_test_wait_until (comptoir_dataset_get_n_rows (fixture->dataset) == 1);
  table = comptoir_dataset_get_table (fixture->dataset);
  g_assert_nonnull (table);
  g_assert_true (comptoir_dataset_get_loading (fixture->dataset));
  model_test_service_send (fixture->service, "{\"id\":2},{\"id\":3},");
  model_test_wait_until (comptoir_dataset_get_n_rows (fixture->dataset) == 3);
  model_test_service_send (fixture->service, "{\"id\":4}]");
  model_test_service_end (fixture->service, FALSE);
  wait_loaded (fixture);
  g_assert_true (comptoir_dataset_get_table (fixture->dataset) == table);
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 4);
  for (guint i = 1; i < seen->len; i++)
    g_assert_cmpuint (g_array_index (seen, guint, i), >, g_array_index (seen, guint, i - 1));
}

static void
load_new (Fixture *fixture)
{
  reply (fixture, 200, NEW);
  comptoir_dataset_load (fixture->dataset);
  wait_loaded (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "new");
}

/* Whatever goes wrong, the rows stay as they were, and the next try clears the error. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
    gboolean unreadable;
  } cases[] = {
    { 500, "oops", FALSE },
    { 404, "", FALSE },
    { 200, "[{\"id\":1},{\"id\" 2}]", TRUE },
    { 200, "[{\"id\":1},{\"id\":", TRUE },
  };
  ComptoirTable *table;
  GDateTime *fetched_at;

  load_new (fixture);
  table = comptoir_dataset_get_table (fixture->dataset);
  fetched_at = comptoir_dataset_get_fetched_at (fixture->dataset);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GError *error;

      g_test_message ("%u %s", cases[i].status, cases[i].body);
      reply (fixture, cases[i].status, cases[i].body);
      comptoir_dataset_refresh (fixture->dataset);
      wait_loaded (fixture);
      error = comptoir_dataset_get_error (fixture->dataset);
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 10);
      g_assert_true (comptoir_dataset_get_table (fixture->dataset) == table);
      g_assert_true (comptoir_dataset_get_fetched_at (fixture->dataset) == fetched_at);
      g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 2);
      if (cases[i].unreadable)
        {
          gsize size;
          const char *text
              = g_bytes_get_data (comptoir_dataset_get_unreadable (fixture->dataset), &size);

          g_assert_cmpmem (text, size, cases[i].body, strlen (cases[i].body));
          g_assert_true (error->domain == COMPTOIR_FORMAT_ERROR);
        }
      else
        g_assert_null (comptoir_dataset_get_unreadable (fixture->dataset));
    }
  reply (fixture, 200, OLD);
  comptoir_dataset_refresh (fixture->dataset);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_null (comptoir_dataset_get_unreadable (fixture->dataset));
  wait_loaded (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "old");
}

/* Nothing kept, and the reply breaks off: the rows that came stay, with the error. */
static void
test_cut_while_streaming (Fixture *fixture, gconstpointer data)
{
  hold (fixture);
  comptoir_dataset_load (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
  model_test_service_send (fixture->service, "[{\"id\":1,\"title\":\"new\"},{");
  model_test_wait_until (comptoir_dataset_get_n_rows (fixture->dataset) == 1);
  model_test_service_end (fixture->service, TRUE);
  wait_loaded (fixture);
  g_assert_nonnull (comptoir_dataset_get_error (fixture->dataset));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 1);
  g_assert_cmpstr (get_title (fixture), ==, "new");
  g_assert_null (comptoir_dataset_get_fetched_at (fixture->dataset));

  reply (fixture, 200, OLD);
  comptoir_dataset_refresh (fixture->dataset);
  wait_loaded (fixture);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_cmpstr (get_title (fixture), ==, "old");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  hold (fixture);
  comptoir_dataset_load (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
  model_test_service_send (fixture->service, "[{\"id\":1},");
  model_test_wait_until (comptoir_dataset_get_n_rows (fixture->dataset) == 1);
  comptoir_dataset_cancel (fixture->dataset);
  g_assert_false (comptoir_dataset_get_loading (fixture->dataset));
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_null (comptoir_dataset_get_table (fixture->dataset));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 0);
  model_test_service_end (fixture->service, FALSE);

  /* Nothing comes after it, and it can be asked again. */
  for (guint i = 0; i < 50; i++)
    model_test_iterate ();
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  load_new (fixture);

  hold (fixture);
  comptoir_dataset_refresh (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
  comptoir_dataset_cancel (fixture->dataset);
  g_assert_cmpstr (get_title (fixture), ==, "new");
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  model_test_service_end (fixture->service, FALSE);
}

/* The dataset goes away at any moment of a load. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = model_test_random_json (3, 300);

  reply (fixture, 200, json);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (ComptoirDataset) dataset
          = comptoir_dataset_new (fixture->client, fixture->store, "account", KASH_RESOURCE_ITEMS);

      comptoir_dataset_load (dataset);
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = model_test_random_json (4, 20000);
  guint row;

  reply (fixture, 200, json);
  comptoir_dataset_load (fixture->dataset);
  wait_loaded (fixture);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (fixture->dataset), ==, 20000);
  g_assert_true (comptoir_dataset_find_row (fixture->dataset, "20000", &row));
  g_assert_cmpuint (row, ==, 19999);
  g_assert_cmpuint (comptoir_dataset_get_received (fixture->dataset), ==, strlen (json));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/dataset/first-load", test_first_load },
    { "/dataset/kept-copy", test_kept_copy },
    { "/dataset/damaged-kept-copy", test_damaged_kept_copy },
    { "/dataset/streaming", test_streaming },
    { "/dataset/failures", test_failures },
    { "/dataset/cut-while-streaming", test_cut_while_streaming },
    { "/dataset/cancel", test_cancel },
    { "/dataset/dropped", test_dropped },
    { "/dataset/large", test_large },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
