/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a shop with its key, the demo shop, and signing out. */

#include "comptoir-session-private.h"

#include "comptoir-keyring.h"
#include "demo-books.h"

static void
on_key_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirSession *self = g_task_get_source_object (task);
  ComptoirAccountEntry *entry = g_task_get_task_data (task);
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (GError) error = NULL;
  char *key = comptoir_keyring_load_finish (result, &error);

  if (key != NULL)
    account = kash_account_new (comptoir_account_entry_get_base_url (entry),
                                comptoir_account_entry_get_shop_id (entry), key, &error);
  comptoir_keyring_free_key (key);
  if (account == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_object_ref (comptoir_session_open_shop (self, entry, account)),
                           g_object_unref);
}

static void
on_demo_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirSession *self = g_task_get_source_object (task);
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_clear_object (&self->demo);
  self->demo = comptoir_demo_new_finish (result, &error);
  if (self->demo == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  account = comptoir_demo_dup_account (self->demo);
  id = kash_account_dup_id (account);
  entry = comptoir_account_entry_new (id, kash_account_get_base_url (account),
                                      kash_account_get_shop_id (account));
  comptoir_account_entry_set_title (entry, DEMO_SHOP_TITLE);
  g_object_set (entry, "session-only", TRUE, NULL);
  g_list_store_append (self->demos, entry);
  g_task_return_pointer (task, g_object_ref (comptoir_session_open_shop (self, entry, account)),
                         g_object_unref);
}

static void
on_things_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  comptoir_session_release ();
  if (comptoir_store_forget_finish (COMPTOIR_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A key that isn't there any more is as good as forgotten; the rest is deleted all the same. */
static void
on_key_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirSession *self = g_task_get_source_object (task);
  ComptoirAccountEntry *entry = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  comptoir_keyring_forget_finish (result, &error);
  comptoir_store_forget_async (comptoir_session_get_store (self),
                               comptoir_account_entry_get_id (entry), NULL, on_things_forgotten,
                               g_steal_pointer (&task));
}

/**
 * comptoir_session_open_async:
 * @self: a session
 * @entry: a shop
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a shop with the key that is at hand or in the keyring.
 */
void
comptoir_session_open_async (ComptoirSession *self,
                             ComptoirAccountEntry *entry,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  ComptoirShop *shop;

  g_return_if_fail (COMPTOIR_IS_SESSION (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_session_open_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  shop = g_hash_table_lookup (self->open, comptoir_account_entry_get_id (entry));
  if (shop != NULL)
    g_task_return_pointer (task, g_object_ref (shop), g_object_unref);
  else
    comptoir_keyring_load_async (comptoir_account_entry_get_id (entry), cancellable, on_key_loaded,
                                 g_steal_pointer (&task));
}

/**
 * comptoir_session_open_finish:
 * @self: a session
 * @result: the result
 * @error: return location; %COMPTOIR_STORE_ERROR_NOT_FOUND or
 *   %COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE when the key has to be asked for
 *
 * Returns: (transfer full): the open shop
 */
ComptoirShop *
comptoir_session_open_finish (ComptoirSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_session_open_demo_async:
 * @self: a session
 * @seed: the same seed gives the same shop
 * @today: (nullable): the day it is there, %NULL for the real one
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens the demo shop, which lasts as long as the session.
 */
void
comptoir_session_open_demo_async (ComptoirSession *self,
                                  guint32 seed,
                                  const GDate *today,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (ComptoirAccountEntry) entry = NULL;

  g_return_if_fail (COMPTOIR_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_session_open_demo_async);
  entry = g_list_model_get_item (G_LIST_MODEL (self->demos), 0);
  if (entry != NULL)
    g_task_return_pointer (
        task,
        g_object_ref (g_hash_table_lookup (self->open, comptoir_account_entry_get_id (entry))),
        g_object_unref);
  else
    comptoir_demo_new_async (seed, today, cancellable, on_demo_made, g_steal_pointer (&task));
}

/**
 * comptoir_session_open_demo_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the open demo shop
 */
ComptoirShop *
comptoir_session_open_demo_finish (ComptoirSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_session_sign_out_async:
 * @self: a session
 * @entry: a shop
 * @cancellable: (nullable): a cancellable
 * @callback: called when nothing is kept of it any more
 * @user_data: for @callback
 *
 * Closes a shop at once, then forgets its key and all that is kept of it on this computer.
 */
void
comptoir_session_sign_out_async (ComptoirSession *self,
                                 ComptoirAccountEntry *entry,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  guint position;

  g_return_if_fail (COMPTOIR_IS_SESSION (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_session_sign_out_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  g_hash_table_remove (self->open, comptoir_account_entry_get_id (entry));
  if (g_list_store_find (self->demos, entry, &position))
    {
      g_list_store_remove (self->demos, position);
      g_clear_object (&self->demo);
      g_task_return_boolean (task, TRUE);
      return;
    }
  comptoir_session_hold ();
  comptoir_account_list_remove (self->accounts, entry);
  comptoir_keyring_forget_async (comptoir_account_entry_get_id (entry), cancellable,
                                 on_key_forgotten, g_steal_pointer (&task));
}

/**
 * comptoir_session_sign_out_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: whether all that was kept is deleted
 */
gboolean
comptoir_session_sign_out_finish (ComptoirSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
