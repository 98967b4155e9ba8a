/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-channel.h"

#include <gio/gunixfdlist.h>

#include "comptoir-pdf-protocol.h"

#define DEADLINE 20000 /* ms */

typedef struct
{
  const char *method;
  GVariant *parameters;
  GVariantType *reply_type;
  GUnixFDList *files; /* (nullable): those sent, then those that came */
  int priority;
} Call;

struct _ComptoirPdfChannel
{
  GObject parent_instance;

  GDBusConnection *connection;
  GSubprocess *process;
  GQueue waiting; /* GTask, the most urgent first */
  gboolean busy;
  guint deadline; /* ms */
  GError *error;
};

G_DEFINE_FINAL_TYPE (ComptoirPdfChannel, comptoir_pdf_channel, G_TYPE_OBJECT)

static guint failed_signal;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_variant_unref (call->parameters);
  g_variant_type_free (call->reply_type);
  g_clear_object (&call->files);
  g_free (call);
}

/* Never equal: what came first stays first. */
static int
compare_priorities (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Call *first = g_task_get_task_data (G_TASK (a));
  const Call *second = g_task_get_task_data (G_TASK (b));

  return first->priority <= second->priority ? -1 : 1;
}

/* Says once what the helper ended of, and tells all who wait for it. */
static void
fail (ComptoirPdfChannel *self, ComptoirPdfError code)
{
  g_autoptr (ComptoirPdfChannel) alive = g_object_ref (self);
  GTask *task;

  if (self->error != NULL)
    return;
  self->error = g_error_new (COMPTOIR_PDF_ERROR, (int) code, "The helper %s",
                             code == COMPTOIR_PDF_ERROR_HANGING ? "gave no answer" : "ended");
  g_subprocess_force_exit (self->process);
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_task_return_error (task, g_error_copy (self->error));
      g_object_unref (task);
    }
  g_signal_emit (self, failed_signal, 0, self->error);
}

static void send_next (ComptoirPdfChannel *self);

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirPdfChannel *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source),
                                                                     &files, result, &error);

  self->busy = FALSE;
  g_set_object (&call->files, files);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    fail (self, COMPTOIR_PDF_ERROR_HANGING);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    fail (self, COMPTOIR_PDF_ERROR_ENDED);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) g_variant_unref);
  else if (self->error != NULL)
    g_task_return_error (task, g_error_copy (self->error));
  else
    g_task_return_error (task, g_steal_pointer (&error));
  send_next (self);
}

/* A call that was given up before it was sent is left out; one that is on its way is waited for,
 * since the helper can do nothing else meanwhile. */
static void
send_next (ComptoirPdfChannel *self)
{
  while (!self->busy && self->error == NULL)
    {
      g_autoptr (GTask) task = g_queue_pop_head (&self->waiting);
      Call *call;

      if (task == NULL)
        return;
      if (g_task_return_error_if_cancelled (task))
        continue;
      call = g_task_get_task_data (task);
      self->busy = TRUE;
      g_dbus_connection_call_with_unix_fd_list (
          self->connection, NULL, COMPTOIR_PDF_OBJECT_PATH, COMPTOIR_PDF_INTERFACE, call->method,
          call->parameters, call->reply_type, G_DBUS_CALL_FLAGS_NONE, (int) self->deadline,
          call->files, NULL, on_reply, g_object_ref (task));
    }
}

static void
on_closed (ComptoirPdfChannel *self)
{
  fail (self, COMPTOIR_PDF_ERROR_ENDED);
}

static void
comptoir_pdf_channel_dispose (GObject *object)
{
  ComptoirPdfChannel *self = COMPTOIR_PDF_CHANNEL (object);

  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_func (self->connection, on_closed, self);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->connection);
  g_clear_object (&self->process);

  G_OBJECT_CLASS (comptoir_pdf_channel_parent_class)->dispose (object);
}

static void
comptoir_pdf_channel_finalize (GObject *object)
{
  ComptoirPdfChannel *self = COMPTOIR_PDF_CHANNEL (object);

  g_clear_error (&self->error);

  G_OBJECT_CLASS (comptoir_pdf_channel_parent_class)->finalize (object);
}

static void
comptoir_pdf_channel_class_init (ComptoirPdfChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_pdf_channel_dispose;
  object_class->finalize = comptoir_pdf_channel_finalize;

  /* Replies are only read as errors of the domain once GDBus knows it. */
  comptoir_pdf_error_quark ();

  failed_signal = g_signal_new ("failed", COMPTOIR_TYPE_PDF_CHANNEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
comptoir_pdf_channel_init (ComptoirPdfChannel *self)
{
  self->deadline = DEADLINE;
  g_queue_init (&self->waiting);
}

/**
 * comptoir_pdf_channel_new:
 * @connection: to a helper that runs
 * @process: the helper, which ends with the channel
 *
 * Returns: (transfer full): a new channel
 */
ComptoirPdfChannel *
comptoir_pdf_channel_new (GDBusConnection *connection, GSubprocess *process)
{
  ComptoirPdfChannel *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection) && G_IS_SUBPROCESS (process), NULL);

  self = g_object_new (COMPTOIR_TYPE_PDF_CHANNEL, NULL);
  self->connection = g_object_ref (connection);
  self->process = g_object_ref (process);
  g_signal_connect_object (connection, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  if (g_dbus_connection_is_closed (connection))
    fail (self, COMPTOIR_PDF_ERROR_ENDED);

  return self;
}

/**
 * comptoir_pdf_channel_set_deadline:
 * @self: a channel
 * @milliseconds: how long each of the calls to come may take before the helper is ended
 */
void
comptoir_pdf_channel_set_deadline (ComptoirPdfChannel *self, guint milliseconds)
{
  g_return_if_fail (COMPTOIR_IS_PDF_CHANNEL (self));
  g_return_if_fail (milliseconds > 0 && milliseconds < G_MAXINT);

  self->deadline = milliseconds;
}

/**
 * comptoir_pdf_channel_end:
 * @self: a channel
 *
 * Ends the helper, whatever it is doing. Calls on their way end with an error.
 */
void
comptoir_pdf_channel_end (ComptoirPdfChannel *self)
{
  g_return_if_fail (COMPTOIR_IS_PDF_CHANNEL (self));

  g_subprocess_force_exit (self->process);
}

/**
 * comptoir_pdf_channel_get_error:
 * @self: a channel
 *
 * Returns: (nullable): what the helper ended of, %NULL while it runs
 */
const GError *
comptoir_pdf_channel_get_error (ComptoirPdfChannel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_CHANNEL (self), NULL);

  return self->error;
}

/**
 * comptoir_pdf_channel_get_identifier:
 * @self: a channel
 *
 * Returns: (nullable): the number of the process, %NULL when it has ended
 */
const char *
comptoir_pdf_channel_get_identifier (ComptoirPdfChannel *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_CHANNEL (self), NULL);

  return g_subprocess_get_identifier (self->process);
}

/**
 * comptoir_pdf_channel_call_async:
 * @self: a channel
 * @method: (not nullable): a name that stays: a method of comptoir-pdf-service.xml
 * @parameters: (transfer floating): its arguments
 * @reply_type: the type of a good reply; another one is an error
 * @file: (transfer full): a file descriptor that handle 0 among the arguments means, or -1
 * @priority: calls with a lower one go first, equal ones in the order they came
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Calls the helper as soon as it has nothing more urgent to do.
 */
void
comptoir_pdf_channel_call_async (ComptoirPdfChannel *self,
                                 const char *method,
                                 GVariant *parameters,
                                 const char *reply_type,
                                 int file,
                                 int priority,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Call *call;

  g_return_if_fail (COMPTOIR_IS_PDF_CHANNEL (self));
  g_return_if_fail (method != NULL && parameters != NULL && reply_type != NULL);

  call = g_new0 (Call, 1);
  call->method = method;
  call->parameters = g_variant_ref_sink (parameters);
  call->reply_type = g_variant_type_new (reply_type);
  call->priority = priority;
  if (file >= 0)
    call->files = g_unix_fd_list_new_from_array (&file, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_channel_call_async);
  g_task_set_task_data (task, call, call_free);
  if (self->error != NULL)
    {
      g_task_return_error (task, g_error_copy (self->error));
      g_object_unref (task);
      return;
    }
  g_queue_insert_sorted (&self->waiting, task, compare_priorities, NULL);
  send_next (self);
}

/**
 * comptoir_pdf_channel_call_finish:
 * @self: a channel
 * @result: from the callback
 * @files: (out) (optional) (nullable) (transfer full): file descriptors that came along
 *
 * Returns: (transfer full) (nullable): the reply, of the type asked for
 */
GVariant *
comptoir_pdf_channel_call_finish (ComptoirPdfChannel *self,
                                  GAsyncResult *result,
                                  GUnixFDList **files,
                                  GError **error)
{
  Call *call;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  call = g_task_get_task_data (G_TASK (result));
  if (files != NULL)
    *files = g_steal_pointer (&call->files);

  return g_task_propagate_pointer (G_TASK (result), error);
}
