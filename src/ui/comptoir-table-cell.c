/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-cell.h"

#include <string.h>

#include "comptoir-display.h"

struct _ComptoirTableCell
{
  GtkWidget parent_instance;

  GtkInscription *inscription;
  GtkListItem *item;           /* unowned: it owns the cell */
  ComptoirTableColumn *column; /* unowned: the column outlives its cells */
};

G_DEFINE_FINAL_TYPE (ComptoirTableCell, comptoir_table_cell, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
comptoir_table_cell_dispose (GObject *object)
{
  ComptoirTableCell *self = COMPTOIR_TABLE_CELL (object);

  g_clear_pointer ((GtkWidget **) &self->inscription, gtk_widget_unparent);
  G_OBJECT_CLASS (comptoir_table_cell_parent_class)->dispose (object);
}

static void
comptoir_table_cell_class_init (ComptoirTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
comptoir_table_cell_init (ComptoirTableCell *self)
{
  /* An inscription asks for no more room than it is told, so a long text never widens a column
   * and scrolling measures nothing. */
  self->inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (self->inscription, PANGO_WRAP_CHAR);
  gtk_inscription_set_min_lines (self->inscription, 1);
  gtk_inscription_set_nat_lines (self->inscription, 1);
  gtk_widget_set_parent (GTK_WIDGET (self->inscription), GTK_WIDGET (self));
}

/**
 * comptoir_table_cell_new:
 * @item: the list item it is made for
 * @column: the column it stands in
 *
 * Returns: an empty cell; fill it with comptoir_table_cell_update()
 */
GtkWidget *
comptoir_table_cell_new (GtkListItem *item, ComptoirTableColumn *column)
{
  ComptoirTableCell *self;

  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);

  self = g_object_new (COMPTOIR_TYPE_TABLE_CELL, NULL);
  self->item = item;
  self->column = column;
  return GTK_WIDGET (self);
}

/**
 * comptoir_table_cell_get_position:
 *
 * Returns: the row's place in the view, or %GTK_INVALID_LIST_POSITION
 */
guint
comptoir_table_cell_get_position (ComptoirTableCell *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_CELL (self), GTK_INVALID_LIST_POSITION);
  return gtk_list_item_get_position (self->item);
}

/**
 * comptoir_table_cell_get_row:
 *
 * Returns: (transfer none) (nullable): the row it shows a part of
 */
ComptoirRow *
comptoir_table_cell_get_row (ComptoirTableCell *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_CELL (self), NULL);
  return gtk_list_item_get_item (self->item);
}

/**
 * comptoir_table_cell_get_column:
 *
 * Returns: (transfer none): the column it stands in
 */
ComptoirTableColumn *
comptoir_table_cell_get_column (ComptoirTableCell *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_CELL (self), NULL);
  return self->column;
}

/**
 * comptoir_table_cell_update:
 *
 * Shows the text of its row and column as they are now.
 */
void
comptoir_table_cell_update (ComptoirTableCell *self)
{
  ComptoirRow *row;
  ComptoirTable *table;
  g_autofree char *text = NULL;
  gboolean numeric;

  g_return_if_fail (COMPTOIR_IS_TABLE_CELL (self));

  row = gtk_list_item_get_item (self->item);
  if (row == NULL)
    return;
  table = comptoir_row_get_table (row);
  /* Rows of a table that was just replaced may be asked for a last time. */
  if (self->column->index < comptoir_table_get_n_columns (table))
    text = comptoir_display_cell (self->column->shop, table, comptoir_row_get_index (row),
                                  self->column->index);
  if (text != NULL)
    g_strdelimit (text, "\r\n\t", ' ');

  numeric = comptoir_display_is_numeric (self->column->type);
  gtk_inscription_set_text (self->inscription, text);
  gtk_inscription_set_xalign (self->inscription, numeric ? 1.0 : 0.0);
  set_class (GTK_WIDGET (self), "numeric", numeric || self->column->type == COMPTOIR_COLUMN_DATE);
  set_class (GTK_WIDGET (self), "reference", self->column->reference != NULL);
  comptoir_table_cell_mark (self);
}

/**
 * comptoir_table_cell_mark:
 *
 * Shows whether it stands in the current column.
 */
void
comptoir_table_cell_mark (ComptoirTableCell *self)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_CELL (self));
  set_class (GTK_WIDGET (self), "current-column", self->column->current);
}

/**
 * comptoir_table_cell_find:
 * @widget: (nullable): a widget of the table view
 *
 * Returns: (transfer none) (nullable): the cell that @widget is or lies in; else the first that it
 *   holds, as a focused row does
 */
ComptoirTableCell *
comptoir_table_cell_find (GtkWidget *widget)
{
  GtkWidget *within;

  if (widget == NULL)
    return NULL;
  within = gtk_widget_get_ancestor (widget, COMPTOIR_TYPE_TABLE_CELL);
  if (within != NULL)
    return COMPTOIR_TABLE_CELL (within);
  while (widget != NULL && !COMPTOIR_IS_TABLE_CELL (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL ? COMPTOIR_TABLE_CELL (widget) : NULL;
}
