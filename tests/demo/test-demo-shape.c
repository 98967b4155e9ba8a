/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "demo-listing.h"

static GBytes *
list (const char *shape, const char *endpoint, DemoFormat format)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 20);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const DemoShape *found = demo_shape_find (shape, &error);
  g_autoptr (DemoListing) listing = NULL;

  g_assert_no_error (error);
  listing = demo_listing_new (demo_resource_find (endpoint), catalogue, pending, format, found);

  return demo_listing_read_all (listing);
}

static char *
list_text (const char *shape)
{
  g_autoptr (GBytes) bytes = list (shape, "getDepartments.php", DEMO_FORMAT_JSON);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static JsonNode *
list_json (const char *shape)
{
  g_autofree char *text = list_text (shape);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_frames (void)
{
  g_autoptr (JsonNode) array = list_json ("array");
  g_autoptr (JsonNode) keyed = list_json ("keyed-object");
  g_autoptr (JsonNode) wrapped = list_json ("wrapped");
  g_autoptr (JsonNode) arrays = list_json ("arrays");
  g_autoptr (JsonNode) scalars = list_json ("scalars");
  g_autoptr (JsonNode) pretty = list_json ("pretty");
  JsonArray *inner;

  g_assert_cmpuint (json_array_get_length (json_node_get_array (array)), ==, 9);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (keyed)), ==, 9);
  g_assert_true (json_object_has_member (
      json_object_get_object_member (json_node_get_object (keyed), "3"), "title"));
  g_assert_cmpuint (json_object_get_size (json_node_get_object (wrapped)), ==, 1);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (wrapped), "data")),
      ==, 9);
  inner = json_array_get_array_element (json_node_get_array (arrays), 0);
  g_assert_cmpstr (json_array_get_string_element (inner, 1), ==, "Pains");
  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (scalars), 1), ==,
                   "Viennoiseries");
  g_assert_true (json_node_equal (array, pretty));
}

static void
test_unequal_keys (void)
{
  g_autoptr (JsonNode) root = list_json ("unequal-keys");
  JsonArray *rows = json_node_get_array (root);
  g_autoptr (GList) first = json_object_get_members (json_array_get_object_element (rows, 0));
  g_autoptr (GList) second = json_object_get_members (json_array_get_object_element (rows, 1));

  g_assert_cmpuint (g_list_length (first), <, 12);
  g_assert_cmpstr (first->next->data, !=, second->next->data);
  g_assert_true (json_object_has_member (json_array_get_object_element (rows, 4), "extra4"));
}

static void
test_values (void)
{
  g_autoptr (JsonNode) usual = list_json (NULL);
  g_autoptr (JsonNode) escaped = list_json ("escaped");
  g_autofree char *numbers = list_text ("numbers");
  g_autofree char *nested = list_text ("nested");
  g_autofree char *ascii = list_text ("escaped");
  g_autoptr (GBytes) strings = list ("strings", "getPlus.php", DEMO_FORMAT_JSON);

  g_assert_true (g_str_has_prefix (numbers, "[{\"id\":1,"));
  g_assert_nonnull (strstr (numbers, "\"price\":0.00,"));
  g_assert_true (g_str_has_prefix (nested, "[{\"id\":\"1\",\"title\":\"Pains\",\"details\":{"));
  g_assert_true (g_str_is_ascii (ascii));
  g_assert_true (json_node_equal (usual, escaped));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (strings, NULL), 2000, "\"stock\":\""));
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (strings, NULL), 2000, "\"allergens\":\"[\\\"gluten\\\"]\""));
}

static void
test_whole (void)
{
  static const char *const cases[][2] = {
    { "empty-body", "" },
    { "empty-array", "[]" },
    { "empty-object", "{}" },
    { "null", "null" },
  };
  g_autofree char *error = list_text ("error-200");
  g_autofree char *success = list_text ("error-200-success");
  g_autoptr (GBytes) csv = list ("empty-array", "getDepartments.php", DEMO_FORMAT_CSV);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = list_text (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
  g_assert_true (g_str_has_prefix (error, "{\"result\":\"ERROR\",\"message\":\""));
  g_assert_true (g_str_has_prefix (success, "{\"success\":false,\"result\":\""));
  g_assert_cmpuint (g_bytes_get_size (csv), >, 100);
}

static void
test_around (void)
{
  g_autofree char *usual = list_text (NULL);
  g_autofree char *bom = list_text ("bom");
  g_autofree char *blank = list_text ("blank-lines");
  g_autofree char *warning = list_text ("php-warning");
  g_autoptr (GBytes) csv = list ("bom", "getDepartments.php", DEMO_FORMAT_CSV);

  g_assert_true (g_str_has_prefix (bom, "\xef\xbb\xbf["));
  g_assert_cmpstr (bom + 3, ==, usual);
  g_assert_true (g_ascii_isspace (*blank));
  g_assert_cmpstr (g_strchug (blank), ==, usual);
  g_assert_true (g_str_has_prefix (warning, "<br />\n<b>Warning</b>"));
  g_assert_true (g_str_has_suffix (warning, usual));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (csv, NULL), "\xef\xbb\xbfid;title;"));
}

static void
test_windows_1252 (void)
{
  g_autofree char *usual = list_text (NULL);
  g_autoptr (GBytes) bytes = list ("windows-1252", "getDepartments.php", DEMO_FORMAT_JSON);
  g_autofree char *decoded = g_convert (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  g_assert_false (g_utf8_validate (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  g_assert_cmpstr (decoded, ==, usual);
}

static void
test_types (void)
{
  g_assert_cmpstr (demo_shape_get_content_type (demo_shape_find (NULL, NULL), DEMO_FORMAT_JSON), ==,
                   "application/json; charset=utf-8");
  g_assert_cmpstr (
      demo_shape_get_content_type (demo_shape_find ("windows-1252", NULL), DEMO_FORMAT_CSV), ==,
      "text/csv");
  g_assert_true (g_str_has_prefix (
      demo_shape_get_content_type (demo_shape_find ("wrong-type", NULL), DEMO_FORMAT_JSON),
      "text/html"));
  g_assert_null (demo_shape_get_content_type (demo_shape_find ("no-type", NULL), DEMO_FORMAT_JSON));
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  guint n_shapes = 0;

  for (; demo_shape_get_name (n_shapes) != NULL; n_shapes++)
    g_assert_nonnull (demo_shape_find (demo_shape_get_name (n_shapes), NULL));
  g_assert_cmpuint (n_shapes, >=, 20);
  g_assert_null (demo_shape_find ("square", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/shape/frames", test_frames);
  g_test_add_func ("/demo/shape/unequal-keys", test_unequal_keys);
  g_test_add_func ("/demo/shape/values", test_values);
  g_test_add_func ("/demo/shape/whole", test_whole);
  g_test_add_func ("/demo/shape/around", test_around);
  g_test_add_func ("/demo/shape/windows-1252", test_windows_1252);
  g_test_add_func ("/demo/shape/types", test_types);
  g_test_add_func ("/demo/shape/names", test_names);
  return g_test_run ();
}
