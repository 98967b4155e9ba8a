/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-prefetch.h"

#include "model-test-service.h"
#include "model-test.h"

typedef struct
{
  ModelTestService *service;
  ComptoirShop *shop;
  ComptoirPrefetch *prefetch;
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
  fixture->prefetch = comptoir_prefetch_new (fixture->shop);
  for (KashResource i = 0; i < KASH_N_RESOURCES; i++)
    model_test_service_set_reply (fixture->service, kash_resource_get_endpoint (i), 200,
                                  "[{\"id\":1},{\"id\":2}]", FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->prefetch);
  g_clear_object (&fixture->shop);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_clear_pointer (&fixture->service, model_test_service_free);
}

static guint
count_known (Fixture *fixture)
{
  guint n = 0;

  for (KashResource i = 0; i < KASH_N_RESOURCES; i++)
    n += comptoir_dataset_get_n_rows (comptoir_shop_get_dataset (fixture->shop, i)) == 2;
  return n;
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *items = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_ITEMS);
  ComptoirDataset *users = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_USERS);

  comptoir_prefetch_start (fixture->prefetch, 0);
  comptoir_prefetch_start (fixture->prefetch, 0);
  model_test_wait_until (comptoir_dataset_get_n_rows (users) == 2);
  g_assert_null (comptoir_dataset_get_table (items));
  model_test_wait_until (count_known (fixture) == KASH_N_RESOURCES);
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, KASH_N_RESOURCES);
}

/* A list that the server doesn't have keeps nothing from the others. */
static void
test_missing_list (Fixture *fixture, gconstpointer data)
{
  model_test_service_set_reply (
      fixture->service, kash_resource_get_endpoint (KASH_RESOURCE_RELAY_POINTS), 404, "", FALSE);
  comptoir_prefetch_start (fixture->prefetch, 0);
  model_test_wait_until (count_known (fixture) == KASH_N_RESOURCES - 1);
}

static void
test_refused_key (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *first = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_DEPARTMENTS);

  model_test_service_set_reply (
      fixture->service, kash_resource_get_endpoint (KASH_RESOURCE_DEPARTMENTS), 401, "", FALSE);
  comptoir_prefetch_start (fixture->prefetch, 0);
  model_test_wait_until (comptoir_dataset_get_error (first) != NULL);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, 1);
  g_assert_cmpuint (count_known (fixture), ==, 0);
}

/* Closing the shop while it loads asks for nothing more. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *first = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_DEPARTMENTS);

  comptoir_prefetch_start (fixture->prefetch, 0);
  model_test_wait_until (comptoir_dataset_get_loading (first));
  g_clear_object (&fixture->prefetch);
  model_test_wait_until (!comptoir_dataset_get_loading (first));
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/prefetch/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/prefetch/missing-list", Fixture, NULL, set_up, test_missing_list, tear_down);
  g_test_add ("/prefetch/refused-key", Fixture, NULL, set_up, test_refused_key, tear_down);
  g_test_add ("/prefetch/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  return g_test_run ();
}
