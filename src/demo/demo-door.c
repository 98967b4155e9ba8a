/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "demo-door.h"

struct _DemoDoor
{
  SoupServer *server;
  GSocketService *service;
  GPtrArray *sockets; /* open ones, and those closed since the last came */
  guint16 port;
};

static void
forget_closed (DemoDoor *self)
{
  for (guint i = self->sockets->len; i > 0; i--)
    if (g_socket_is_closed (g_ptr_array_index (self->sockets, i - 1)))
      g_ptr_array_remove_index_fast (self->sockets, i - 1);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  DemoDoor *self = data;
  GSocket *socket = g_socket_connection_get_socket (connection);
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  /* The other side may have gone already. */
  if (local == NULL || remote == NULL)
    return TRUE;
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, TRUE, NULL);
  forget_closed (self);
  g_ptr_array_add (self->sockets, g_object_ref (socket));
  soup_server_accept_iostream (self->server, G_IO_STREAM (connection), local, remote, NULL);

  return TRUE;
}

/**
 * demo_door_new:
 * @server: the server that answers
 * @port: 0 for any free one
 * @error: return location for a %G_IO_ERROR: the port is taken
 *
 * Opens a door in the thread-default main context.
 *
 * Returns: (transfer full) (nullable): the door, %NULL with @error when it can't be opened
 */
DemoDoor *
demo_door_new (SoupServer *server, guint16 port, GError **error)
{
  g_autoptr (DemoDoor) self = g_new0 (DemoDoor, 1);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GSocketAddress) effective = NULL;

  g_return_val_if_fail (SOUP_IS_SERVER (server), NULL);

  self->server = g_object_ref (server);
  self->sockets = g_ptr_array_new_with_free_func (g_object_unref);
  self->service = g_socket_service_new ();
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted,
                                      G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &effective,
                                      error))
    return NULL;
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));

  return g_steal_pointer (&self);
}

/**
 * demo_door_free:
 * @self: (transfer full) (nullable): a door
 *
 * Closes the door; whoever is inside stays.
 */
void
demo_door_free (DemoDoor *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_object_unref (self->server);
  g_ptr_array_unref (self->sockets);
  g_free (self);
}

/**
 * demo_door_get_port:
 * @self: a door
 *
 * Returns: the port it is at
 */
guint16
demo_door_get_port (DemoDoor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->port;
}

/**
 * demo_door_find_socket:
 * @self: a door
 * @message: a message that came in by it
 *
 * Returns: (transfer none) (nullable): the socket its connection is on, %NULL when it is closed
 */
GSocket *
demo_door_find_socket (DemoDoor *self, SoupServerMessage *message)
{
  GSocketAddress *address;
  guint16 port;

  g_return_val_if_fail (self != NULL && SOUP_IS_SERVER_MESSAGE (message), NULL);

  address = soup_server_message_get_remote_address (message);
  port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  forget_closed (self);
  for (guint i = 0; i < self->sockets->len; i++)
    {
      GSocket *socket = g_ptr_array_index (self->sockets, i);
      g_autoptr (GSocketAddress) remote = g_socket_get_remote_address (socket, NULL);

      if (remote != NULL && g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (remote)) == port)
        return socket;
    }

  return NULL;
}
