/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-view-private.h"

G_DEFINE_FINAL_TYPE (ComptoirTableView, comptoir_table_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CURRENT_ROW,
  N_PROPS,
};

enum
{
  SELECTION_CHANGED,
  ROW_ACTIVATED,
  SHOW_REFERENCE,
  MENU_WANTED,
  SORT_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
focused_position (ComptoirTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  ComptoirTableCell *cell;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return GTK_INVALID_LIST_POSITION;
  cell = comptoir_table_cell_find (focus);
  return cell != NULL ? comptoir_table_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}

/* Of several selected rows, the one that was clicked, or that has the focus, or the first. */
static guint
choose_current (ComptoirTableView *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  guint focused = focused_position (self);

  if (gtk_bitset_is_empty (selected))
    return GTK_INVALID_LIST_POSITION;
  if (gtk_bitset_get_size (selected) == 1)
    return gtk_bitset_get_minimum (selected);
  if (gtk_bitset_contains (selected, self->pressed))
    return self->pressed;
  if (gtk_bitset_contains (selected, focused))
    return focused;
  return gtk_bitset_get_minimum (selected);
}

static void
on_activate (ComptoirTableView *self, guint position)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0);
}

static void
on_selection_changed (ComptoirTableView *self)
{
  comptoir_table_view_set_current_row (self, choose_current (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The selection has found its rows again by now. */
static void
on_items_changed (ComptoirTableView *self, guint position, guint removed, guint added)
{
  guint current;

  if (removed == 0 && self->current_row != NULL)
    return;
  if (self->current_row == NULL
      || !comptoir_table_selection_find_row (self->selection, self->current_row, &current))
    current = GTK_INVALID_LIST_POSITION;
  self->pressed = current;
  comptoir_table_view_set_current_row (self, choose_current (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_sorter_changed (ComptoirTableView *self)
{
  const char *name;
  gboolean descending;

  if (self->setting_sort || self->model == NULL)
    return;
  comptoir_table_column_probe_sort (gtk_column_view_get_sorter (self->view), &name, &descending);
  comptoir_table_model_set_sort (self->model, name, descending);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
on_rows_arrived (ComptoirTableView *self)
{
  ComptoirDataset *dataset = comptoir_table_model_get_dataset (self->model);
  const char *sort;
  gboolean descending;

  comptoir_table_layout_sync (self->layout, self->shop, comptoir_dataset_get_table (dataset),
                              comptoir_dataset_get_n_rows (dataset));
  sort = comptoir_table_model_get_sort (self->model, &descending);
  comptoir_table_view_set_sort (self, sort, descending);
}

static void
on_references_changed (ComptoirTableView *self)
{
  if (comptoir_dataset_get_table (comptoir_table_model_get_dataset (self->model)) == NULL)
    return;
  comptoir_table_layout_refit (self->layout);
  comptoir_table_view_for_each_cell (self, comptoir_table_cell_update);
}

static void
comptoir_table_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirTableView *self = COMPTOIR_TABLE_VIEW (object);

  switch (id)
    {
    case PROP_CURRENT_ROW:
      g_value_set_object (value, self->current_row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_table_view_dispose (GObject *object)
{
  ComptoirTableView *self = COMPTOIR_TABLE_VIEW (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->layout);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->shop);
  g_clear_object (&self->current_row);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_TABLE_VIEW);
  G_OBJECT_CLASS (comptoir_table_view_parent_class)->dispose (object);
}

static gboolean
comptoir_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_TABLE_VIEW (widget)->view));
}

static void
comptoir_table_view_class_init (ComptoirTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = comptoir_table_view_get_property;
  object_class->dispose = comptoir_table_view_dispose;
  widget_class->grab_focus = comptoir_table_view_grab_focus;

  properties[PROP_CURRENT_ROW]
      = g_param_spec_object ("current-row", NULL, NULL, COMPTOIR_TYPE_ROW,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SHOW_REFERENCE] = g_signal_new ("show-reference", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[MENU_WANTED]
      = g_signal_new ("menu-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  signals[SORT_CHANGED]
      = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirTableView, view);
  comptoir_table_view_bind_input (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
comptoir_table_view_init (ComptoirTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pressed = GTK_INVALID_LIST_POSITION;
  self->layout = comptoir_table_layout_new (self->view);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
}

/**
 * comptoir_table_view_new:
 *
 * Returns: a table without rows
 */
GtkWidget *
comptoir_table_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_TABLE_VIEW, NULL);
}

/**
 * comptoir_table_view_set_model:
 * @shop: (nullable): for references and currency
 * @model: the rows to show
 *
 * Gives the view its rows, once.
 */
void
comptoir_table_view_set_model (ComptoirTableView *self,
                               ComptoirShop *shop,
                               ComptoirTableModel *model)
{
  ComptoirDataset *dataset;

  g_return_if_fail (COMPTOIR_IS_TABLE_VIEW (self));
  g_return_if_fail (COMPTOIR_IS_TABLE_MODEL (model));
  g_return_if_fail (self->model == NULL);

  g_set_object (&self->shop, shop);
  g_set_object (&self->model, model);
  self->selection = comptoir_table_selection_new (model);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  dataset = comptoir_table_model_get_dataset (model);
  g_signal_connect_object (dataset, "notify::n-rows", G_CALLBACK (on_rows_arrived), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dataset, "notify::table", G_CALLBACK (on_rows_arrived), self,
                           G_CONNECT_SWAPPED);
  if (shop != NULL)
    g_signal_connect_object (shop, "references-changed", G_CALLBACK (on_references_changed), self,
                             G_CONNECT_SWAPPED);
  on_rows_arrived (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * comptoir_table_view_get_layout:
 *
 * Returns: (transfer none): its columns
 */
ComptoirTableLayout *
comptoir_table_view_get_layout (ComptoirTableView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_VIEW (self), NULL);
  return self->layout;
}

/**
 * comptoir_table_view_set_sort:
 * @name: (nullable): the field to sort by; %NULL for the order in which rows came
 * @descending: from large to small
 *
 * Sorts the model and shows it in the header.
 */
void
comptoir_table_view_set_sort (ComptoirTableView *self, const char *name, gboolean descending)
{
  GtkColumnViewColumn *column;
  const char *shown;
  gboolean shown_descending;

  g_return_if_fail (COMPTOIR_IS_TABLE_VIEW (self));
  g_return_if_fail (self->model != NULL);

  comptoir_table_model_set_sort (self->model, name, descending);
  comptoir_table_column_probe_sort (gtk_column_view_get_sorter (self->view), &shown,
                                    &shown_descending);
  column = name != NULL ? comptoir_table_layout_find (self->layout, name) : NULL;
  if (column == NULL && shown == NULL)
    return;
  if (column != NULL && g_strcmp0 (shown, name) == 0 && shown_descending == descending)
    return;
  self->setting_sort = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting_sort = FALSE;
}

/* Makes a row the current one; none with GTK_INVALID_LIST_POSITION. */
void
comptoir_table_view_set_current_row (ComptoirTableView *self, guint position)
{
  g_autoptr (ComptoirRow) row = NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row == self->current_row)
    return;
  g_set_object (&self->current_row, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ROW]);
}

/* Asks for the row that a reference points to. */
void
comptoir_table_view_follow (ComptoirTableView *self, const char *resource, const char *id)
{
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, resource, id);
}

/* Asks for a menu on the current cell. */
void
comptoir_table_view_want_menu (ComptoirTableView *self, GtkWidget *at, double x, double y)
{
  if (self->current_row != NULL)
    g_signal_emit (self, signals[MENU_WANTED], 0, at, x, y);
}
