/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a resource's page: which is current, which are selected, and what is done with them.
 */

#include "ui-test.h"

#include <string.h>

static void
test_show_row (void)
{
  UiTest test = { 0 };
  g_autofree char *id = NULL;
  ComptoirRow *row;

  ui_test_start (&test, NULL);
  /* Asked for before anything is there, and hidden by a search. */
  ui_test_open (&test, KASH_RESOURCE_DEPARTMENTS);
  ui_test_wait_until (ui_test_is_settled (&test));
  id = ui_test_dup_cell (&test, ui_test_get_n_rows (&test) - 1, "id");
  ui_test_search (&test, "no such department");
  comptoir_resource_page_show_row (test.page, id);
  ui_test_wait_until (comptoir_table_view_get_current_row (test.page->table) != NULL);
  row = comptoir_table_view_get_current_row (test.page->table);
  g_assert_cmpuint (comptoir_row_get_index (row), ==,
                    comptoir_dataset_get_n_rows (test.page->dataset) - 1);
  ui_test_stop (&test);
}

static void
test_current_row_stays (void)
{
  UiTest test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ComptoirTable *table;
  guint position;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  ui_test_select_row (&test, 3, TRUE);
  before = ui_test_dup_cell (&test, 3, "title");
  ui_test_activate (&test, "sort-descending", "title");
  ui_test_wait_until (ui_test_is_settled (&test));
  table = comptoir_dataset_get_table (test.page->dataset);
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (comptoir_dataset_get_table (test.page->dataset) != table);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_nonnull (comptoir_table_view_get_current_row (test.page->table));
  g_assert_true (comptoir_table_model_find_position (
      test.page->model,
      comptoir_row_get_index (comptoir_table_view_get_current_row (test.page->table)), &position));
  after = ui_test_dup_cell (&test, position, "title");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (gtk_selection_model_is_selected (
      gtk_column_view_get_model (ui_test_get_view (&test)), position));
  ui_test_stop (&test);
}

/* Several rows stay selected over a refresh. */
static void
test_selection_stays (void)
{
  UiTest test = { 0 };
  ComptoirTable *table;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  ui_test_select_row (&test, 3, TRUE);
  ui_test_select_row (&test, 9, FALSE);
  ui_test_select_row (&test, 12, FALSE);
  table = comptoir_dataset_get_table (test.page->dataset);
  ui_test_activate (&test, "refresh", NULL);
  ui_test_wait_until (comptoir_dataset_get_table (test.page->dataset) != table);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (comptoir_table_view_get_n_selected (test.page->table), ==, 3);
  g_assert_true (
      gtk_selection_model_is_selected (gtk_column_view_get_model (ui_test_get_view (&test)), 9));
  ui_test_stop (&test);
}

static void
test_copy (void)
{
  UiTest test = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  ui_test_load (&test, KASH_RESOURCE_DEPARTMENTS);
  ui_test_select_row (&test, 1, TRUE);
  title = ui_test_dup_cell (&test, 1, "title");
  comptoir_table_column_get (ui_test_find_column (&test, "title"))->current = TRUE;
  ui_test_activate (&test, "copy", NULL);
  cell = ui_test_read_clipboard (&test);
  g_assert_cmpstr (cell, ==, title);

  ui_test_select_row (&test, 2, FALSE);
  ui_test_activate (&test, "copy", NULL);
  do
    {
      g_free (rows);
      ui_test_turn ();
      rows = ui_test_read_clipboard (&test);
    }
  while (g_str_equal (rows, cell));
  lines = g_strsplit (rows, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[0], title));
  g_assert_nonnull (strchr (lines[0], '\t'));

  ui_test_activate (&test, "copy-csv", NULL);
  do
    {
      g_free (csv);
      ui_test_turn ();
      csv = ui_test_read_clipboard (&test);
    }
  while (g_str_equal (csv, rows));
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
  g_assert_nonnull (strstr (csv, "title"));
  ui_test_stop (&test);
}

static void
test_selection_sum (void)
{
  UiTest test = { 0 };

  ui_test_load (&test, KASH_RESOURCE_DELIVERY_ZONES);
  comptoir_table_column_get (ui_test_find_column (&test, "price"))->current = TRUE;
  ui_test_select_row (&test, 0, TRUE);
  g_assert_cmpstr (gtk_label_get_label (test.page->selected), ==, "");
  ui_test_select_row (&test, 1, FALSE);
  /* 2.50 and 3.90 */
  g_assert_nonnull (strstr (gtk_label_get_label (test.page->selected), "2 rows selected"));
  g_assert_nonnull (strstr (gtk_label_get_label (test.page->selected), "6.40"));
  ui_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/resource-page-rows/show-row", test_show_row);
  g_test_add_func ("/ui/resource-page-rows/current-row-stays", test_current_row_stays);
  g_test_add_func ("/ui/resource-page-rows/selection-stays", test_selection_stays);
  g_test_add_func ("/ui/resource-page-rows/copy", test_copy);
  g_test_add_func ("/ui/resource-page-rows/selection-sum", test_selection_sum);
  return g_test_run ();
}
