/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-layout.h"

#include "comptoir-column-choices.h"
#include "comptoir-display.h"
#include "comptoir-table-column.h"
#include "comptoir-table-header.h"

struct _ComptoirTableLayout
{
  GObject parent_instance;

  GtkColumnView *view;
  GListModel *columns;
  ComptoirColumnChoices *choices; /* empty until something was chosen */
  ComptoirShop *shop;
  ComptoirTable *table;
  guint n_rows;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (ComptoirTableLayout, comptoir_table_layout, G_TYPE_OBJECT)

static guint changed_signal;

/* Takes over order and visibility as the view has them. */
static void
record (ComptoirTableLayout *self)
{
  guint n = g_list_model_get_n_items (self->columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      ComptoirColumnChoice *choice = comptoir_column_choices_place (
          self->choices, comptoir_table_column_get (column)->name, i);

      choice->visible = gtk_column_view_column_get_visible (column);
    }
}

/* The first column of text takes the room that is left over, unless its width was chosen; failing
 * that, the last column: GTK 4.8 takes room beyond the columns for scrolling too far. */
static gboolean
is_expanding (ComptoirTableLayout *self, GtkColumnViewColumn *column)
{
  ComptoirTableColumn *info = comptoir_table_column_get (column);
  ComptoirColumnChoice *choice = comptoir_column_choices_find (self->choices, info->name, NULL);

  return info->type == COMPTOIR_COLUMN_TEXT && (choice == NULL || choice->width == 0);
}

static void
choose_expanding (ComptoirTableLayout *self)
{
  guint n = g_list_model_get_n_items (self->columns);
  GtkColumnViewColumn *chosen_one = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < n && !found; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      found = is_expanding (self, column);
      chosen_one = column;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (gtk_column_view_column_get_expand (column) != (column == chosen_one))
        gtk_column_view_column_set_expand (column, column == chosen_one);
    }
}

static void
chosen (ComptoirTableLayout *self)
{
  if (self->syncing)
    return;
  record (self);
  choose_expanding (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_columns_changed (ComptoirTableLayout *self)
{
  chosen (self);
}

static gboolean
holds_numbers (GtkColumnViewColumn *column)
{
  return comptoir_display_is_numeric (comptoir_table_column_get (column)->type);
}

static void
fit_column (ComptoirTableLayout *self, GtkColumnViewColumn *column)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);

  comptoir_table_column_fit (column, self->table, self->n_rows, layout);
}

/* GTK 4.8 counts the fixed widths of hidden columns too, and leaves that much less to expand. */
static void
apply_width (ComptoirTableLayout *self, GtkColumnViewColumn *column)
{
  ComptoirTableColumn *info = comptoir_table_column_get (column);
  ComptoirColumnChoice *choice = comptoir_column_choices_find (self->choices, info->name, NULL);
  int width = choice != NULL && choice->width > 0 ? choice->width : info->width;
  gboolean syncing = self->syncing;

  self->syncing = TRUE;
  gtk_column_view_column_set_fixed_width (column,
                                          gtk_column_view_column_get_visible (column) ? width : -1);
  self->syncing = syncing;
}

static void
on_visible_changed (GtkColumnViewColumn *column, GParamSpec *pspec, ComptoirTableLayout *self)
{
  apply_width (self, column);
  chosen (self);
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, ComptoirTableLayout *self)
{
  ComptoirColumnChoice *choice;

  if (self->syncing)
    return;
  record (self);
  choice = comptoir_column_choices_find (self->choices, comptoir_table_column_get (column)->name,
                                         NULL);
  choice->width = gtk_column_view_column_get_fixed_width (column);
  choose_expanding (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Before which of the columns that are there a new one belongs. */
static guint
place_for (ComptoirTableLayout *self, GArray *order, guint rank, const char *name)
{
  guint n = g_list_model_get_n_items (self->columns);
  guint own = G_MAXUINT;

  comptoir_column_choices_find (self->choices, name, &own);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      ComptoirTableColumn *info = comptoir_table_column_get (column);
      guint other = G_MAXUINT;

      comptoir_column_choices_find (self->choices, info->name, &other);
      if (own != other)
        {
          if (own < other)
            return i;
          continue;
        }
      for (guint j = rank + 1; j < order->len; j++)
        if (g_array_index (order, guint, j) == info->index)
          return i;
    }
  return n;
}

static void
add_column (ComptoirTableLayout *self, GArray *order, guint rank)
{
  guint index = g_array_index (order, guint, rank);
  const char *name = comptoir_table_get_column_name (self->table, index);
  ComptoirColumnChoice *choice = comptoir_column_choices_find (self->choices, name, NULL);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = comptoir_table_column_new (comptoir_table_get_resource (self->table), name, self->shop);
  comptoir_table_column_sync (column, self->table, index);
  if (choice != NULL)
    gtk_column_view_column_set_visible (column, choice->visible);
  fit_column (self, column);
  apply_width (self, column);

  g_signal_connect (column, "notify::visible", G_CALLBACK (on_visible_changed), self);
  g_signal_connect (column, "notify::fixed-width", G_CALLBACK (on_width_changed), self);
  gtk_column_view_insert_column (self->view, place_for (self, order, rank, name), column);
}

static void
remove_missing (ComptoirTableLayout *self)
{
  for (guint i = g_list_model_get_n_items (self->columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i - 1);

      if (self->table == NULL
          || !comptoir_table_find_column (self->table, comptoir_table_column_get (column)->name,
                                          NULL))
        {
          g_signal_handlers_disconnect_by_data (column, self);
          gtk_column_view_remove_column (self->view, column);
        }
    }
}

static void
comptoir_table_layout_dispose (GObject *object)
{
  ComptoirTableLayout *self = COMPTOIR_TABLE_LAYOUT (object);

  if (self->view != NULL)
    {
      self->syncing = TRUE;
      g_clear_object (&self->table);
      remove_missing (self);
      g_signal_handlers_disconnect_by_data (self->columns, self);
    }
  g_clear_object (&self->columns);
  g_clear_object (&self->view);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_table_layout_parent_class)->dispose (object);
}

static void
comptoir_table_layout_finalize (GObject *object)
{
  comptoir_column_choices_free (COMPTOIR_TABLE_LAYOUT (object)->choices);
  G_OBJECT_CLASS (comptoir_table_layout_parent_class)->finalize (object);
}

static void
comptoir_table_layout_class_init (ComptoirTableLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_table_layout_dispose;
  object_class->finalize = comptoir_table_layout_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_table_layout_init (ComptoirTableLayout *self)
{
  self->choices = comptoir_column_choices_new ();
}

/**
 * comptoir_table_layout_new:
 * @view: the view whose columns it makes
 */
ComptoirTableLayout *
comptoir_table_layout_new (GtkColumnView *view)
{
  ComptoirTableLayout *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  self = g_object_new (COMPTOIR_TYPE_TABLE_LAYOUT, NULL);
  self->view = g_object_ref (view);
  self->columns = g_object_ref (gtk_column_view_get_columns (view));
  g_signal_connect_swapped (self->columns, "items-changed", G_CALLBACK (on_columns_changed), self);
  return self;
}

/**
 * comptoir_table_layout_get_view:
 *
 * Returns: (transfer none): the view whose columns it makes
 */
GtkColumnView *
comptoir_table_layout_get_view (ComptoirTableLayout *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self), NULL);
  return self->view;
}

/**
 * comptoir_table_layout_get_columns:
 *
 * Returns: (transfer none): a list of #GtkColumnViewColumn in their order, hidden ones too
 */
GListModel *
comptoir_table_layout_get_columns (ComptoirTableLayout *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self), NULL);
  return self->columns;
}

/**
 * comptoir_table_layout_find:
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): its column
 */
GtkColumnViewColumn *
comptoir_table_layout_find (ComptoirTableLayout *self, const char *name)
{
  guint n;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self), NULL);

  n = g_list_model_get_n_items (self->columns);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (g_strcmp0 (comptoir_table_column_get (column)->name, name) == 0)
        return column;
    }
  return NULL;
}

/**
 * comptoir_table_layout_sync:
 * @shop: (nullable): for references and currency
 * @table: (nullable): what the view shows now
 * @n_rows: the rows of it that are shown
 *
 * Brings the columns in line with the fields of @table.
 */
void
comptoir_table_layout_sync (ComptoirTableLayout *self,
                            ComptoirShop *shop,
                            ComptoirTable *table,
                            guint n_rows)
{
  g_autoptr (GArray) order = NULL;

  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));

  /* Widths and types can't be judged without rows. */
  if (table == NULL || n_rows == 0)
    return;

  self->syncing = TRUE;
  g_set_object (&self->shop, shop);
  g_set_object (&self->table, table);
  self->n_rows = n_rows;
  remove_missing (self);
  order = comptoir_display_order_columns (table);
  for (guint rank = 0; rank < order->len; rank++)
    {
      guint index = g_array_index (order, guint, rank);
      const char *name = comptoir_table_get_column_name (table, index);
      GtkColumnViewColumn *column = comptoir_table_layout_find (self, name);

      if (column != NULL)
        comptoir_table_column_sync (column, table, index);
      else
        add_column (self, order, rank);
    }
  choose_expanding (self);
  comptoir_table_header_align (self->view, holds_numbers);
  self->syncing = FALSE;
}

/**
 * comptoir_table_layout_refit:
 *
 * Chooses the widths of reference columns anew, once the titles they show are known.
 */
void
comptoir_table_layout_refit (ComptoirTableLayout *self)
{
  guint n;

  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));

  if (self->table == NULL)
    return;
  self->syncing = TRUE;
  n = g_list_model_get_n_items (self->columns);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      ComptoirTableColumn *info = comptoir_table_column_get (column);
      ComptoirColumnChoice *choice = comptoir_column_choices_find (self->choices, info->name, NULL);

      if (info->type == COMPTOIR_COLUMN_REFERENCE && (choice == NULL || choice->width == 0))
        {
          fit_column (self, column);
          apply_width (self, column);
        }
    }
  self->syncing = FALSE;
}

/**
 * comptoir_table_layout_move:
 * @steps: to the left (negative) or to the right; stops at the ends
 */
void
comptoir_table_layout_move (ComptoirTableLayout *self, GtkColumnViewColumn *column, int steps)
{
  int n, place = -1;

  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  n = g_list_model_get_n_items (self->columns);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (self->columns, i);

      if (other == column)
        place = i;
    }
  if (place < 0 || CLAMP (place + steps, 0, n - 1) == place)
    return;
  gtk_column_view_insert_column (self->view, CLAMP (place + steps, 0, n - 1), column);
}

/**
 * comptoir_table_layout_reset:
 *
 * Forgets what was chosen: the usual columns, in the usual order and width.
 */
void
comptoir_table_layout_reset (ComptoirTableLayout *self)
{
  g_autoptr (ComptoirTable) table = NULL;

  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));

  self->syncing = TRUE;
  comptoir_column_choices_clear (self->choices);
  table = g_steal_pointer (&self->table);
  remove_missing (self);
  comptoir_table_layout_sync (self, self->shop, table, self->n_rows);
  self->syncing = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * comptoir_table_layout_dup_visible:
 *
 * Returns: (transfer full) (element-type guint): the fields shown, as places in the table, in the
 *   order of the columns
 */
GArray *
comptoir_table_layout_dup_visible (ComptoirTableLayout *self)
{
  GArray *visible;
  guint n;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self), NULL);

  visible = g_array_new (FALSE, FALSE, sizeof (guint));
  n = g_list_model_get_n_items (self->columns);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (visible, comptoir_table_column_get (column)->index);
    }
  return visible;
}

/**
 * comptoir_table_layout_save:
 * @state: where to put what was chosen, if anything was
 */
void
comptoir_table_layout_save (ComptoirTableLayout *self, GKeyFile *state)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));
  comptoir_column_choices_save (self->choices, state);
}

/**
 * comptoir_table_layout_restore:
 * @state: what comptoir_table_layout_save() wrote; what can't be read is ignored
 */
void
comptoir_table_layout_restore (ComptoirTableLayout *self, GKeyFile *state)
{
  g_autoptr (ComptoirTable) table = NULL;

  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (self));

  comptoir_column_choices_restore (self->choices, state);
  self->syncing = TRUE;
  table = g_steal_pointer (&self->table);
  remove_missing (self);
  comptoir_table_layout_sync (self, self->shop, table, self->n_rows);
  self->syncing = FALSE;
}
