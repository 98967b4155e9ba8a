/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include <string.h>

#define OK      "HTTP/1.1 200 OK\r\n"
#define CLOSING "Connection: close\r\n\r\n"
#define NONE    "Content-Length: 0\r\n\r\n"

/* The password is as secret as the key. */
#define PASSWORD SCRIPT_KEY

static KashAccount *
sign_in (const char *base_url, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kash_sign_in_async (base_url, "me@example.com", PASSWORD, NULL, script_client_on_result, &result);
  script_client_await (&result);
  return kash_sign_in_finish (result, error);
}

static void
test_replies (void)
{
  static const struct
  {
    const char *name;
    ScriptStep step;
    int code; /* a KashError, or -1 */
    const char *sentence;
  } cases[] = {
    { "strings", { OK CLOSING "{\"result\":\"OK\",\"APIKEY\":\"abc\",\"SHOPID\":\"42\"}" }, -1 },
    { "number", { OK CLOSING "\n{\"result\":\"OK\",\"APIKEY\":\"abc\",\"SHOPID\":42}" }, -1 },
    { "success", { OK CLOSING "{\"success\":true,\"APIKEY\":\"abc\",\"SHOPID\":42}" }, -1 },
    { "warning",
      { OK CLOSING "<b>Warning</b>: x\n{\"result\":\"OK\",\"APIKEY\":\"abc\",\"SHOPID\":42}" },
      -1 },
    { "refusal",
      { OK CLOSING "{\"result\":\"ERROR\",\"message\":\"Compte inconnu\"}" },
      KASH_ERROR_REFUSED_KEY,
      "“Compte inconnu”" },
    { "refusal-success",
      { OK CLOSING "{\"success\":false,\"result\":\"Wrong password " PASSWORD "\"}" },
      KASH_ERROR_REFUSED_KEY,
      "“Wrong password ***”" },
    { "refusal-wordless", { OK CLOSING "{\"result\":\"ERROR\"}" }, KASH_ERROR_REFUSED_KEY },
    { "no-key", { OK CLOSING "{\"result\":\"OK\",\"SHOPID\":\"42\"}" }, KASH_ERROR_UNREADABLE },
    { "empty-key",
      { OK CLOSING "{\"result\":\"OK\",\"APIKEY\":\"\",\"SHOPID\":\"42\"}" },
      KASH_ERROR_UNREADABLE },
    { "no-shop", { OK CLOSING "{\"result\":\"OK\",\"APIKEY\":\"abc\"}" }, KASH_ERROR_UNREADABLE },
    { "null-shop",
      { OK CLOSING "{\"result\":\"OK\",\"APIKEY\":\"abc\",\"SHOPID\":null}" },
      KASH_ERROR_UNREADABLE },
    { "no-result", { OK CLOSING "{\"APIKEY\":\"abc\",\"SHOPID\":\"42\"}" }, KASH_ERROR_UNREADABLE },
    { "page", { OK CLOSING "<html>Bonjour</html>" }, KASH_ERROR_UNREADABLE },
    { "empty", { OK NONE }, KASH_ERROR_UNREADABLE },
    { "list", { OK CLOSING "[]" }, KASH_ERROR_UNREADABLE },
    { "endless", { OK CLOSING, 0, SCRIPT_ENDLESS }, KASH_ERROR_TOO_LARGE },
    { "401", { "HTTP/1.1 401 No\r\n" NONE }, KASH_ERROR_REFUSED_KEY },
    { "403",
      { "HTTP/1.1 403 No\r\n" CLOSING "{\"message\":\"Compte bloqué\"}" },
      KASH_ERROR_REFUSED_KEY,
      "“Compte bloqué”" },
    { "404", { "HTTP/1.1 404 No\r\n" NONE }, KASH_ERROR_NOT_FOUND },
    { "429", { "HTTP/1.1 429 No\r\n" NONE }, KASH_ERROR_TOO_MANY },
    { "500", { "HTTP/1.1 500 No\r\n" NONE }, KASH_ERROR_SERVER_FAULT },
    { "302", { "HTTP/1.1 302 Found\r\nLocation: /here\r\n" NONE }, KASH_ERROR_NOT_SECURE },
    { "308",
      { "HTTP/1.1 308 Found\r\nLocation: https://example.com/\r\n" NONE },
      KASH_ERROR_NOT_SECURE },
    { "reset", { "", 0, SCRIPT_RESET }, KASH_ERROR_NO_ANSWER },
    { "short", { OK "Content-Length: 99\r\n\r\n{" }, KASH_ERROR_NO_ANSWER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScriptServer) server = script_server_new (&cases[i].step, 1, NULL);
      g_autofree char *base_url
          = g_strdup_printf ("http://127.0.0.1:%u/", script_server_get_port (server));
      g_autoptr (GError) error = NULL;
      g_autoptr (KashAccount) account = sign_in (base_url, &error);

      g_test_message ("%s", cases[i].name);
      script_client_assert_error (error, cases[i].code);
      g_assert_cmpuint (script_server_get_n_connections (server), ==, 1);
      if (cases[i].sentence != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].sentence));
      if (cases[i].code == -1)
        {
          g_assert_cmpstr (kash_account_get_shop_id (account), ==, "42");
          g_assert_cmpstr (kash_account_get_key (account), ==, "abc");
        }
    }
}

static void
test_request (void)
{
  static const ScriptStep step = { OK NONE };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);
  g_autofree char *base_url
      = g_strdup_printf ("http://127.0.0.1:%u/a/", script_server_get_port (server));
  g_autoptr (KashAccount) account = sign_in (base_url, NULL);
  g_autofree char *request = script_server_dup_request (server, 0);

  g_assert_true (g_str_has_prefix (request, "POST /a/workers/getAuthToken.php HTTP/1.1\r\n"));
  g_assert_true (
      g_str_has_suffix (request, "\r\n\r\nlogin=me%40example.com&password=kEy%2F9f3b%2B27"));
}

static void
test_bad_addresses (void)
{
  static const struct
  {
    const char *base_url;
    int code;
  } cases[] = {
    { "http://kash.click", KASH_ERROR_NOT_SECURE },
    { "kash.click", KASH_ERROR_INVALID },
    { "https://nowhere.invalid", KASH_ERROR_NO_NETWORK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashAccount) account = sign_in (cases[i].base_url, &error);

      script_client_assert_error (error, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  /* The desktop's proxy settings are out of sight of isolated tests. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/sign-in/replies", test_replies);
  g_test_add_func ("/kash/sign-in/request", test_request);
  g_test_add_func ("/kash/sign-in/bad-addresses", test_bad_addresses);
  return g_test_run ();
}
