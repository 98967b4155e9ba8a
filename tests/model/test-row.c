/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row.h"

#include "model-test.h"

/* A row keeps its table: one in a dialog outlives a refresh. */
static void
test_row (void)
{
  ComptoirTable *table = model_test_table ("items", "[{'id':1},{'id':2}]");
  g_autoptr (ComptoirRow) row = comptoir_row_new (table, 1);
  const char *text;

  g_object_unref (table);
  g_assert_cmpuint (comptoir_row_get_index (row), ==, 1);
  g_assert_cmpint (comptoir_table_get_cell (comptoir_row_get_table (row), 1, 0, &text, NULL), ==,
                   COMPTOIR_CELL_NUMBER);
  g_assert_cmpstr (text, ==, "2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/row", test_row);
  return g_test_run ();
}
