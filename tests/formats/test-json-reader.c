/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-dump.h"

#include <json-glib/json-glib.h>

/* Each document, and what becomes of it. */
static const struct
{
  const char *json;
  const char *table;
} shapes[] = {
  { "[{\"id\":1,\"title\":\"Pain\"},{\"id\":2,\"title\":\"Miche\"}]",
    "id title | 1 \"Pain\" | 2 \"Miche\"" },
  { " \r\n[ { \"id\" : 1 , \"a\" : null } , { \"a\" : true , \"b\" : false , \"id\" : 2 } ] \n",
    "id a b | 1 null - | 2 true false" },
  { "{\"12\":{\"id\":12,\"title\":\"x\"},\"13\":{\"id\":13,\"title\":\"y\"}}",
    "id title | 12 \"x\" | 13 \"y\"" },
  { "{\"12\":{\"title\":\"x\"},\"13\":{\"title\":\"y\"}}",
    "id title | \"12\" \"x\" | \"13\" \"y\"" },
  { "{\"12\":{\"id\":1,\"title\":\"x\"},\"13\":{\"title\":\"y\"}}",
    "id title key | 1 \"x\" \"12\" | \"13\" \"y\" -" },
  { "{\"A1\":{\"title\":\"x\"},\"B2\":{\"title\":\"y\"}}",
    "id title | \"A1\" \"x\" | \"B2\" \"y\"" },
  { "{\"1\":\"Pains\",\"2\":\"Vins\"}", "id value | \"1\" \"Pains\" | \"2\" \"Vins\"" },
  { "{\"1\":[\"a\",2],\"2\":[\"b\",3]}", "id 1 2 | \"1\" \"a\" 2 | \"2\" \"b\" 3" },
  { "{\"items\":[{\"id\":1},{\"id\":2}]}", "id | 1 | 2" },
  { "{\"result\":\"OK\",\"count\":2,\"items\":[{\"id\":1},{\"id\":2}],\"page\":1}", "id | 1 | 2" },
  { "{\"result\":\"OK\",\"items\":{\"1\":{\"t\":1},\"2\":{\"t\":2}}}", "id t | \"1\" 1 | \"2\" 2" },
  { "{\"data\":{\"count\":1,\"items\":[{\"id\":1}]}}", "id | 1" },
  { "{\"meta\":{\"page\":1},\"items\":[{\"id\":1}]}", "id | 1" },
  { "{\"errors\":[],\"items\":[{\"id\":1}]}", "id | 1" },
  { "{\"errors\":[],\"items\":{\"7\":{\"t\":1}}}", "id t | \"7\" 1" },
  { "{\"items\":[]}", "" },
  { "{\"result\":\"OK\",\"items\":[]}", "" },
  { "{\"items\":[1,2]}", "value | 1 | 2" },
  { "[[1,\"a\"],[2,\"b\",null]]", "1 2 3 | 1 \"a\" - | 2 \"b\" null" },
  { "[\"a\",2,null,true]", "value | \"a\" | 2 | null | true" },
  { "{\"id\":1,\"title\":\"x\"}", "id title | 1 \"x\"" },
  { "{\"id\":1,\"tags\":[1,{\"a\":2}],\"t\":{\"b\":[]}}",
    "id tags t | 1 ~[1,{\"a\":2}] ~{\"b\":[]}" },
  { "{\"price\":3,\"address\":{\"city\":\"Paris\"}}", "price address | 3 ~{\"city\":\"Paris\"}" },
  { "{\"result\":\"ERROR\",\"message\":\"no\"}", "result message | \"ERROR\" \"no\"" },
  { "[{\"id\":1},5,[7]]", "id value 1 | 1 - - | - 5 - | - - 7" },
  { "[{},{\"a\":1},{}]", "a | - | 1 | -" },
  { "[]", "" },
  { "{}", "" },
  { "null", "" },
  { "", "" },
  { " \n\t", "" },
  { "\xEF\xBB\xBF", "" },
  { "\xEF\xBB\xBF[{\"a\":1}]", "a | 1" },
  { "\n\n<br />\n<b>Warning</b>: Undefined index [id] in {main} on line <b>3</b><br "
    "/>\n[{\"a\":1}]\n",
    "a | 1" },
  { "Notice: Undefined offset [0] in /srv/a.php on line 3\n{\"1\":{\"a\":1}}", "id a | \"1\" 1" },
  { "<br>Deprecated: x<br>null", "" },
  { "<br>Deprecated: x<br>[]", "" },
  { "42", "value | 42" },
};

static const struct
{
  const char *json;
  gsize length;
  const char *table;
} cells[] = {
#define CELL(json, table)        \
  {                              \
    json, sizeof json - 1, table \
  }
  CELL ("[{\"a\":00123,\"b\":1e400,\"c\":12345678901234567890,\"d\":0.10,\"e\":-0,\"f\":1E+2}]",
        "a b c d e f | 00123 1e400 12345678901234567890 0.10 -0 1E+2"),
  CELL ("[{\"a\":\"00123\",\"b\":\"1e400\",\"c\":\"0.10\"}]",
        "a b c | \"00123\" \"1e400\" \"0.10\""),
  CELL ("[{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}]", "a | \"\"\\/\b\f\n\r\t\""),
  CELL ("[{\"a\":\"\\u00e9\\u20AC\\ud83d\\ude00\"}]", "a | \"é€😀\""),
  CELL ("[{\"a\":\"x\\ud83dy\\ude00\\ud83d\"}]", "a | \"x\uFFFDy\uFFFD\uFFFD\""),
  CELL ("[{\"a\":\"\\ud83d\\u0041\"}]", "a | \"\uFFFDA\""),
  CELL ("[{\"a\":\"x\\u0000y\"}]", "a | \"x^@y\""),
  CELL ("[{\"a\":\"x\0y\"}]", "a | \"x^@y\""),
  CELL ("[{\"a\":\"\0é\"}]", "a | \"^@é\""),
  CELL ("[{\"a\":\"line\nline\"}]", "a | \"line\nline\""),
  CELL ("[{\"a\":\"Caf\xE9 \x80 5\",\"b\":\"Café\"}]", "a b | \"Café € 5\" \"Café\""),
  CELL ("[{\"a\":\"\xE9\\u00e9\\n\"}]", "a | \"éé\n\""),
  CELL ("[{\"\xE9t\xE9\":1},{\"\xE9t\xE9\":2}]", "été | 1 | 2"),
  CELL ("[{\"a\\u0062\":1},{\"ab\":2},{\"a\\\"b\":3},{\"a\\\"b\":4},{\"a\\\\\":5},{\"a\\\\\":6}]",
        "ab a\"b a\\ | 1 - - | 2 - - | - 3 - | - 4 - | - - 5 | - - 6"),
  CELL ("[{\"a\":1,\"a\":2,\"a\":{}},{\"a\":4},{\"a\":5,\"a\":6}]",
        "a a (2) a (3) | 1 2 ~{} | 4 - - | 5 6 -"),
  CELL ("[{\"a\": { \"b\" : [ 1 , \"x y\" , { } ] , \"c\":null } , \"d\":[ ]}]",
        "a d | ~{\"b\":[1,\"x y\",{}],\"c\":null} ~[]"),
  CELL ("[{\"a\":[\"\xE9\\ud83d\",\"\n\"]}]", "a | ~[\"é\\ud83d\",\"\\u000a\"]"),
  CELL ("[{\"\":1}]", " | 1"),
  CELL ("[{\"a\":\"\",\"b\":\"0123456789012345678901234567890123456789012345678901234567890123\"}]",
        "a b | \"\" \"0123456789012345678901234567890123456789012345678901234567890123\""),
  CELL ("[{\"b\":1,\"a\":2},{\"a\":3,\"b\":4},{\"b\":5,\"c\":6,\"a\":7},{\"b\":8,\"a\":9}]",
        "b a c | 1 2 - | 4 3 - | 5 7 6 | 8 9 -"),
};

static const struct
{
  const char *json;
  int code;
  guint64 line;
  guint64 offset;
  const char *table;
} errors[] = {
  { "[{\"a\":1},\n{\"a\" 2}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 2, 15, "a | 1" },
  { "[{\"a\":1},{a:2}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 10, "a | 1" },
  { "[{\"a\":1},{\"a\":tru}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 17, "a | 1" },
  { "[{\"a\":1}}", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 8, "a | 1" },
  { "[{\"a\":1} {\"a\":2}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 9, "a | 1" },
  { "[{\"a\":1},]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 9, "a | 1" },
  { "[{\"a\":1,}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 8, "a" },
  { "[{\"a\":1.}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 8, "a" },
  { "[{\"a\":\"\\x\"}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 9, "a" },
  { "[{\"a\":[\"\\x\"]}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 10, "a" },
  { "[{\"a\":\"\\u12g4\"}]", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 13, "a" },
  { "[{\"a\":1}] <b>Notice</b>", COMPTOIR_FORMAT_ERROR_MALFORMED, 1, 10, "a | 1" },
  { "[{\"a\":1}]\n[]", COMPTOIR_FORMAT_ERROR_MALFORMED, 2, 10, "a | 1" },
  { "[{\"a\":1},{\"a\":2", COMPTOIR_FORMAT_ERROR_TRUNCATED, 1, 15, "a | 1" },
  { "[{\"a\":1},{\"a\":\"x", COMPTOIR_FORMAT_ERROR_TRUNCATED, 1, 16, "a | 1" },
  { "[{\"a\":1}", COMPTOIR_FORMAT_ERROR_TRUNCATED, 1, 8, "a | 1" },
  { "{\"items\":[{\"a\":1},", COMPTOIR_FORMAT_ERROR_TRUNCATED, 1, 18, "a | 1" },
  { "{\"items\":", COMPTOIR_FORMAT_ERROR_TRUNCATED, 1, 9, "items" },
  { "<!DOCTYPE html><script>x = [{\"a\":1}]</script>", COMPTOIR_FORMAT_ERROR_NOT_DATA, 1, 0, "" },
  { "<html>\n{}", COMPTOIR_FORMAT_ERROR_NOT_DATA, 1, 0, "" },
  { "Access denied [403]", COMPTOIR_FORMAT_ERROR_NOT_DATA, 1, 0, "" },
};

/* Every way to cut it gives the same. */
static void
check (const char *json, gsize length, const char *expected)
{
  for (gsize slice = 0; slice <= length; slice++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *table
          = read_sliced (json, length, COMPTOIR_TABLE_FORMAT_JSON, slice, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (table, ==, expected);
    }
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    check (shapes[i].json, strlen (shapes[i].json), shapes[i].table);
}

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    check (cells[i].json, cells[i].length, cells[i].table);
}

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    for (gsize slice = 0; slice <= strlen (errors[i].json); slice++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *place
            = g_strdup_printf ("Line %" G_GUINT64_FORMAT ", byte %" G_GUINT64_FORMAT ": ",
                               errors[i].line, errors[i].offset);
        g_autofree char *table = read_sliced (errors[i].json, strlen (errors[i].json),
                                              COMPTOIR_TABLE_FORMAT_JSON, slice, &error);

        g_assert_error (error, COMPTOIR_FORMAT_ERROR, errors[i].code);
        g_assert_cmpstr (table, ==, errors[i].table);
        if (!g_str_has_prefix (error->message, place))
          g_test_message ("%s: %s", errors[i].json, error->message);
        g_assert_true (g_str_has_prefix (error->message, place));
      }
}

static char *
nest (guint depth, gsize *length)
{
  GString *json = g_string_new ("[{\"a\":1},{\"a\":");

  for (guint i = 0; i < depth; i++)
    g_string_append_c (json, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (json, ']');
  g_string_append (json, "}]");
  *length = json->len;
  return g_string_free (json, FALSE);
}

static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *shallow = nest (510, &length);
  g_autofree char *table = read_sliced (shallow, length, COMPTOIR_TABLE_FORMAT_JSON, 7, &error);
  g_autofree char *deep = NULL, *deeper = NULL, *kept = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (table), ==, strlen ("a | 1 | ~") + 2 * 510);

  deep = nest (511, &length);
  kept = read_sliced (deep, length, COMPTOIR_TABLE_FORMAT_JSON, 0, &error);
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_DEEP);
  g_assert_cmpstr (kept, ==, "a | 1");
  g_clear_error (&error);
  g_clear_pointer (&kept, g_free);

  deeper = nest (100000, &length);
  kept = read_sliced (deeper, length, COMPTOIR_TABLE_FORMAT_JSON, 4096, &error);
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_DEEP);
  g_assert_cmpstr (kept, ==, "a | 1");
}

static void
test_deep_wrappers (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (json, "{\"a\":");
  table = read_sliced (json->str, json->len, COMPTOIR_TABLE_FORMAT_JSON, 1000, &error);
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_DEEP);
}

static void
test_large_cell (void)
{
  gsize size = 10 * 1024 * 1024, total;
  g_autofree char *cell = g_malloc (size + 1);
  g_autofree char *json = NULL;
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (ComptoirTableReader) reader = NULL;
  const char *text;
  gsize length;

  memset (cell, 'x', size);
  cell[size] = '\0';
  json = g_strdup_printf ("[{\"a\":\"%s\",\"b\":[\"%s\"]}]", cell, cell);
  table = comptoir_table_new (NULL);
  reader = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);
  total = strlen (json);
  for (gsize i = 0; i < total; i += 65536)
    g_assert_true (comptoir_table_reader_feed (reader, json + i, MIN (65536, total - i), NULL));
  g_assert_true (comptoir_table_reader_finish (reader, NULL));
  comptoir_table_get_cell (table, 0, 0, &text, &length);
  g_assert_cmpuint (length, ==, size);
  g_assert_cmpstr (text, ==, cell);
  g_assert_cmpint (comptoir_table_get_cell (table, 0, 1, &text, &length), ==, COMPTOIR_CELL_NESTED);
  g_assert_cmpuint (length, ==, size + 4);
}

/* Rows are there as soon as they are complete. */
static void
test_rows_as_they_come (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);
  const char first[] = "{\"result\":\"OK\",\"items\":[{\"a\":1},{\"a\":";

  g_assert_true (comptoir_table_reader_feed (reader, first, strlen (first), NULL));
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 1);
  g_assert_true (comptoir_table_reader_feed (reader, "2}", 2, NULL));
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 2);
  g_assert_true (comptoir_table_reader_feed (reader, "]}", 2, NULL));
  g_assert_true (comptoir_table_reader_finish (reader, NULL));
}

/* Columns beyond any sense end in an error, not in all of the memory. */
static void
test_too_many_columns (void)
{
  g_autoptr (GString) json = g_string_new ("[{\"a\":1}");
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (json, ",{\"c%u\":1}", i);
  g_assert_false (comptoir_table_reader_feed (reader, json->str, json->len, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_LARGE);
  g_assert_cmpuint (comptoir_table_get_n_columns (table), ==, 2048);
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 2048);
}

static void
append_random_string (GString *json, GRand *rand)
{
  static const char *const pieces[]
      = { "a", "Pain", "é",     "€", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00",
          " ", "0",    "x\\ty", "/", "{", "]",   ",",    ":",    "'" };
  guint n = g_rand_int_range (rand, 0, 12);

  g_string_append_c (json, '"');
  for (guint i = 0; i < n; i++)
    g_string_append (json, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (json, '"');
}

static void
append_random_value (GString *json, GRand *rand, guint depth)
{
  static const char *const plain[]
      = { "null", "true", "false", "0", "1", "-1", "12", "1.5", "-0.25", "1e3", "123456789012" };
  guint kind = g_rand_int_range (rand, 0, depth > 4 ? 6 : 8), n;

  if (kind < 3)
    append_random_string (json, rand);
  else if (kind < 6)
    g_string_append (json, plain[g_rand_int_range (rand, 0, G_N_ELEMENTS (plain))]);
  else
    {
      g_string_append_c (json, kind == 6 ? '[' : '{');
      n = g_rand_int_range (rand, 0, 4);
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append (json, g_rand_boolean (rand) ? "," : " , ");
          if (kind == 7)
            g_string_append_printf (json, "\"k%u\"%s", i, g_rand_boolean (rand) ? ":" : " :\n");
          append_random_value (json, rand, depth + 1);
        }
      g_string_append_c (json, kind == 6 ? ']' : '}');
    }
}

static void
check_same (JsonNode *node, ComptoirCellKind kind, const char *text, gsize length)
{
  g_autoptr (JsonNode) nested = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    g_assert_cmpint (kind, ==, COMPTOIR_CELL_NULL);
  else if (!JSON_NODE_HOLDS_VALUE (node))
    {
      g_assert_cmpint (kind, ==, COMPTOIR_CELL_NESTED);
      nested = json_from_string (text, NULL);
      g_assert_nonnull (nested);
      g_assert_true (json_node_equal (node, nested));
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_assert_cmpint (kind, ==, COMPTOIR_CELL_TEXT);
      g_assert_cmpstr (text, ==, json_node_get_string (node));
      g_assert_cmpuint (length, ==, strlen (text));
    }
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_assert_cmpint (kind, ==,
                     json_node_get_boolean (node) ? COMPTOIR_CELL_TRUE : COMPTOIR_CELL_FALSE);
  else
    {
      g_assert_cmpint (kind, ==, COMPTOIR_CELL_NUMBER);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, json_node_get_double (node));
    }
}

/* What json-glib reads from random documents is what stands in the table. */
static void
test_against_json_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) json = g_string_new ("[");
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
      g_autoptr (ComptoirTableReader) reader
          = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);
      guint n_rows = g_rand_int_range (rand, 1, 20);
      JsonArray *rows;

      for (guint i = 0; i < n_rows; i++)
        {
          g_string_append (json, i > 0 ? ",\n{" : "{");
          for (guint j = 0, n = 0; j < 6; j++)
            if (g_rand_int_range (rand, 0, 5) > 0)
              {
                g_string_append_printf (json, "%s\"f%u\":", n++ > 0 ? "," : "",
                                        (j * 5 + i / 7) % 6);
                append_random_value (json, rand, 0);
              }
          g_string_append_c (json, '}');
        }
      g_string_append_c (json, ']');
      for (gsize i = 0, n; i < json->len; i += n)
        {
          n = g_rand_int_range (rand, 1, 40);
          n = MIN (n, json->len - i);
          comptoir_table_reader_feed (reader, json->str + i, n, &error);
          if (error != NULL)
            g_test_message ("%s", json->str);
          g_assert_no_error (error);
        }
      g_assert_true (comptoir_table_reader_finish (reader, &error));
      root = json_from_string (json->str, &error);
      g_assert_no_error (error);
      rows = json_node_get_array (root);
      g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, json_array_get_length (rows));
      for (guint i = 0; i < n_rows; i++)
        {
          JsonObject *row = json_array_get_object_element (rows, i);
          guint n_cells = 0;

          for (guint j = 0; j < comptoir_table_get_n_columns (table); j++)
            {
              const char *text;
              gsize length;
              ComptoirCellKind kind = comptoir_table_get_cell (table, i, j, &text, &length);
              JsonNode *node
                  = json_object_get_member (row, comptoir_table_get_column_name (table, j));

              if (kind == COMPTOIR_CELL_ABSENT)
                continue;
              n_cells++;
              g_assert_nonnull (node);
              check_same (node, kind, text, length);
            }
          g_assert_cmpuint (n_cells, ==, json_object_get_size (row));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/shapes", test_shapes);
  g_test_add_func ("/json-reader/cells", test_cells);
  g_test_add_func ("/json-reader/errors", test_errors);
  g_test_add_func ("/json-reader/depth", test_depth);
  g_test_add_func ("/json-reader/deep-wrappers", test_deep_wrappers);
  g_test_add_func ("/json-reader/large-cell", test_large_cell);
  g_test_add_func ("/json-reader/rows-as-they-come", test_rows_as_they_come);
  g_test_add_func ("/json-reader/too-many-columns", test_too_many_columns);
  g_test_add_func ("/json-reader/against-json-glib", test_against_json_glib);
  return g_test_run ();
}
