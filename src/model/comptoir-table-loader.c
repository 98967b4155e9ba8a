/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-loader.h"

/* Milliseconds between two notifications: a frame at 60 Hz. */
#define NOTIFY_INTERVAL 16

/* Fed to the reader at once, so that rows of one large block show before all of it is read. */
#define FEED_SIZE (256 * 1024)

/* Kept of what can't be read, to be shown to a person. */
#define KEEP_UNREADABLE (1024 * 1024)

/* What the thread and the object share; the one who lets go last frees it. */
typedef struct
{
  gatomicrefcount ref_count;
  GAsyncQueue *queue; /* GBytes; the end is marked by the queue itself */
  GMainContext *context;
  ComptoirTable *table;
  ComptoirTableFormat format;
  gsize keep;
  int cancelled;      /* atomic */
  int failed;         /* atomic */
  int notify_pending; /* atomic */
  GWeakRef loader;
} Work;

/* What the thread hands back at the end. */
typedef struct
{
  GBytes *kept;
  GError *error;
} Outcome;

struct _ComptoirTableLoader
{
  GObject parent_instance;

  Work *work;
  GTask *task; /* set by close, taken by the end of the thread */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (ComptoirTableLoader, comptoir_table_loader, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static Work *
work_ref (Work *work)
{
  g_atomic_ref_count_inc (&work->ref_count);
  return work;
}

static void
work_unref (Work *work)
{
  if (!g_atomic_ref_count_dec (&work->ref_count))
    return;
  g_async_queue_unref (work->queue);
  g_main_context_unref (work->context);
  g_object_unref (work->table);
  g_weak_ref_clear (&work->loader);
  g_free (work);
}

static void
outcome_free (Outcome *outcome)
{
  g_clear_pointer (&outcome->kept, g_bytes_unref);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static gboolean
is_cancelled (Work *work)
{
  return g_atomic_int_get (&work->cancelled) != 0;
}

static gboolean
on_notify (gpointer data)
{
  Work *work = data;
  g_autoptr (ComptoirTableLoader) self = g_weak_ref_get (&work->loader);

  g_atomic_int_set (&work->notify_pending, 0);
  if (self != NULL && !is_cancelled (work))
    g_signal_emit (self, signals[PROGRESS], 0);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(), which may call on this thread. */
static void
call_after (Work *work, guint interval, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_timeout_source_new (interval);

  g_source_set_static_name (source, "[comptoir] table loader");
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, work->context);
}

/* One notification is on its way at most. */
static void
notify_soon (Work *work)
{
  if (g_atomic_int_compare_and_exchange (&work->notify_pending, 0, 1))
    call_after (work, NOTIFY_INTERVAL, on_notify, work_ref (work), (GDestroyNotify) work_unref);
}

typedef struct
{
  Work *work;
  Outcome *outcome;
} Ending;

static void
ending_free (Ending *ending)
{
  g_clear_pointer (&ending->outcome, outcome_free);
  work_unref (ending->work);
  g_free (ending);
}

static gboolean
on_ended (gpointer data)
{
  Ending *ending = data;
  g_autoptr (ComptoirTableLoader) self = g_weak_ref_get (&ending->work->loader);
  g_autoptr (GTask) task = NULL;

  if (self == NULL || is_cancelled (ending->work))
    return G_SOURCE_REMOVE;
  task = g_steal_pointer (&self->task);
  if (task != NULL)
    g_task_return_pointer (task, g_steal_pointer (&ending->outcome), (GDestroyNotify) outcome_free);
  return G_SOURCE_REMOVE;
}

static void
keep_bytes (Work *work, GByteArray *kept, const char *data, gsize length)
{
  gsize most
      = g_atomic_int_get (&work->failed) != 0 ? MIN (work->keep, KEEP_UNREADABLE) : work->keep;

  if (kept->len < most)
    g_byte_array_append (kept, (const guint8 *) data, (guint) MIN (length, most - kept->len));
}

static void
read_bytes (Work *work,
            ComptoirTableReader *reader,
            GByteArray *kept,
            GBytes *bytes,
            GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size && !is_cancelled (work); at += FEED_SIZE)
    {
      gsize length = MIN (size - at, FEED_SIZE);

      keep_bytes (work, kept, data + at, length);
      if (g_atomic_int_get (&work->failed) == 0
          && !comptoir_table_reader_feed (reader, data + at, length, error))
        g_atomic_int_set (&work->failed, 1);
      notify_soon (work);
    }
}

static gpointer
read_thread (gpointer data)
{
  Work *work = data;
  g_autoptr (ComptoirTableReader) reader = comptoir_table_reader_new (work->table, work->format);
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;
  Ending *ending;

  /* The queue itself is the mark of the end: it is never among the bytes. */
  while ((gpointer) (bytes = g_async_queue_pop (work->queue)) != (gpointer) work->queue)
    {
      read_bytes (work, reader, kept, bytes, g_atomic_int_get (&work->failed) ? NULL : &error);
      g_bytes_unref (bytes);
    }

  if (!is_cancelled (work))
    {
      if (g_atomic_int_get (&work->failed) == 0 && !comptoir_table_reader_finish (reader, &error))
        g_atomic_int_set (&work->failed, 1);
      if (g_atomic_int_get (&work->failed) != 0 && kept->len > KEEP_UNREADABLE)
        g_byte_array_set_size (kept, KEEP_UNREADABLE);

      ending = g_new0 (Ending, 1);
      ending->work = work_ref (work);
      ending->outcome = g_new0 (Outcome, 1);
      ending->outcome->error = g_steal_pointer (&error);
      ending->outcome->kept = g_byte_array_free_to_bytes (g_steal_pointer (&kept));
      call_after (work, 0, on_ended, ending, (GDestroyNotify) ending_free);
    }
  work_unref (work);
  return NULL;
}

static void
close_queue (ComptoirTableLoader *self)
{
  if (self->closed)
    return;
  self->closed = TRUE;
  g_async_queue_push (self->work->queue, self->work->queue);
}

static void
queue_item_free (gpointer item)
{
  g_bytes_unref (item);
}

static void
comptoir_table_loader_finalize (GObject *object)
{
  ComptoirTableLoader *self = COMPTOIR_TABLE_LOADER (object);

  g_atomic_int_set (&self->work->cancelled, 1);
  close_queue (self);
  work_unref (self->work);

  G_OBJECT_CLASS (comptoir_table_loader_parent_class)->finalize (object);
}

static void
comptoir_table_loader_class_init (ComptoirTableLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_table_loader_finalize;

  /**
   * ComptoirTableLoader::progress:
   *
   * There are more rows, or comptoir_table_loader_get_failed() has become true.
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_table_loader_init (ComptoirTableLoader *self)
{
}

/**
 * comptoir_table_loader_new:
 * @resource: (nullable): the resource's name, for the table
 * @keep: most bytes of the input to keep and hand back at the end
 *
 * Returns: (transfer full): a loader whose thread waits for bytes
 */
ComptoirTableLoader *
comptoir_table_loader_new (const char *resource, ComptoirTableFormat format, gsize keep)
{
  ComptoirTableLoader *self = g_object_new (COMPTOIR_TYPE_TABLE_LOADER, NULL);
  Work *work = g_new0 (Work, 1);

  g_atomic_ref_count_init (&work->ref_count);
  work->queue = g_async_queue_new_full (queue_item_free);
  work->context = g_main_context_ref_thread_default ();
  work->table = comptoir_table_new (resource);
  work->format = format;
  work->keep = MIN (keep, G_MAXUINT);
  g_weak_ref_init (&work->loader, self);
  self->work = work;
  g_thread_unref (g_thread_new ("table-loader", read_thread, work_ref (work)));
  return self;
}

/**
 * comptoir_table_loader_get_table:
 *
 * Returns: (transfer none): the table, which grows while bytes are read
 */
ComptoirTable *
comptoir_table_loader_get_table (ComptoirTableLoader *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_LOADER (self), NULL);

  return self->work->table;
}

/**
 * comptoir_table_loader_get_failed:
 *
 * Whether the bytes so far can't be read: more of them won't help. The reason comes with
 * comptoir_table_loader_close_finish().
 */
gboolean
comptoir_table_loader_get_failed (ComptoirTableLoader *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE_LOADER (self), FALSE);

  return g_atomic_int_get (&self->work->failed) != 0;
}

void
comptoir_table_loader_push (ComptoirTableLoader *self, GBytes *bytes)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_LOADER (self));
  g_return_if_fail (bytes != NULL && !self->closed);

  g_async_queue_push (self->work->queue, g_bytes_ref (bytes));
}

/**
 * comptoir_table_loader_close_async:
 *
 * There are no more bytes: completes when all of them are read. Once only.
 */
void
comptoir_table_loader_close_async (ComptoirTableLoader *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (COMPTOIR_IS_TABLE_LOADER (self));
  g_return_if_fail (self->task == NULL && !self->closed);

  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, comptoir_table_loader_close_async);
  close_queue (self);
}

/**
 * comptoir_table_loader_close_finish:
 * @kept: (out) (optional): the input as it came, as much of it as was to be kept; the first
 *   mebibyte at most when it could not be read
 *
 * Returns: whether all was read; if not, the rows before the fault are in the table. The error is
 *   of %COMPTOIR_FORMAT_ERROR, or %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_table_loader_close_finish (ComptoirTableLoader *self,
                                    GAsyncResult *result,
                                    GBytes **kept,
                                    GError **error)
{
  Outcome *outcome;
  gboolean read;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&outcome->kept);
  read = outcome->error == NULL;
  if (!read)
    g_propagate_error (error, g_steal_pointer (&outcome->error));
  outcome_free (outcome);
  return read;
}

/**
 * comptoir_table_loader_cancel:
 *
 * Stops reading soon. A close under way ends with %G_IO_ERROR_CANCELLED.
 */
void
comptoir_table_loader_cancel (ComptoirTableLoader *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COMPTOIR_IS_TABLE_LOADER (self));

  g_atomic_int_set (&self->work->cancelled, 1);
  close_queue (self);
  task = g_steal_pointer (&self->task);
  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}
