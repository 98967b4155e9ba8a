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

void
script_fixture_init (ScriptFixture *fixture, const ScriptStep *steps, guint n_steps)
{
  g_autoptr (KashAccount) account = NULL;

  memset (fixture, 0, sizeof *fixture);
  fixture->server = script_server_new (steps, n_steps, NULL);
  account = script_client_account_new ("http", script_server_get_port (fixture->server));
  fixture->client = kash_client_new (account);
  fixture->handed_over = g_byte_array_new ();
  g_object_set (fixture->client, "deadline", 1, "max-size", (guint64) 1024 * 1024, NULL);
}

void
script_fixture_clear (ScriptFixture *fixture)
{
  g_clear_object (&fixture->result);
  g_object_unref (fixture->client);
  g_byte_array_unref (fixture->handed_over);
  script_server_free (fixture->server);
}

void
script_fixture_on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  ScriptFixture *fixture = user_data;

  g_assert_cmpuint (g_bytes_get_size (data), >, 0);
  g_byte_array_append (fixture->handed_over, g_bytes_get_data (data, NULL),
                       g_bytes_get_size (data));
  fixture->received += g_bytes_get_size (data);
  g_assert_cmpuint (received, ==, fixture->received);
  g_assert_true (expected == -1 || (guint64) expected >= received);
}

KashReply *
script_fixture_download (ScriptFixture *fixture,
                         KashResource resource,
                         gboolean collect,
                         GError **error)
{
  g_clear_object (&fixture->result);
  kash_client_download_resource_async (fixture->client, resource, KASH_FORMAT_JSON,
                                       collect ? NULL : script_fixture_on_data, fixture, NULL, NULL,
                                       script_client_on_result, &fixture->result);
  script_client_await (&fixture->result);
  return kash_client_download_resource_finish (fixture->client, fixture->result, error);
}
