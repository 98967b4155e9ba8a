/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "demo-orders.h"

static DemoOrder *
make_order (int payment, gint64 time)
{
  DemoOrder *order = demo_order_new ();
  char title[] = "Baguette tradition";
  DemoLine line = { .item = 2,
                    .department = 1,
                    .title = title,
                    .quantity = 2000,
                    .unit_price = 140,
                    .gross = 280,
                    .net = 280,
                    .vat = 1,
                    .variations = { 26, 30 } };

  order->posted = TRUE;
  order->sale->payment = payment;
  order->sale->time = time;
  order->sale->user = 2;
  order->sale->public_comment = g_strdup ("À 18 h");
  order->form = g_strdup ("payment=1&itemsList[]=2_2___26_30");
  demo_sale_add_line (order->sale, &line);

  return order;
}

static int
add (DemoOrders *orders, int payment, gint64 time, const DemoClient *client)
{
  g_autoptr (DemoOrder) order = make_order (payment, time);
  g_autoptr (GError) error = NULL;

  g_assert_true (demo_orders_add (orders, order, client, &error));
  g_assert_no_error (error);

  return order->id;
}

static void
test_comes_back (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoOrders) orders = demo_orders_new (NULL, catalogue, NULL);
  int id = add (orders, -1, 1700000000, NULL);
  g_autoptr (DemoOrder) order = demo_orders_get (orders, id);
  const DemoLine *line;

  g_assert_nonnull (order);
  g_assert_cmpint (order->sale->total, ==, 280);
  g_assert_cmpint (order->sale->time, ==, 1700000000);
  g_assert_cmpint (order->sale->user, ==, 2);
  g_assert_cmpint (order->sale->place_settings, ==, -1);
  g_assert_cmpstr (order->sale->public_comment, ==, "À 18 h");
  g_assert_cmpstr (order->form, ==, "payment=1&itemsList[]=2_2___26_30");
  g_assert_cmpuint (order->sale->lines->len, ==, 1);
  line = &g_array_index (order->sale->lines, DemoLine, 0);
  g_assert_cmpstr (line->title, ==, "Baguette tradition");
  g_assert_cmpint (line->quantity, ==, 2000);
  g_assert_cmpint (line->variations[1], ==, 30);
  g_assert_null (demo_orders_get (orders, id + 1));
}

static void
test_pending_and_paid (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoOrders) orders = demo_orders_new (NULL, catalogue, NULL);
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (DemoDay) day = NULL;
  GDate date;
  gint64 noon;
  guint before;

  g_date_set_dmy (&date, 14, 6, 2025);
  noon = demo_day_get_start (&date, 12);
  add (orders, -1, noon, NULL);
  add (orders, 1, noon + 5, NULL);
  add (orders, -2, noon, NULL);
  add (orders, 2, noon + 24 * 3600, NULL);
  add (orders, 2, noon - 24 * 3600, NULL);

  pending = demo_orders_list_pending (orders);
  g_assert_cmpuint (pending->len, ==, 2);
  day = demo_day_new (catalogue, 1, &date, noon);
  before = day->sales->len;
  demo_orders_add_to_day (orders, day);
  g_assert_cmpuint (day->sales->len, ==, before + 1);
  g_assert_cmpint (((DemoSale *) g_ptr_array_index (day->sales, before))->number, ==,
                   demo_day_get_first_number (&date) + before);
  g_assert_cmpuint (demo_orders_count (orders, TRUE), ==, 5);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("orders-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "orders.sqlite", NULL);
  char name[] = "Durand", phone[] = "06";
  DemoClient client = { .last_name = name, .phone = phone, .latitude = 48.5 };

  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 10);
      g_autoptr (DemoOrders) orders = demo_orders_new (path, catalogue, NULL);

      g_assert_cmpuint (catalogue->clients->len, ==, 9 + i);
      g_assert_cmpuint (demo_orders_count (orders, FALSE), ==, i - 1);
      add (orders, -1, 1700000000, &client);
      g_assert_cmpuint (catalogue->clients->len, ==, 10 + i);
      g_assert_cmpstr (demo_catalogue_get_client (catalogue, 11)->last_name, ==, "Durand");
      g_assert_null (demo_catalogue_get_client (catalogue, 11)->email);
      g_assert_cmpfloat (demo_catalogue_get_client (catalogue, 11)->latitude, ==, 48.5);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_bad_file (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (demo_orders_new ("/nowhere/at/all.sqlite", catalogue, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/orders/comes-back", test_comes_back);
  g_test_add_func ("/demo/orders/pending-and-paid", test_pending_and_paid);
  g_test_add_func ("/demo/orders/file", test_file);
  g_test_add_func ("/demo/orders/bad-file", test_bad_file);
  return g_test_run ();
}
