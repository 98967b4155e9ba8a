/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Lets connections in to a server, on loopback only, and remembers the sockets under them. libsoup
 * has a listener of its own, but before 3.4 it never lets go of a socket, and a connection taken
 * out of its hands doesn't say which one it is on. */
typedef struct _DemoDoor DemoDoor;

DemoDoor *demo_door_new (SoupServer *server, guint16 port, GError **error);
void demo_door_free (DemoDoor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoDoor, demo_door_free)

guint16 demo_door_get_port (DemoDoor *self);
GSocket *demo_door_find_socket (DemoDoor *self, SoupServerMessage *message);

G_END_DECLS
