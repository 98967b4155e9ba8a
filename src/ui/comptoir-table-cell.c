/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-cell.h"

#include <math.h>

#include "comptoir-display.h"

/* A list keeps some 200 rows of cells ready, most of them out of sight. So a cell is one widget,
 * and it asks for its text and lays it out only when it is drawn. */
struct _ComptoirTableCell
{
  GtkWidget parent_instance;

  GtkListItem *item;           /* unowned: it owns the cell */
  ComptoirTableColumn *column; /* unowned: the column outlives its cells */
  PangoLayout *layout;         /* (nullable): what was drawn last, while it holds */
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

/* (transfer full) (nullable) */
static char *
dup_text (ComptoirTableCell *self)
{
  ComptoirRow *row = gtk_list_item_get_item (self->item);
  ComptoirTable *table;
  char *text;

  if (row == NULL)
    return NULL;
  table = comptoir_row_get_table (row);
  /* Rows of a table that was just replaced may be asked for a last time. */
  if (self->column->index >= comptoir_table_get_n_columns (table))
    return NULL;
  text = comptoir_display_cell (self->column->shop, table, comptoir_row_get_index (row),
                                self->column->index);
  return text != NULL ? g_strdelimit (text, "\r\n\t", ' ') : NULL;
}

/* "0" for none and "-1" for an order to be paid are no links. */
static gboolean
leads_somewhere (ComptoirTableCell *self)
{
  ComptoirRow *row = gtk_list_item_get_item (self->item);
  const char *text = NULL;
  gsize length = 0;
  g_autofree char *id = NULL;
  guint target;

  if (row == NULL || self->column->reference == NULL || self->column->shop == NULL
      || self->column->index >= comptoir_table_get_n_columns (comptoir_row_get_table (row)))
    return FALSE;
  comptoir_table_get_cell (comptoir_row_get_table (row), comptoir_row_get_index (row),
                           self->column->index, &text, &length);
  if (text == NULL || length == 0)
    return FALSE;
  id = g_strndup (text, length);
  return comptoir_shop_find_reference_row (self->column->shop, self->column->reference, id,
                                           &target);
}

static gboolean
is_sheet_number (ComptoirTableCell *self)
{
  ComptoirRow *row = gtk_list_item_get_item (self->item);
  ComptoirTable *table = row != NULL ? comptoir_row_get_table (row) : NULL;
  const char *text;
  gsize length;

  return table != NULL && self->column->index < comptoir_table_get_n_columns (table)
         && comptoir_display_is_sheet_number (
             table, comptoir_table_get_cell (table, comptoir_row_get_index (row),
                                             self->column->index, &text, &length));
}

static void
ensure_layout (ComptoirTableCell *self)
{
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return;
  text = dup_text (self);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  comptoir_table_cell_prepare_layout (self->layout, self->column->type);
  if (comptoir_display_is_numeric (self->column->type) || is_sheet_number (self))
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
comptoir_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ComptoirTableCell *self = COMPTOIR_TABLE_CELL (widget);
  int height;
  GdkRGBA color;

  ensure_layout (self);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (0, floorf ((gtk_widget_get_height (widget) - height) / 2.0f)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* A long text never widens a column. */
static void
comptoir_table_cell_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  ComptoirTableCell *self = COMPTOIR_TABLE_CELL (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (self->column->line_height == 0)
    {
      PangoFontMetrics *metrics
          = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

      self->column->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
      pango_font_metrics_unref (metrics);
    }
  *minimum = *natural = self->column->line_height;
}

static gboolean
comptoir_table_cell_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean keyboard,
                                   GtkTooltip *tooltip)
{
  ComptoirTableCell *self = COMPTOIR_TABLE_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, pango_layout_get_text (self->layout));
  return TRUE;
}

static void
comptoir_table_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ComptoirTableCell *self = COMPTOIR_TABLE_CELL (widget);

  self->column->line_height = 0;
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
  GTK_WIDGET_CLASS (comptoir_table_cell_parent_class)->system_setting_changed (widget, setting);
}

static void
comptoir_table_cell_finalize (GObject *object)
{
  g_clear_object (&COMPTOIR_TABLE_CELL (object)->layout);
  G_OBJECT_CLASS (comptoir_table_cell_parent_class)->finalize (object);
}

static void
comptoir_table_cell_class_init (ComptoirTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = comptoir_table_cell_finalize;
  widget_class->snapshot = comptoir_table_cell_snapshot;
  widget_class->measure = comptoir_table_cell_measure;
  widget_class->query_tooltip = comptoir_table_cell_query_tooltip;
  widget_class->system_setting_changed = comptoir_table_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
comptoir_table_cell_init (ComptoirTableCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
 * comptoir_table_cell_prepare_layout:
 * @layout: a layout for texts of one column
 * @type: what the column holds
 *
 * Digits stand under digits: they are of one width where the column holds numbers or dates.
 */
void
comptoir_table_cell_prepare_layout (PangoLayout *layout, ComptoirColumnType type)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  if (!comptoir_display_is_numeric (type) && type != COMPTOIR_COLUMN_DATE)
    return;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
}

/**
 * comptoir_table_cell_update:
 *
 * Shows the text of its row and column as they are now, when it is drawn next.
 */
void
comptoir_table_cell_update (ComptoirTableCell *self)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_CELL (self));

  g_clear_object (&self->layout);
  set_class (GTK_WIDGET (self), "reference", leads_somewhere (self));
  comptoir_table_cell_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
