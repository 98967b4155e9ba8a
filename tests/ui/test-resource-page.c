/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-test.h"

#include <string.h>

#include "comptoir-detail-field.h"
#include "comptoir-nested-view.h"

static ComptoirDetailField *
find_field (UiTest *test, const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *field
          = ui_test_find (GTK_WIDGET (test->page->details), COMPTOIR_TYPE_DETAIL_FIELD, i);

      if (field == NULL
          || g_str_equal (comptoir_detail_field_get_name (COMPTOIR_DETAIL_FIELD (field)), name))
        return field != NULL ? COMPTOIR_DETAIL_FIELD (field) : NULL;
    }
}

/* The columns take all the room there is, hidden ones none of it. */
static gboolean
fills_its_room (UiTest *test)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (ui_test_get_view (test)));

  return gtk_adjustment_get_page_size (adjustment) > 1
         && gtk_adjustment_get_upper (adjustment) >= gtk_adjustment_get_page_size (adjustment);
}

static void
test_columns (void)
{
  UiTest test = { 0 };
  g_autofree char *title = NULL;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==,
                    comptoir_dataset_get_n_rows (test.page->dataset));
  g_assert_cmpuint (ui_test_get_n_rows (&test), >, 100);
  g_object_get (test.page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Items");
  g_assert_cmpstr (gtk_column_view_column_get_title (ui_test_find_column (&test, "deptID")), ==,
                   "Department");
  g_assert_cmpstr (gtk_column_view_column_get_title (ui_test_find_column (&test, "price")), ==,
                   "Price");
  g_assert_false (gtk_column_view_column_get_visible (ui_test_find_column (&test, "id")));
  g_assert_true (gtk_column_view_column_get_visible (ui_test_find_column (&test, "title")));
  for (guint i = 0; ui_test_get_column (&test, i) != NULL && i < 40; i++)
    if (gtk_column_view_column_get_visible (ui_test_get_column (&test, i)))
      g_assert_cmpint (gtk_column_view_column_get_fixed_width (ui_test_get_column (&test, i)), >,
                       20);
  ui_test_wait_until (fills_its_room (&test));
  ui_test_stop (&test);
}

static void
test_sort (void)
{
  UiTest test = { 0 };
  const char *name;
  gboolean descending;
  g_autofree char *cheapest = NULL;
  g_autofree char *dearest = NULL;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  /* What a click on a header does. */
  gtk_column_view_sort_by_column (ui_test_get_view (&test), ui_test_find_column (&test, "price"),
                                  GTK_SORT_ASCENDING);
  name = comptoir_table_model_get_sort (test.page->model, &descending);
  g_assert_cmpstr (name, ==, "price");
  g_assert_false (descending);
  ui_test_wait_until (ui_test_is_settled (&test));
  cheapest = ui_test_dup_cell (&test, 0, "title");

  gtk_column_view_sort_by_column (ui_test_get_view (&test), ui_test_find_column (&test, "price"),
                                  GTK_SORT_DESCENDING);
  name = comptoir_table_model_get_sort (test.page->model, &descending);
  g_assert_cmpstr (name, ==, "price");
  g_assert_true (descending);
  ui_test_wait_until (ui_test_is_settled (&test));
  dearest = ui_test_dup_cell (&test, 0, "title");
  g_assert_cmpstr (cheapest, !=, dearest);

  ui_test_activate (&test, "sort-ascending", "title");
  g_assert_cmpstr (comptoir_table_model_get_sort (test.page->model, &descending), ==, "title");
  ui_test_activate (&test, "sort-none", "title");
  ui_test_stop (&test);
}

static void
test_search (void)
{
  UiTest test = { 0 };
  guint all, hits;
  g_autofree char *expected = NULL;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  all = ui_test_get_n_rows (&test);
  ui_test_search (&test, "BAGUETTE");
  hits = ui_test_get_n_rows (&test);
  g_assert_cmpuint (hits, >, 0);
  g_assert_cmpuint (hits, <, all);
  expected = g_strdup_printf ("%u of %u rows", hits, all);
  g_assert_cmpstr (gtk_label_get_label (test.page->count), ==, expected);

  ui_test_search (&test, "no such thing is sold here");
  g_assert_cmpstr (ui_test_get_content (&test), ==, "no-match");
  ui_test_activate (&test, "clear", NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpstr (ui_test_get_content (&test), ==, "table");
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==, all);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test.page->search)), ==, "");
  ui_test_stop (&test);
}

static void
test_filter (void)
{
  UiTest test = { 0 };
  g_autoptr (ComptoirFilter) price = comptoir_filter_new ("price", COMPTOIR_FILTER_GREATER, "5");
  guint all, dear;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  all = ui_test_get_n_rows (&test);
  comptoir_resource_page_add_filter (test.page, price);
  ui_test_wait_until (ui_test_is_settled (&test));
  dear = ui_test_get_n_rows (&test);
  g_assert_cmpuint (dear, >, 0);
  g_assert_cmpuint (dear, <, all);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (test.page->filter_bar)));

  /* Only rows with this department. */
  ui_test_select_row (&test, 0, TRUE);
  ui_test_find_column (&test, "title");
  comptoir_table_column_get (ui_test_find_column (&test, "deptID"))->current = TRUE;
  ui_test_activate (&test, "filter-value", NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (comptoir_table_model_get_filters (test.page->model)->len, ==, 2);
  g_assert_cmpuint (ui_test_get_n_rows (&test), >, 0);
  g_assert_cmpuint (ui_test_get_n_rows (&test), <, dear);

  /* The first chip goes. */
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (test.page->filter_bar), GTK_TYPE_BUTTON, 0),
                         "clicked");
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (comptoir_table_model_get_filters (test.page->model)->len, ==, 1);
  ui_test_activate (&test, "clear-filters", NULL);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==, all);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (test.page->filter_bar)));
  ui_test_stop (&test);
}

static void
test_filter_popover (void)
{
  UiTest test = { 0 };
  GtkWidget *popover, *columns, *add, *values, *entry;
  guint all;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  all = ui_test_get_n_rows (&test);
  ui_test_activate (&test, "filter-column", "deptID");
  popover = GTK_WIDGET (test.page->filter_popover);
  ui_test_wait_until (gtk_widget_get_mapped (popover));
  values = ui_test_find (popover, GTK_TYPE_LIST_BOX, 0);
  entry = ui_test_find (popover, GTK_TYPE_ENTRY, 0);
  add = ui_test_find (popover, GTK_TYPE_BUTTON, 0);
  while (add != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (add)), "_Add Filter") != 0)
    {
      static guint number = 1;

      add = ui_test_find (popover, GTK_TYPE_BUTTON, number++);
    }
  g_assert_nonnull (add);
  g_assert_true (gtk_widget_is_visible (values));
  g_assert_false (gtk_widget_is_visible (entry));
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_list_box_select_row (GTK_LIST_BOX (values),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (values), 0));
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "clicked");
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (ui_test_get_n_rows (&test), >, 0);
  g_assert_cmpuint (ui_test_get_n_rows (&test), <, all);
  ui_test_wait_until (!gtk_widget_get_mapped (popover));

  /* Words are no price. */
  ui_test_activate (&test, "filter-column", "price");
  ui_test_wait_until (gtk_widget_get_mapped (popover));
  columns = ui_test_find (popover, GTK_TYPE_DROP_DOWN, 0);
  g_assert_nonnull (columns);
  g_assert_true (gtk_widget_is_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "cheap");
  g_assert_false (gtk_widget_get_sensitive (add));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1,20");
  g_assert_true (gtk_widget_get_sensitive (add));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  ui_test_stop (&test);
}

static void
test_details (void)
{
  UiTest test = { 0 };
  ComptoirDetailField *field;
  guint shown = 0;

  ui_test_load (&test, KASH_RESOURCE_DELIVERY_ZONES);
  ui_test_activate (&test, "details", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (test.page->details)));
  ui_test_select_row (&test, 0, TRUE);
  while (ui_test_find (GTK_WIDGET (test.page->details), COMPTOIR_TYPE_DETAIL_FIELD, shown) != NULL)
    shown++;
  g_assert_cmpuint (shown, ==,
                    comptoir_table_get_n_columns (comptoir_dataset_get_table (test.page->dataset)));
  field = find_field (&test, "title");
  g_assert_cmpstr (comptoir_detail_field_get_text (field), ==, "Centre-ville");

  /* Postcodes come as an array: a tree, with the raw text to copy. */
  field = find_field (&test, "postcodes");
  g_assert_nonnull (field);
  g_assert_cmpstr (comptoir_detail_field_get_text (field), ==, "[\"35000\"]");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (field), COMPTOIR_TYPE_NESTED_VIEW, 0));
  ui_test_wait_until (ui_test_find (GTK_WIDGET (field), GTK_TYPE_TREE_EXPANDER, 0) != NULL);
  ui_test_stop (&test);
}

static void
on_show_reference (ComptoirResourcePage *page, const char *resource, const char *id, char **shown)
{
  g_free (*shown);
  *shown = g_strdup_printf ("%s %s", resource, id);
}

static void
test_reference (void)
{
  UiTest test = { 0 };
  g_autofree char *shown = NULL;
  g_autofree char *from_menu = NULL;
  GtkWidget *link;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  g_signal_connect (test.page, "show-reference", G_CALLBACK (on_show_reference), &shown);
  ui_test_select_row (&test, 0, TRUE);
  comptoir_table_column_get (ui_test_find_column (&test, "deptID"))->current = TRUE;
  ui_test_wait_until ((ui_test_activate (&test, "show-reference", NULL), shown != NULL));
  g_assert_true (g_str_has_prefix (shown, "departments "));
  from_menu = g_steal_pointer (&shown);

  ui_test_activate (&test, "details", NULL);
  ui_test_wait_until (comptoir_detail_field_get_text (find_field (&test, "deptID")) != NULL);
  link = ui_test_find (GTK_WIDGET (find_field (&test, "deptID")), GTK_TYPE_BUTTON, 0);
  ui_test_wait_until (gtk_widget_get_visible (link));
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (shown, ==, from_menu);
  ui_test_stop (&test);
}

static void
test_state (void)
{
  UiTest test = { 0 };
  g_autoptr (ComptoirFilter) price = comptoir_filter_new ("price", COMPTOIR_FILTER_GREATER, "5");
  g_autofree char *state = NULL;
  g_autofree char *again = NULL;
  const char *first;
  gboolean descending;
  guint rows;

  ui_test_load (&test, KASH_RESOURCE_ITEMS);
  ui_test_activate (&test, "sort-descending", "price");
  comptoir_resource_page_add_filter (test.page, price);
  ui_test_activate (&test, "hide-column", "price");
  ui_test_activate (&test, "details", NULL);
  gtk_column_view_column_set_fixed_width (ui_test_find_column (&test, "title"), 321);
  comptoir_table_layout_move (comptoir_table_view_get_layout (test.page->table),
                              ui_test_find_column (&test, "deptID"), -100);
  ui_test_wait_until (ui_test_is_settled (&test));
  rows = ui_test_get_n_rows (&test);
  state = comptoir_resource_page_dup_state (test.page);

  /* Before the rows are there, as at the next start. */
  ui_test_open (&test, KASH_RESOURCE_ITEMS);
  comptoir_resource_page_set_state (test.page, state);
  ui_test_wait_until (ui_test_is_settled (&test));
  g_assert_cmpuint (ui_test_get_n_rows (&test), ==, rows);
  g_assert_cmpstr (comptoir_table_model_get_sort (test.page->model, &descending), ==, "price");
  g_assert_true (descending);
  g_assert_false (gtk_column_view_column_get_visible (ui_test_find_column (&test, "price")));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (ui_test_find_column (&test, "title")),
                   ==, 321);
  first = comptoir_table_column_get (ui_test_get_column (&test, 0))->name;
  g_assert_cmpstr (first, ==, "deptID");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (test.page->details)));
  again = comptoir_resource_page_dup_state (test.page);
  g_assert_cmpstr (again, ==, state);

  /* Nonsense changes nothing and breaks nothing. */
  comptoir_resource_page_set_state (test.page, "\001 not a state [[[");
  comptoir_resource_page_set_state (
      test.page, "[page]\nsort=none such\nfilters=?\n[columns]\nnames=a;a;\nwidths=-5;x;\n");
  ui_test_wait_until (ui_test_is_settled (&test));

  comptoir_table_layout_reset (comptoir_table_view_get_layout (test.page->table));
  g_assert_true (gtk_column_view_column_get_visible (ui_test_find_column (&test, "price")));
  ui_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/resource-page/columns", test_columns);
  g_test_add_func ("/ui/resource-page/sort", test_sort);
  g_test_add_func ("/ui/resource-page/search", test_search);
  g_test_add_func ("/ui/resource-page/filter", test_filter);
  g_test_add_func ("/ui/resource-page/filter-popover", test_filter_popover);
  g_test_add_func ("/ui/resource-page/details", test_details);
  g_test_add_func ("/ui/resource-page/reference", test_reference);
  g_test_add_func ("/ui/resource-page/state", test_state);
  return g_test_run ();
}
