/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include <string.h>

void
script_client_assert_no_key (const char *text)
{
  g_autofree char *escaped = g_uri_escape_string (SCRIPT_KEY, NULL, FALSE);

  g_assert_null (text != NULL ? strstr (text, SCRIPT_KEY) : NULL);
  g_assert_null (text != NULL ? strstr (text, escaped) : NULL);
}

/* @code is a KashError, or -1 for none. */
void
script_client_assert_error (const GError *error, int code)
{
  if (code == -1)
    {
      g_assert_no_error (error);
      return;
    }
  if (error != NULL)
    g_test_message ("→ %s [%s]", error->message, kash_error_get_detail (error));
  g_assert_error (error, KASH_ERROR, code);
  script_client_assert_no_key (error->message);
  script_client_assert_no_key (kash_error_get_detail (error));
}

KashAccount *
script_client_account_new (const char *scheme, guint16 port)
{
  g_autofree char *base_url = g_strdup_printf ("%s://127.0.0.1:%u", scheme, port);
  g_autoptr (GError) error = NULL;
  KashAccount *account = kash_account_new (base_url, "42", SCRIPT_KEY, &error);

  g_assert_no_error (error);
  return account;
}

void
script_client_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
script_client_on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/* A port where nobody listens, until somebody else takes it. */
guint16
script_client_get_closed_port (void)
{
  static const ScriptStep step = { "" };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);

  return script_server_get_port (server);
}
