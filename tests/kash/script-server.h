/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the server does after it has sent the bytes of a step. */
typedef enum
{
  SCRIPT_CLOSE,
  SCRIPT_RESET,
  SCRIPT_RESET_AT_ONCE, /* without reading the request that comes in */
  SCRIPT_SILENCE,
  SCRIPT_DRIP,    /* a blank now and then, for ever */
  SCRIPT_ENDLESS, /* as many bytes as the client takes */
  SCRIPT_KEEP,    /* wait for the next request on the connection */
} ScriptEnd;

/* What the server does with one request. */
typedef struct
{
  const char *bytes;
  gssize length; /* 0: a string */
  ScriptEnd end;
} ScriptStep;

/* A server on a raw socket that does what it is told, on threads of its own. */
typedef struct _ScriptServer ScriptServer;

ScriptServer *
script_server_new (const ScriptStep *steps, guint n_steps, GTlsCertificate *certificate);
void script_server_free (ScriptServer *self);
guint16 script_server_get_port (ScriptServer *self);
guint script_server_get_n_connections (ScriptServer *self);
guint script_server_get_n_requests (ScriptServer *self);
char *script_server_dup_request (ScriptServer *self, guint number);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScriptServer, script_server_free)

G_END_DECLS
