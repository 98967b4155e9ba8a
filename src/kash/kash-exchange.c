/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-exchange.h"

#include <glib/gi18n-lib.h>

#include "kash-deadline.h"
#include "kash-fault.h"
#include "kash-inflater.h"

#define SLICE      (64 * 1024)
#define GZIP_SLICE (8 * 1024) /* so that what it unpacks to doesn't hold up a frame */

/* An error page is read for the service's own words, no further. */
#define MAX_ERROR_PAGE (64 * 1024)

/* Windows are drawn at a higher priority than a body is read at. The headers' must be above that
 * of libsoup's own queue, which forgets a request that it begins anew while the result of the
 * first try still waits to be told (mended in libsoup 3.6). */
#define BODY_PRIORITY   G_PRIORITY_DEFAULT_IDLE
#define HEADER_PRIORITY G_PRIORITY_HIGH

struct _KashExchange
{
  GObject parent_instance;

  SoupSession *session;
  SoupMessage *message;
  guint patience; /* seconds */
  guint64 max_size;

  KashDataFunc data_func;
  gpointer data;

  GCancellable *inner;
  GSource *cancelled_source;
  KashDeadline *deadline;

  GInputStream *stream;
  KashInflater *inflater;
  guint64 received;
  gint64 expected;

  gboolean sent;
  gboolean restarted;
  gboolean broken;
};

G_DEFINE_FINAL_TYPE (KashExchange, kash_exchange, G_TYPE_OBJECT)

static void read_on (GTask *task);

static gboolean
is_success (KashExchange *self)
{
  guint status = soup_message_get_status (self->message);

  return status >= 200 && status < 300;
}

static void
note_progress (KashExchange *self)
{
  kash_deadline_note_progress (self->deadline);
}

static void
forget_sources (KashExchange *self)
{
  if (self->cancelled_source != NULL)
    g_source_destroy (self->cancelled_source);
  g_clear_pointer (&self->cancelled_source, g_source_unref);
  g_clear_pointer (&self->deadline, kash_deadline_free);
}

static void
stop (KashExchange *self)
{
  forget_sources (self);
  g_signal_handlers_disconnect_by_data (self->message, self);
}

static void
fail (GTask *task, GError *error)
{
  KashExchange *self = g_task_get_source_object (task);

  stop (self);
  /* What is left unread ends the connection, and there is no reason to wait for that. */
  if (self->stream != NULL)
    g_input_stream_close_async (self->stream, BODY_PRIORITY, NULL, NULL, NULL);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* The reply is there, whatever comes after it. */
  g_input_stream_close_finish (G_INPUT_STREAM (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Only a closed stream sets its connection free for the next request. */
static void
succeed (GTask *task)
{
  KashExchange *self = g_task_get_source_object (task);

  stop (self);
  g_input_stream_close_async (self->stream, BODY_PRIORITY, NULL, on_closed, task);
}

static void
fail_on_network (GTask *task, const GError *error)
{
  KashExchange *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GTlsCertificateFlags tls_errors = soup_message_get_tls_peer_certificate_errors (self->message);
  GError *fault = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &fault))
    {
      fail (task, fault);
      return;
    }
  if (kash_deadline_has_passed (self->deadline))
    {
      fail (task, kash_error_new (self->sent ? KASH_ERROR_NO_ANSWER : KASH_ERROR_NO_NETWORK,
                                  "deadline exceeded", NULL));
      return;
    }

  fault = kash_fault_from_network (error, self->sent, tls_errors);
  self->broken = g_error_matches (fault, KASH_ERROR, KASH_ERROR_NO_ANSWER);
  fail (task, fault);
}

static gboolean
take_decoded (GBytes *bytes, gpointer user_data, GError **error)
{
  KashExchange *self = user_data;
  gsize size = g_bytes_get_size (bytes);

  if (size == 0)
    return TRUE;

  self->received += size;
  if (is_success (self) && self->received > self->max_size)
    {
      g_autofree char *detail
          = g_strdup_printf ("more than %" G_GUINT64_FORMAT " bytes", self->max_size);

      g_propagate_error (error, kash_error_new (KASH_ERROR_TOO_LARGE, detail, NULL));
      return FALSE;
    }
  if (self->data_func != NULL)
    self->data_func (bytes, self->received, self->expected, self->data);
  return TRUE;
}

static gboolean
take (KashExchange *self, GBytes *bytes, GError **error)
{
  if (self->inflater != NULL)
    return kash_inflater_push (self->inflater, bytes, take_decoded, self, error);
  return take_decoded (bytes, self, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  KashExchange *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gboolean ended = bytes != NULL && g_bytes_get_size (bytes) == 0;

  if (bytes == NULL || g_cancellable_is_cancelled (cancellable))
    {
      /* Once the status says that it failed, it doesn't matter that its page breaks off. */
      if (is_success (self) || g_cancellable_is_cancelled (cancellable))
        fail_on_network (task, error);
      else
        succeed (task);
      return;
    }
  note_progress (self);

  if (ended && self->inflater != NULL)
    kash_inflater_end (self->inflater, &error);
  else if (!ended)
    take (self, bytes, &error);

  if (error != NULL && is_success (self))
    fail (task, g_steal_pointer (&error));
  else if (ended || error != NULL || (!is_success (self) && self->received > MAX_ERROR_PAGE))
    succeed (task);
  else
    read_on (task);
}

static void
read_on (GTask *task)
{
  KashExchange *self = g_task_get_source_object (task);

  g_input_stream_read_bytes_async (self->stream, self->inflater != NULL ? GZIP_SLICE : SLICE,
                                   BODY_PRIORITY, self->inner, on_read, task);
}

/* The reply's headers say how to read its body. */
static gboolean
prepare_body (KashExchange *self, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *encoding = soup_message_headers_get_list (headers, "Content-Encoding");

  self->expected = -1;
  if (encoding != NULL && *encoding != '\0' && g_ascii_strcasecmp (encoding, "identity") != 0)
    {
      self->inflater = kash_inflater_new (encoding, error);
      return self->inflater != NULL;
    }
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    self->expected = soup_message_headers_get_content_length (headers);
  return TRUE;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  KashExchange *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      fail_on_network (task, error);
      return;
    }
  note_progress (self);

  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (self->message)))
    succeed (task);
  else if (prepare_body (self, &error))
    read_on (task);
  else if (is_success (self))
    fail (task, g_steal_pointer (&error));
  else
    succeed (task);
}

static void
on_network_event (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  KashExchange *self)
{
  note_progress (self);
}

/* Emitted when a connection stands and the request is about to be written to it. */
static void
on_starting (SoupMessage *message, KashExchange *self)
{
  self->sent = TRUE;
  note_progress (self);
}

/* libsoup begins anew when a connection that had been idle turns out to be closed. A GET may; a
 * POST may have been heard by then. */
static void
on_restarted (SoupMessage *message, KashExchange *self)
{
  self->restarted = TRUE;
  if (self->sent && soup_message_get_method (message) == SOUP_METHOD_POST)
    g_cancellable_cancel (self->inner);
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  KashExchange *self = user_data;

  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

/* A source rather than the signal: libsoup may finish within the signal, whose handler can't be
 * disconnected there. */
static void
watch_cancellable (KashExchange *self, GCancellable *cancellable)
{
  if (cancellable == NULL)
    return;

  self->cancelled_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancelled_source, G_SOURCE_FUNC (on_cancelled), self, NULL);
  g_source_attach (self->cancelled_source, g_main_context_get_thread_default ());
}

static void
kash_exchange_finalize (GObject *object)
{
  KashExchange *self = KASH_EXCHANGE (object);

  forget_sources (self);
  g_clear_object (&self->session);
  g_clear_object (&self->message);
  g_clear_object (&self->inner);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->inflater, kash_inflater_free);

  G_OBJECT_CLASS (kash_exchange_parent_class)->finalize (object);
}

static void
kash_exchange_class_init (KashExchangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kash_exchange_finalize;
}

static void
kash_exchange_init (KashExchange *self)
{
  self->inner = g_cancellable_new ();
}

/**
 * kash_exchange_new:
 * @session: from kash_session_new()
 * @message: the request
 * @deadline: seconds without progress before it is given up
 * @max_size: decoded bytes of the body before it is given up
 *
 * Returns: (transfer full): an exchange, to be run once
 */
KashExchange *
kash_exchange_new (SoupSession *session, SoupMessage *message, guint deadline, guint64 max_size)
{
  KashExchange *self = g_object_new (KASH_TYPE_EXCHANGE, NULL);

  self->session = g_object_ref (session);
  self->message = g_object_ref (message);
  self->patience = deadline;
  self->max_size = max_size;
  return self;
}

/**
 * kash_exchange_run_async:
 * @self: an exchange
 * @data_func: (nullable) (scope async): takes the decoded body, also that of an error page, of
 *   which only the beginning is read
 * @data: for @data_func
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Sends the request and reads the reply.
 */
void
kash_exchange_run_async (KashExchange *self,
                         KashDataFunc data_func,
                         gpointer data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);
  GError *error = NULL;

  g_task_set_source_tag (task, kash_exchange_run_async);
  g_task_set_check_cancellable (task, FALSE);
  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      fail (task, error);
      return;
    }

  self->data_func = data_func;
  self->data = data;
  self->deadline = kash_deadline_new (self->patience, self->inner);
  watch_cancellable (self, cancellable);
  g_signal_connect (self->message, "network-event", G_CALLBACK (on_network_event), self);
  g_signal_connect (self->message, "starting", G_CALLBACK (on_starting), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (on_restarted), self);
  g_signal_connect_swapped (self->message, "wrote-body-data", G_CALLBACK (note_progress), self);

  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  soup_session_send_async (self->session, self->message, HEADER_PRIORITY, self->inner, on_sent,
                           task);
}

/**
 * kash_exchange_run_finish:
 *
 * Returns: whether a reply came, whatever its status; %FALSE with a %KASH_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
kash_exchange_run_finish (KashExchange *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kash_exchange_get_message:
 *
 * Returns: the request, with the reply's headers when it is over
 */
SoupMessage *
kash_exchange_get_message (KashExchange *self)
{
  return self->message;
}

/**
 * kash_exchange_get_status:
 *
 * Returns: the reply's HTTP status; 0 before it came
 */
guint
kash_exchange_get_status (KashExchange *self)
{
  return soup_message_get_status (self->message);
}

/**
 * kash_exchange_was_sent:
 *
 * Returns: whether the request had been handed to a connection, so that the server may have got it
 */
gboolean
kash_exchange_was_sent (KashExchange *self)
{
  return self->sent;
}

/**
 * kash_exchange_has_broken:
 *
 * Returns: whether it failed because the connection broke, and wasn't begun anew because of that
 */
gboolean
kash_exchange_has_broken (KashExchange *self)
{
  return self->broken && !self->restarted;
}
