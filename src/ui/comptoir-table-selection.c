/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-selection.h"

/* More rows than this aren't looked for again: it would hold up the sort or the refresh. */
#define MAX_KEPT 1000

/* GtkMultiSelection knows selected rows by their objects: it makes one for each of 100,000 rows to
 * select them all, and again to look for a single one after a sort. This knows their places, and
 * by the table's own numbers and ids where they went. */
struct _ComptoirTableSelection
{
  GObject parent_instance;

  ComptoirTableModel *model;
  GtkBitset *selected;
  ComptoirTable *table; /* (nullable): the one that "kept" is of */
  GArray *kept;         /* (element-type guint): the rows that were selected last */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirTableSelection,
                               comptoir_table_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

/* (transfer full) (nullable): what a row is known by in the table that replaces this one */
static char *
dup_id (ComptoirTable *table, guint row)
{
  const char *text;
  gsize length;
  guint column;

  if (!comptoir_table_find_column (table, "id", &column))
    return NULL;
  comptoir_table_get_cell (table, row, column, &text, &length);
  return text != NULL ? g_strndup (text, length) : NULL;
}

static gboolean
find_again (ComptoirTableSelection *self, ComptoirTable *table, guint row, guint *position)
{
  ComptoirDataset *dataset = comptoir_table_model_get_dataset (self->model);

  if (comptoir_dataset_get_table (dataset) != table)
    {
      g_autofree char *id = dup_id (table, row);

      if (id == NULL || !comptoir_dataset_find_row (dataset, id, &row))
        return FALSE;
    }
  return comptoir_table_model_find_position (self->model, row, position);
}

static void
keep (ComptoirTableSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_set_object (&self->table,
                comptoir_dataset_get_table (comptoir_table_model_get_dataset (self->model)));
  g_array_set_size (self->kept, 0);
  if (gtk_bitset_get_size (self->selected) > MAX_KEPT
      || !gtk_bitset_iter_init_first (&iter, self->selected, &position))
    return;
  do
    {
      guint row = comptoir_table_model_get_row_index (self->model, position);

      g_array_append_val (self->kept, row);
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

static void
on_items_changed (ComptoirTableSelection *self, guint position, guint removed, guint added)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  for (guint i = 0; i < self->kept->len; i++)
    {
      guint place;

      /* None is missing where rows are only added, as they are while they stream in. */
      if (gtk_bitset_get_size (self->selected) == self->kept->len)
        break;
      if (find_again (self, self->table, g_array_index (self->kept, guint, i), &place))
        gtk_bitset_add (self->selected, place);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
get_item_type (GListModel *list)
{
  return COMPTOIR_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (COMPTOIR_TABLE_SELECTION (list)->model));
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (COMPTOIR_TABLE_SELECTION (list)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (COMPTOIR_TABLE_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (COMPTOIR_TABLE_SELECTION (model)->selected);
}

/* Every other way of selecting comes down to this one. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  ComptoirTableSelection *self = COMPTOIR_TABLE_SELECTION (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) after = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint first, last;

  gtk_bitset_intersect (added, mask);
  gtk_bitset_subtract (after, mask);
  gtk_bitset_union (after, added);
  gtk_bitset_remove_range (after, n, G_MAXUINT - n);
  gtk_bitset_difference (changes, after);
  if (gtk_bitset_is_empty (changes))
    return TRUE;
  /* Whoever was given the old set keeps it as it was. */
  gtk_bitset_unref (self->selected);
  self->selected = g_steal_pointer (&after);
  keep (self);
  first = gtk_bitset_get_minimum (changes);
  last = gtk_bitset_get_maximum (changes);
  gtk_selection_model_selection_changed (model, first, last - first + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
comptoir_table_selection_finalize (GObject *object)
{
  ComptoirTableSelection *self = COMPTOIR_TABLE_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->table);
  gtk_bitset_unref (self->selected);
  g_array_unref (self->kept);
  G_OBJECT_CLASS (comptoir_table_selection_parent_class)->finalize (object);
}

static void
comptoir_table_selection_class_init (ComptoirTableSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_table_selection_finalize;
}

static void
comptoir_table_selection_init (ComptoirTableSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * comptoir_table_selection_new:
 * @model: the rows to select from
 *
 * Selected rows stay selected where a sort, a filter or a refresh puts them, as long as they are
 * not very many; one that a filter hides is selected again when it comes back.
 */
ComptoirTableSelection *
comptoir_table_selection_new (ComptoirTableModel *model)
{
  ComptoirTableSelection *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (model), NULL);

  self = g_object_new (COMPTOIR_TYPE_TABLE_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * comptoir_table_selection_find_row:
 * @row: a row of the model's table, or of one it had before
 * @position: (out): its place now
 *
 * Returns: whether the row is still there and shown
 */
gboolean
comptoir_table_selection_find_row (ComptoirTableSelection *self, ComptoirRow *row, guint *position)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_SELECTION (self), FALSE);
  g_return_val_if_fail (COMPTOIR_IS_ROW (row), FALSE);

  return find_again (self, comptoir_row_get_table (row), comptoir_row_get_index (row), position);
}
