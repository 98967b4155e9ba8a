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

/* One download; @handed_over gets what came to a data function, if not NULL. */
typedef struct
{
  KashClient *client;
  ScriptServer *server;
  GByteArray *handed_over;
  guint64 received;
  GAsyncResult *result;
} ScriptFixture;

void script_fixture_init (ScriptFixture *fixture, const ScriptStep *steps, guint n_steps);
void script_fixture_clear (ScriptFixture *fixture);
void script_fixture_on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data);
KashReply *script_fixture_download (ScriptFixture *fixture,
                                    KashResource resource,
                                    gboolean collect,
                                    GError **error);

G_END_DECLS
