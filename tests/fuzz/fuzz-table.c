/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A resource's reply: read whole and read in pieces is the same, and where json-glib reads an array
 * of objects, no cell differs from what it reads. */

#include "fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "comptoir-table-reader.h"

/* The oracle keeps a tree of everything. */
#define MAX_ORACLE (64 * 1024)

static ComptoirTable *
read_in_pieces (const char *data,
                gsize size,
                gsize piece,
                ComptoirTableFormat format,
                GError **error)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new ("items");
  g_autoptr (ComptoirTableReader) reader = comptoir_table_reader_new (table, format);
  gboolean good = TRUE;

  for (gsize at = 0; at < size && good; at += piece)
    good = comptoir_table_reader_feed (reader, data + at, MIN (piece, size - at), error);
  if (good)
    comptoir_table_reader_finish (reader, error);
  return g_steal_pointer (&table);
}

static void
compare_tables (ComptoirTable *a, ComptoirTable *b)
{
  guint n_columns = comptoir_table_get_n_columns (a);

  g_assert_cmpuint (comptoir_table_get_n_rows (a), ==, comptoir_table_get_n_rows (b));
  g_assert_cmpuint (n_columns, ==, comptoir_table_get_n_columns (b));
  for (guint column = 0; column < n_columns; column++)
    {
      g_assert_cmpstr (comptoir_table_get_column_name (a, column), ==,
                       comptoir_table_get_column_name (b, column));
      g_assert_cmpint (comptoir_table_get_column_type (a, column), ==,
                       comptoir_table_get_column_type (b, column));
      for (guint row = 0; row < comptoir_table_get_n_rows (a); row++)
        {
          const char *first = NULL, *second = NULL;
          gsize n_first = 0, n_second = 0;

          g_assert_cmpint (comptoir_table_get_cell (a, row, column, &first, &n_first), ==,
                           comptoir_table_get_cell (b, row, column, &second, &n_second));
          g_assert_cmpmem (first, n_first, second, n_second);
        }
    }
}

static void
compare_value (ComptoirTable *table, guint row, const char *name, JsonNode *node)
{
  const char *text = NULL;
  gsize length = 0;
  guint column;
  ComptoirCellKind kind;

  g_assert_true (comptoir_table_find_column (table, name, &column));
  kind = comptoir_table_get_cell (table, row, column, &text, &length);
  if (JSON_NODE_HOLDS_NULL (node))
    g_assert_cmpint (kind, ==, COMPTOIR_CELL_NULL);
  else if (!JSON_NODE_HOLDS_VALUE (node))
    g_assert_cmpint (kind, ==, COMPTOIR_CELL_NESTED);
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_assert_cmpint (kind, ==,
                     json_node_get_boolean (node) ? COMPTOIR_CELL_TRUE : COMPTOIR_CELL_FALSE);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *expected = json_node_get_string (node);

      g_assert_cmpint (kind, ==, COMPTOIR_CELL_TEXT);
      /* json-glib ends a string at \u0000; this reader doesn't. */
      if (memchr (text, '\0', length) == NULL)
        g_assert_cmpmem (text, length, expected, strlen (expected));
    }
  else
    g_assert_cmpint (kind, ==, COMPTOIR_CELL_NUMBER);
}

static gboolean
has_plain_names (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    if (*(const char *) name->data == '\0' || !g_str_is_ascii (name->data))
      return FALSE;
  return names != NULL;
}

/* json-glib takes what JSON doesn't allow, and knows no duplicate keys: only what is plainly an
 * array of objects, and read whole by both, is compared. */
static void
compare_with_oracle (ComptoirTable *table, const char *data, gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *rows;

  if (size > MAX_ORACLE || !g_utf8_validate (data, (gssize) size, NULL)
      || !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return;
  rows = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (rows, i))
        || !has_plain_names (json_array_get_object_element (rows, i)))
      return;
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, json_array_get_length (rows));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      json_object_iter_init (&iter, json_array_get_object_element (rows, i));
      while (json_object_iter_next (&iter, &name, &node))
        compare_value (table, i, name, node);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data + 1;
  ComptoirTableFormat format;
  g_autoptr (ComptoirTable) whole = NULL;
  g_autoptr (ComptoirTable) pieces = NULL;
  g_autoptr (GError) whole_error = NULL;
  g_autoptr (GError) pieces_error = NULL;

  if (size < 1)
    return 0;
  size--;
  format = data[0] % 3;
  whole = read_in_pieces (text, size, MAX (size, 1), format, &whole_error);
  pieces = read_in_pieces (text, size, 1 + data[0] / 3, format, &pieces_error);
  g_assert_true ((whole_error == NULL) == (pieces_error == NULL));
  if (whole_error != NULL)
    g_assert_cmpint (whole_error->code, ==, pieces_error->code);
  compare_tables (whole, pieces);
  if (whole_error == NULL && format == COMPTOIR_TABLE_FORMAT_JSON)
    compare_with_oracle (whole, text, size);
  return 0;
}
