/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-shop.h"

#include "model-test-service.h"
#include "model-test.h"

typedef struct
{
  ModelTestService *service;
  ComptoirShop *shop;
  guint n_refused;
  guint n_references_changed;
} Fixture;

static void
count_signal (ComptoirShop *shop, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("account", "http://127.0.0.1:9", "shop");
  g_autoptr (KashAccount) account = NULL;

  fixture->service = model_test_service_new ();
  account = model_test_service_account (fixture->service, "key");
  fixture->shop = comptoir_shop_new (entry, account, NULL);
  g_signal_connect (fixture->shop, "key-refused", G_CALLBACK (count_signal), &fixture->n_refused);
  g_signal_connect (fixture->shop, "references-changed", G_CALLBACK (count_signal),
                    &fixture->n_references_changed);
  model_test_service_set_reply (
      fixture->service, "getDepartments.php", 200,
      "[{\"id\":1,\"title\":\"Pains\"},{\"id\":2,\"title\":\"Cafés\"},{\"id\":3}]", FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->shop);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_clear_pointer (&fixture->service, model_test_service_free);
}

static void
test_datasets (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *items = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_ITEMS);

  g_assert_true (items == comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_ITEMS));
  g_assert_true (items != comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_USERS));
  g_assert_cmpint (comptoir_dataset_get_resource (items), ==, KASH_RESOURCE_ITEMS);
  g_assert_false (comptoir_dataset_get_loading (items));
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, 0);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *departments
      = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_DEPARTMENTS);

  g_assert_null (comptoir_shop_get_reference_title (fixture->shop, "departments", "1"));
  g_assert_null (comptoir_shop_get_reference_title (fixture->shop, "vat-rates", "1"));
  g_assert_null (comptoir_shop_get_reference_table (fixture->shop, "departments"));
  model_test_wait_until (fixture->n_references_changed > 0);
  g_assert_cmpuint (fixture->n_references_changed, ==, 1);
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, 1);
  g_assert_cmpstr (comptoir_shop_get_reference_title (fixture->shop, "departments", "1"), ==,
                   "Pains");
  g_assert_cmpstr (comptoir_shop_get_reference_title (fixture->shop, "departments", "2"), ==,
                   "Cafés");
  g_assert_null (comptoir_shop_get_reference_title (fixture->shop, "departments", "3"));
  g_assert_null (comptoir_shop_get_reference_title (fixture->shop, "departments", "4"));
  g_assert_true (comptoir_shop_get_reference_table (fixture->shop, "departments")
                 == comptoir_dataset_get_table (departments));

  model_test_service_set_reply (fixture->service, "getDepartments.php", 200,
                                "[{\"id\":1,\"title\":\"Breads\"}]", FALSE);
  comptoir_dataset_refresh (departments);
  model_test_wait_until (fixture->n_references_changed == 2);
  g_assert_cmpstr (comptoir_shop_get_reference_title (fixture->shop, "departments", "1"), ==,
                   "Breads");
  g_assert_null (comptoir_shop_get_reference_title (fixture->shop, "departments", "2"));
  g_assert_cmpuint (model_test_service_get_n_requests (fixture->service), ==, 2);
}

/* What nobody refers to changes without a word. */
static void
test_unwanted (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *departments
      = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_DEPARTMENTS);

  comptoir_dataset_load (departments);
  model_test_wait_until (!comptoir_dataset_get_loading (departments));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (departments), ==, 3);
  g_assert_cmpuint (fixture->n_references_changed, ==, 0);
}

static void
test_refused_key (Fixture *fixture, gconstpointer data)
{
  static const KashResource resources[]
      = { KASH_RESOURCE_DEPARTMENTS, KASH_RESOURCE_USERS, KASH_RESOURCE_TABLES };
  ComptoirDataset *datasets[G_N_ELEMENTS (resources)];
  g_autoptr (KashAccount) account = NULL;

  model_test_service_set_key (fixture->service, "another");
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      datasets[i] = comptoir_shop_get_dataset (fixture->shop, resources[i]);
      comptoir_dataset_load (datasets[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      model_test_wait_until (!comptoir_dataset_get_loading (datasets[i]));
      g_assert_error (comptoir_dataset_get_error (datasets[i]), KASH_ERROR, KASH_ERROR_REFUSED_KEY);
    }
  g_assert_cmpuint (fixture->n_refused, ==, 1);

  account = model_test_service_account (fixture->service, "another");
  comptoir_shop_set_account (fixture->shop, account);
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    g_assert_true (comptoir_dataset_get_loading (datasets[i]));
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      model_test_wait_until (!comptoir_dataset_get_loading (datasets[i]));
      g_assert_null (comptoir_dataset_get_error (datasets[i]));
    }
  g_assert_cmpuint (comptoir_dataset_get_n_rows (datasets[0]), ==, 3);
  g_assert_cmpuint (fixture->n_refused, ==, 1);

  /* A second refusal is told again. */
  model_test_service_set_key (fixture->service, "third");
  comptoir_dataset_refresh (datasets[0]);
  model_test_wait_until (!comptoir_dataset_get_loading (datasets[0]));
  g_assert_cmpuint (fixture->n_refused, ==, 2);
  g_assert_cmpuint (comptoir_dataset_get_n_rows (datasets[0]), ==, 3);
}

/* The key is changed while the service is still refusing the old one: nobody is asked again. */
static void
test_key_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  ComptoirDataset *departments
      = comptoir_shop_get_dataset (fixture->shop, KASH_RESOURCE_DEPARTMENTS);
  g_autoptr (KashAccount) account = NULL;

  model_test_service_set_key (fixture->service, "another");
  comptoir_dataset_load (departments);
  account = model_test_service_account (fixture->service, "another");
  model_test_wait_until (model_test_service_get_n_requests (fixture->service) == 1);
  comptoir_shop_set_account (fixture->shop, account);
  model_test_wait_until (!comptoir_dataset_get_loading (departments));
  g_assert_null (comptoir_dataset_get_error (departments));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (departments), ==, 3);
  g_assert_cmpuint (fixture->n_refused, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/shop/datasets", test_datasets },
    { "/shop/references", test_references },
    { "/shop/unwanted", test_unwanted },
    { "/shop/refused-key", test_refused_key },
    { "/shop/key-changed-meanwhile", test_key_changed_meanwhile },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
