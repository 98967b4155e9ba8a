/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-books.h"

static void
test_size (void)
{
  g_autoptr (DemoCatalogue) usual = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoCatalogue) small = demo_catalogue_new (1, 3, 2);
  g_autoptr (DemoCatalogue) large = demo_catalogue_new (1, 100000, 20000);

  g_assert_cmpuint (usual->items->len, >=, 170);
  g_assert_cmpuint (usual->items->len, <=, 190);
  g_assert_cmpuint (usual->clients->len, ==, 400);
  g_assert_cmpuint (usual->n_departments, ==, 9);
  g_assert_cmpuint (usual->n_groups, ==, 3);
  g_assert_cmpuint (usual->n_tables, >=, 12);
  g_assert_cmpuint (usual->n_cashboxes, ==, 2);
  g_assert_cmpuint (usual->n_users, ==, 5);
  g_assert_cmpuint (small->items->len, ==, 3);
  g_assert_cmpuint (small->clients->len, ==, 2);
  g_assert_cmpuint (large->items->len, ==, 100000);
  g_assert_cmpuint (large->clients->len, ==, 20000);
  g_assert_cmpint (demo_catalogue_get_item (large, 100000)->id, ==, 100000);
}

static void
test_references (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (7, 1000, 0);
  gboolean weighed = FALSE;

  for (guint i = 0; i < catalogue->n_departments; i++)
    {
      const DemoDepartment *department = &catalogue->departments[i];

      g_assert_cmpint (department->id, ==, i + 1);
      g_assert_nonnull (demo_catalogue_get_group (catalogue, department->group));
      g_assert_nonnull (demo_catalogue_get_vat (catalogue, department->vat));
      g_assert_nonnull (demo_catalogue_get_vat (catalogue, department->vat_eat_in));
    }
  for (guint i = 0; i < catalogue->items->len; i++)
    {
      const DemoItem *item = &g_array_index (catalogue->items, DemoItem, i);

      g_assert_cmpint (item->id, ==, i + 1);
      g_assert_cmpint (item->price, >, 0);
      g_assert_cmpint (item->buying_price, <, item->price);
      g_assert_nonnull (demo_catalogue_get_department (catalogue, item->department));
      g_assert_cmpint (item->supplier, <, catalogue->n_suppliers);
      g_assert_true (g_utf8_validate (item->title, -1, NULL));
      g_assert_true (g_utf8_validate (item->short_title, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (item->short_title, -1), <=, 21);
      weighed |= item->by_weight;
      for (guint j = 0; j < G_N_ELEMENTS (item->sets); j++)
        {
          gboolean found = item->sets[j] == 0;

          for (guint k = 0; k < catalogue->n_variations; k++)
            found |= catalogue->variations[k].set == item->sets[j];
          g_assert_true (found);
        }
    }
  g_assert_true (weighed);
}

static void
test_variations (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  gboolean dearer = FALSE, cheaper = FALSE, unavailable = FALSE;

  for (guint i = 0; i < catalogue->n_variations; i++)
    {
      const DemoVariation *variation = &catalogue->variations[i];

      g_assert_true (demo_catalogue_get_variation (catalogue, i + 1) == variation);
      g_assert_cmpint (variation->id, ==, i + 1);
      dearer |= variation->delta > 0;
      cheaper |= variation->delta < 0;
      unavailable |= variation->unavailable;
    }
  g_assert_true (dearer && cheaper && unavailable);
}

static void
test_barcodes (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 5000, 0);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_leading_zeros = 0;

  for (guint i = 0; i < catalogue->items->len; i++)
    {
      const char *barcode = g_array_index (catalogue->items, DemoItem, i).barcode;
      guint sum = 0;

      g_assert_cmpuint (strlen (barcode), ==, 13);
      for (guint j = 0; j < 13; j++)
        sum += g_ascii_digit_value (barcode[j]) * (j % 2 == 0 ? 1 : 3);
      g_assert_cmpuint (sum % 10, ==, 0);
      g_assert_true (g_hash_table_add (seen, (char *) barcode));
      n_leading_zeros += g_str_has_prefix (barcode, "00");
    }
  g_assert_cmpuint (n_leading_zeros, >, 1000);
}

static void
test_clients (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  guint n_emails = 0, n_companies = 0;

  for (guint i = 0; i < catalogue->clients->len; i++)
    {
      const DemoClient *client = &g_array_index (catalogue->clients, DemoClient, i);

      g_assert_nonnull (client->first_name);
      g_assert_nonnull (client->last_name);
      g_assert_cmpuint (strlen (client->postcode), ==, 5);
      g_assert_cmpuint (strlen (client->phone), ==, 14);
      if (client->email != NULL)
        {
          g_assert_true (g_str_is_ascii (client->email));
          g_assert_null (strchr (client->email, '?'));
          n_emails++;
        }
      if (client->vat_number != NULL)
        {
          guint key = (client->vat_number[2] - '0') * 10 + client->vat_number[3] - '0';
          guint siren = g_ascii_strtoull (client->vat_number + 4, NULL, 10);

          g_assert_cmpuint (strlen (client->vat_number), ==, 13);
          g_assert_cmpuint (key, ==, (12 + 3 * (siren % 97)) % 97);
          n_companies++;
        }
    }
  g_assert_cmpuint (n_emails, >, 100);
  g_assert_cmpuint (n_emails, <, 400);
  g_assert_cmpuint (n_companies, >, 10);
}

static void
test_add_client (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  char name[] = "Zoé";
  DemoClient client = { .first_name = name };
  int id = demo_catalogue_add_client (catalogue, &client);

  name[0] = '?';
  g_assert_cmpint (id, ==, 401);
  g_assert_cmpstr (demo_catalogue_get_client (catalogue, id)->first_name, ==, "Zoé");
  g_assert_null (demo_catalogue_get_client (catalogue, id)->email);
}

static void
test_webservice_user (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  g_assert_cmpint (demo_catalogue_ensure_webservice_user (catalogue), ==, 6);
  g_assert_cmpuint (catalogue->n_users, ==, 6);
  g_assert_cmpstr (catalogue->users[5], ==, "webservice");
}

static void
test_unknown_ids (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 5, 5);

  g_assert_null (demo_catalogue_get_item (catalogue, 0));
  g_assert_null (demo_catalogue_get_item (catalogue, -1));
  g_assert_null (demo_catalogue_get_item (catalogue, 6));
  g_assert_null (demo_catalogue_get_client (catalogue, 6));
  g_assert_null (demo_catalogue_get_payment (catalogue, 99));
  g_assert_null (demo_delivery_method_get_title (-1));
  g_assert_null (demo_delivery_method_get_title (7));
  g_assert_nonnull (demo_delivery_method_get_title (6));
}

static void
test_same_seed (void)
{
  g_autoptr (DemoCatalogue) first = demo_catalogue_new (5, 500, 500);
  g_autoptr (DemoCatalogue) again = demo_catalogue_new (5, 300, 100);
  g_autoptr (DemoCatalogue) other = demo_catalogue_new (6, 300, 100);
  guint n_different = 0;

  for (guint i = 1; i <= 300; i++)
    {
      g_assert_cmpint (demo_catalogue_get_item (first, i)->buying_price, ==,
                       demo_catalogue_get_item (again, i)->buying_price);
      n_different += demo_catalogue_get_item (again, i)->buying_price
                     != demo_catalogue_get_item (other, i)->buying_price;
    }
  for (guint i = 1; i <= 100; i++)
    g_assert_cmpstr (demo_catalogue_get_client (first, i)->phone, ==,
                     demo_catalogue_get_client (again, i)->phone);
  g_assert_cmpuint (n_different, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/catalogue/size", test_size);
  g_test_add_func ("/demo/catalogue/references", test_references);
  g_test_add_func ("/demo/catalogue/variations", test_variations);
  g_test_add_func ("/demo/catalogue/barcodes", test_barcodes);
  g_test_add_func ("/demo/catalogue/clients", test_clients);
  g_test_add_func ("/demo/catalogue/add-client", test_add_client);
  g_test_add_func ("/demo/catalogue/webservice-user", test_webservice_user);
  g_test_add_func ("/demo/catalogue/unknown-ids", test_unknown_ids);
  g_test_add_func ("/demo/catalogue/same-seed", test_same_seed);
  return g_test_run ();
}
