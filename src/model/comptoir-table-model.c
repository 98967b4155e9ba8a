/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-model-private.h"

#include "comptoir-column-values.h"

static void comptoir_table_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirTableModel,
                               comptoir_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      comptoir_table_model_list_model_init))

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_SEARCH,
  PROP_BUSY,
  PROP_N_ITEMS,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GType
comptoir_table_model_get_item_type (GListModel *model)
{
  return COMPTOIR_TYPE_ROW;
}

static guint
comptoir_table_model_get_n_items (GListModel *model)
{
  return COMPTOIR_TABLE_MODEL (model)->n_items;
}

static gpointer
comptoir_table_model_get_item (GListModel *model, guint position)
{
  ComptoirTableModel *self = COMPTOIR_TABLE_MODEL (model);

  if (position >= self->n_items)
    return NULL;
  return comptoir_row_cache_dup_row (self->cache,
                                     comptoir_table_model_row_at (self->rows, position));
}

static void
comptoir_table_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = comptoir_table_model_get_item_type;
  iface->get_n_items = comptoir_table_model_get_n_items;
  iface->get_item = comptoir_table_model_get_item;
}

static void
comptoir_table_model_get_property (GObject *object,
                                   guint property_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  ComptoirTableModel *self = COMPTOIR_TABLE_MODEL (object);

  switch (property_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->running != NULL);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_table_model_set_property (GObject *object,
                                   guint property_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SEARCH:
      comptoir_table_model_set_search (COMPTOIR_TABLE_MODEL (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_table_model_dispose (GObject *object)
{
  ComptoirTableModel *self = COMPTOIR_TABLE_MODEL (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->stream_timeout, g_source_remove);
  if (self->dataset != NULL)
    g_signal_handlers_disconnect_by_data (self->dataset, self);
  if (self->shop != NULL)
    g_signal_handlers_disconnect_by_data (self->shop, self);

  G_OBJECT_CLASS (comptoir_table_model_parent_class)->dispose (object);
}

static void
comptoir_table_model_finalize (GObject *object)
{
  ComptoirTableModel *self = COMPTOIR_TABLE_MODEL (object);

  g_clear_pointer (&self->asked, comptoir_table_query_unref);
  g_clear_pointer (&self->run, comptoir_table_query_unref);
  g_clear_pointer (&self->answered, comptoir_table_query_unref);
  g_clear_pointer (&self->cache, comptoir_row_cache_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->text, comptoir_search_text_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_object (&self->table);
  g_clear_object (&self->dataset);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (comptoir_table_model_parent_class)->finalize (object);
}

static void
comptoir_table_model_class_init (ComptoirTableModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_table_model_get_property;
  object_class->set_property = comptoir_table_model_set_property;
  object_class->dispose = comptoir_table_model_dispose;
  object_class->finalize = comptoir_table_model_finalize;

  properties[PROP_DATASET]
      = g_param_spec_object ("dataset", NULL, NULL, COMPTOIR_TYPE_DATASET, read_only);
  properties[PROP_SEARCH]
      = g_param_spec_string ("search", NULL, NULL, NULL, read_only | G_PARAM_WRITABLE);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read_only);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_table_model_init (ComptoirTableModel *self)
{
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
}

/**
 * comptoir_table_model_new:
 * @shop: (nullable): whose titles references are searched and sorted by
 *
 * Returns: (transfer full): a model of the rows of @dataset as they are and will be
 */
ComptoirTableModel *
comptoir_table_model_new (ComptoirShop *shop, ComptoirDataset *dataset)
{
  ComptoirTableModel *self;

  g_return_val_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (COMPTOIR_IS_DATASET (dataset), NULL);

  self = g_object_new (COMPTOIR_TYPE_TABLE_MODEL, NULL);
  self->dataset = g_object_ref (dataset);
  g_signal_connect_swapped (dataset, "notify::table", G_CALLBACK (comptoir_table_model_follow_rows),
                            self);
  g_signal_connect_swapped (dataset, "notify::n-rows",
                            G_CALLBACK (comptoir_table_model_follow_rows), self);
  g_signal_connect_swapped (dataset, "notify::loading",
                            G_CALLBACK (comptoir_table_model_follow_rows), self);
  if (shop != NULL)
    {
      self->shop = g_object_ref (shop);
      g_signal_connect_swapped (shop, "references-changed",
                                G_CALLBACK (comptoir_table_model_follow_references), self);
    }
  comptoir_table_model_ask (self);
  return self;
}

/**
 * comptoir_table_model_get_dataset:
 *
 * Returns: (transfer none): whose rows these are
 */
ComptoirDataset *
comptoir_table_model_get_dataset (ComptoirTableModel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), NULL);

  return self->dataset;
}

/**
 * comptoir_table_model_set_search:
 * @search: (nullable): words that must all occur somewhere in a row
 *
 * The rows change when the answer is there, see "busy".
 */
void
comptoir_table_model_set_search (ComptoirTableModel *self, const char *search)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_MODEL (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  comptoir_table_model_ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * comptoir_table_model_get_search:
 *
 * Returns: (transfer none) (nullable): what is searched for
 */
const char *
comptoir_table_model_get_search (ComptoirTableModel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), NULL);

  return self->search;
}

/**
 * comptoir_table_model_set_filters:
 * @filters: (nullable) (element-type ComptoirFilter): conditions that a row must all meet, copied
 */
void
comptoir_table_model_set_filters (ComptoirTableModel *self, GPtrArray *filters)
{
  g_autoptr (GPtrArray) copy = NULL;

  g_return_if_fail (COMPTOIR_IS_TABLE_MODEL (self));

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  for (guint i = 0; filters != NULL && i < filters->len; i++)
    g_ptr_array_add (copy, comptoir_filter_copy (g_ptr_array_index (filters, i)));
  g_ptr_array_unref (self->filters);
  self->filters = g_steal_pointer (&copy);
  comptoir_table_model_ask (self);
}

/**
 * comptoir_table_model_get_filters:
 *
 * Returns: (transfer none) (element-type ComptoirFilter): the conditions, maybe none
 */
GPtrArray *
comptoir_table_model_get_filters (ComptoirTableModel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), NULL);

  return self->filters;
}

/**
 * comptoir_table_model_set_sort:
 * @column: (nullable): a field's name; %NULL for the server's order
 * @descending: whether the greatest comes first; what is empty comes last all the same
 */
void
comptoir_table_model_set_sort (ComptoirTableModel *self, const char *column, gboolean descending)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_MODEL (self));

  descending = descending && column != NULL;
  if (g_strcmp0 (self->sort, column) == 0 && self->descending == descending)
    return;
  g_free (self->sort);
  self->sort = g_strdup (column);
  self->descending = descending;
  comptoir_table_model_ask (self);
}

/**
 * comptoir_table_model_get_sort:
 * @descending: (out) (optional): the direction
 *
 * Returns: (transfer none) (nullable): the field sorted by, %NULL for the server's order
 */
const char *
comptoir_table_model_get_sort (ComptoirTableModel *self, gboolean *descending)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), NULL);

  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

gboolean
comptoir_table_model_get_busy (ComptoirTableModel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), FALSE);

  return self->running != NULL;
}

/**
 * comptoir_table_model_get_row_index:
 * @position: below the number of items
 *
 * Returns: the number in the table of the row at @position
 */
guint
comptoir_table_model_get_row_index (ComptoirTableModel *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), 0);
  g_return_val_if_fail (position < self->n_items, 0);

  return comptoir_table_model_row_at (self->rows, position);
}

/**
 * comptoir_table_model_find_position:
 * @row: a row's number in the table
 * @position: (out): where it is
 *
 * Returns: whether the row is among those shown
 */
gboolean
comptoir_table_model_find_position (ComptoirTableModel *self, guint row, guint *position)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  if (self->rows == NULL)
    {
      *position = row;
      return row < self->n_items;
    }
  for (guint i = 0; i < self->n_items; i++)
    if (g_array_index (self->rows, guint32, i) == row)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * comptoir_table_model_dup_values:
 * @column: a field's name
 * @max: most values to give
 *
 * The distinct values of a column over all rows, whatever is searched and filtered for.
 *
 * Returns: (transfer full) (element-type ComptoirColumnValue): most frequent first; owns its values
 */
GPtrArray *
comptoir_table_model_dup_values (ComptoirTableModel *self, const char *column, guint max)
{
  ComptoirTable *table;
  guint number;

  g_return_val_if_fail (COMPTOIR_IS_TABLE_MODEL (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  table = comptoir_dataset_get_table (self->dataset);
  if (table == NULL || !comptoir_table_find_column (table, column, &number))
    return g_ptr_array_new ();
  return comptoir_column_values_count (self->shop, table,
                                       comptoir_dataset_get_n_rows (self->dataset), number, max);
}
