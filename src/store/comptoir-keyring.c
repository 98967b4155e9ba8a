/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <sys/resource.h>

static const SecretSchema schema = {
  COMPTOIR_APPLICATION_ID ".ApiKey",
  SECRET_SCHEMA_NONE,
  { { "account", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static GHashTable *
create_attributes (const char *account)
{
  return secret_attributes_build (&schema, "account", account, NULL);
}

/* Operations that begin at the same time share a connection, and one may see another's cancelling:
 * only one's own counts. No bus, no service on it, no collection, or one that stays locked: for the
 * person it is the same. What libsecret says about it goes to the debug log, it holds no secret. */
static void
return_error (GTask *task, GError *error)
{
  if (g_task_return_error_if_cancelled (task))
    {
      g_error_free (error);
      return;
    }
  g_debug ("Secret Service: %s", error->message);
  if (error->domain == SECRET_ERROR && error->code != SECRET_ERROR_IS_LOCKED
      && error->code != SECRET_ERROR_NO_SUCH_OBJECT)
    g_task_return_error (task, comptoir_store_error_new (COMPTOIR_STORE_ERROR_FAILED));
  else
    g_task_return_error (task, comptoir_store_error_new (COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE));
  g_error_free (error);
}

/* Before libsecret connects, for the reason above. */
static gboolean
return_if_cancelled (GTask *task)
{
  if (!g_task_return_error_if_cancelled (task))
    return FALSE;
  g_object_unref (task);
  return TRUE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    return_error (task, error);
  else
    g_task_return_error (task, comptoir_store_error_new (COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *key = secret_password_lookup_nonpageable_finish (result, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) comptoir_keyring_free_key);
  else if (error != NULL)
    return_error (task, error);
  else
    g_task_return_error (task, comptoir_store_error_new (COMPTOIR_STORE_ERROR_NOT_FOUND));
}

/* That there was nothing to forget is no error. */
static void
on_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * comptoir_keyring_forbid_dumps:
 *
 * Keeps the memory of this program, with the key in it, off the disk when it crashes. Those who
 * collect dumps for the whole system go by the same limit (systemd-coredump(8)). The process stays
 * “dumpable” in the sense of prctl(2), or portals couldn't tell who asks.
 */
void
comptoir_keyring_forbid_dumps (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_CORE, &limit) == 0)
    {
      limit.rlim_cur = 0;
      setrlimit (RLIMIT_CORE, &limit);
    }
}

/**
 * comptoir_keyring_save_async:
 * @account: the account's id
 * @title: the shop's title, for the person who looks through the keyring
 * @key: the API key
 *
 * Keeps a key in the person's default keyring, in the place of an older one of that account. The
 * person may be asked to unlock it.
 */
void
comptoir_keyring_save_async (const char *account,
                             const char *title,
                             const char *key,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  GTask *task;

  g_return_if_fail (account != NULL && title != NULL && key != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_keyring_save_async);
  if (return_if_cancelled (task))
    return;
  attributes = create_attributes (account);
  /* Translators: %s is the name of a shop. */
  label = g_strdup_printf (_ ("Kash key of the shop “%s”"), title);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, key, cancellable,
                          on_saved, task);
}

/**
 * comptoir_keyring_save_finish:
 * @error: %COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE where no unlocked keyring is to be had
 *
 * Returns: whether the key is kept
 */
gboolean
comptoir_keyring_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * comptoir_keyring_load_async:
 * @account: the account's id
 *
 * Looks up a key. The person may be asked to unlock the keyring.
 */
void
comptoir_keyring_load_async (const char *account,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GHashTable) attributes = NULL;
  GTask *task;

  g_return_if_fail (account != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_keyring_load_async);
  if (return_if_cancelled (task))
    return;
  attributes = create_attributes (account);
  secret_password_lookupv (&schema, attributes, cancellable, on_loaded, task);
}

/**
 * comptoir_keyring_load_finish:
 * @error: %COMPTOIR_STORE_ERROR_NOT_FOUND where no key of the account is kept,
 *   %COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE where no unlocked keyring is to be had
 *
 * Returns: (transfer full) (nullable): the key in memory that isn't swapped out where that is
 *   possible; free with comptoir_keyring_free_key()
 */
char *
comptoir_keyring_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_keyring_free_key:
 * @key: (transfer full) (nullable): what comptoir_keyring_load_finish() gave
 *
 * Wipes and frees a key.
 */
void
comptoir_keyring_free_key (char *key)
{
  secret_password_free (key);
}

/**
 * comptoir_keyring_forget_async:
 * @account: the account's id
 *
 * Removes the key of an account, if there is one.
 */
void
comptoir_keyring_forget_async (const char *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GHashTable) attributes = NULL;
  GTask *task;

  g_return_if_fail (account != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_keyring_forget_async);
  if (return_if_cancelled (task))
    return;
  attributes = create_attributes (account);
  secret_password_clearv (&schema, attributes, cancellable, on_forgotten, task);
}

/**
 * comptoir_keyring_forget_finish:
 * @error: %COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE where no unlocked keyring is to be had
 */
gboolean
comptoir_keyring_forget_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
