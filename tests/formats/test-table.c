/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-dump.h"

static void
add (ComptoirTable *table, const char *column, const char *text)
{
  comptoir_table_set_cell (table, comptoir_table_ensure_column (table, column, -1),
                           COMPTOIR_CELL_TEXT, text, strlen (text));
}

static void
test_cells (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new ("items");
  g_autofree char *dump = NULL;
  guint column;

  g_assert_cmpstr (comptoir_table_get_resource (table), ==, "items");
  add (table, "a", "1");
  comptoir_table_set_cell (table, comptoir_table_ensure_column (table, "bcd", 1),
                           COMPTOIR_CELL_NULL, NULL, 0);
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 0);
  comptoir_table_commit_row (table);
  comptoir_table_commit_row (table);
  comptoir_table_set_cell (table, 1, COMPTOIR_CELL_TRUE, NULL, 0);
  comptoir_table_set_cell (table, 0, COMPTOIR_CELL_FALSE, NULL, 0);
  comptoir_table_commit_row (table);
  comptoir_table_set_cell (table, 0, COMPTOIR_CELL_NUMBER, "1", 1);
  comptoir_table_set_cell (table, 1, COMPTOIR_CELL_NESTED, "[1]", 3);
  comptoir_table_commit_row (table);
  dump = dump_table (table);
  g_assert_cmpstr (dump, ==, "a b | \"1\" null | - - | false true | 1 ~[1]");
  g_assert_true (comptoir_table_find_column (table, "b", &column));
  g_assert_cmpuint (column, ==, 1);
  g_assert_false (comptoir_table_find_column (table, "c", NULL));
}

/* Rows before a column came up don't have it; nor do those of a sparse one between its cells. */
static void
test_late_columns (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  guint n_rows = 5000, late;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("row %u", i);

      add (table, "a", text);
      if (i >= 3000 && i % 100 == 0)
        add (table, "late", text);
      comptoir_table_commit_row (table);
    }
  g_assert_true (comptoir_table_find_column (table, "late", &late));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *expected = g_strdup_printf ("row %u", i);
      const char *text;

      g_assert_cmpint (comptoir_table_get_cell (table, i, 0, &text, NULL), ==, COMPTOIR_CELL_TEXT);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (comptoir_table_get_cell (table, i, late, NULL, NULL), ==,
                       i >= 3000 && i % 100 == 0 ? COMPTOIR_CELL_TEXT : COMPTOIR_CELL_ABSENT);
    }
}

static void
test_many_columns (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);

  for (guint row = 0; row < 2; row++)
    {
      for (guint i = 0; i < 1000; i++)
        {
          g_autofree char *name = g_strdup_printf ("c%u", i);

          g_assert_cmpuint (comptoir_table_ensure_column (table, name, -1), ==, i);
          comptoir_table_set_cell (table, i, COMPTOIR_CELL_TEXT, name, strlen (name));
        }
      comptoir_table_commit_row (table);
    }
  for (guint i = 0; i < 1000; i++)
    {
      const char *text;

      comptoir_table_get_cell (table, 1, i, &text, NULL);
      g_assert_cmpstr (text, ==, comptoir_table_get_column_name (table, i));
    }
}

/* What repeats costs four bytes a cell. */
static void
test_memory (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  gsize empty = comptoir_table_get_memory_size (table);

  for (guint i = 0; i < 65536; i++)
    {
      add (table, "a", i % 2 ? "Boulangerie" : "Boissons");
      comptoir_table_commit_row (table);
    }
  g_assert_cmpuint (comptoir_table_get_memory_size (table) - empty, <=, 4 * 65536 + 4096);
}

#define N_ROWS 50000

static gpointer
append_rows (gpointer data)
{
  ComptoirTable *table = data;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autofree char *long_text = g_strnfill (i % 400, 'x');
      g_autofree char *name = g_strdup_printf ("late %u", i / 5000);

      add (table, "id", text);
      add (table, name, long_text);
      comptoir_table_commit_row (table);
    }
  return NULL;
}

static void
check_last_row (ComptoirTable *table, guint n_rows)
{
  g_autofree char *id = g_strdup_printf ("%u", n_rows - 1);
  g_autofree char *name = g_strdup_printf ("late %u", (n_rows - 1) / 5000);
  const char *text;
  gsize length;
  guint column;

  g_assert_true (comptoir_table_find_column (table, "id", &column));
  comptoir_table_get_cell (table, n_rows - 1, column, &text, &length);
  g_assert_cmpstr (text, ==, id);
  g_assert_true (comptoir_table_find_column (table, name, &column));
  comptoir_table_get_cell (table, n_rows - 1, column, &text, &length);
  g_assert_cmpuint (length, ==, (n_rows - 1) % 400);
  g_assert_cmpuint (strlen (text), ==, length);
  for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
    comptoir_table_get_cell (table, n_rows / 2, i, &text, &length);
}

/* Reading while another thread appends shows whole rows only. */
static void
test_two_threads (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  GThread *thread = g_thread_new ("append", append_rows, table);
  guint n_rows = 0;

  while (n_rows < N_ROWS)
    {
      guint now = comptoir_table_get_n_rows (table);

      g_assert_cmpuint (now, >=, n_rows);
      n_rows = now;
      if (n_rows > 0)
        {
          check_last_row (table, n_rows);
          g_assert_cmpint (comptoir_table_get_column_type (table, 0), ==, COMPTOIR_COLUMN_INTEGER);
        }
      g_assert_cmpuint (comptoir_table_get_memory_size (table), >, 0);
    }
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/late-columns", test_late_columns);
  g_test_add_func ("/table/many-columns", test_many_columns);
  g_test_add_func ("/table/memory", test_memory);
  g_test_add_func ("/table/two-threads", test_two_threads);
  return g_test_run ();
}
