/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-session-private.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "comptoir-keyring.h"

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

gboolean
comptoir_session_is_demo (ComptoirSession *self, ComptoirAccountEntry *entry)
{
  return g_list_store_find (self->demos, entry, NULL);
}

ComptoirShop *
comptoir_session_open_shop (ComptoirSession *self,
                            ComptoirAccountEntry *entry,
                            KashAccount *account)
{
  const char *id = comptoir_account_entry_get_id (entry);
  ComptoirShop *shop = g_hash_table_lookup (self->open, id);

  if (shop != NULL)
    {
      comptoir_shop_set_account (shop, account);
      return shop;
    }
  shop = comptoir_shop_new (entry, account,
                            self->store != NULL && !comptoir_session_is_demo (self, entry)
                                ? self->store
                                : get_passing_store (self));
  g_hash_table_insert (self->open, g_strdup (id), shop);
  return shop;
}

/* What concerns the keyring is seen through even when the last window closes meanwhile. */
void
comptoir_session_hold (void)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

void
comptoir_session_release (void)
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
  comptoir_session_release ();
}

static void
save_key (ComptoirSession *self, ComptoirAccountEntry *entry, KashAccount *account)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  comptoir_session_hold ();
  keeping->session = g_object_ref (self);
  keeping->entry = g_object_ref (entry);
  comptoir_keyring_save_async (comptoir_account_entry_get_id (entry),
                               comptoir_account_entry_get_title (entry),
                               kash_account_get_key (account), NULL, on_key_saved, keeping);
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

  if (!comptoir_session_is_demo (self, entry))
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
  return comptoir_session_open_shop (self, entry, account);
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
