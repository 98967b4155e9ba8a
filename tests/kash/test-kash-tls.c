/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "script-client.h"

#include "kash-client-private.h"

#include <string.h>

#define REPLY "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"

/* What `openssl ca` needs to know, which alone can make a certificate of the past. */
#define CONFIGURATION                                                                             \
  "[req]\ndistinguished_name=name\nprompt=no\n[name]\nCN=test\n[ca]\ndefault_ca=default\n"        \
  "[default]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=policy\n" \
  "x509_extensions=extensions\n[policy]\ncommonName=supplied\n[extensions]\nsubjectAltName=%s\n"

static void
run (const char *folder, const char *command)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (command, NULL, &arguments, NULL));
  g_spawn_sync (folder, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &errors, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", command, errors);
}

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

/* A certificate that vouches for itself. */
static GTlsCertificate *
certificate_new (const char *name, const char *not_after)
{
  g_autofree char *folder = g_dir_make_tmp ("kash-tls-XXXXXX", NULL);
  g_autofree char *configuration = g_strdup_printf (CONFIGURATION, name);
  g_autofree char *sign = g_strdup_printf (
      "openssl ca -batch -notext -selfsign -config conf -keyfile key.pem -in request.pem "
      "-out cert.pem -startdate 20200101000000Z -enddate %s",
      not_after);
  g_autofree char *key_file = g_build_filename (folder, "key.pem", NULL);
  g_autofree char *cert_file = g_build_filename (folder, "cert.pem", NULL);
  g_autofree char *clean = g_strdup_printf ("rm -r %s", folder);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate;

  write_file (folder, "conf", configuration);
  write_file (folder, "index", "");
  write_file (folder, "serial", "01\n");
  run (folder, "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config conf "
               "-keyout key.pem "
               "-out request.pem");
  run (folder, sign);

  certificate = g_tls_certificate_new_from_files (cert_file, key_file, &error);
  g_assert_no_error (error);
  run ("/", clean);
  return certificate;
}

static void
test_certificates (void)
{
  static const struct
  {
    const char *name;
    const char *not_after;
    const char *sentence;
  } cases[] = {
    { "IP:127.0.0.1", "20990101000000Z", "self-signed" },
    { "IP:127.0.0.1", "20200201000000Z", "expired" },
    { "DNS:other.example", "20990101000000Z", "another name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const ScriptStep step = { REPLY };
      g_autoptr (GTlsCertificate) certificate = certificate_new (cases[i].name, cases[i].not_after);
      g_autoptr (ScriptServer) server = script_server_new (&step, 1, certificate);
      g_autoptr (KashAccount) account
          = script_client_account_new ("https", script_server_get_port (server));
      g_autoptr (KashClient) client = kash_client_new (account);
      g_autoptr (KashOrder) order = kash_order_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) order_result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) order_error = NULL;

      kash_client_download_resource_async (client, KASH_RESOURCE_ITEMS, KASH_FORMAT_JSON, NULL,
                                           NULL, NULL, NULL, script_client_on_result, &result);
      script_client_await (&result);
      g_assert_null (kash_client_download_resource_finish (client, result, &error));
      script_client_assert_error (error, KASH_ERROR_NOT_SECURE);
      g_assert_nonnull (strstr (error->message, cases[i].sentence));

      /* An order doesn't get out either, and that is known. */
      order->payment = KASH_PAYMENT_QUOTE;
      g_ptr_array_add (order->lines, kash_order_line_new (KASH_LINE_ITEM, 12));
      kash_client_send_order_async (client, order, NULL, script_client_on_result, &order_result);
      script_client_await (&order_result);
      g_assert_null (kash_client_send_order_finish (client, order_result, &order_error));
      script_client_assert_error (order_error, KASH_ERROR_NOT_SECURE);
      g_assert_cmpuint (script_server_get_n_requests (server), ==, 0);
    }
}

/* The same certificates at a client that trusts them: only the good one is good enough. */
static void
test_trusted (void)
{
  static const struct
  {
    const char *name;
    const char *not_after;
    int code;
    const char *sentence;
  } cases[] = {
    { "IP:127.0.0.1", "20990101000000Z", -1, NULL },
    { "IP:127.0.0.1", "20200201000000Z", KASH_ERROR_NOT_SECURE, "expired" },
    { "DNS:other.example", "20990101000000Z", KASH_ERROR_NOT_SECURE, "another name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const ScriptStep step = { REPLY };
      g_autoptr (GTlsCertificate) certificate = certificate_new (cases[i].name, cases[i].not_after);
      g_autoptr (ScriptServer) server = script_server_new (&step, 1, certificate);
      g_autoptr (KashAccount) account
          = script_client_account_new ("https", script_server_get_port (server));
      g_autoptr (KashClient) client = kash_client_new (account);
      g_autofree char *pem = NULL;
      g_autofree char *file = NULL;
      g_autoptr (GTlsDatabase) database = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (KashReply) reply = NULL;
      g_autoptr (GError) error = NULL;

      g_object_get (certificate, "certificate-pem", &pem, NULL);
      file = g_build_filename (g_get_user_runtime_dir (), "trusted.pem", NULL);
      g_assert_true (g_file_set_contents (file, pem, -1, NULL));
      database = g_tls_file_database_new (file, &error);
      g_assert_no_error (error);
      soup_session_set_tls_database (kash_client_get_session (client), database);

      kash_client_download_resource_async (client, KASH_RESOURCE_ITEMS, KASH_FORMAT_JSON, NULL,
                                           NULL, NULL, NULL, script_client_on_result, &result);
      script_client_await (&result);
      reply = kash_client_download_resource_finish (client, result, &error);
      script_client_assert_error (error, cases[i].code);
      if (cases[i].sentence != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].sentence));
      g_assert_cmpuint (script_server_get_n_requests (server), ==, cases[i].code == -1 ? 1 : 0);
    }
}

/* A server that answers in the clear on the secure port. */
static void
test_not_tls (void)
{
  static const ScriptStep step = { REPLY };
  g_autoptr (ScriptServer) server = script_server_new (&step, 1, NULL);
  g_autoptr (KashAccount) account
      = script_client_account_new ("https", script_server_get_port (server));
  g_autoptr (KashClient) client = kash_client_new (account);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (client, "deadline", 1, NULL);
  kash_client_download_resource_async (client, KASH_RESOURCE_ITEMS, KASH_FORMAT_JSON, NULL, NULL,
                                       NULL, NULL, script_client_on_result, &result);
  script_client_await (&result);
  g_assert_null (kash_client_download_resource_finish (client, result, &error));
  g_assert_true (error->code == KASH_ERROR_NOT_SECURE || error->code == KASH_ERROR_NO_NETWORK);
}

int
main (int argc, char *argv[])
{
  /* The desktop's proxy settings are out of sight of isolated tests. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/tls/certificates", test_certificates);
  g_test_add_func ("/kash/tls/trusted", test_trusted);
  g_test_add_func ("/kash/tls/not-tls", test_not_tls);
  return g_test_run ();
}
