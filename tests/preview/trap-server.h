/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server that counts who comes, and a page that does all it can to come. */
typedef struct _TrapServer TrapServer;

TrapServer *trap_server_new (void);
void trap_server_free (TrapServer *self);
char *trap_server_make_page (TrapServer *self);
guint trap_server_get_n_connections (TrapServer *self);
void trap_server_give_time (TrapServer *self);

/* The process that WebKit shows pages in; it is started by this program. */
GPid trap_server_find_web_process (void);

G_END_DECLS
