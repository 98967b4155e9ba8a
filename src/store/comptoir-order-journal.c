/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-journal-private.h"

G_DEFINE_FINAL_TYPE (ComptoirOrderJournal, comptoir_order_journal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
request_free (gpointer data)
{
  ComptoirOrderRequest *request = data;

  g_free (request->text);
  g_free (request->number);
  g_free (request);
}

static void
comptoir_order_journal_finalize (GObject *object)
{
  ComptoirOrderJournal *self = COMPTOIR_ORDER_JOURNAL (object);

  comptoir_worker_push (self->worker, comptoir_order_journal_run_close, self->backend);
  g_clear_pointer (&self->worker, comptoir_worker_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (comptoir_order_journal_parent_class)->finalize (object);
}

static void
comptoir_order_journal_get_property (GObject *object,
                                     guint property_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  ComptoirOrderJournal *self = COMPTOIR_ORDER_JOURNAL (object);

  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_order_journal_class_init (ComptoirOrderJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = comptoir_order_journal_finalize;
  object_class->get_property = comptoir_order_journal_get_property;

  properties[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ComptoirOrderJournal::changed:
   * @id: of the entry
   *
   * An entry was made, saved, thrown away, claimed or settled by this journal, or found abandoned.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
comptoir_order_journal_init (ComptoirOrderJournal *self)
{
  g_mutex_init (&self->mutex);
  self->waiting = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->context = g_main_context_ref_thread_default ();
  self->worker = comptoir_worker_new ("order-journal");
}

/* Saves asked for later come after what is pushed now. */
static void
push (ComptoirOrderJournal *self, gint64 id, ComptoirWorkerFunc func, GTask *task)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->waiting, &id);
  g_mutex_unlock (&self->mutex);
  comptoir_worker_push (self->worker, func, task);
}

static GTask *
create_task (ComptoirOrderJournal *self,
             gpointer tag,
             gint64 id,
             const char *text,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ComptoirOrderRequest *request = g_new0 (ComptoirOrderRequest, 1);

  request->id = id;
  request->text = g_strdup (text);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  return task;
}

static gboolean
finish_boolean (ComptoirOrderJournal *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
comptoir_order_journal_set_problem (ComptoirOrderJournal *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
comptoir_order_journal_emit_changed (ComptoirOrderJournal *self, gint64 id)
{
  g_signal_emit (self, signals[CHANGED], 0, id);
}

/**
 * comptoir_order_journal_new:
 * @store: the store in whose folder it is
 *
 * Begins to open the journal on its own thread. Never fails: where it can't be opened, what is
 * asked of it does.
 *
 * Returns: (transfer full): a journal
 */
ComptoirOrderJournal *
comptoir_order_journal_new (ComptoirStore *store)
{
  ComptoirOrderJournal *self;

  g_return_val_if_fail (COMPTOIR_IS_STORE (store), NULL);

  self = g_object_new (COMPTOIR_TYPE_ORDER_JOURNAL, NULL);
  self->backend = g_new0 (ComptoirOrderBackend, 1);
  self->backend->folder = g_strdup (comptoir_store_get_folder (store));
  comptoir_worker_push (self->worker, comptoir_order_journal_run_open, g_object_ref (self));
  return self;
}

/**
 * comptoir_order_journal_get_problem:
 *
 * Returns: (transfer none) (nullable): a sentence to show
 */
const char *
comptoir_order_journal_get_problem (ComptoirOrderJournal *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self), NULL);

  return self->problem;
}

/**
 * comptoir_order_journal_flush:
 *
 * Waits until all that was asked for so far is on the disk, or has failed. Blocks: for the end of
 * the program.
 */
void
comptoir_order_journal_flush (ComptoirOrderJournal *self)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));

  comptoir_worker_flush (self->worker);
}

/**
 * comptoir_order_journal_list_async:
 * @account: the account's id
 *
 * Asks for all entries of an account.
 */
void
comptoir_order_journal_list_async (ComptoirOrderJournal *self,
                                   const char *account,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));
  g_return_if_fail (account != NULL);

  comptoir_worker_push (self->worker, comptoir_order_journal_run_list,
                        create_task (self, comptoir_order_journal_list_async, 0, account,
                                     cancellable, callback, user_data));
}

/**
 * comptoir_order_journal_list_finish:
 * @error: an error of the store
 *
 * Returns: (transfer full) (nullable) (element-type ComptoirOrderRecord): newest first
 */
GPtrArray *
comptoir_order_journal_list_finish (ComptoirOrderJournal *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_order_journal_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_order_journal_discard_async:
 *
 * Throws a draft or a refused order away.
 */
void
comptoir_order_journal_discard_async (ComptoirOrderJournal *self,
                                      gint64 id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));
  g_return_if_fail (id > 0);

  push (self, id, comptoir_order_journal_run_discard,
        create_task (self, comptoir_order_journal_discard_async, id, NULL, cancellable, callback,
                     user_data));
}

/**
 * comptoir_order_journal_discard_finish:
 * @error: as for comptoir_order_journal_save_finish()
 */
gboolean
comptoir_order_journal_discard_finish (ComptoirOrderJournal *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  return finish_boolean (self, result, comptoir_order_journal_discard_async, error);
}

/**
 * comptoir_order_journal_claim_async:
 * @sent: the form body that is about to go out, with *** in the place of the key
 *
 * Claims a draft or a refused order for sending. Cancelled before it has begun it does nothing;
 * once it is done it isn't undone.
 */
void
comptoir_order_journal_claim_async (ComptoirOrderJournal *self,
                                    gint64 id,
                                    const char *sent,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));
  g_return_if_fail (id > 0 && sent != NULL);

  task = create_task (self, comptoir_order_journal_claim_async, id, sent, cancellable, callback,
                      user_data);
  /* Whoever claimed an order must hear of it. */
  g_task_set_check_cancellable (task, FALSE);
  push (self, id, comptoir_order_journal_run_claim, task);
}

/**
 * comptoir_order_journal_claim_finish:
 * @error: %COMPTOIR_STORE_ERROR_BUSY where somebody else has it or it is no draft,
 *   %G_IO_ERROR_CANCELLED, another error of the store
 *
 * Returns: whether it is claimed, and that is on the disk
 */
gboolean
comptoir_order_journal_claim_finish (ComptoirOrderJournal *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  return finish_boolean (self, result, comptoir_order_journal_claim_async, error);
}

/**
 * comptoir_order_journal_settle_async:
 * @state: accepted, refused, unknown or draft after sending; accepted or draft after unknown
 * @number: (nullable): the order's number at the service
 * @answer: (nullable): what came back, or why nothing did; %NULL leaves what is there
 *
 * Notes what became of an order that this journal claimed, or what the person decided about an
 * unknown one. Once asked for it isn't cancelled.
 */
void
comptoir_order_journal_settle_async (ComptoirOrderJournal *self,
                                     gint64 id,
                                     ComptoirOrderState state,
                                     const char *number,
                                     const char *answer,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  ComptoirOrderRequest *request;

  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (self));
  g_return_if_fail (id > 0);
  g_return_if_fail ((guint) state <= COMPTOIR_ORDER_STATE_UNKNOWN);

  task = create_task (self, comptoir_order_journal_settle_async, id, answer, cancellable, callback,
                      user_data);
  g_task_set_check_cancellable (task, FALSE);
  request = g_task_get_task_data (task);
  request->state = state;
  request->number = g_strdup (number);
  push (self, id, comptoir_order_journal_run_settle, task);
}

/**
 * comptoir_order_journal_settle_finish:
 * @error: %COMPTOIR_STORE_ERROR_BUSY where the entry isn't in a state that leads there or is being
 *   sent from elsewhere, another error of the store
 */
gboolean
comptoir_order_journal_settle_finish (ComptoirOrderJournal *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  return finish_boolean (self, result, comptoir_order_journal_settle_async, error);
}
