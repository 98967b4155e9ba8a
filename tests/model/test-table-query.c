/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-query.h"

#include "model-test.h"

static ComptoirTable *
make_random_table (guint32 seed, guint n_rows)
{
  g_autofree char *json = model_test_random_json (seed, n_rows);
  ComptoirTable *table
      = comptoir_table_read ("items", json, strlen (json), COMPTOIR_TABLE_FORMAT_JSON, NULL);

  g_assert_nonnull (table);
  return table;
}

/* Text without case and accents the way GLib alone would do it. */
static char *
fold_plainly (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x153)
        g_string_append (plain, "oe");
      else if (letter == 0x2019)
        g_string_append_c (plain, '\'');
      else if (!g_unichar_ismark (letter))
        g_string_append_unichar (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
has_word_plainly (ComptoirTable *table, guint row, const char *word)
{
  for (guint column = 0; column < comptoir_table_get_n_columns (table); column++)
    {
      const char *text = NULL;
      gsize length;
      g_autofree char *folded = NULL;

      comptoir_table_get_cell (table, row, column, &text, &length);
      if (text == NULL || comptoir_table_get_column_type (table, column) == COMPTOIR_COLUMN_BOOLEAN)
        continue;
      folded = fold_plainly (text);
      if (strstr (folded, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_rows (GArray *rows, ComptoirTable *table, const char *const *words)
{
  guint n = 0;

  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    {
      gboolean matches = TRUE;

      for (guint i = 0; words[i] != NULL && matches; i++)
        matches = has_word_plainly (table, row, words[i]);
      if (!matches)
        continue;
      g_assert_cmpuint (n, <, rows->len);
      g_assert_cmpuint (g_array_index (rows, guint32, n), ==, row);
      n++;
    }
  g_assert_cmpuint (n, ==, rows->len);
}

/* Every search, on its own and built on another's hits, finds what a plain look finds. */
static void
test_searches (void)
{
  g_autoptr (ComptoirSearchText) text = NULL;
  static const char *const searches[] = { "b",    "ba", "bag", "bag tr", "éclair", "ECLAIR C",
                                          "oeuf", "12", "12.", "d'or",   "nothing" };
  g_autoptr (ComptoirTable) table = make_random_table (1, 1500);
  g_autoptr (ComptoirTableQuery) before = NULL;
  g_autoptr (GArray) rows_before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (ComptoirTableQuery) query
          = comptoir_table_query_new (table, 1500, NULL, searches[i], NULL, NULL, FALSE);
      g_autofree char *folded = fold_plainly (searches[i]);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);
      g_autoptr (GArray) rows = comptoir_table_query_run (query, NULL, NULL, &text, NULL);
      g_autoptr (GArray) narrowed
          = comptoir_table_query_run (query, before, rows_before, &text, NULL);

      assert_rows (rows, table, (const char *const *) words);
      assert_rows (narrowed, table, (const char *const *) words);
      g_clear_pointer (&before, comptoir_table_query_unref);
      g_clear_pointer (&rows_before, g_array_unref);
      before = g_steal_pointer (&query);
      rows_before = g_steal_pointer (&rows);
    }
}

static void
assert_same (GArray *a, GArray *b)
{
  g_assert_cmpmem (a->data, a->len * sizeof (guint32), b->data, b->len * sizeof (guint32));
}

/* Whatever was answered before, building on it changes nothing of the answer. */
static void
test_built_on_another (void)
{
  g_autoptr (ComptoirSearchText) text = NULL;
  static const char *const searches[] = { NULL, "a", "ain", "pain", "1" };
  static const char *const sorts[] = { NULL, "title", "price" };
  g_autoptr (ComptoirTable) table = make_random_table (2, 400);
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  g_autoptr (GPtrArray) queries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_table_query_unref);

  g_ptr_array_add (filters, comptoir_filter_new ("price", COMPTOIR_FILTER_GREATER, "10"));
  for (guint i = 0; i < 2 * 2 * G_N_ELEMENTS (searches) * G_N_ELEMENTS (sorts); i++)
    g_ptr_array_add (queries, comptoir_table_query_new (
                                  table, 400, NULL, searches[i / 4 % G_N_ELEMENTS (searches)],
                                  i % 2 == 1 ? filters : NULL,
                                  sorts[i / 4 / G_N_ELEMENTS (searches)], i / 2 % 2 == 1));
  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GArray) before
          = comptoir_table_query_run (g_ptr_array_index (queries, i), NULL, NULL, &text, NULL);

      for (guint j = 0; j < queries->len; j++)
        {
          g_autoptr (GArray) alone
              = comptoir_table_query_run (g_ptr_array_index (queries, j), NULL, NULL, &text, NULL);
          g_autoptr (GArray) built = comptoir_table_query_run (
              g_ptr_array_index (queries, j), g_ptr_array_index (queries, i), before, &text, NULL);

          assert_same (alone, built);
        }
    }
}

static void
test_filters (void)
{
  g_autoptr (ComptoirSearchText) text = NULL;
  g_autoptr (ComptoirTable) table = model_test_table (
      "items", "[{'id':1,'price':'1'},{'id':2,'price':'6'},{'id':3,'price':'8'}]");
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  g_autoptr (ComptoirTableQuery) query = NULL;
  g_autoptr (GArray) rows = NULL;

  g_ptr_array_add (filters, comptoir_filter_new ("price", COMPTOIR_FILTER_GREATER, "5"));
  g_ptr_array_add (filters, comptoir_filter_new ("price", COMPTOIR_FILTER_LESS, "8"));
  query = comptoir_table_query_new (table, 3, NULL, NULL, filters, NULL, FALSE);
  rows = comptoir_table_query_run (query, NULL, NULL, &text, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (g_array_index (rows, guint32, 0), ==, 1);
}

static void
test_plain (void)
{
  g_autoptr (ComptoirSearchText) text = NULL;
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'id':1}]");
  g_autoptr (ComptoirTableQuery) plain
      = comptoir_table_query_new (table, 1, NULL, "  ", NULL, NULL, TRUE);
  g_autoptr (ComptoirTableQuery) sorted
      = comptoir_table_query_new (table, 1, NULL, NULL, NULL, "id", FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (comptoir_table_query_is_plain (plain));
  g_assert_false (comptoir_table_query_is_plain (sorted));
  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_table_query_run (sorted, NULL, NULL, &text, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-query/searches", test_searches);
  g_test_add_func ("/table-query/built-on-another", test_built_on_another);
  g_test_add_func ("/table-query/filters", test_filters);
  g_test_add_func ("/table-query/plain", test_plain);
  return g_test_run ();
}
