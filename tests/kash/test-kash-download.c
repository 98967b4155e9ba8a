/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include <string.h>

#define OK      "HTTP/1.1 200 OK\r\n"
#define LIST    "[{\"id\":1}]"
#define LENGTH  "Content-Length: 10\r\n\r\n"
#define CLOSING "Connection: close\r\n\r\n"
#define NONE    "Content-Length: 0\r\n\r\n"
#define WARNING "<br />\n<b>Warning</b>: x in <b>/srv/a.php</b> on line <b>1</b><br />\n"

#define MAX_STEPS 3

typedef struct
{
  const char *name;
  ScriptStep steps[MAX_STEPS];
  int code; /* a KashError, or -1 */
  guint n_requests;
  const char *body;     /* (nullable): what comes of it */
  const char *sentence; /* (nullable): part of the error's message */
  KashResource resource;
} Case;

static const Case cases[] = {
  /* The reply's form. */
  { "length", { { OK LENGTH LIST } }, -1, 1, LIST },
  { "chunked",
    { { OK "Transfer-Encoding: chunked\r\n\r\n5\r\n[{\"id\r\n5\r\n\":1}]\r\n0\r\n\r\n" } },
    -1,
    1,
    LIST },
  { "to-the-end", { { OK CLOSING LIST } }, -1, 1, LIST },
  { "http-1.0", { { "HTTP/1.0 200 OK\r\n\r\n" LIST } }, -1, 1, LIST },
  { "empty", { { OK NONE } }, -1, 1, "" },
  { "no-content", { { "HTTP/1.1 204 No Content\r\n\r\n" } }, -1, 1, "" },
  { "wrong-type", { { OK "Content-Type: image/png\r\n" LENGTH LIST } }, -1, 1, LIST },
  { "identity", { { OK "Content-Encoding: identity\r\n" LENGTH LIST } }, -1, 1, LIST },
  { "warning-before-data", { { OK CLOSING WARNING LIST } }, -1, 1, WARNING LIST },
  { "web-page", { { OK CLOSING "<html>Bonjour</html>" } }, -1, 1, "<html>Bonjour</html>" },

  /* Broken connections: a GET is tried a second time. */
  { "reset-at-once", { { "", 0, SCRIPT_RESET_AT_ONCE } }, KASH_ERROR_NO_ANSWER, 0 },
  { "reset-before-reply", { { "", 0, SCRIPT_RESET } }, KASH_ERROR_NO_ANSWER, 2 },
  { "reset-then-answer", { { "", 0, SCRIPT_RESET }, { OK LENGTH LIST } }, -1, 2, LIST },
  { "closed-before-reply", { { "" } }, KASH_ERROR_NO_ANSWER, 2 },
  { "closed-then-answer", { { "" }, { OK LENGTH LIST } }, -1, 2, LIST },
  { "reset-in-headers", { { OK "Content-", 0, SCRIPT_RESET }, { OK LENGTH LIST } }, -1, 2, LIST },
  { "reset-in-body",
    { { OK "Content-Length: 100\r\n\r\n[", 0, SCRIPT_RESET }, { OK LENGTH LIST } },
    -1,
    2,
    LIST },
  { "short-body", { { OK "Content-Length: 100\r\n\r\n" LIST } }, KASH_ERROR_NO_ANSWER, 2 },
  { "short-then-whole",
    { { OK "Content-Length: 100\r\n\r\n" LIST }, { OK LENGTH LIST } },
    -1,
    2,
    LIST },
  { "short-chunk",
    { { OK "Transfer-Encoding: chunked\r\n\r\n64\r\n" LIST } },
    KASH_ERROR_NO_ANSWER,
    2 },
  { "silence", { { "", 0, SCRIPT_SILENCE } }, KASH_ERROR_NO_ANSWER, 1 },
  { "silence-in-body",
    { { OK "Content-Length: 100\r\n\r\n[", 0, SCRIPT_SILENCE } },
    KASH_ERROR_NO_ANSWER,
    1 },
  { "not-http", { { "SSH-2.0-OpenSSH_9.2\r\n\r\n" } }, KASH_ERROR_UNREADABLE, 1 },

  /* Compression; more of it is made at run time below. */
  { "not-gzip", { { OK "Content-Encoding: gzip\r\n" LENGTH LIST } }, KASH_ERROR_UNREADABLE, 1 },
  { "other-encoding", { { OK "Content-Encoding: br\r\n" LENGTH LIST } }, KASH_ERROR_UNREADABLE, 1 },
  { "endless", { { OK CLOSING, 0, SCRIPT_ENDLESS } }, KASH_ERROR_TOO_LARGE, 1 },

  /* Statuses. */
  { "400", { { "HTTP/1.1 400 Bad Request\r\n" NONE } }, KASH_ERROR_REFUSED, 1 },
  { "400-json",
    { { "HTTP/1.1 400 Bad Request\r\n" CLOSING "{\"message\":\"Date <b>invalide</b>\"}" } },
    KASH_ERROR_REFUSED,
    1,
    NULL,
    "“Date invalide”" },
  { "400-text",
    { { "HTTP/1.1 400 Bad Request\r\n" CLOSING "Date invalide" } },
    KASH_ERROR_REFUSED,
    1,
    NULL,
    "“Date invalide”" },
  { "400-page",
    { { "HTTP/1.1 400 Bad Request\r\n" CLOSING "<html>Bad</html>" } },
    KASH_ERROR_REFUSED,
    1 },
  { "400-gzip",
    { { "HTTP/1.1 400 Bad Request\r\nContent-Encoding: gzip\r\n" CLOSING "nonsense" } },
    KASH_ERROR_REFUSED,
    1 },
  { "400-endless",
    { { "HTTP/1.1 400 Bad Request\r\n" CLOSING, 0, SCRIPT_ENDLESS } },
    KASH_ERROR_REFUSED,
    1 },
  { "401", { { "HTTP/1.1 401 Unauthorized\r\n" NONE } }, KASH_ERROR_REFUSED_KEY, 1 },
  { "401-basic",
    { { "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n" NONE } },
    KASH_ERROR_REFUSED_KEY,
    1 },
  { "403",
    { { "HTTP/1.1 403 Forbidden\r\n" CLOSING "{\"error\":\"Clé expirée\"}" } },
    KASH_ERROR_REFUSED_KEY,
    1,
    NULL,
    "“Clé expirée”" },
  { "404", { { "HTTP/1.1 404 Not Found\r\n" CLOSING "<html>" } }, KASH_ERROR_NOT_FOUND, 1 },
  { "404-other-name",
    { { "HTTP/1.1 404 Not Found\r\n" NONE }, { OK LENGTH LIST } },
    -1,
    2,
    LIST,
    NULL,
    KASH_RESOURCE_DEPARTMENT_GROUPS },
  { "404-both-names",
    { { "HTTP/1.1 404 Not Found\r\n" NONE } },
    KASH_ERROR_NOT_FOUND,
    2,
    NULL,
    NULL,
    KASH_RESOURCE_DELIVERY_METHODS },
  { "418", { { "HTTP/1.1 418 Teapot\r\n" NONE } }, KASH_ERROR_REFUSED, 1 },
  { "429", { { "HTTP/1.1 429 Too Many Requests\r\n" NONE } }, KASH_ERROR_TOO_MANY, 1 },
  { "500", { { "HTTP/1.1 500 Oops\r\n" NONE } }, KASH_ERROR_SERVER_FAULT, 1 },
  { "502",
    { { "HTTP/1.1 502 Bad Gateway\r\n" CLOSING "<html>nginx</html>" } },
    KASH_ERROR_SERVER_FAULT,
    1 },
  { "500-cut",
    { { "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n<h" } },
    KASH_ERROR_SERVER_FAULT,
    1 },
  { "503-reset",
    { { "HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\n<h", 0, SCRIPT_RESET } },
    KASH_ERROR_SERVER_FAULT,
    1 },

  /* Redirects. */
  { "301-there",
    { { "HTTP/1.1 301 Moved\r\nLocation: /workers/new.php?a=1\r\n" NONE }, { OK LENGTH LIST } },
    -1,
    2,
    LIST },
  { "302-with-body",
    { { "HTTP/1.1 302 Found\r\nLocation: there\r\n" LENGTH LIST }, { OK LENGTH LIST } },
    -1,
    2,
    LIST },
  { "302-circle",
    { { "HTTP/1.1 302 Found\r\nLocation: ?a=1\r\n" NONE } },
    KASH_ERROR_SERVER_FAULT,
    2 },
  { "302-other-host",
    { { "HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-other-loopback",
    { { "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-other-port",
    { { "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-plain-http",
    { { "HTTP/1.1 302 Found\r\nLocation: http://kash.click/\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-file",
    { { "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-user",
    { { "HTTP/1.1 302 Found\r\nLocation: //me@127.0.0.1/\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "302-nowhere", { { "HTTP/1.1 302 Found\r\n" NONE } }, KASH_ERROR_SERVER_FAULT, 1 },
  { "302-key-in-host",
    { { "HTTP/1.1 302 Found\r\nLocation: https://" SCRIPT_KEY ".example\r\n" NONE } },
    KASH_ERROR_NOT_SECURE,
    1 },
  { "304", { { "HTTP/1.1 304 Not Modified\r\n\r\n" } }, KASH_ERROR_SERVER_FAULT, 1 },

  /* Refusals with HTTP 200. */
  { "refusal",
    { { OK CLOSING "{\"result\":\"ERROR\",\"message\":\"Date invalide\"}" } },
    KASH_ERROR_REFUSED,
    1,
    NULL,
    "“Date invalide”" },
  { "refusal-key",
    { { OK CLOSING "{\"success\":false,\"result\":\"Invalid key\"}" } },
    KASH_ERROR_REFUSED_KEY,
    1,
    NULL,
    "“Invalid key”" },
  { "refusal-after-warning",
    { { OK CLOSING WARNING "{\"success\":false,\"result\":\"Non\"}" } },
    KASH_ERROR_REFUSED,
    1 },
  { "refusal-repeats-key",
    { { OK CLOSING "{\"success\":false,\"result\":\"Bad token " SCRIPT_KEY "\"}" } },
    KASH_ERROR_REFUSED_KEY,
    1,
    NULL,
    "Bad token ***" },
  { "wrapped-data",
    { { OK CLOSING "{\"success\":true,\"result\":[{\"id\":1}]}" } },
    -1,
    1,
    "{\"success\":true,\"result\":[{\"id\":1}]}" },
};

/* One download; @handed_over gets what came to a data function, if not NULL. */
typedef struct
{
  KashClient *client;
  ScriptServer *server;
  GByteArray *handed_over;
  guint64 received;
  GAsyncResult *result;
} Fixture;

static void
fixture_init (Fixture *fixture, const ScriptStep *steps, guint n_steps)
{
  g_autoptr (KashAccount) account = NULL;

  memset (fixture, 0, sizeof *fixture);
  fixture->server = script_server_new (steps, n_steps, NULL);
  account = script_client_account_new ("http", script_server_get_port (fixture->server));
  fixture->client = kash_client_new (account);
  fixture->handed_over = g_byte_array_new ();
  g_object_set (fixture->client, "deadline", 1, "max-size", (guint64) 1024 * 1024, NULL);
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_object (&fixture->result);
  g_object_unref (fixture->client);
  g_byte_array_unref (fixture->handed_over);
  script_server_free (fixture->server);
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (g_bytes_get_size (data), >, 0);
  g_byte_array_append (fixture->handed_over, g_bytes_get_data (data, NULL),
                       g_bytes_get_size (data));
  fixture->received += g_bytes_get_size (data);
  g_assert_cmpuint (received, ==, fixture->received);
  g_assert_true (expected == -1 || (guint64) expected >= received);
}

static KashReply *
fixture_download (Fixture *fixture, KashResource resource, gboolean collect, GError **error)
{
  g_clear_object (&fixture->result);
  kash_client_download_resource_async (fixture->client, resource, KASH_FORMAT_JSON,
                                       collect ? NULL : on_data, fixture, NULL, NULL,
                                       script_client_on_result, &fixture->result);
  script_client_await (&fixture->result);
  return kash_client_download_resource_finish (fixture->client, fixture->result, error);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  guint n_steps = 0;

  while (n_steps < MAX_STEPS && test->steps[n_steps].bytes != NULL)
    n_steps++;

  for (int collect = 0; collect <= 1; collect++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;
      Fixture fixture;

      fixture_init (&fixture, test->steps, n_steps);
      reply = fixture_download (&fixture, test->resource, collect, &error);
      script_client_assert_error (error, test->code);
      g_assert_cmpuint (script_server_get_n_requests (fixture.server), ==, test->n_requests);
      if (test->n_requests == 0)
        g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, 2);

      if (test->sentence != NULL)
        g_assert_nonnull (strstr (error->message, test->sentence));
      if (test->body != NULL && collect)
        g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                         test->body, strlen (test->body));
      else if (test->body != NULL)
        g_assert_cmpmem (fixture.handed_over->data, fixture.handed_over->len, test->body,
                         strlen (test->body));
      else if (test->code != KASH_ERROR_TOO_LARGE)
        g_assert_cmpuint (fixture.handed_over->len, ==, 0);
      fixture_clear (&fixture);
    }
}

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
  Fixture fixture;

  fixture_init (&fixture, &step, 1);
  reply = fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);
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
  kash_client_download_report_async (fixture.client, KASH_REPORT_FEC, day, on_data, &fixture, NULL,
                                     NULL, script_client_on_result, &fixture.result);
  script_client_await (&fixture.result);
  report = kash_client_download_report_finish (fixture.client, fixture.result, &error);
  g_assert_no_error (error);
  g_assert_null (report->body);
  report_request = script_server_dup_request (fixture.server, 1);
  g_assert_true (g_str_has_prefix (report_request,
                                   "GET /workers/getSales.php?idboutique=42&key=kEy%2F9f3b%2B27"
                                   "&d=6&m=10&y=2025&formatExport=frafec HTTP/1.1\r\n"));
  fixture_clear (&fixture);
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

/* Once data was handed over, a broken connection is not tried again. */
static void
test_broken_late (void)
{
  g_autofree char *filling = g_strnfill (100000, ' ');
  g_autofree char *bytes = g_strconcat (OK "Content-Length: 200000\r\n\r\n", filling, NULL);
  const ScriptStep step = { bytes, 0, SCRIPT_RESET };

  for (int collect = 0; collect <= 1; collect++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;
      Fixture fixture;

      fixture_init (&fixture, &step, 1);
      reply = fixture_download (&fixture, KASH_RESOURCE_ITEMS, collect, &error);
      script_client_assert_error (error, KASH_ERROR_NO_ANSWER);
      g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, collect ? 2 : 1);
      if (!collect)
        g_assert_cmpuint (fixture.handed_over->len, >, 0);
      fixture_clear (&fixture);
    }
}

/* An idle connection that the server has closed meanwhile is not an error. */
static void
test_stale_connection (void)
{
  static const ScriptStep steps[] = { { OK LENGTH LIST, 0, SCRIPT_KEEP },
                                      { "", 0, SCRIPT_CLOSE },
                                      { OK LENGTH LIST, 0, SCRIPT_KEEP } };
  Fixture fixture;

  fixture_init (&fixture, steps, G_N_ELEMENTS (steps));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (reply->size, ==, 10);
    }
  g_assert_cmpuint (script_server_get_n_requests (fixture.server), ==, 3);
  g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, 2);
  fixture_clear (&fixture);
}

static GByteArray *
compress (const void *data, gsize length)
{
  g_autoptr (GConverter) compressor
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  g_autoptr (GBytes) bytes = NULL;

  g_output_stream_write_all (stream, data, length, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_bytes_unref_to_array (g_steal_pointer (&bytes));
}

static void
test_gzip (void)
{
  static const struct
  {
    const char *name;
    gsize size;
    int cut;     /* bytes missing at the end */
    int damaged; /* which byte from the end is wrong, or 0 */
    int announced_more;
    int code;
    guint n_requests;
  } tests[] = {
    { "whole", 500000, 0, 0, 0, -1, 1 },
    { "breaks-off", 500000, 20, 0, 0, KASH_ERROR_UNREADABLE, 1 },
    { "damaged-checksum", 500000, 0, 6, 0, KASH_ERROR_UNREADABLE, 1 },
    { "connection-cut", 10000, 20, 0, 20, KASH_ERROR_NO_ANSWER, 2 },
    { "bomb", 200 * 1024 * 1024, 0, 0, 0, KASH_ERROR_TOO_LARGE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *plain = g_malloc (tests[i].size);
      g_autoptr (GByteArray) body = NULL;
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;
      ScriptStep step;
      Fixture fixture;

      g_test_message ("%s", tests[i].name);
      for (gsize j = 0; j < tests[i].size; j++)
        plain[j] = tests[i].size > 1000000 ? ' ' : g_test_rand_int_range (' ', 'z');
      body = compress (plain, tests[i].size);
      g_byte_array_set_size (body, body->len - tests[i].cut);
      if (tests[i].damaged != 0)
        body->data[body->len - tests[i].damaged] ^= 0x55;
      g_string_append_printf (bytes, OK "Content-Encoding: gzip\r\nContent-Length: %u\r\n\r\n",
                              body->len + tests[i].announced_more);
      g_string_append_len (bytes, (const char *) body->data, body->len);
      step = (ScriptStep){ bytes->str, bytes->len, SCRIPT_CLOSE };

      fixture_init (&fixture, &step, 1);
      reply = fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);
      script_client_assert_error (error, tests[i].code);
      g_assert_cmpuint (script_server_get_n_requests (fixture.server), ==, tests[i].n_requests);
      if (tests[i].code == -1)
        g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                         plain, tests[i].size);
      fixture_clear (&fixture);
    }
}

/* A server that drips makes progress, and is given up all the same in the end. */
static void
test_drip (void)
{
  static const ScriptStep step = { OK CLOSING, 0, SCRIPT_DRIP };
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;
  Fixture fixture;

  fixture_init (&fixture, &step, 1);
  reply = fixture_download (&fixture, KASH_RESOURCE_ITEMS, FALSE, &error);
  script_client_assert_error (error, KASH_ERROR_NO_ANSWER);
  g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, 1);
  fixture_clear (&fixture);
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
      Fixture fixture;

      fixture_init (&fixture, i == 2 ? &endless : &silence, 1);
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
      fixture_clear (&fixture);
    }
}

/* More than the connections there are: the last ones wait their turn and are not late by that. */
static void
test_many (void)
{
  static const ScriptStep step = { OK LENGTH LIST, 0, SCRIPT_KEEP };
  GAsyncResult *results[40] = { NULL };
  Fixture fixture;

  fixture_init (&fixture, &step, 1);
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
  fixture_clear (&fixture);
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
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/kash/download/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/kash/download/request", test_request);
  g_test_add_func ("/kash/download/refused-connection", test_refused_connection);
  g_test_add_func ("/kash/download/unknown-host", test_unknown_host);
  g_test_add_func ("/kash/download/broken-late", test_broken_late);
  g_test_add_func ("/kash/download/stale-connection", test_stale_connection);
  g_test_add_func ("/kash/download/gzip", test_gzip);
  g_test_add_func ("/kash/download/drip", test_drip);
  g_test_add_func ("/kash/download/cancel", test_cancel);
  g_test_add_func ("/kash/download/many", test_many);
  g_test_add_func ("/kash/download/properties", test_properties);
  return g_test_run ();
}
