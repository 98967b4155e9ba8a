/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "demo-listing.h"

typedef struct
{
  DemoCatalogue *catalogue;
  GPtrArray *pending;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  DemoOrder *order = demo_order_new ();
  char title[] = "Tarte « maison »";
  DemoLine line = { .title = title, .quantity = 1500, .unit_price = 200, .net = 300 };

  fixture->catalogue = demo_catalogue_new (1, 0, 0);
  fixture->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_order_free);
  order->sale->payment = -1;
  order->sale->client = 3;
  order->sale->table = 2;
  demo_sale_add_line (order->sale, &line);
  g_ptr_array_add (fixture->pending, order);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->pending);
  demo_catalogue_free (fixture->catalogue);
}

static char *
read_all (Fixture *fixture, const DemoResource *resource, DemoFormat format)
{
  g_autoptr (DemoListing) listing = demo_listing_new (
      resource, fixture->catalogue, fixture->pending, format, demo_shape_find (NULL, NULL));
  g_autoptr (GBytes) bytes = demo_listing_read_all (listing);

  g_assert_null (demo_listing_read (listing));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static JsonArray *
read_rows (Fixture *fixture, const DemoResource *resource)
{
  g_autofree char *text = read_all (fixture, resource, DEMO_FORMAT_JSON);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);

  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (root));
}

/* Every key is a column of the CSV and the HTML, in this order. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < DEMO_N_RESOURCES; i++)
    {
      const DemoResource *resource = &demo_resources[i];
      g_autoptr (JsonArray) rows = read_rows (fixture, resource);

      g_test_message ("%s", resource->endpoint);
      g_assert_true (demo_resource_find (resource->endpoint) == resource);
      g_assert_cmpuint (json_array_get_length (rows), >, 0);
      for (guint j = 0; j < json_array_get_length (rows); j++)
        {
          g_autoptr (GList) members
              = json_object_get_members (json_array_get_object_element (rows, j));
          guint at = 0;

          for (GList *l = members; l != NULL; l = l->next)
            {
              while (resource->columns[at] != NULL && strcmp (resource->columns[at], l->data) != 0)
                at++;
              g_assert_nonnull (resource->columns[at]);
            }
        }
    }
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < DEMO_N_RESOURCES; i++)
    {
      g_autoptr (JsonArray) rows = read_rows (fixture, &demo_resources[i]);
      g_autofree char *csv = read_all (fixture, &demo_resources[i], DEMO_FORMAT_CSV);
      gboolean quoted = FALSE;
      guint n_separators = 0, n_lines = 0;

      for (const char *p = csv; *p != '\0'; p++)
        {
          if (*p == '"')
            quoted = !quoted;
          n_separators += *p == ';' && !quoted;
          if (*p == '\r' && p[1] == '\n' && !quoted)
            {
              g_assert_cmpuint (n_separators, ==,
                                g_strv_length ((char **) demo_resources[i].columns) - 1);
              n_separators = 0;
              n_lines++;
            }
        }
      g_assert_cmpuint (n_lines, ==, json_array_get_length (rows) + 1);
    }
}

static void
test_html (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < DEMO_N_RESOURCES; i++)
    {
      g_autoptr (JsonArray) rows = read_rows (fixture, &demo_resources[i]);
      g_autofree char *html = read_all (fixture, &demo_resources[i], DEMO_FORMAT_HTML);
      g_auto (GStrv) parts = g_strsplit (html, "<tr>", -1);

      g_assert_nonnull (strstr (html, demo_resources[i].title));
      g_assert_cmpuint (g_strv_length (parts), ==, json_array_get_length (rows) + 2);
    }
}

static void
test_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonArray) rows = read_rows (fixture, demo_resource_find ("getPlus.php"));
  JsonObject *baguette = json_array_get_object_element (rows, 0);

  g_assert_cmpstr (json_object_get_string_member (baguette, "id"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (baguette, "title"), ==, "Baguette");
  g_assert_cmpstr (json_object_get_string_member (baguette, "price"), ==, "1.15");
  g_assert_cmpstr (json_object_get_string_member (baguette, "deptID"), ==, "1");
  g_assert_true (JSON_NODE_HOLDS_ARRAY (json_object_get_member (baguette, "allergens")));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_object_get_member (baguette, "prices")));
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (rows, 2), "barcode"), ==,
      "0012000000034");
}

static void
test_pending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonArray) rows = read_rows (fixture, demo_resource_find ("getPending.php"));
  JsonObject *order = json_array_get_object_element (rows, 0);
  JsonObject *line
      = json_array_get_object_element (json_object_get_array_member (order, "items"), 0);
  JsonObject *client = json_object_get_object_member (order, "client");

  g_assert_cmpstr (json_object_get_string_member (order, "total"), ==, "3.00");
  g_assert_cmpstr (json_object_get_string_member (order, "validated"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Tarte « maison »");
  g_assert_cmpstr (json_object_get_string_member (line, "quantity"), ==, "1.500");
  g_assert_cmpint (json_object_get_int_member (client, "id"), ==, 3);
}

static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoCatalogue) large = demo_catalogue_new (1, 5000, 0);
  const DemoResource *items = demo_resource_find ("getPlus.php");
  g_autoptr (DemoListing) whole = demo_listing_new (items, large, fixture->pending,
                                                    DEMO_FORMAT_JSON, demo_shape_find (NULL, NULL));
  g_autoptr (DemoListing) listing = demo_listing_new (
      items, large, fixture->pending, DEMO_FORMAT_JSON, demo_shape_find (NULL, NULL));
  g_autoptr (GBytes) all = demo_listing_read_all (whole);
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  g_autoptr (GBytes) joined_bytes = NULL;
  GBytes *piece;
  guint n_pieces = 0;

  while ((piece = demo_listing_read (listing)) != NULL)
    {
      g_byte_array_append (joined, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
      g_bytes_unref (piece);
      n_pieces++;
    }
  joined_bytes = g_byte_array_free_to_bytes (g_steal_pointer (&joined));
  g_assert_cmpuint (n_pieces, >, 10);
  g_assert_true (g_bytes_equal (all, joined_bytes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/demo/resources/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns", test_columns);
  ADD ("csv", test_csv);
  ADD ("html", test_html);
  ADD ("item", test_item);
  ADD ("pending", test_pending);
  ADD ("pieces", test_pieces);
  return g_test_run ();
}
