/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include <string.h>

#define OK      "HTTP/1.1 200 OK\r\n"
#define CLOSING "Connection: close\r\n\r\n"
#define ANSWER  "Content-Length: 30\r\n\r\n{\"result\":\"OK\",\"orderID\":1234}"

static KashOrder *
order_new (void)
{
  KashOrder *order = kash_order_new ();

  order->payment = KASH_PAYMENT_TO_BE_PAID;
  g_ptr_array_add (order->lines, kash_order_line_new (KASH_LINE_ITEM, 12));
  return order;
}

static KashOrderReply *
submit (guint16 port, KashOrder *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (KashAccount) account = script_client_account_new ("http", port);
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (GAsyncResult) result = NULL;

  g_object_set (client, "deadline", 1, NULL);
  kash_client_send_order_async (client, order, cancellable, script_client_on_result, &result);
  script_client_await (&result);
  return kash_client_send_order_finish (client, result, error);
}

/* What becomes of an order, and that it went out once, whatever happens. */
static void
test_outcomes (void)
{
  static const struct
  {
    const char *name;
    ScriptStep step;
    int code;            /* a KashError, or -1 */
    KashOutcome outcome; /* with -1 */
    const char *message; /* (nullable) */
  } cases[] = {
    { "accepted", { OK ANSWER }, -1, KASH_OUTCOME_ACCEPTED },
    { "accepted-and-broken", { OK ANSWER, 0, SCRIPT_RESET }, -1, KASH_OUTCOME_ACCEPTED },
    { "text", { OK CLOSING "1234" }, -1, KASH_OUTCOME_ACCEPTED },
    { "refused",
      { OK CLOSING "{\"result\":\"ERROR\",\"message\":\"Non\"}" },
      -1,
      KASH_OUTCOME_REFUSED,
      "Non" },
    { "refused-400",
      { "HTTP/1.1 400 Bad\r\n" CLOSING "{\"result\":\"ERROR\",\"message\":\"Non\"}" },
      -1,
      KASH_OUTCOME_REFUSED,
      "Non" },
    { "refused-401",
      { "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n" },
      -1,
      KASH_OUTCOME_REFUSED },
    { "refused-repeats-key",
      { OK CLOSING "{\"success\":false,\"result\":\"key " SCRIPT_KEY "\"}" },
      -1,
      KASH_OUTCOME_REFUSED,
      "key ***" },
    { "page", { OK CLOSING "<html>OK</html>" }, -1, KASH_OUTCOME_UNKNOWN },
    { "empty", { OK "Content-Length: 0\r\n\r\n" }, -1, KASH_OUTCOME_UNKNOWN },
    { "500", { "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n" }, -1, KASH_OUTCOME_UNKNOWN },
    { "502-page", { "HTTP/1.1 502 Oops\r\n" CLOSING "<html>" }, -1, KASH_OUTCOME_UNKNOWN },
    { "404", { "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n" }, -1, KASH_OUTCOME_UNKNOWN },
    { "reset-at-once", { "", 0, SCRIPT_RESET_AT_ONCE }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "reset-before-reply", { "", 0, SCRIPT_RESET }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "closed-before-reply", { "" }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "silence", { "", 0, SCRIPT_SILENCE }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "short-body",
      { OK "Content-Length: 99\r\n\r\n{\"result\":\"OK\"}" },
      KASH_ERROR_UNKNOWN_OUTCOME },
    { "reset-in-body",
      { OK "Content-Length: 99\r\n\r\n{\"result\":\"OK\"}", 0, SCRIPT_RESET },
      KASH_ERROR_UNKNOWN_OUTCOME },
    { "endless", { OK CLOSING, 0, SCRIPT_ENDLESS }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "broken-gzip", { OK "Content-Encoding: gzip\r\n" ANSWER }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "not-http", { "hello\r\n\r\n" }, KASH_ERROR_UNKNOWN_OUTCOME },
    { "302-same-host",
      { "HTTP/1.1 302 Found\r\nLocation: /workers/other.php\r\nContent-Length: 0\r\n\r\n" },
      KASH_ERROR_UNKNOWN_OUTCOME },
    { "307-same-host",
      { "HTTP/1.1 307 Again\r\nLocation: /workers/other.php\r\nContent-Length: 0\r\n\r\n" },
      KASH_ERROR_UNKNOWN_OUTCOME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScriptServer) server = script_server_new (&cases[i].step, 1, NULL);
      g_autoptr (KashOrder) order = order_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (KashOrderReply) reply
          = submit (script_server_get_port (server), order, NULL, &error);

      g_test_message ("%s", cases[i].name);
      script_client_assert_error (error, cases[i].code);
      g_assert_cmpuint (script_server_get_n_connections (server), ==, 1);
      if (cases[i].code == -1)
        {
          g_assert_cmpint (reply->outcome, ==, cases[i].outcome);
          g_assert_cmpstr (reply->message, ==, cases[i].message);
          script_client_assert_no_key (reply->text);
        }
    }
}

static void
test_request (void)
{
  static const ScriptStep step = { OK ANSWER };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);
  g_autoptr (KashOrder) order = order_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = submit (script_server_get_port (server), order, NULL, &error);
  g_autofree char *request = script_server_dup_request (server, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (reply->order_id, ==, "1234");
  g_assert_true (g_str_has_prefix (request, "POST /workers/webapp.php HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "Content-Type: application/x-www-form-urlencoded\r\n"));
  g_assert_true (g_str_has_suffix (
      request, "\r\n\r\nidboutique=42&key=kEy%2F9f3b%2B27&payment=-1&itemsList%5B%5D=12"));
}

static void
test_not_sent (void)
{
  static const ScriptStep step = { OK ANSWER };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (KashOrder) order = order_new ();
  g_autoptr (KashOrder) empty = kash_order_new ();
  GError *error = NULL;

  g_assert_null (submit (script_server_get_port (server), empty, NULL, &error));
  script_client_assert_error (error, KASH_ERROR_INVALID);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_null (submit (script_server_get_port (server), order, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (script_server_get_n_connections (server), ==, 0);

  g_assert_null (submit (script_client_get_closed_port (), order, NULL, &error));
  script_client_assert_error (error, KASH_ERROR_NO_NETWORK);
  g_clear_error (&error);
}

static gboolean
on_timeout_cancel (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Cancelling doesn't take an order back that the server has got. */
static void
test_cancel (void)
{
  static const ScriptStep step = { "", 0, SCRIPT_SILENCE };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KashOrder) order = order_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = NULL;

  g_timeout_add (200, on_timeout_cancel, cancellable);
  reply = submit (script_server_get_port (server), order, cancellable, &error);
  script_client_assert_error (error, KASH_ERROR_UNKNOWN_OUTCOME);
}

/* A POST goes out on a connection of its own: one that was idle may be closed, and then it
 * wouldn't be known whether the order got through. */
static void
test_after_idle_connection (void)
{
  static const ScriptStep steps[]
      = { { OK ANSWER, 0, SCRIPT_KEEP }, { OK ANSWER, 0, SCRIPT_KEEP } };
  g_autoptr (ScriptServer) server = script_server_new (steps, G_N_ELEMENTS (steps), NULL);
  g_autoptr (KashAccount) account
      = script_client_account_new ("http", script_server_get_port (server));
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (KashOrder) order = order_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (KashOrderReply) reply = NULL;

      kash_client_send_order_async (client, order, NULL, script_client_on_result, &result);
      script_client_await (&result);
      reply = kash_client_send_order_finish (client, result, &error);
      g_assert_no_error (error);
      g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
    }
  g_assert_cmpuint (script_server_get_n_connections (server), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/submission/outcomes", test_outcomes);
  g_test_add_func ("/kash/submission/request", test_request);
  g_test_add_func ("/kash/submission/not-sent", test_not_sent);
  g_test_add_func ("/kash/submission/cancel", test_cancel);
  g_test_add_func ("/kash/submission/after-idle-connection", test_after_idle_connection);
  return g_test_run ();
}
