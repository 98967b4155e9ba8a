/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include <string.h>

#define OK      "HTTP/1.1 200 OK\r\n"
#define LIST    "[{\"id\":1}]"
#define LENGTH  "Content-Length: 10\r\n\r\n"
#define CLOSING "Connection: close\r\n\r\n"

static void
test_request (void)
{
  static const ScriptStep step = {
    OK
    "Content-Type: text/json; charset=x\r\nLast-Modified: Tue, 15 Nov 2022 12:45:26 GMT\r\n" LENGTH
        LIST
  };
  g_autoptr (GDate) day = g_date_new_dmy (6, 10, 2025);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;
  g_autoptr (KashReply) report = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *request = NULL;
  g_autofree char *report_request = NULL;
  ScriptFixture fixture;

  script_fixture_init (&fixture, &step, 1);
  reply = script_fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reply->content_type, ==, "text/json");
  g_assert_cmpuint (reply->size, ==, 10);
  edited = g_date_time_format_iso8601 (reply->edited);
  g_assert_cmpstr (edited, ==, "2022-11-15T12:45:26Z");

  request = script_server_dup_request (fixture.server, 0);
  g_assert_true (g_str_has_prefix (
      request,
      "GET /workers/getPlus.php?idboutique=42&key=kEy%2F9f3b%2B27&format=json HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "User-Agent: Comptoir/" COMPTOIR_VERSION "\r\n"));
  g_assert_null (strstr (request, "Cookie"));

  g_clear_object (&fixture.result);
  kash_client_download_report_async (fixture.client, KASH_REPORT_FEC, day, script_fixture_on_data,
                                     &fixture, NULL, NULL, script_client_on_result,
                                     &fixture.result);
  script_client_await (&fixture.result);
  report = kash_client_download_report_finish (fixture.client, fixture.result, &error);
  g_assert_no_error (error);
  g_assert_null (report->body);
  report_request = script_server_dup_request (fixture.server, 1);
  g_assert_true (g_str_has_prefix (report_request,
                                   "GET /workers/getSales.php?idboutique=42&key=kEy%2F9f3b%2B27"
                                   "&d=6&m=10&y=2025&formatExport=frafec HTTP/1.1\r\n"));
  script_fixture_clear (&fixture);
}

static void
test_refused_connection (void)
{
  g_autoptr (KashAccount) account
      = script_client_account_new ("http", script_client_get_closed_port ());
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;

  kash_client_download_resource_async (client, KASH_RESOURCE_ITEMS, KASH_FORMAT_CSV, NULL, NULL,
                                       NULL, NULL, script_client_on_result, &result);
  script_client_await (&result);
  reply = kash_client_download_resource_finish (client, result, &error);
  script_client_assert_error (error, KASH_ERROR_NO_NETWORK);
}

static void
test_unknown_host (void)
{
  g_autoptr (KashAccount) account
      = kash_account_new ("https://nowhere.invalid", "42", SCRIPT_KEY, NULL);
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;

  kash_client_download_resource_async (client, KASH_RESOURCE_ITEMS, KASH_FORMAT_CSV, NULL, NULL,
                                       NULL, NULL, script_client_on_result, &result);
  script_client_await (&result);
  reply = kash_client_download_resource_finish (client, result, &error);
  script_client_assert_error (error, KASH_ERROR_NO_NETWORK);
}

static void
on_data_cancel (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  g_assert_false (g_cancellable_is_cancelled (user_data));
  g_cancellable_cancel (user_data);
}

static gboolean
on_idle_cancel (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Cancelled before it begins, while nothing comes, and between two pieces of data. */
static void
test_cancel (void)
{
  static const ScriptStep silence = { "", 0, SCRIPT_SILENCE };
  static const ScriptStep endless = { OK CLOSING, 0, SCRIPT_ENDLESS };

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;
      ScriptFixture fixture;

      script_fixture_init (&fixture, i == 2 ? &endless : &silence, 1);
      if (i == 0)
        g_cancellable_cancel (cancellable);
      else if (i == 1)
        g_timeout_add (50, on_idle_cancel, cancellable);
      kash_client_download_resource_async (fixture.client, KASH_RESOURCE_ITEMS, KASH_FORMAT_JSON,
                                           on_data_cancel, g_object_ref (cancellable),
                                           g_object_unref, cancellable, script_client_on_result,
                                           &fixture.result);
      script_client_await (&fixture.result);
      reply = kash_client_download_resource_finish (fixture.client, fixture.result, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      script_fixture_clear (&fixture);
    }
}

/* More than the connections there are: the last ones wait their turn and are not late by that. */
static void
test_many (void)
{
  static const ScriptStep step = { OK LENGTH LIST, 0, SCRIPT_KEEP };
  GAsyncResult *results[40] = { NULL };
  ScriptFixture fixture;

  script_fixture_init (&fixture, &step, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    kash_client_download_resource_async (fixture.client, KASH_RESOURCE_ITEMS, KASH_FORMAT_JSON,
                                         NULL, NULL, NULL, NULL, script_client_on_result,
                                         &results[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;

      script_client_await (&results[i]);
      reply = kash_client_download_resource_finish (fixture.client, results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (script_server_get_n_connections (fixture.server), <=, 6);
  script_fixture_clear (&fixture);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n_notified = user_data;

  (*n_notified)++;
}

static void
test_properties (void)
{
  g_autoptr (KashAccount) account = script_client_account_new ("http", 1);
  g_autoptr (KashAccount) renewed = script_client_account_new ("http", 2);
  g_autoptr (KashClient) client = kash_client_new (account);
  guint n_notified = 0;
  guint64 max_size;
  guint deadline;

  g_object_get (client, "max-size", &max_size, "deadline", &deadline, NULL);
  g_assert_cmpuint (max_size, ==, 256 * 1024 * 1024);
  g_assert_cmpuint (deadline, ==, 60);

  g_signal_connect (client, "notify", G_CALLBACK (on_notify), &n_notified);
  g_object_set (client, "max-size", max_size, "deadline", deadline, "account", account, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (client, "max-size", (guint64) 5, "deadline", 6, "account", renewed, NULL);
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_true (kash_client_get_account (client) == renewed);
}

int
main (int argc, char *argv[])
{
  /* The desktop's proxy settings are out of sight of isolated tests. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/client/request", test_request);
  g_test_add_func ("/kash/client/refused-connection", test_refused_connection);
  g_test_add_func ("/kash/client/unknown-host", test_unknown_host);
  g_test_add_func ("/kash/client/cancel", test_cancel);
  g_test_add_func ("/kash/client/many", test_many);
  g_test_add_func ("/kash/client/properties", test_properties);
  return g_test_run ();
}
