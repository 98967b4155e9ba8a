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
      ScriptFixture fixture;

      script_fixture_init (&fixture, test->steps, n_steps);
      reply = script_fixture_download (&fixture, test->resource, collect, &error);
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
      script_fixture_clear (&fixture);
    }
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
      ScriptFixture fixture;

      script_fixture_init (&fixture, &step, 1);
      reply = script_fixture_download (&fixture, KASH_RESOURCE_ITEMS, collect, &error);
      script_client_assert_error (error, KASH_ERROR_NO_ANSWER);
      g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, collect ? 2 : 1);
      if (!collect)
        g_assert_cmpuint (fixture.handed_over->len, >, 0);
      script_fixture_clear (&fixture);
    }
}

/* An idle connection that the server has closed meanwhile is not an error. */
static void
test_stale_connection (void)
{
  static const ScriptStep steps[] = { { OK LENGTH LIST, 0, SCRIPT_KEEP },
                                      { "", 0, SCRIPT_CLOSE },
                                      { OK LENGTH LIST, 0, SCRIPT_KEEP } };
  ScriptFixture fixture;

  script_fixture_init (&fixture, steps, G_N_ELEMENTS (steps));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply
          = script_fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (reply->size, ==, 10);
    }
  g_assert_cmpuint (script_server_get_n_requests (fixture.server), ==, 3);
  g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, 2);
  script_fixture_clear (&fixture);
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
    { "bomb", 64 * 1024 * 1024, 0, 0, 0, KASH_ERROR_TOO_LARGE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *plain = g_malloc (tests[i].size);
      g_autoptr (GByteArray) body = NULL;
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (KashReply) reply = NULL;
      ScriptStep step;
      ScriptFixture fixture;

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

      script_fixture_init (&fixture, &step, 1);
      reply = script_fixture_download (&fixture, KASH_RESOURCE_ITEMS, TRUE, &error);
      script_client_assert_error (error, tests[i].code);
      g_assert_cmpuint (script_server_get_n_requests (fixture.server), ==, tests[i].n_requests);
      if (tests[i].code == -1)
        g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                         plain, tests[i].size);
      script_fixture_clear (&fixture);
    }
}

/* A server that drips makes progress, and is given up all the same in the end. */
static void
test_drip (void)
{
  static const ScriptStep step = { OK CLOSING, 0, SCRIPT_DRIP };
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;
  ScriptFixture fixture;

  script_fixture_init (&fixture, &step, 1);
  reply = script_fixture_download (&fixture, KASH_RESOURCE_ITEMS, FALSE, &error);
  script_client_assert_error (error, KASH_ERROR_NO_ANSWER);
  g_assert_cmpuint (script_server_get_n_connections (fixture.server), ==, 1);
  script_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/kash/download/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/kash/download/broken-late", test_broken_late);
  g_test_add_func ("/kash/download/stale-connection", test_stale_connection);
  g_test_add_func ("/kash/download/gzip", test_gzip);
  g_test_add_func ("/kash/download/drip", test_drip);
  return g_test_run ();
}
