/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-model.h"

#include "model-test-service.h"
#include "model-test.h"

typedef struct
{
  ModelTestService *service;
  ComptoirShop *shop;
  ComptoirDataset *dataset;
  ComptoirTableModel *model;
  ModelTestMirror *mirror;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("account", "http://127.0.0.1:9", "shop");
  g_autoptr (KashAccount) account = NULL;

  fixture->service = model_test_service_new ();
  account = model_test_service_account (fixture->service, "key");
  fixture->shop = comptoir_shop_new (entry, account, NULL);
  fixture->dataset = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_ITEMS);
  fixture->model = comptoir_table_model_new (fixture->shop, fixture->dataset);
  fixture->mirror = model_test_mirror_new (G_LIST_MODEL (fixture->model));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  model_test_mirror_check (fixture->mirror);
  g_clear_pointer (&fixture->mirror, model_test_mirror_free);
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->shop);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_clear_pointer (&fixture->service, model_test_service_free);
}

static void
wait (Fixture *fixture)
{
  model_test_wait_until (!comptoir_dataset_get_loading (fixture->dataset)
                         && !comptoir_table_model_get_busy (fixture->model));
}

static void
load (Fixture *fixture, const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');

  model_test_service_set_reply (fixture->service, "getPlus.php", 200, text, FALSE);
  comptoir_dataset_refresh (fixture->dataset);
  wait (fixture);
  g_assert_null (comptoir_dataset_get_error (fixture->dataset));
}

static void
assert_ids (Fixture *fixture, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (fixture->model);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ComptoirRow) row = g_list_model_get_item (model, i);
      const char *text = NULL;
      guint position;

      comptoir_table_get_cell (comptoir_row_get_table (row), comptoir_row_get_index (row), 0, &text,
                               NULL);
      g_string_append (found, text);
      g_assert_cmpuint (comptoir_table_model_get_row_index (fixture->model, i), ==,
                        comptoir_row_get_index (row));
      g_assert_true (comptoir_table_model_find_position (fixture->model,
                                                         comptoir_row_get_index (row), &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpstr (found->str, ==, ids);
}

#define ITEMS                                            \
  "[{'id':1,'title':'Pain','price':'2.50','deptID':1},"  \
  "{'id':2,'title':'Café','price':'1.80','deptID':2},"  \
  "{'id':3,'title':'Pain bio','price':'10','deptID':1}," \
  "{'id':4,'title':'Thé','price':'1.80','deptID':2}]"

static void
test_search_filter_sort (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  gboolean descending;
  guint position;

  assert_ids (fixture, "");
  load (fixture, ITEMS);
  assert_ids (fixture, "1234");

  comptoir_table_model_set_search (fixture->model, "pain");
  g_assert_true (comptoir_table_model_get_busy (fixture->model));
  wait (fixture);
  assert_ids (fixture, "13");
  g_assert_false (comptoir_table_model_find_position (fixture->model, 1, &position));
  comptoir_table_model_set_search (fixture->model, "pain BIO");
  wait (fixture);
  assert_ids (fixture, "3");
  comptoir_table_model_set_search (fixture->model, NULL);
  assert_ids (fixture, "1234");
  g_assert_false (comptoir_table_model_get_busy (fixture->model));

  comptoir_table_model_set_sort (fixture->model, "price", FALSE);
  wait (fixture);
  assert_ids (fixture, "2413");
  comptoir_table_model_set_sort (fixture->model, "price", TRUE);
  wait (fixture);
  assert_ids (fixture, "3124");
  g_assert_cmpstr (comptoir_table_model_get_sort (fixture->model, &descending), ==, "price");
  g_assert_true (descending);

  g_ptr_array_add (filters, comptoir_filter_new ("deptID", COMPTOIR_FILTER_IS, "1"));
  comptoir_table_model_set_filters (fixture->model, filters);
  wait (fixture);
  assert_ids (fixture, "31");
  comptoir_table_model_set_search (fixture->model, "2.5");
  wait (fixture);
  assert_ids (fixture, "1");
  comptoir_table_model_set_search (fixture->model, "nothing");
  wait (fixture);
  assert_ids (fixture, "");
  comptoir_table_model_set_filters (fixture->model, NULL);
  comptoir_table_model_set_search (fixture->model, "");
  comptoir_table_model_set_sort (fixture->model, NULL, FALSE);
  assert_ids (fixture, "1234");
}

/* However fast one types, the last word counts, and no answer to another shows after it. */
static void
test_latest_wins (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = model_test_random_json (5, 5000);
  guint n_found;

  load (fixture, json);
  comptoir_table_model_set_search (fixture->model, "baguette tra");
  wait (fixture);
  n_found = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  g_assert_cmpuint (n_found, >, 0);
  comptoir_table_model_set_search (fixture->model, NULL);

  for (guint i = 0; i < 30; i++)
    {
      comptoir_table_model_set_sort (fixture->model, i % 2 == 0 ? "price" : "title", i % 3 == 0);
      comptoir_table_model_set_search (fixture->model, "tarte");
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      comptoir_table_model_set_search (fixture->model, "b");
      comptoir_table_model_set_search (fixture->model, "baguette tra");
    }
  wait (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, n_found);
  for (guint i = 0; i < 50; i++)
    model_test_iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, n_found);
}

/* One change for one answer, and none where nothing moves. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  load (fixture, ITEMS);
  fixture->mirror->n_changes = 0;
  comptoir_table_model_set_sort (fixture->model, "id", FALSE);
  wait (fixture);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 0);
  comptoir_table_model_set_sort (fixture->model, "id", TRUE);
  wait (fixture);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 1);
  comptoir_table_model_set_search (fixture->model, "pain");
  wait (fixture);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 2);
  comptoir_table_model_set_search (fixture->model, "pai");
  wait (fixture);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 2);
}

/* A row that stays is the same object, so that a selection stays with it. */
static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirRow) row = NULL, sorted = NULL, found = NULL;

  load (fixture, ITEMS);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 2);
  comptoir_table_model_set_sort (fixture->model, "price", TRUE);
  wait (fixture);
  sorted = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_true (row == sorted);
  comptoir_table_model_set_search (fixture->model, "bio");
  wait (fixture);
  found = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_true (row == found);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), 1));
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirRow) before = NULL;

  load (fixture, ITEMS);
  comptoir_table_model_set_search (fixture->model, "pain");
  wait (fixture);
  before = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  load (fixture, "[{'id':9,'title':'Pain'},{'id':8,'title':'Eau'}]");
  assert_ids (fixture, "9");
  comptoir_table_model_set_search (fixture->model, NULL);
  assert_ids (fixture, "98");
  load (fixture, "[]");
  assert_ids (fixture, "");
  g_assert_cmpuint (comptoir_row_get_index (before), ==, 0);
}

static void
start_streaming (Fixture *fixture)
{
  model_test_service_set_reply (fixture->service, "getPlus.php", 200, NULL, TRUE);
  comptoir_dataset_load (fixture->dataset);
  model_test_wait_until (model_test_service_is_held (fixture->service));
}

static void
test_streaming (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->model);

  start_streaming (fixture);
  model_test_service_send (fixture->service, "[{\"id\":1},");
  model_test_wait_until (g_list_model_get_n_items (model) == 1);
  model_test_service_send (fixture->service, "{\"id\":2},{\"id\":3},");
  model_test_wait_until (g_list_model_get_n_items (model) == 3);
  model_test_service_send (fixture->service, "{\"id\":4}]");
  model_test_service_end (fixture->service, FALSE);
  wait (fixture);
  assert_ids (fixture, "1234");
}

/* What streams in is searched and sorted as well. */
static void
test_streaming_sorted (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->model);

  comptoir_table_model_set_sort (fixture->model, "id", TRUE);
  comptoir_table_model_set_search (fixture->model, "x");
  start_streaming (fixture);
  model_test_service_send (fixture->service, "[{\"id\":1,\"title\":\"x\"},");
  model_test_wait_until (g_list_model_get_n_items (model) == 1);
  model_test_service_send (fixture->service,
                           "{\"id\":2,\"title\":\"x\"},{\"id\":3,\"title\":\"y\"},");
  model_test_wait_until (g_list_model_get_n_items (model) == 2);
  assert_ids (fixture, "21");
  model_test_service_send (fixture->service, "{\"id\":4,\"title\":\"x\"}]");
  model_test_service_end (fixture->service, FALSE);
  wait (fixture);
  assert_ids (fixture, "421");
}

/* Titles of references are found once they are known. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  model_test_service_set_reply (
      fixture->service, "getDepartments.php", 200,
      "[{\"id\":1,\"title\":\"Boulangerie\"},{\"id\":2,\"title\":\"Boissons\"}]", FALSE);
  load (fixture, ITEMS);
  comptoir_table_model_set_search (fixture->model, "boulang");
  model_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) == 2);
  assert_ids (fixture, "13");
  comptoir_table_model_set_search (fixture->model, NULL);
  comptoir_table_model_set_sort (fixture->model, "deptID", FALSE);
  wait (fixture);
  assert_ids (fixture, "2413");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) none = NULL;
  ComptoirColumnValue *value;

  load (fixture, ITEMS);
  values = comptoir_table_model_dup_values (fixture->model, "price", 10);
  none = comptoir_table_model_dup_values (fixture->model, "nothing", 10);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (values->len, ==, 3);
  value = g_ptr_array_index (values, 0);
  g_assert_cmpstr (value->value, ==, "1.8");
  g_assert_cmpuint (value->count, ==, 2);
}

static void
on_notify (GObject *object, GParamSpec *pspec, GString *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notifications (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (ComptoirTableModel) model = NULL;

  load (fixture, ITEMS);
  /* Without the shop: what references are called comes at a time of its own, and is looked at. */
  model = comptoir_table_model_new (NULL, fixture->dataset);
  g_signal_connect (model, "notify", G_CALLBACK (on_notify), names);
  comptoir_table_model_set_search (model, "pain");
  g_assert_cmpstr (names->str, ==, "busy search ");
  model_test_wait_until (!comptoir_table_model_get_busy (model));
  g_assert_cmpstr (names->str, ==, "busy search n-items busy ");
  comptoir_table_model_set_search (model, "pain");
  g_assert_cmpstr (names->str, ==, "busy search n-items busy ");
  g_signal_handlers_disconnect_by_data (model, names);
}

/* Thrown away in the middle of a search. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = model_test_random_json (6, 3000);

  load (fixture, json);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (ComptoirTableModel) model
          = comptoir_table_model_new (fixture->shop, fixture->dataset);

      comptoir_table_model_set_search (model, "éclair");
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/table-model/search-filter-sort", test_search_filter_sort },
    { "/table-model/latest-wins", test_latest_wins },
    { "/table-model/changes", test_changes },
    { "/table-model/identity", test_identity },
    { "/table-model/refresh", test_refresh },
    { "/table-model/streaming", test_streaming },
    { "/table-model/streaming-sorted", test_streaming_sorted },
    { "/table-model/references", test_references },
    { "/table-model/values", test_values },
    { "/table-model/notifications", test_notifications },
    { "/table-model/dropped", test_dropped },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
