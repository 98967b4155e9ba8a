/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "demo-test-client.h"

static void
test_address (void)
{
  g_autoptr (DemoShop) shop = demo_shop_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (demo_shop_get_base_url (shop));
  g_assert_true (demo_shop_start (shop, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (demo_shop_get_base_url (shop), "http://127.0.0.1:"));
}

/* Two shops stand side by side, each with its key. */
static void
test_two (void)
{
  g_autoptr (DemoShop) first = demo_test_open_shop (NULL);
  g_autoptr (DemoShop) second = demo_test_open_shop (NULL);
  g_autofree char *credentials = demo_test_get_credentials (first);
  g_autoptr (DemoTestReply) right
      = demo_test_send (first, "GET", "getUsers.php", credentials, G_MAXSIZE);
  g_autoptr (DemoTestReply) wrong
      = demo_test_send (second, "GET", "getUsers.php", credentials, G_MAXSIZE);

  g_assert_cmpstr (demo_shop_get_base_url (first), !=, demo_shop_get_base_url (second));
  g_assert_cmpuint (right->status, ==, 200);
  g_assert_cmpuint (wrong->status, ==, 401);
}

static void
test_port_taken (void)
{
  g_autoptr (DemoShop) first = demo_test_open_shop (NULL);
  g_autoptr (GUri) uri = g_uri_parse (demo_shop_get_base_url (first), G_URI_FLAGS_NONE, NULL);
  DemoShopOptions options = { .port = g_uri_get_port (uri) };
  g_autoptr (DemoShop) second = demo_shop_new (&options, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (demo_shop_start (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

static void
test_stop_and_start (void)
{
  g_autoptr (DemoShop) shop = demo_test_open_shop (NULL);
  g_autofree char *address = g_strdup (demo_shop_get_base_url (shop));
  g_autoptr (DemoTestReply) before = demo_test_get (shop, "getUsers.php", NULL);
  g_autoptr (DemoTestReply) closed = NULL;
  g_autoptr (DemoTestReply) after = NULL;
  g_autoptr (GError) error = NULL;

  demo_shop_stop (shop);
  demo_shop_stop (shop);
  closed = demo_test_get (shop, "getUsers.php", NULL);
  demo_shop_start (shop, &error);
  g_assert_no_error (error);
  after = demo_test_get (shop, "getUsers.php", NULL);

  g_assert_cmpuint (before->status, ==, 200);
  g_assert_error (closed->error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
  g_assert_cmpuint (after->status, ==, 200);
  g_assert_cmpstr (demo_shop_get_base_url (shop), ==, address);
}

static void
test_change_key (void)
{
  g_autoptr (DemoShop) shop = demo_test_open_shop (NULL);
  g_autofree char *old = demo_test_get_credentials (shop);
  const char *held = demo_shop_get_key (shop);
  g_autoptr (DemoTestReply) refused = NULL;
  g_autoptr (DemoTestReply) accepted = NULL;

  demo_shop_change_key (shop);
  refused = demo_test_send (shop, "GET", "getUsers.php", old, G_MAXSIZE);
  accepted = demo_test_get (shop, "getUsers.php", NULL);

  g_assert_nonnull (strstr (old, held));
  g_assert_cmpuint (refused->status, ==, 401);
  g_assert_cmpuint (accepted->status, ==, 200);
}

static void
test_counts (void)
{
  g_autoptr (DemoShop) shop = demo_test_open_shop (NULL);

  for (guint i = 0; i < 3; i++)
    demo_test_reply_free (demo_test_get (shop, i < 2 ? "getUsers.php" : "getTables.php", NULL));

  g_assert_cmpuint (demo_shop_get_n_requests (shop, NULL), ==, 3);
  g_assert_cmpuint (demo_shop_get_n_requests (shop, "getUsers.php"), ==, 2);
  g_assert_cmpuint (demo_shop_get_n_requests (shop, "getPlus.php"), ==, 0);
}

static void
test_shapes (void)
{
  DemoShopOptions options = { .shape = "empty-array" };
  g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
  g_autoptr (DemoTestReply) empty = demo_test_get (shop, "getUsers.php", NULL);
  g_autoptr (DemoTestReply) untyped = NULL;
  g_autoptr (DemoTestReply) usual = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (demo_test_reply_get_text (empty), ==, "[]");
  g_assert_true (demo_shop_set_shape (shop, "no-type", NULL));
  untyped = demo_test_get (shop, "getUsers.php", NULL);
  g_assert_null (untyped->content_type);
  g_assert_false (demo_shop_set_shape (shop, "square", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_true (demo_shop_set_shape (shop, NULL, NULL));
  usual = demo_test_get (shop, "getUsers.php", NULL);
  g_assert_cmpstr (usual->content_type, ==, "application/json; charset=utf-8");
}

static void
test_bad_options (void)
{
  static const char *const faults[] = { "500", "nothing", NULL };
  const DemoShopOptions cases[]
      = { { .shape = "square" }, { .faults = faults }, { .database = "/nowhere/at/all.sqlite" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (demo_shop_new (&cases[i], &error));
      g_assert_nonnull (error);
    }
}

/* So many rows come in pieces, without a length, and all of them come. */
static void
test_large (void)
{
  DemoShopOptions options = { .n_items = 30000, .n_clients = 10 };
  g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
  g_autoptr (DemoTestReply) reply = demo_test_get (shop, "getPlus.php", NULL);
  g_autoptr (JsonArray) rows = demo_test_reply_get_rows (reply);

  g_assert_cmpuint (json_array_get_length (rows), ==, 30000);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (rows, 29999), "id"), ==,
      "30000");
}

/* A client that goes away in the middle harms nobody. */
static void
test_given_up (void)
{
  DemoShopOptions options = { .n_items = 30000 };
  g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
  g_autofree char *credentials = demo_test_get_credentials (shop);

  for (guint i = 0; i < 5; i++)
    demo_test_reply_free (demo_test_send (shop, "GET", "getPlus.php", credentials, 1000));
  demo_test_reply_free (demo_test_get (shop, "getUsers.php", NULL));
}

static void
test_latency (void)
{
  DemoShopOptions options = { .latency = 20 };
  g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
  g_autoptr (DemoTestReply) reply = demo_test_get (shop, "getUsers.php", NULL);

  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_database (void)
{
  g_autofree char *folder = g_dir_make_tmp ("shop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "orders.sqlite", NULL);
  DemoShopOptions options = { .database = path };
  guint n_pending[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
      g_autoptr (DemoTestReply) order
          = demo_test_post (shop, "webapp.php", "payment=-1&itemsList[]=1");
      g_autoptr (DemoTestReply) pending = demo_test_get (shop, "getPending.php", NULL);
      g_autoptr (JsonArray) rows = demo_test_reply_get_rows (pending);
      g_autofree char *contents = NULL;
      gsize length;

      n_pending[i] = json_array_get_length (rows);
      g_assert_cmpuint (demo_shop_get_n_orders (shop), ==, i + 1);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_null (
          memmem (contents, length, demo_shop_get_key (shop), strlen (demo_shop_get_key (shop))));
    }
  g_assert_cmpuint (n_pending[1], ==, n_pending[0] + 1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/shop/address", test_address);
  g_test_add_func ("/demo/shop/two", test_two);
  g_test_add_func ("/demo/shop/port-taken", test_port_taken);
  g_test_add_func ("/demo/shop/stop-and-start", test_stop_and_start);
  g_test_add_func ("/demo/shop/change-key", test_change_key);
  g_test_add_func ("/demo/shop/counts", test_counts);
  g_test_add_func ("/demo/shop/shapes", test_shapes);
  g_test_add_func ("/demo/shop/bad-options", test_bad_options);
  g_test_add_func ("/demo/shop/large", test_large);
  g_test_add_func ("/demo/shop/given-up", test_given_up);
  g_test_add_func ("/demo/shop/latency", test_latency);
  g_test_add_func ("/demo/shop/database", test_database);
  return g_test_run ();
}
