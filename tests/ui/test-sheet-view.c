/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of a day's orders: as a table page has it. */

#include "order-test.h"
#include "sales-test.h"

#include <string.h>

#include "comptoir-sheet-view-private.h"

#define CSV                                                                                   \
  "Commande;Client;TTC;Articles\n101;Dupont;12,50;3\n102;Durand;-2,00;1\n103;Martin;7,30;2\n" \
  "104;Dupont;0,05;1\n"

/* The day before yesterday has these four orders. */
static ComptoirSheetView *
start (SalesTest *test)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (CSV, strlen (CSV));
  ComptoirSheetView *sheet;
  GDate day;

  test->base.keeps = TRUE;
  sales_test_start (test);
  day = test->page->day;
  g_date_subtract_days (&day, 1);
  sales_test_put_report (test, KASH_REPORT_CSV, &day, bytes);
  sales_test_activate (test, "previous-day");
  sales_test_show_view (test, "table");
  sheet = comptoir_sales_page_get_sheet (test->page);
  g_assert_nonnull (sheet);
  ui_test_wait_until (!comptoir_table_model_get_busy (sheet->model)
                      && g_list_model_get_n_items (G_LIST_MODEL (sheet->model)) == 4);
  return sheet;
}

/* (transfer full): the orders as they stand, by their numbers: "101 102 103 104" */
static char *
dup_orders (ComptoirSheetView *sheet)
{
  GString *text = g_string_new (NULL);

  ui_test_wait_until (!comptoir_table_model_get_busy (sheet->model));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sheet->model)); i++)
    {
      guint row = comptoir_table_model_get_row_index (sheet->model, i);
      const char *cell;
      gsize length;

      comptoir_table_get_cell (comptoir_sheet_view_get_table (sheet), row, 0, &cell, &length);
      g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", (int) length, cell);
    }
  return g_string_free (text, FALSE);
}

static void
assert_orders (ComptoirSheetView *sheet, const char *expected)
{
  g_autofree char *orders = dup_orders (sheet);

  g_assert_cmpstr (orders, ==, expected);
}

/* By number, not as text. */
static void
test_sort (void)
{
  SalesTest test = { 0 };
  ComptoirSheetView *sheet = start (&test);

  assert_orders (sheet, "101 102 103 104");
  g_action_group_activate_action (G_ACTION_GROUP (sheet->actions), "sort-ascending",
                                  g_variant_new_string ("TTC"));
  assert_orders (sheet, "102 104 103 101");
  g_action_group_activate_action (G_ACTION_GROUP (sheet->actions), "sort-descending",
                                  g_variant_new_string ("TTC"));
  assert_orders (sheet, "101 103 104 102");
  g_action_group_activate_action (G_ACTION_GROUP (sheet->actions), "sort-none",
                                  g_variant_new_string ("TTC"));
  assert_orders (sheet, "101 102 103 104");
  sales_test_stop (&test);
}

/* What is typed narrows the rows, and the status line says so. */
static void
test_search (void)
{
  SalesTest test = { 0 };
  ComptoirSheetView *sheet = start (&test);

  gtk_editable_set_text (GTK_EDITABLE (sheet->search), "dupont");
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (sheet->model)) == 2);
  assert_orders (sheet, "101 104");
  ui_test_wait_until (g_str_equal (gtk_label_get_label (sheet->count), "2 of 4 rows"));
  gtk_editable_set_text (GTK_EDITABLE (sheet->search), "nobody");
  ui_test_wait_until (g_str_equal (gtk_stack_get_visible_child_name (sheet->stack), "no-match"));
  g_action_group_activate_action (G_ACTION_GROUP (sheet->actions), "clear", NULL);
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (sheet->model)) == 4);
  sales_test_stop (&test);
}

static void
test_filter (void)
{
  SalesTest test = { 0 };
  ComptoirSheetView *sheet = start (&test);
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);

  g_ptr_array_add (filters, comptoir_filter_new ("TTC", COMPTOIR_FILTER_GREATER, "5"));
  comptoir_sheet_view_set_filters (sheet, filters);
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (sheet->model)) == 2);
  assert_orders (sheet, "101 103");
  g_action_group_activate_action (G_ACTION_GROUP (sheet->actions), "clear-filters", NULL);
  ui_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (sheet->model)) == 4);
  sales_test_stop (&test);
}

/* The status line has the sum of the selected cells of the column that the keyboard is at, exact.
 */
static void
test_sums (void)
{
  SalesTest test = { 0 };
  ComptoirSheetView *sheet = start (&test);
  GtkColumnView *view
      = comptoir_table_layout_get_view (comptoir_table_view_get_layout (sheet->table));
  GtkSelectionModel *selection = gtk_column_view_get_model (view);

  g_assert_cmpstr (gtk_label_get_label (sheet->selected), ==, "");
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (test.base.window)));
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
  order_test_press (NULL, "Right");
  order_test_press (NULL, "Right");
  gtk_selection_model_select_range (selection, 0, 4, TRUE);
  ui_test_wait_until (strstr (gtk_label_get_label (sheet->selected), "17.85") != NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (sheet->selected), "4 rows selected"));
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  ui_test_wait_until (strstr (gtk_label_get_label (sheet->selected), "10.50") != NULL);
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sheet-view/sort", test_sort);
  g_test_add_func ("/ui/sheet-view/search", test_search);
  g_test_add_func ("/ui/sheet-view/filter", test_filter);
  g_test_add_func ("/ui/sheet-view/sums", test_sums);
  return g_test_run ();
}
