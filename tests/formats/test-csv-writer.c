/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-writer.h"

#include "table-dump.h"

static void
test_fields (void)
{
  static const char *const fields[][2] = {
    { "", "" },
    { "a", "a" },
    { "a;b", "a;b" },
    { "a,b", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "a\nb", "\"a\nb\"" },
    { "a\r", "\"a\r\"" },
    { " a", "\" a\"" },
    { "00123", "00123" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      comptoir_csv_append_field (csv, fields[i][0], -1);
      g_assert_cmpstr (csv->str, ==, fields[i][1]);
    }
}

static void
append_all (GString *csv, ComptoirTable *table)
{
  comptoir_csv_append_header (csv, table, NULL, 0);
  for (guint i = 0; i < comptoir_table_get_n_rows (table); i++)
    comptoir_csv_append_row (csv, table, i, NULL, 0);
}

static void
test_table (void)
{
  static const char json[]
      = "[{\"id\":1,\"a, b\":\"x\\ny\",\"c\":true},"
        "{\"id\":0.10,\"a, b\":null,\"c\":[1,\"2\"]},{\"id\":1e400,\"c\":false}]";
  g_autoptr (ComptoirTable) table
      = comptoir_table_read ("items", json, strlen (json), COMPTOIR_TABLE_FORMAT_JSON, NULL);
  g_autoptr (GString) csv = g_string_new (NULL);
  guint columns[] = { 2, 0 };

  append_all (csv, table);
  g_assert_cmpstr (
      csv->str, ==,
      "id,\"a, b\",c\r\n1,\"x\ny\",true\r\n0.10,,\"[1,\"\"2\"\"]\"\r\n1e400,,false\r\n");
  g_string_truncate (csv, 0);
  comptoir_csv_append_header (csv, table, columns, 2);
  comptoir_csv_append_row (csv, table, 1, columns, 2);
  g_assert_cmpstr (csv->str, ==, "c,id\r\n\"[1,\"\"2\"\"]\",0.10\r\n");
}

static void
test_nothing (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (GString) csv = g_string_new (NULL);

  append_all (csv, table);
  g_assert_cmpstr (csv->str, ==, "");
}

/* What is written is read again as it was. */
static void
test_round_trip (void)
{
  static const char *const pieces[]
      = { "a", ",", ";", "\"", "\n", "\r", "\r\n", " ", "é", "0", "|", "\t", "" };
  static const char *const names[] = { "id", "b", "c", "d" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
      g_autoptr (ComptoirTable) again = NULL;
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *before = NULL, *after = NULL;
      guint n_columns = g_rand_int_range (rand, 2, 4);

      comptoir_table_ensure_column (table, "id", -1);
      for (guint row = 0; row < 20; row++)
        {
          for (guint i = 0; i < n_columns; i++)
            {
              g_autoptr (GString) cell = g_string_new (i == 0 ? "x" : NULL);

              for (guint n = g_rand_int_range (rand, 0, 6); n > 0; n--)
                g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
              comptoir_table_set_cell (table, comptoir_table_ensure_column (table, names[i], -1),
                                       COMPTOIR_CELL_TEXT, cell->str, cell->len);
            }
          comptoir_table_commit_row (table);
        }
      append_all (csv, table);
      again = comptoir_table_read (NULL, csv->str, csv->len, COMPTOIR_TABLE_FORMAT_CSV, NULL);
      g_assert_nonnull (again);
      before = dump_table (table);
      after = dump_table (again);
      g_assert_cmpstr (before, ==, after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/fields", test_fields);
  g_test_add_func ("/csv-writer/table", test_table);
  g_test_add_func ("/csv-writer/nothing", test_nothing);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);
  return g_test_run ();
}
