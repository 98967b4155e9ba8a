/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-model-private.h"

/* Milliseconds before the same question is put again while rows stream in. */
#define STREAM_INTERVAL 250

/* What a worker thread is given. */
typedef struct
{
  ComptoirTableQuery *query;
  ComptoirTableQuery *before; /* (nullable) */
  GArray *rows;               /* (nullable) */
  ComptoirSearchText *text;   /* (nullable): replaced by what the thread made */
} Job;

static void
job_free (Job *job)
{
  comptoir_table_query_unref (job->query);
  g_clear_pointer (&job->before, comptoir_table_query_unref);
  g_clear_pointer (&job->rows, g_array_unref);
  g_clear_pointer (&job->text, comptoir_search_text_unref);
  g_free (job);
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
  while (*n_first < n_both
         && comptoir_table_model_row_at (old_rows, *n_first)
                == comptoir_table_model_row_at (new_rows, *n_first))
    (*n_first)++;
  while (*n_last < n_both - *n_first
         && comptoir_table_model_row_at (old_rows, n_old - 1 - *n_last)
                == comptoir_table_model_row_at (new_rows, n_new - 1 - *n_last))
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
    g_object_notify (G_OBJECT (self), "n-items");
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
    g_object_notify (G_OBJECT (self), "busy");
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
void
comptoir_table_model_ask (ComptoirTableModel *self)
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
  comptoir_table_model_ask (self);
  return G_SOURCE_REMOVE;
}

/* The dataset's table is another, or has grown. */
void
comptoir_table_model_follow_rows (ComptoirTableModel *self)
{
  ComptoirDataset *dataset = self->dataset;
  ComptoirTable *table = comptoir_dataset_get_table (dataset);
  gboolean grown = self->asked != NULL && table == comptoir_table_query_get_table (self->asked);

  if (self->asked == NULL && table == NULL)
    return;
  if (grown
      && comptoir_dataset_get_n_rows (dataset) == comptoir_table_query_get_n_rows (self->asked))
    return;
  if (!grown || !comptoir_dataset_get_loading (dataset)
      || comptoir_table_query_is_plain (self->asked))
    comptoir_table_model_ask (self);
  else if (self->stream_timeout == 0)
    self->stream_timeout = g_timeout_add (STREAM_INTERVAL, on_stream_timeout, self);
}

/* What references are called may have changed. */
void
comptoir_table_model_follow_references (ComptoirTableModel *self)
{
  if (self->asked == NULL || !comptoir_table_query_uses_references (self->asked))
    return;
  set_answered (self, NULL);
  g_clear_pointer (&self->text, comptoir_search_text_unref);
  comptoir_table_model_ask (self);
}
