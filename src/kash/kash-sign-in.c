/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-client.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kash-exchange.h"
#include "kash-fault.h"
#include "kash-form.h"
#include "kash-json.h"
#include "kash-refusal.h"
#include "kash-session.h"
#include "kash-text.h"
#include "kash-uri.h"

#define ENDPOINT "getAuthToken.php"
#define DEADLINE 60
#define MAX_SIZE (1024 * 1024)

typedef struct
{
  char *base_url;
  char *password;
  KashExchange *exchange;
  GByteArray *body;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  explicit_bzero (sign_in->password, strlen (sign_in->password));
  g_free (sign_in->password);
  g_free (sign_in->base_url);
  g_clear_object (&sign_in->exchange);
  g_byte_array_unref (sign_in->body);
  g_free (sign_in);
}

static void
fail (GTask *task, GError *error)
{
  SignIn *sign_in = g_task_get_task_data (task);

  g_task_return_error (task, kash_fault_conceal (error, sign_in->password));
  g_object_unref (task);
}

/* Whatever the words are, it is the login or the password that isn't accepted. */
static GError *
refusal_new (JsonObject *object)
{
  g_autofree char *words = kash_refusal_dup_words (object);
  g_autofree char *sentence = NULL;

  if (words != NULL)
    sentence = g_strdup_printf (_ ("The service doesn’t accept the login or the password. "
                                   "It says: “%s”"),
                                words);
  return kash_error_new (KASH_ERROR_REFUSED_KEY, "sign-in refused",
                         sentence != NULL
                             ? sentence
                             : _ ("The service doesn’t accept the login or the password. "
                                  "Enter them again."));
}

/* The shapes of kash-api.md §1. */
static KashAccount *
read_account (SignIn *sign_in, GError **error)
{
  g_autofree char *text = kash_text_decode ((const char *) sign_in->body->data, sign_in->body->len);
  g_autoptr (JsonObject) object = kash_json_find_object (text);
  KashVerdict verdict = object != NULL ? kash_refusal_judge (object) : KASH_VERDICT_NONE;
  const char *key = NULL;
  const char *shop_id = NULL;

  if (verdict == KASH_VERDICT_NO)
    {
      g_propagate_error (error, refusal_new (object));
      return NULL;
    }
  if (verdict == KASH_VERDICT_YES)
    {
      key = kash_json_get_text (object, "APIKEY");
      shop_id = kash_json_get_text (object, "SHOPID");
    }
  if (key == NULL || shop_id == NULL)
    {
      g_propagate_error (error,
                         kash_error_new (KASH_ERROR_UNREADABLE, "no APIKEY and SHOPID in the reply",
                                         _ ("The server answers, but not as the service does. "
                                            "Check the server’s address.")));
      return NULL;
    }
  return kash_account_new (sign_in->base_url, shop_id, key, error);
}

static void
on_data (GBytes *bytes, guint64 received, gint64 expected, gpointer user_data)
{
  SignIn *sign_in = user_data;

  g_byte_array_append (sign_in->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
on_exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  guint status = kash_exchange_get_status (sign_in->exchange);
  KashAccount *account;
  GError *error = NULL;

  if (!kash_exchange_run_finish (sign_in->exchange, result, &error))
    fail (task, error);
  else if (status >= 400)
    fail (task,
          kash_fault_from_status (status, (const char *) sign_in->body->data, sign_in->body->len));
  else if (status >= 300)
    fail (task,
          kash_error_new (KASH_ERROR_NOT_SECURE, "sign-in redirected",
                          _ ("The server sends the sign-in on to another address, so it was given "
                             "up. Check the server’s address.")));
  else if ((account = read_account (sign_in, &error)) == NULL)
    fail (task, error);
  else
    {
      g_task_return_pointer (task, account, g_object_unref);
      g_object_unref (task);
    }
}

static SoupMessage *
message_new (const char *base_url, const char *login, const char *password)
{
  g_autofree char *uri = kash_uri_build (base_url, ENDPOINT, NULL);
  g_autoptr (GString) form = g_string_new (NULL);

  kash_form_append (form, "login", login);
  kash_form_append (form, "password", password);
  return soup_message_new_from_encoded_form (SOUP_METHOD_POST, uri,
                                             g_string_free (g_steal_pointer (&form), FALSE));
}

/**
 * kash_sign_in_async:
 * @base_url: the server, as for kash_account_new()
 * @login: what the person types
 * @password: what the person types
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Asks the service for the shop's id and key (kash-api.md §1). It is asked once: a broken
 * connection is for the person to try again.
 */
void
kash_sign_in_async (const char *base_url,
                    const char *login,
                    const char *password,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;
  SignIn *sign_in;
  g_autoptr (KashAccount) server = NULL;
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = NULL;
  GError *error = NULL;

  g_return_if_fail (base_url != NULL && login != NULL && password != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, kash_sign_in_async);
  sign_in = g_new0 (SignIn, 1);
  sign_in->base_url = g_strdup (base_url);
  sign_in->password = g_strdup (password);
  sign_in->body = g_byte_array_new ();
  g_task_set_task_data (task, sign_in, sign_in_free);

  /* An account in the making, to have the address checked. */
  server = kash_account_new (base_url, "-", "-", &error);
  if (server == NULL)
    {
      fail (task, error);
      return;
    }

  session = kash_session_new (kash_account_get_base_url (server));
  message = message_new (kash_account_get_base_url (server), login, password);
  sign_in->exchange = kash_exchange_new (session, message, DEADLINE, MAX_SIZE);
  kash_exchange_run_async (sign_in->exchange, on_data, sign_in, cancellable, on_exchanged, task);
}

/**
 * kash_sign_in_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the account; %NULL with a %KASH_ERROR (%KASH_ERROR_REFUSED_KEY when the
 *   login isn't accepted) or %G_IO_ERROR_CANCELLED
 */
KashAccount *
kash_sign_in_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kash_sign_in_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
