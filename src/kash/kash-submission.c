/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-client-private.h"

#include <string.h>

#include "kash-fault.h"
#include "kash-text.h"
#include "kash-uri.h"

#define ENDPOINT "webapp.php"
#define MAX_SIZE (1024 * 1024)

typedef struct
{
  char *key;
  KashExchange *exchange;
  GByteArray *body;
} Submission;

static void
submission_free (gpointer data)
{
  Submission *submission = data;

  explicit_bzero (submission->key, strlen (submission->key));
  g_free (submission->key);
  g_clear_object (&submission->exchange);
  g_byte_array_unref (submission->body);
  g_free (submission);
}

static void
fail (GTask *task, GError *error)
{
  Submission *submission = g_task_get_task_data (task);

  g_task_return_error (task, kash_fault_conceal (error, submission->key));
  g_object_unref (task);
}

/* Takes @error. Once the request was handed to a connection, nobody knows what became of it. */
static GError *
unknown_outcome_new (GError *error)
{
  const char *detail = kash_error_get_detail (error);
  GError *unknown
      = kash_error_new (KASH_ERROR_UNKNOWN_OUTCOME, detail != NULL ? detail : error->message, NULL);

  g_error_free (error);
  return unknown;
}

static void
conceal (char **text, const char *key)
{
  char *concealed = kash_text_conceal (*text, key);

  g_free (*text);
  *text = concealed;
}

/* A server may repeat the key; a link that holds it must not be shown or followed either. */
static void
conceal_key (KashOrderReply *reply, const char *key)
{
  conceal (&reply->text, key);
  conceal (&reply->message, key);
  conceal (&reply->order_id, key);
  conceal (&reply->invoice, key);
  conceal (&reply->quote, key);
  conceal (&reply->payment_link, key);
}

static void
on_data (GBytes *bytes, guint64 received, gint64 expected, gpointer user_data)
{
  Submission *submission = user_data;

  g_byte_array_append (submission->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
on_exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Submission *submission = g_task_get_task_data (task);
  guint status = kash_exchange_get_status (submission->exchange);
  KashOrderReply *reply;
  GError *error = NULL;

  if (!kash_exchange_run_finish (submission->exchange, result, &error))
    {
      if (kash_exchange_was_sent (submission->exchange))
        error = unknown_outcome_new (error);
      fail (task, error);
      return;
    }
  if (status >= 300 && status < 400)
    {
      fail (task, kash_error_new (KASH_ERROR_UNKNOWN_OUTCOME, "the order was redirected", NULL));
      return;
    }

  reply = kash_order_reply_parse (status, (const char *) submission->body->data,
                                  submission->body->len);
  conceal_key (reply, submission->key);
  g_task_return_pointer (task, reply, (GDestroyNotify) kash_order_reply_free);
  g_object_unref (task);
}

static SoupMessage *
message_new (KashAccount *account, const KashOrder *order)
{
  g_autofree char *uri = kash_uri_build (kash_account_get_base_url (account), ENDPOINT, NULL);
  char *form = kash_order_encode (order, kash_account_get_shop_id (account),
                                  kash_account_get_key (account));

  return soup_message_new_from_encoded_form (SOUP_METHOD_POST, uri, form);
}

/**
 * kash_client_send_order_async:
 * @self: a client
 * @order: (transfer none): an order, no longer needed when this returns
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Sends an order (kash-api.md §4), exactly once.
 */
void
kash_client_send_order_async (KashClient *self,
                              KashOrder *order,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  KashAccount *account;
  Submission *submission;
  g_autoptr (SoupMessage) message = NULL;
  GError *error = NULL;

  g_return_if_fail (KASH_IS_CLIENT (self));
  g_return_if_fail (order != NULL);

  account = kash_client_get_account (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kash_client_send_order_async);
  /* Cancelling must not hide an outcome that isn't known. */
  g_task_set_check_cancellable (task, FALSE);

  submission = g_new0 (Submission, 1);
  submission->key = g_strdup (kash_account_get_key (account));
  submission->body = g_byte_array_new ();
  g_task_set_task_data (task, submission, submission_free);

  if (!kash_order_validate (order, &error))
    {
      fail (task, error);
      return;
    }

  message = message_new (account, order);
  submission->exchange = kash_client_start_exchange (self, message, MAX_SIZE);
  kash_exchange_run_async (submission->exchange, on_data, submission, cancellable, on_exchanged,
                           task);
}

/**
 * kash_client_send_order_finish:
 * @self: a client
 * @result: the result
 * @error: return location
 *
 * %KASH_ERROR_UNKNOWN_OUTCOME is what anything is that happens after the request was handed to a
 * connection, cancelling included. After every other error nothing was sent.
 *
 * Returns: (transfer full): what the service said, which may be unclear too; %NULL with a
 *   %KASH_ERROR or %G_IO_ERROR_CANCELLED
 */
KashOrderReply *
kash_client_send_order_finish (KashClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kash_client_send_order_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
