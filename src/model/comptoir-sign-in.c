/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sign-in.h"

#include <string.h>

#include "kash-client.h"

/* People type a host; the scheme is ours to add. */
static char *
dup_address (const char *server)
{
  g_autofree char *text = g_strstrip (g_strdup (server));

  if (*text == '\0')
    return g_strdup (KASH_DEFAULT_BASE_URL);
  if (strstr (text, "://") == NULL)
    return g_strconcat ("https://", text, NULL);
  return g_steal_pointer (&text);
}

static void
on_login_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  KashAccount *account = kash_sign_in_finish (result, &error);

  if (account != NULL)
    g_task_return_pointer (task, account, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_key_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply
      = kash_client_download_resource_finish (KASH_CLIENT (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * comptoir_sign_in_with_login_async:
 * @server: its address as it was typed; without a scheme it is https, "" is the usual one
 * @login: the login
 * @password: the password
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is tried
 * @user_data: for @callback
 *
 * Asks the service for the shop and the key of a login.
 */
void
comptoir_sign_in_with_login_async (const char *server,
                                   const char *login,
                                   const char *password,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;
  GTask *task;

  g_return_if_fail (server != NULL && login != NULL && password != NULL);

  address = dup_address (server);
  name = g_strstrip (g_strdup (login));
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sign_in_with_login_async);
  kash_sign_in_async (address, name, password, cancellable, on_login_tried, task);
}

/**
 * comptoir_sign_in_with_key_async:
 * @server: its address as it was typed; without a scheme it is https, "" is the usual one
 * @shop_id: the shop
 * @key: its key
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is tried
 * @user_data: for @callback
 *
 * Tries a key. The service has no call for that: a small list stands in for it.
 */
void
comptoir_sign_in_with_key_async (const char *server,
                                 const char *shop_id,
                                 const char *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autofree char *address = NULL;
  g_autofree char *shop = NULL;
  g_autoptr (KashClient) client = NULL;
  KashAccount *account;
  GError *error = NULL;
  GTask *task;
  char *secret;

  g_return_if_fail (server != NULL && shop_id != NULL && key != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sign_in_with_key_async);
  address = dup_address (server);
  shop = g_strstrip (g_strdup (shop_id));
  secret = g_strstrip (g_strdup (key));
  account = kash_account_new (address, shop, secret, &error);
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
  if (account == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, account, g_object_unref);
  client = kash_client_new (account);
  kash_client_download_resource_async (client, KASH_RESOURCE_DEPARTMENTS, KASH_FORMAT_JSON, NULL,
                                       NULL, NULL, cancellable, on_key_tried, task);
}

/**
 * comptoir_sign_in_finish:
 * @result: the result of either
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account; %NULL with a %KASH_ERROR
 *   (%KASH_ERROR_REFUSED_KEY when the login or the key isn't accepted) or %G_IO_ERROR_CANCELLED
 */
KashAccount *
comptoir_sign_in_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_sign_in_with_login_async)
                            || g_async_result_is_tagged (result, comptoir_sign_in_with_key_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
