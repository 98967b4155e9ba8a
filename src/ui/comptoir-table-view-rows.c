/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-view-private.h"

static void
scroll_to (ComptoirTableView *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/**
 * comptoir_table_view_get_current_row:
 *
 * Returns: (transfer none) (nullable): the row worked on
 */
ComptoirRow *
comptoir_table_view_get_current_row (ComptoirTableView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), NULL);
  return self->current_row;
}

/**
 * comptoir_table_view_get_current_column:
 *
 * Returns: (transfer none) (nullable): the column worked on, the first that shows to begin with
 */
ComptoirTableColumn *
comptoir_table_view_get_current_column (ComptoirTableView *self)
{
  GListModel *columns;
  ComptoirTableColumn *first = NULL;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), NULL);

  columns = comptoir_table_layout_get_columns (self->layout);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (comptoir_table_column_get (column)->current)
        return comptoir_table_column_get (column);
      if (first == NULL)
        first = comptoir_table_column_get (column);
    }
  return first;
}

/**
 * comptoir_table_view_get_n_selected:
 */
guint
comptoir_table_view_get_n_selected (ComptoirTableView *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), 0);

  if (self->selection == NULL)
    return 0;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  return gtk_bitset_get_size (selected);
}

/**
 * comptoir_table_view_dup_selected_rows:
 *
 * Returns: (transfer full) (element-type guint): the table's rows that are selected, in the order
 * shown
 */
GArray *
comptoir_table_view_dup_selected_rows (ComptoirTableView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GArray *rows;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), NULL);

  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->selection == NULL)
    return rows;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        guint row = comptoir_table_model_get_row_index (self->model, position);

        g_array_append_val (rows, row);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  return rows;
}

/**
 * comptoir_table_view_dup_rows:
 *
 * Returns: (transfer full) (element-type guint): all of the table's rows shown, in their order
 */
GArray *
comptoir_table_view_dup_rows (ComptoirTableView *self)
{
  GArray *rows;
  guint n;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), NULL);

  n = self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    {
      guint row = comptoir_table_model_get_row_index (self->model, i);

      g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * comptoir_table_view_show_row:
 * @row: one of the table's rows
 *
 * Selects it and brings it into view.
 *
 * Returns: whether it is among those shown
 */
gboolean
comptoir_table_view_show_row (ComptoirTableView *self, guint row)
{
  guint position;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), FALSE);

  if (self->model == NULL || !comptoir_table_model_find_position (self->model, row, &position))
    return FALSE;
  self->pressed = GTK_INVALID_LIST_POSITION;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
  return TRUE;
}

/**
 * comptoir_table_view_dup_reference:
 * @resource: (out) (transfer none): the name of the resource that the current cell points to
 * @id: (out) (transfer full): the id there
 *
 * Returns: whether the current cell points to a row of another resource
 */
gboolean
comptoir_table_view_dup_reference (ComptoirTableView *self, const char **resource, char **id)
{
  ComptoirTableColumn *column;
  const char *text;
  gsize length;
  guint target;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), FALSE);

  column = comptoir_table_view_get_current_column (self);
  if (self->current_row == NULL || column == NULL || column->reference == NULL)
    return FALSE;
  comptoir_table_get_cell (comptoir_row_get_table (self->current_row),
                           comptoir_row_get_index (self->current_row), column->index, &text,
                           &length);
  if (text == NULL || length == 0)
    return FALSE;
  *resource = column->reference;
  *id = g_strndup (text, length);
  if (self->shop == NULL || comptoir_shop_find_reference_row (self->shop, *resource, *id, &target))
    return TRUE;
  g_clear_pointer (id, g_free);
  return FALSE;
}
