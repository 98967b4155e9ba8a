/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-server.h"

#include <string.h>
#include <sys/socket.h>

struct _ScriptServer
{
  GSocketListener *listener;
  GCancellable *stopping;
  GThread *thread;
  GTlsCertificate *certificate;
  guint16 port;

  const ScriptStep *steps;
  guint n_steps;

  GMutex lock;
  GPtrArray *threads;
  GPtrArray *requests;
  guint n_connections;
  guint n_begun;
};

typedef struct
{
  ScriptServer *server;
  GSocketConnection *connection;
} Visit;

/* The step of the next request; the last one is for all that follow. */
static const ScriptStep *
next_step (ScriptServer *self)
{
  guint number;

  g_mutex_lock (&self->lock);
  number = MIN (self->n_begun, self->n_steps - 1);
  self->n_begun++;
  g_mutex_unlock (&self->lock);
  return &self->steps[number];
}

/* Reads a request to the end of its body. */
static char *
read_request (ScriptServer *self, GInputStream *stream)
{
  g_autoptr (GString) request = g_string_new (NULL);
  gsize wanted = 0;

  do
    {
      char buffer[4096];
      gssize n_read = g_input_stream_read (stream, buffer, sizeof buffer, self->stopping, NULL);
      const char *body;

      if (n_read <= 0)
        return NULL;
      g_string_append_len (request, buffer, n_read);

      body = strstr (request->str, "\r\n\r\n");
      if (body != NULL)
        {
          const char *length = strstr (request->str, "Content-Length: ");

          wanted = body + 4 - request->str;
          if (length != NULL && length < body)
            wanted += g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
        }
    }
  while (wanted == 0 || request->len < wanted);

  return g_string_free (g_steal_pointer (&request), FALSE);
}

static gboolean
write_bytes (ScriptServer *self, GOutputStream *stream, const char *bytes, gsize length)
{
  return g_output_stream_write_all (stream, bytes, length, NULL, self->stopping, NULL);
}

static void
reset (GSocketConnection *connection)
{
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET, SO_LINGER,
              &linger, sizeof linger);
}

static void
wait_for_the_client (ScriptServer *self, GInputStream *stream)
{
  char buffer[64];

  while (g_input_stream_read (stream, buffer, sizeof buffer, self->stopping, NULL) > 0)
    ;
}

/* Returns whether the connection stays open for another request. */
static gboolean
play (ScriptServer *self, GIOStream *stream, GSocketConnection *connection, const ScriptStep *step)
{
  static const char filling[64 * 1024];
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  gsize length = step->length != 0 ? (gsize) step->length : strlen (step->bytes);

  write_bytes (self, output, step->bytes, length);
  switch (step->end)
    {
    case SCRIPT_RESET:
      /* Long enough for the client to have read what was sent: a reset throws it away. */
      g_usleep (50000);
      reset (connection);
      return FALSE;
    case SCRIPT_SILENCE:
      wait_for_the_client (self, input);
      return FALSE;
    case SCRIPT_DRIP:
      while (write_bytes (self, output, " ", 1))
        g_usleep (50000);
      return FALSE;
    case SCRIPT_ENDLESS:
      while (write_bytes (self, output, filling, sizeof filling))
        ;
      return FALSE;
    case SCRIPT_KEEP:
      return TRUE;
    case SCRIPT_CLOSE:
    case SCRIPT_RESET_AT_ONCE:
    default:
      return FALSE;
    }
}

static gpointer
visit (gpointer data)
{
  Visit *self = data;
  ScriptServer *server = self->server;
  g_autoptr (GIOStream) stream = NULL;
  gboolean open = TRUE;

  if (server->certificate != NULL)
    stream
        = g_tls_server_connection_new (G_IO_STREAM (self->connection), server->certificate, NULL);
  else
    stream = g_object_ref (G_IO_STREAM (self->connection));

  while (open)
    {
      const ScriptStep *step = next_step (server);
      char *request;

      if (step->end == SCRIPT_RESET_AT_ONCE)
        {
          /* Not before the client has begun to send. */
          g_socket_condition_wait (g_socket_connection_get_socket (self->connection), G_IO_IN,
                                   server->stopping, NULL);
          reset (self->connection);
          break;
        }
      request = read_request (server, g_io_stream_get_input_stream (stream));
      if (request == NULL)
        {
          g_mutex_lock (&server->lock);
          server->n_begun--;
          g_mutex_unlock (&server->lock);
          break;
        }

      g_mutex_lock (&server->lock);
      g_ptr_array_add (server->requests, request);
      g_mutex_unlock (&server->lock);
      open = play (server, stream, self->connection, step);
    }

  g_io_stream_close (stream, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (self->connection), NULL, NULL);
  g_object_unref (self->connection);
  g_free (self);
  return NULL;
}

static gpointer
serve (gpointer data)
{
  ScriptServer *self = data;
  GSocketConnection *connection;

  while ((connection = g_socket_listener_accept (self->listener, NULL, self->stopping, NULL))
         != NULL)
    {
      Visit *guest = g_new (Visit, 1);

      guest->server = self;
      guest->connection = connection;
      g_mutex_lock (&self->lock);
      self->n_connections++;
      g_ptr_array_add (self->threads, g_thread_new ("visit", visit, guest));
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

ScriptServer *
script_server_new (const ScriptStep *steps, guint n_steps, GTlsCertificate *certificate)
{
  ScriptServer *self = g_new0 (ScriptServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->lock);
  self->steps = steps;
  self->n_steps = n_steps;
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->threads = g_ptr_array_new ();
  self->stopping = g_cancellable_new ();

  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  self->thread = g_thread_new ("serve", serve, self);
  return self;
}

void
script_server_free (ScriptServer *self)
{
  g_cancellable_cancel (self->stopping);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));

  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->stopping);
  g_clear_object (&self->certificate);
  g_ptr_array_unref (self->threads);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint16
script_server_get_port (ScriptServer *self)
{
  return self->port;
}

guint
script_server_get_n_connections (ScriptServer *self)
{
  guint n_connections;

  g_mutex_lock (&self->lock);
  n_connections = self->n_connections;
  g_mutex_unlock (&self->lock);
  return n_connections;
}

guint
script_server_get_n_requests (ScriptServer *self)
{
  guint n_requests;

  g_mutex_lock (&self->lock);
  n_requests = self->requests->len;
  g_mutex_unlock (&self->lock);
  return n_requests;
}

char *
script_server_dup_request (ScriptServer *self, guint number)
{
  char *request;

  g_mutex_lock (&self->lock);
  g_assert_cmpuint (number, <, self->requests->len);
  request = g_strdup (g_ptr_array_index (self->requests, number));
  g_mutex_unlock (&self->lock);
  return request;
}
