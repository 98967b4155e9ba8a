/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-test-service.h"

#include <string.h>

/* Written by hand rather than with SoupServer: that leaks the sockets it accepts (3.2), which
 * would hide leaks of our own. */

typedef struct
{
  guint status;
  char *body;
  gboolean hold;
} Reply;

/* One exchange; the connection closes after it. */
typedef struct
{
  grefcount ref_count;
  GSocketConnection *connection;
  GString *request;
  GString *output;  /* to be written */
  GString *writing; /* (nullable): being written */
  gboolean closing; /* once all is written */
} Exchange;

struct _ModelTestService
{
  GSocketService *service;
  GCancellable *cancellable;
  GHashTable *replies; /* endpoint → Reply */
  GPtrArray *exchanges;
  Exchange *held; /* (nullable), of exchanges */
  char *key;
  char *base_url;
  guint n_requests;
};

static void
reply_free (Reply *reply)
{
  g_free (reply->body);
  g_free (reply);
}

static void
exchange_unref (Exchange *exchange)
{
  if (!g_ref_count_dec (&exchange->ref_count))
    return;
  g_object_unref (exchange->connection);
  g_string_free (exchange->request, TRUE);
  g_string_free (exchange->output, TRUE);
  if (exchange->writing != NULL)
    g_string_free (exchange->writing, TRUE);
  g_free (exchange);
}

static Exchange *
exchange_ref (Exchange *exchange)
{
  g_ref_count_inc (&exchange->ref_count);
  return exchange;
}

static void write_output (Exchange *exchange);

static void
on_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;

  g_string_free (g_steal_pointer (&exchange->writing), TRUE);
  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL))
    write_output (exchange);
  exchange_unref (exchange);
}

/* Not at once: the client that reads is on the same main loop. */
static void
write_output (Exchange *exchange)
{
  if (exchange->writing != NULL)
    return;
  if (exchange->output->len == 0)
    {
      if (exchange->closing)
        g_io_stream_close (G_IO_STREAM (exchange->connection), NULL, NULL);
      return;
    }
  exchange->writing = g_steal_pointer (&exchange->output);
  exchange->output = g_string_new (NULL);
  g_output_stream_write_all_async (
      g_io_stream_get_output_stream (G_IO_STREAM (exchange->connection)), exchange->writing->str,
      exchange->writing->len, G_PRIORITY_DEFAULT, NULL, on_written, exchange_ref (exchange));
}

static void
append_chunk (Exchange *exchange, const char *text, gsize length)
{
  g_string_append_printf (exchange->output, "%" G_GSIZE_MODIFIER "x\r\n", length);
  g_string_append_len (exchange->output, text, (gssize) length);
  g_string_append (exchange->output, "\r\n");
}

static void
answer (Exchange *exchange, guint status, const char *body)
{
  g_string_append_printf (exchange->output,
                          "HTTP/1.1 %u -\r\nContent-Type: application/json\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n%s",
                          status, strlen (body), body);
  exchange->closing = TRUE;
  write_output (exchange);
}

static void
handle (ModelTestService *self, Exchange *exchange)
{
  const char *end = strchr (exchange->request->str + strlen ("GET "), ' ');
  g_autofree char *target
      = g_strndup (exchange->request->str + strlen ("GET "), end - exchange->request->str - 4);
  g_auto (GStrv) parts = g_strsplit (target, "?", 2);
  g_autoptr (GHashTable) query
      = g_uri_parse_params (parts[1] != NULL ? parts[1] : "", -1, "&", G_URI_PARAMS_NONE, NULL);
  Reply *reply = g_hash_table_lookup (self->replies, strrchr (parts[0], '/') + 1);

  self->n_requests++;
  if (self->key != NULL && g_strcmp0 (g_hash_table_lookup (query, "key"), self->key) != 0)
    answer (exchange, 403, "");
  else if (reply == NULL)
    answer (exchange, 200, "[]");
  else if (!reply->hold)
    answer (exchange, reply->status, reply->body);
  else
    {
      g_string_append_printf (exchange->output,
                              "HTTP/1.1 %u -\r\nTransfer-Encoding: chunked\r\n"
                              "Connection: close\r\n\r\n",
                              reply->status);
      write_output (exchange);
      self->held = exchange;
    }
}

typedef struct
{
  ModelTestService *service;
  Exchange *exchange;
} Reading;

static void read_request (ModelTestService *self, Exchange *exchange);

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  /* When the service is gone it has cancelled this. */
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_string_append_len (reading->exchange->request, g_bytes_get_data (bytes, NULL),
                           (gssize) g_bytes_get_size (bytes));
      if (strstr (reading->exchange->request->str, "\r\n\r\n") != NULL)
        handle (reading->service, reading->exchange);
      else
        read_request (reading->service, reading->exchange);
    }
  exchange_unref (reading->exchange);
}

static void
read_request (ModelTestService *self, Exchange *exchange)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->service = self;
  reading->exchange = exchange_ref (exchange);
  g_input_stream_read_bytes_async (
      g_io_stream_get_input_stream (G_IO_STREAM (exchange->connection)), 4096, G_PRIORITY_DEFAULT,
      self->cancellable, on_read, reading);
}

static gboolean
on_incoming (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             ModelTestService *self)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  g_ref_count_init (&exchange->ref_count);
  exchange->connection = g_object_ref (connection);
  exchange->request = g_string_new (NULL);
  exchange->output = g_string_new (NULL);
  g_ptr_array_add (self->exchanges, exchange);
  read_request (self, exchange);
  return TRUE;
}

ModelTestService *
model_test_service_new (void)
{
  ModelTestService *self = g_new0 (ModelTestService, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  self->replies
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) reply_free);
  self->exchanges = g_ptr_array_new_with_free_func ((GDestroyNotify) exchange_unref);
  self->cancellable = g_cancellable_new ();
  self->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%u",
                                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return self;
}

void
model_test_service_free (ModelTestService *self)
{
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->service);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->exchanges);
  g_hash_table_unref (self->replies);
  g_free (self->key);
  g_free (self->base_url);
  g_free (self);
}

void
model_test_service_set_reply (ModelTestService *self,
                              const char *endpoint,
                              guint status,
                              const char *body,
                              gboolean hold)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->status = status;
  reply->body = g_strdup (body);
  reply->hold = hold;
  g_hash_table_insert (self->replies, g_strdup (endpoint), reply);
}

/* Followed by blanks, enough for the client not to wait for more before it hands them on. */
void
model_test_service_send (ModelTestService *self, const char *part)
{
  g_autofree char *blanks = g_strnfill (32 * 1024, ' ');

  append_chunk (self->held, part, strlen (part));
  append_chunk (self->held, blanks, strlen (blanks));
  write_output (self->held);
}

/* @cut: the connection breaks instead of the reply coming to its end. */
void
model_test_service_end (ModelTestService *self, gboolean cut)
{
  Exchange *held = g_steal_pointer (&self->held);

  if (!cut)
    g_string_append (held->output, "0\r\n\r\n");
  held->closing = TRUE;
  write_output (held);
}

gboolean
model_test_service_is_held (ModelTestService *self)
{
  return self->held != NULL;
}

/* Any other key is refused. */
void
model_test_service_set_key (ModelTestService *self, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
}

guint
model_test_service_get_n_requests (ModelTestService *self)
{
  return self->n_requests;
}

KashAccount *
model_test_service_account (ModelTestService *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  KashAccount *account = kash_account_new (self->base_url, "shop", key, &error);

  g_assert_no_error (error);
  return account;
}
