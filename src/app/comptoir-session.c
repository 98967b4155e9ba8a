/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-session.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "comptoir-keyring.h"
#include "demo-books.h"

struct _ComptoirSession
{
  GObject parent_instance;

  ComptoirStore *store;          /* what lasts; NULL when nothing is to */
  ComptoirStore *passing_store;  /* what goes with the session; made when first needed */
  ComptoirAccountList *accounts; /* kept in the store, or in the passing one */
  GListStore *demos;
  GListModel *shops; /* the accounts, then the demo */
  GHashTable *open;  /* account id → ComptoirShop */
  ComptoirDemo *demo;
};

G_DEFINE_FINAL_TYPE (ComptoirSession, comptoir_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  KEY_NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Without a folder for it the demo shop keeps nothing, which does no harm. */
static ComptoirStore *
get_passing_store (ComptoirSession *self)
{
  g_autofree char *folder = NULL;

  if (self->passing_store == NULL)
    {
      folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
      if (folder != NULL)
        self->passing_store = comptoir_store_new (folder);
    }
  return self->passing_store;
}

static void
drop_passing_store (ComptoirSession *self)
{
  g_autofree char *folder = NULL;

  if (self->passing_store == NULL)
    return;
  folder = g_strdup (comptoir_store_get_folder (self->passing_store));
  comptoir_store_flush (self->passing_store);
  g_clear_object (&self->passing_store);
  remove_folder (folder);
}

static gboolean
is_demo (ComptoirSession *self, ComptoirAccountEntry *entry)
{
  return g_list_store_find (self->demos, entry, NULL);
}

static ComptoirShop *
open_shop (ComptoirSession *self, ComptoirAccountEntry *entry, KashAccount *account)
{
  const char *id = comptoir_account_entry_get_id (entry);
  ComptoirShop *shop = g_hash_table_lookup (self->open, id);

  if (shop != NULL)
    {
      comptoir_shop_set_account (shop, account);
      return shop;
    }
  shop = comptoir_shop_new (
      entry, account,
      self->store != NULL && !is_demo (self, entry) ? self->store : get_passing_store (self));
  g_hash_table_insert (self->open, g_strdup (id), shop);
  return shop;
}

/* What concerns the keyring is seen through even when the last window closes meanwhile. */
static void
hold (void)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

static void
release (void)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

typedef struct
{
  ComptoirSession *session;
  ComptoirAccountEntry *entry;
} Keeping;

static void
on_key_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *keeping = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_keyring_save_finish (result, &error))
    {
      g_object_set (keeping->entry, "session-only", TRUE, NULL);
      g_signal_emit (keeping->session, signals[KEY_NOT_KEPT], 0, keeping->entry);
    }
  g_object_unref (keeping->session);
  g_object_unref (keeping->entry);
  g_free (keeping);
  release ();
}

static void
save_key (ComptoirSession *self, ComptoirAccountEntry *entry, KashAccount *account)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  hold ();
  keeping->session = g_object_ref (self);
  keeping->entry = g_object_ref (entry);
  comptoir_keyring_save_async (comptoir_account_entry_get_id (entry),
                               comptoir_account_entry_get_title (entry),
                               kash_account_get_key (account), NULL, on_key_saved, keeping);
}

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
    g_task_return_pointer (task, g_object_ref (open_shop (self, entry, account)), g_object_unref);
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
  g_task_return_pointer (task, g_object_ref (open_shop (self, entry, account)), g_object_unref);
}

static void
on_things_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  release ();
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

static void
comptoir_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, COMPTOIR_SESSION (object)->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STORE:
      COMPTOIR_SESSION (object)->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_session_constructed (GObject *object)
{
  ComptoirSession *self = COMPTOIR_SESSION (object);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  G_OBJECT_CLASS (comptoir_session_parent_class)->constructed (object);
  self->accounts = comptoir_account_list_new (comptoir_session_get_store (self));
  g_list_store_append (lists, self->accounts);
  g_list_store_append (lists, self->demos);
  self->shops = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
comptoir_session_dispose (GObject *object)
{
  ComptoirSession *self = COMPTOIR_SESSION (object);

  g_hash_table_remove_all (self->open);
  g_clear_object (&self->shops);
  g_clear_object (&self->accounts);
  g_clear_object (&self->demo);
  if (self->store != NULL)
    comptoir_store_flush (self->store);
  g_clear_object (&self->store);
  drop_passing_store (self);
  G_OBJECT_CLASS (comptoir_session_parent_class)->dispose (object);
}

static void
comptoir_session_finalize (GObject *object)
{
  ComptoirSession *self = COMPTOIR_SESSION (object);

  g_hash_table_unref (self->open);
  g_object_unref (self->demos);
  G_OBJECT_CLASS (comptoir_session_parent_class)->finalize (object);
}

static void
comptoir_session_class_init (ComptoirSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = comptoir_session_constructed;
  object_class->dispose = comptoir_session_dispose;
  object_class->finalize = comptoir_session_finalize;
  object_class->get_property = comptoir_session_get_property;
  object_class->set_property = comptoir_session_set_property;

  properties[PROP_STORE]
      = g_param_spec_object ("store", NULL, NULL, COMPTOIR_TYPE_STORE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[KEY_NOT_KEPT]
      = g_signal_new ("key-not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, COMPTOIR_TYPE_ACCOUNT_ENTRY);
}

static void
comptoir_session_init (ComptoirSession *self)
{
  self->demos = g_list_store_new (COMPTOIR_TYPE_ACCOUNT_ENTRY);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * comptoir_session_new:
 * @store: (nullable): where accounts are kept, %NULL to keep nothing past the session
 *
 * Returns: (transfer full): a session
 */
ComptoirSession *
comptoir_session_new (ComptoirStore *store)
{
  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);

  return g_object_new (COMPTOIR_TYPE_SESSION, "store", store, NULL);
}

/**
 * comptoir_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): where accounts are kept
 */
ComptoirStore *
comptoir_session_get_store (ComptoirSession *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);

  return self->store != NULL ? self->store : get_passing_store (self);
}

/**
 * comptoir_session_get_shops:
 * @self: a session
 *
 * Returns: (transfer none): every #ComptoirAccountEntry there is, the demo shop's last
 */
GListModel *
comptoir_session_get_shops (ComptoirSession *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);

  return self->shops;
}

/**
 * comptoir_session_get_demo:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the demo shop, where one was opened
 */
ComptoirDemo *
comptoir_session_get_demo (ComptoirSession *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);

  return self->demo;
}

/**
 * comptoir_session_find:
 * @self: a session
 * @id: an account's id
 *
 * Returns: (transfer none) (nullable): the entry of that id
 */
ComptoirAccountEntry *
comptoir_session_find (ComptoirSession *self, const char *id)
{
  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->shops); i++)
    {
      g_autoptr (ComptoirAccountEntry) entry = g_list_model_get_item (self->shops, i);

      if (g_strcmp0 (comptoir_account_entry_get_id (entry), id) == 0)
        return entry;
    }
  return NULL;
}

/**
 * comptoir_session_get_current:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the shop to open at the start
 */
ComptoirAccountEntry *
comptoir_session_get_current (ComptoirSession *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);

  return comptoir_account_list_get_current (self->accounts);
}

/**
 * comptoir_session_set_current:
 * @self: a session
 * @entry: a shop that was opened
 *
 * Makes it the one to open at the next start; the demo shop never is.
 */
void
comptoir_session_set_current (ComptoirSession *self, ComptoirAccountEntry *entry)
{
  g_return_if_fail (COMPTOIR_IS_SESSION (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  if (!is_demo (self, entry))
    comptoir_account_list_set_current (self->accounts, entry);
}

/**
 * comptoir_session_add:
 * @self: a session
 * @account: an account that was tried and works
 * @keep: whether its key is to be kept in the keyring
 *
 * Adds a shop, or gives a known one its key. The key is saved in the background;
 * "key-not-kept" tells when that fails.
 *
 * Returns: (transfer none): the open shop
 */
ComptoirShop *
comptoir_session_add (ComptoirSession *self, KashAccount *account, gboolean keep)
{
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  ComptoirAccountEntry *known;
  g_autofree char *id = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SESSION (self), NULL);
  g_return_val_if_fail (KASH_IS_ACCOUNT (account), NULL);

  keep = keep && self->store != NULL;
  id = kash_account_dup_id (account);
  known = comptoir_session_find (self, id);
  entry = known != NULL ? g_object_ref (known)
                        : comptoir_account_entry_new (id, kash_account_get_base_url (account),
                                                      kash_account_get_shop_id (account));
  if (known == NULL)
    comptoir_account_list_add (self->accounts, entry);
  g_object_set (entry, "session-only", !keep, NULL);
  if (keep)
    save_key (self, entry, account);
  return open_shop (self, entry, account);
}

/**
 * comptoir_session_replace_key:
 * @self: a session
 * @shop: an open shop
 * @account: its account with a new key
 *
 * Goes on with a new key, and keeps it where the old one was kept.
 */
void
comptoir_session_replace_key (ComptoirSession *self, ComptoirShop *shop, KashAccount *account)
{
  ComptoirAccountEntry *entry;

  g_return_if_fail (COMPTOIR_IS_SESSION (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (KASH_IS_ACCOUNT (account));

  entry = comptoir_shop_get_entry (shop);
  if (!comptoir_account_entry_get_session_only (entry))
    save_key (self, entry, account);
  comptoir_shop_set_account (shop, account);
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
  hold ();
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
