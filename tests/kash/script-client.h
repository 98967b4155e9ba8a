/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-client.h"
#include "script-server.h"

G_BEGIN_DECLS

#define SCRIPT_KEY "kEy/9f3b+27"

void script_client_assert_no_key (const char *text);
void script_client_assert_error (const GError *error, int code);
KashAccount *script_client_account_new (const char *scheme, guint16 port);
void script_client_await (GAsyncResult **result);
void script_client_on_result (GObject *source, GAsyncResult *result, gpointer user_data);
guint16 script_client_get_closed_port (void);

G_END_DECLS
