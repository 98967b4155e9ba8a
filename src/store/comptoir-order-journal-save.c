/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-journal-private.h"

/* The text of a save that waits for the disk is as good as never asked for. */
static gboolean
join_waiting (ComptoirOrderJournal *self, ComptoirOrderRecord *typed, GTask *task)
{
  ComptoirOrderSave *save;

  g_mutex_lock (&self->mutex);
  save = typed->id != 0 ? g_hash_table_lookup (self->waiting, &typed->id) : NULL;
  if (save != NULL)
    {
      g_free (save->typed->draft);
      g_free (save->typed->title);
      g_free (save->typed->total);
      save->typed->draft = g_steal_pointer (&typed->draft);
      save->typed->title = g_steal_pointer (&typed->title);
      save->typed->total = g_steal_pointer (&typed->total);
      g_ptr_array_add (save->tasks, g_object_ref (task));
    }
  g_mutex_unlock (&self->mutex);
  return save != NULL;
}

static void
push_save (ComptoirOrderJournal *self, ComptoirOrderRecord *typed, GTask *task)
{
  ComptoirOrderSave *save = g_new0 (ComptoirOrderSave, 1);

  save->journal = g_object_ref (self);
  save->typed = typed;
  save->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (save->tasks, g_object_ref (task));
  if (typed->id != 0)
    {
      g_mutex_lock (&self->mutex);
      g_hash_table_insert (self->waiting, &save->typed->id, save);
      g_mutex_unlock (&self->mutex);
    }
  comptoir_worker_push (self->worker, comptoir_order_journal_run_save, save);
}

/**
 * comptoir_order_journal_save_async:
 * @id: the entry's id, or 0 for a new one; wait for its id before saving it again
 * @account: the account's id
 * @draft: what was typed, UTF-8
 * @title: a line to tell it by
 * @total: (nullable): decimal text with a point
 *
 * Saves what was typed; a refused order becomes a draft again. It isn't cancelled, @cancellable
 * only ends the waiting for it.
 */
void
comptoir_order_journal_save_async (ComptoirOrderJournal *self,
                                   gint64 id,
                                   const char *account,
                                   const char *draft,
                                   const char *title,
                                   const char *total,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (ComptoirOrderRecord) typed = NULL;

  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));
  g_return_if_fail (id >= 0);
  g_return_if_fail (account != NULL && draft != NULL && title != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_order_journal_save_async);
  typed = g_new0 (ComptoirOrderRecord, 1);
  typed->id = id;
  typed->account = g_strdup (account);
  typed->draft = g_strdup (draft);
  typed->title = g_strdup (title);
  typed->total = g_strdup (total);
  if (!join_waiting (self, typed, task))
    push_save (self, g_steal_pointer (&typed), task);
}

/**
 * comptoir_order_journal_save_finish:
 * @reference: (out) (optional) (transfer full): the entry's reference
 * @error: %COMPTOIR_STORE_ERROR_BUSY where it is neither a draft nor refused,
 *   %COMPTOIR_STORE_ERROR_NOT_FOUND where it was thrown away, another error of the store
 *
 * Returns: the entry's id; 0 where it isn't saved
 */
gint64
comptoir_order_journal_save_finish (ComptoirOrderJournal *self,
                                    GAsyncResult *result,
                                    char **reference,
                                    GError **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_order_journal_save_async), 0);

  id = g_task_propagate_int (G_TASK (result), error);
  if (reference != NULL)
    *reference = id > 0 ? g_strdup (g_task_get_task_data (G_TASK (result))) : NULL;
  return MAX (id, 0);
}
