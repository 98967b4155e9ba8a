/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-model.h"

#include <string.h>

#include "comptoir-column-values.h"
#include "comptoir-row-cache.h"
#include "comptoir-table-query.h"

/* Milliseconds before the same question is put again while rows stream in. */
#define STREAM_INTERVAL 250

struct _ComptoirTableModel
{
  GObject parent_instance;

  ComptoirShop *shop; /* (nullable) */
  ComptoirDataset *dataset;

  char *search; /* (nullable) */
  GPtrArray *filters;
  char *sort; /* (nullable) */
  gboolean descending;

  ComptoirTableQuery *asked; /* (nullable): last put, maybe not answered yet */
  GCancellable *running;     /* (nullable): of the thread that works on it */
  ComptoirTableQuery *run;   /* (nullable): what that thread was asked */
  gboolean run_again;        /* it makes the text that the next one needs: let it */
  guint stream_timeout;      /* the dataset has grown, and will be asked about */

  /* What is shown. */
  ComptoirTableQuery *answered; /* (nullable): what the rows are the answer to */
  ComptoirTable *table;         /* (nullable) */
  GArray *rows;                 /* (nullable) guint32: the table's own order when NULL */
  ComptoirSearchText *text;     /* (nullable): the rows folded, while there is a search */
  guint n_items;
  ComptoirRowCache *cache; /* (nullable) */
};

/* What a worker thread is given. */
typedef struct
{
  ComptoirTableQuery *query;
  ComptoirTableQuery *before; /* (nullable) */
  GArray *rows;               /* (nullable) */
  ComptoirSearchText *text;   /* (nullable): replaced by what the thread made */
} Job;

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

static void
job_free (Job *job)
{
  comptoir_table_query_unref (job->query);
  g_clear_pointer (&job->before, comptoir_table_query_unref);
  g_clear_pointer (&job->rows, g_array_unref);
  g_clear_pointer (&job->text, comptoir_search_text_unref);
  g_free (job);
}

static guint32
row_at (GArray *rows, guint position)
{
  return rows != NULL ? g_array_index (rows, guint32, position) : position;
}

/* Rows that stay in place at the start, and at the end beyond those. */
static void
count_same (GArray *old_rows,
            guint n_old,
            GArray *new_rows,
            guint n_new,
            guint *n_first,
            guint *n_last)
{
  guint n_both = MIN (n_old, n_new);

  *n_first = *n_last = 0;
  if (old_rows == NULL && new_rows == NULL)
    *n_first = n_both;
  while (*n_first < n_both && row_at (old_rows, *n_first) == row_at (new_rows, *n_first))
    (*n_first)++;
  while (*n_last < n_both - *n_first
         && row_at (old_rows, n_old - 1 - *n_last) == row_at (new_rows, n_new - 1 - *n_last))
    (*n_last)++;
}

/* Shows other rows: one items-changed, and none when nothing moved. */
static void
show (ComptoirTableModel *self, ComptoirTable *table, GArray *rows, guint n_items)
{
  g_autoptr (GArray) old_rows = g_steal_pointer (&self->rows);
  guint n_old = self->n_items, n_first = 0, n_last = 0;

  if (g_set_object (&self->table, table))
    {
      g_clear_pointer (&self->cache, comptoir_row_cache_free);
      if (table != NULL)
        self->cache = comptoir_row_cache_new (table);
    }
  else
    count_same (old_rows, n_old, rows, n_items, &n_first, &n_last);

  self->rows = rows != NULL ? g_array_ref (rows) : NULL;
  self->n_items = n_items;
  if (n_first < n_old || n_first < n_items)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, n_old - n_first - n_last,
                                n_items - n_first - n_last);
  if (n_old != n_items)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
set_running (ComptoirTableModel *self, GCancellable *running, ComptoirTableQuery *query)
{
  gboolean was_busy = self->running != NULL;

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_set_object (&self->running, running);
  g_clear_pointer (&self->run, comptoir_table_query_unref);
  self->run = query != NULL ? comptoir_table_query_ref (query) : NULL;
  self->run_again = FALSE;
  if (was_busy != (running != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_answered (ComptoirTableModel *self, ComptoirTableQuery *query)
{
  g_clear_pointer (&self->answered, comptoir_table_query_unref);
  self->answered = query != NULL ? comptoir_table_query_ref (query) : NULL;
}

static void
run_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GArray *rows
      = comptoir_table_query_run (job->query, job->before, job->rows, &job->text, cancellable);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void start_job (ComptoirTableModel *self);

static void
on_job_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirTableModel) self = g_object_ref (COMPTOIR_TABLE_MODEL (object));
  Job *job = g_task_get_task_data (G_TASK (result));
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GArray) rows = g_task_propagate_pointer (G_TASK (result), NULL);

  if (rows == NULL || self->running != cancellable)
    return;
  g_clear_pointer (&self->text, comptoir_search_text_unref);
  self->text = g_steal_pointer (&job->text);
  if (self->run_again)
    {
      self->run_again = FALSE;
      start_job (self);
      return;
    }
  set_answered (self, job->query);
  show (self, comptoir_table_query_get_table (job->query), rows, rows->len);
  if (self->running == cancellable)
    set_running (self, NULL, NULL);
}

/* The first word typed makes the thread fold all rows. The next ones come before that is done, and
 * would have it start over and over if they stopped it. */
static gboolean
makes_text (ComptoirTableModel *self)
{
  return self->running != NULL && self->text == NULL && comptoir_table_query_searches (self->asked)
         && comptoir_table_query_searches (self->run)
         && comptoir_table_query_get_table (self->run)
                == comptoir_table_query_get_table (self->asked)
         && comptoir_table_query_get_n_rows (self->run)
                == comptoir_table_query_get_n_rows (self->asked);
}

static void
start_job (ComptoirTableModel *self)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (makes_text (self))
    {
      self->run_again = TRUE;
      return;
    }
  cancellable = g_cancellable_new ();
  task = g_task_new (self, cancellable, on_job_done, NULL);
  job = g_new0 (Job, 1);
  job->query = comptoir_table_query_ref (self->asked);
  if (self->answered != NULL && self->rows != NULL)
    {
      job->before = comptoir_table_query_ref (self->answered);
      job->rows = g_array_ref (self->rows);
    }
  if (comptoir_table_query_searches (self->asked) && self->text != NULL)
    job->text = comptoir_search_text_ref (self->text);
  g_task_set_source_tag (task, start_job);
  g_task_set_name (task, "[comptoir] rows of a table");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  set_running (self, cancellable, self->asked);
  g_task_run_in_thread (task, run_job);
}

/* Puts the question as it is now; a plain one is answered at once. */
static void
ask (ComptoirTableModel *self)
{
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  guint n_rows = comptoir_dataset_get_n_rows (self->dataset);

  g_clear_handle_id (&self->stream_timeout, g_source_remove);
  g_clear_pointer (&self->asked, comptoir_table_query_unref);
  if (table != NULL)
    self->asked = comptoir_table_query_new (table, n_rows, self->shop, self->search, self->filters,
                                            self->sort, self->descending);
  if (self->asked != NULL && !comptoir_table_query_is_plain (self->asked))
    {
      start_job (self);
      return;
    }
  g_clear_pointer (&self->text, comptoir_search_text_unref);
  set_answered (self, self->asked);
  show (self, table, NULL, table != NULL ? n_rows : 0);
  set_running (self, NULL, NULL);
}

static gboolean
on_stream_timeout (gpointer user_data)
{
  ComptoirTableModel *self = user_data;

  /* The last answer is shown first: asking ever anew would never show one. */
  if (self->running != NULL)
    return G_SOURCE_CONTINUE;
  self->stream_timeout = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
on_rows_changed (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirTableModel *self)
{
  ComptoirTable *table = comptoir_dataset_get_table (dataset);
  gboolean grown = self->asked != NULL && table == comptoir_table_query_get_table (self->asked);

  if (self->asked == NULL && table == NULL)
    return;
  if (grown
      && comptoir_dataset_get_n_rows (dataset) == comptoir_table_query_get_n_rows (self->asked))
    return;
  if (!grown || !comptoir_dataset_get_loading (dataset)
      || comptoir_table_query_is_plain (self->asked))
    ask (self);
  else if (self->stream_timeout == 0)
    self->stream_timeout = g_timeout_add (STREAM_INTERVAL, on_stream_timeout, self);
}

static void
on_references_changed (ComptoirShop *shop, ComptoirTableModel *self)
{
  if (self->asked == NULL || !comptoir_table_query_uses_references (self->asked))
    return;
  set_answered (self, NULL);
  g_clear_pointer (&self->text, comptoir_search_text_unref);
  ask (self);
}

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
  return comptoir_row_cache_dup_row (self->cache, row_at (self->rows, position));
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
  g_signal_connect (dataset, "notify::table", G_CALLBACK (on_rows_changed), self);
  g_signal_connect (dataset, "notify::n-rows", G_CALLBACK (on_rows_changed), self);
  g_signal_connect (dataset, "notify::loading", G_CALLBACK (on_rows_changed), self);
  if (shop != NULL)
    {
      self->shop = g_object_ref (shop);
      g_signal_connect (shop, "references-changed", G_CALLBACK (on_references_changed), self);
    }
  ask (self);
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
  ask (self);
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
  ask (self);
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
  ask (self);
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

  return row_at (self->rows, position);
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
