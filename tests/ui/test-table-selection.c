/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-selection.h"
#include "ui-test.h"

static guint n_signals, first_changed, n_changed;

static void
on_selection_changed (GtkSelectionModel *model, guint position, guint n_items)
{
  n_signals++;
  first_changed = position;
  n_changed = n_items;
}

/* (transfer full): "1,3" */
static char *
dup_selected (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GString *text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_string_append_printf (text, "%s%u", text->len > 0 ? "," : "", position);
  return g_string_free (text, FALSE);
}

static void
assert_selected (GtkSelectionModel *model, const char *expected)
{
  g_autofree char *text = dup_selected (model);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_select (void)
{
  UiTest test = { 0 };
  g_autoptr (ComptoirTableSelection) selection = NULL;
  GtkSelectionModel *model;
  guint n;

  ui_test_load (&test, KASH_RESOURCE_DEPARTMENTS);
  n = ui_test_get_n_rows (&test);
  selection = comptoir_table_selection_new (test.page->model);
  model = GTK_SELECTION_MODEL (selection);
  g_signal_connect (model, "selection-changed", G_CALLBACK (on_selection_changed), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);

  assert_selected (model, "");
  gtk_selection_model_select_item (model, 2, TRUE);
  gtk_selection_model_select_item (model, 4, FALSE);
  assert_selected (model, "2,4");
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  gtk_selection_model_unselect_item (model, 2);
  assert_selected (model, "4");
  gtk_selection_model_select_range (model, 1, 3, FALSE);
  assert_selected (model, "1,2,3,4");
  g_assert_cmpuint (first_changed, ==, 1);
  g_assert_cmpuint (n_changed, ==, 3);
  gtk_selection_model_select_item (model, 0, TRUE);
  assert_selected (model, "0");

  /* Nothing changes, nothing is told. */
  n_signals = 0;
  gtk_selection_model_select_item (model, 0, FALSE);
  g_assert_cmpuint (n_signals, ==, 0);
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (n_signals, ==, 1);
  {
    g_autoptr (GtkBitset) all = gtk_selection_model_get_selection (model);

    g_assert_cmpuint (gtk_bitset_get_size (all), ==, n);
    gtk_selection_model_unselect_all (model);
    /* Whoever asked before keeps what it was told. */
    g_assert_cmpuint (gtk_bitset_get_size (all), ==, n);
  }
  assert_selected (model, "");
  ui_test_stop (&test);
}

static void
test_follows_rows (void)
{
  UiTest test = { 0 };
  g_autoptr (ComptoirTableSelection) selection = NULL;
  GtkSelectionModel *model;
  guint n;
  g_autofree char *mirrored = NULL;

  ui_test_load (&test, KASH_RESOURCE_DEPARTMENTS);
  selection = comptoir_table_selection_new (test.page->model);
  model = GTK_SELECTION_MODEL (selection);
  n = ui_test_get_n_rows (&test);
  comptoir_table_model_set_sort (test.page->model, "id", FALSE);
  ui_test_wait_until (ui_test_is_settled (&test));
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 2, FALSE);
  comptoir_table_model_set_sort (test.page->model, "id", TRUE);
  ui_test_wait_until (gtk_selection_model_is_selected (model, n - 1));
  mirrored = g_strdup_printf ("%u,%u", n - 3, n - 1);
  assert_selected (model, mirrored);

  /* Hidden, and back. */
  comptoir_table_model_set_search (test.page->model, "no such department");
  ui_test_wait_until (ui_test_get_n_rows (&test) == 0);
  assert_selected (model, "");
  comptoir_table_model_set_search (test.page->model, NULL);
  ui_test_wait_until (ui_test_get_n_rows (&test) == n);
  assert_selected (model, mirrored);
  ui_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/table-selection/select", test_select);
  g_test_add_func ("/ui/table-selection/follows-rows", test_follows_rows);
  return g_test_run ();
}
