/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-account.h"

#include "comptoir-account-list.h"
#include "comptoir-keyring.h"

#include <glib/gi18n-lib.h>

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static KashAccount *
find_demo_account (ComptoirCliSession *session, GError **error)
{
  DemoShop *shop = comptoir_cli_session_get_demo_shop (session, error);

  if (shop == NULL)
    return NULL;
  return kash_account_new (demo_shop_get_base_url (shop), DEMO_SHOP_ID, demo_shop_get_key (shop),
                           error);
}

/* What is wrong with an account that was given is the person's to put right, whatever kind of
 * error it would be of a server. */
static KashAccount *
create_given_account (const char *base_url, const char *shop_id, const char *key, GError **error)
{
  g_autoptr (GError) cause = NULL;
  KashAccount *account = kash_account_new (base_url, shop_id, key, &cause);

  if (account == NULL)
    g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE, cause->message);
  return account;
}

static gboolean
entry_matches (ComptoirAccountEntry *entry, const char *base_url, const char *shop_id)
{
  return (base_url == NULL || g_str_equal (comptoir_account_entry_get_base_url (entry), base_url))
         && (shop_id == NULL || g_str_equal (comptoir_account_entry_get_shop_id (entry), shop_id));
}

/* The current one if it will do, else the first one that does. */
static ComptoirAccountEntry *
find_entry (ComptoirAccountList *list, const char *base_url, const char *shop_id)
{
  ComptoirAccountEntry *current = comptoir_account_list_get_current (list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (current != NULL && entry_matches (current, base_url, shop_id))
    return g_object_ref (current);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ComptoirAccountEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (entry_matches (entry, base_url, shop_id))
        return g_steal_pointer (&entry);
    }
  return NULL;
}

static KashAccount *
load_account (ComptoirCliSession *session, ComptoirAccountEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  KashAccount *account;
  char *key;

  comptoir_keyring_load_async (comptoir_account_entry_get_id (entry), session->cancellable,
                               comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  key = comptoir_keyring_load_finish (result, error);
  if (key == NULL)
    return NULL;
  account = kash_account_new (comptoir_account_entry_get_base_url (entry),
                              comptoir_account_entry_get_shop_id (entry), key, error);
  comptoir_keyring_free_key (key);
  return account;
}

/* What is known of the account that is signed in to, but its key. */
static ComptoirAccountEntry *
find_kept_entry (ComptoirStore *store, GError **error)
{
  const char *given_base_url = get_variable ("KASH_BASE_URL");
  g_autoptr (ComptoirAccountList) list = NULL;
  g_autofree char *base_url = NULL;
  ComptoirAccountEntry *entry;

  if (given_base_url != NULL)
    {
      base_url = comptoir_cli_account_normalize (given_base_url, error);
      if (base_url == NULL)
        return NULL;
    }
  list = comptoir_account_list_new (store);
  entry = find_entry (list, base_url, get_variable ("KASH_SHOP_ID"));
  if (entry == NULL)
    g_set_error_literal (
        error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
        _ ("No shop is signed in to. Run “comptoir-cli sign-in”, or set KASH_SHOP_ID "
           "and KASH_API_KEY."));
  return entry;
}

static KashAccount *
find_kept_account (ComptoirCliSession *session, GError **error)
{
  g_autoptr (ComptoirStore) store = comptoir_store_new (NULL);
  g_autoptr (ComptoirAccountEntry) entry = find_kept_entry (store, error);

  return entry != NULL ? load_account (session, entry, error) : NULL;
}

static ComptoirShop *
open_kept_shop (ComptoirCliSession *session, GError **error)
{
  g_autoptr (ComptoirStore) store = comptoir_store_new (NULL);
  g_autoptr (ComptoirAccountEntry) entry = find_kept_entry (store, error);
  g_autoptr (KashAccount) account = entry != NULL ? load_account (session, entry, error) : NULL;

  return account != NULL ? comptoir_shop_new (entry, account, store) : NULL;
}

/**
 * comptoir_cli_account_normalize:
 * @base_url: a server's address as it was typed, with a slash or in capitals
 * @error: %COMPTOIR_CLI_ERROR_WRONG_USE
 *
 * Returns: (transfer full) (nullable): the address as an account writes it
 */
char *
comptoir_cli_account_normalize (const char *base_url, GError **error)
{
  g_autoptr (KashAccount) account = NULL;

  g_return_val_if_fail (base_url != NULL, NULL);

  account = create_given_account (base_url, "1", "1", error);
  return account != NULL ? g_strdup (kash_account_get_base_url (account)) : NULL;
}

/**
 * comptoir_cli_account_find:
 * @error: %COMPTOIR_CLI_ERROR_WRONG_USE where no account is to be had, or an error of the keyring
 *
 * Finds the account to work with: the demo shop's with --demo; else the one that KASH_BASE_URL,
 * KASH_SHOP_ID and KASH_API_KEY give; without a key, the one that is signed in to, as far as the
 * other two allow.
 *
 * Returns: (transfer full) (nullable): the account
 */
KashAccount *
comptoir_cli_account_find (ComptoirCliSession *session, GError **error)
{
  const char *base_url = get_variable ("KASH_BASE_URL");
  const char *shop_id = get_variable ("KASH_SHOP_ID");
  const char *key = get_variable ("KASH_API_KEY");

  g_return_val_if_fail (session != NULL, NULL);

  if (session->demo)
    return find_demo_account (session, error);
  if (key == NULL)
    return find_kept_account (session, error);
  if (shop_id == NULL)
    {
      g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                           _ ("KASH_API_KEY is set, but KASH_SHOP_ID isn’t."));
      return NULL;
    }
  return create_given_account (base_url != NULL ? base_url : KASH_DEFAULT_BASE_URL, shop_id, key,
                               error);
}

/**
 * comptoir_cli_account_open_shop:
 * @error: as for comptoir_cli_account_find()
 *
 * Opens the shop of the account that comptoir_cli_account_find() finds. What was signed in to is
 * kept where the program with the window keeps it; of the demo shop and of an account that was
 * given by its key nothing is kept.
 *
 * Returns: (transfer full) (nullable): the shop
 */
ComptoirShop *
comptoir_cli_account_open_shop (ComptoirCliSession *session, GError **error)
{
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (session != NULL, NULL);

  if (!session->demo && get_variable ("KASH_API_KEY") == NULL)
    return open_kept_shop (session, error);
  account = comptoir_cli_account_find (session, error);
  if (account == NULL)
    return NULL;
  id = kash_account_dup_id (account);
  entry = comptoir_account_entry_new (id, kash_account_get_base_url (account),
                                      kash_account_get_shop_id (account));
  return comptoir_shop_new (entry, account, NULL);
}

static gboolean
save_key (ComptoirCliSession *session, KashAccount *account, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_keyring_save_async (id, kash_account_get_shop_id (account),
                               kash_account_get_key (account), session->cancellable,
                               comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  return comptoir_keyring_save_finish (result, error);
}

/**
 * comptoir_cli_account_keep:
 * @account: an account that was signed in to
 * @error: an error of the store or its keyring
 *
 * Keeps the key in the keyring and the shop in the list, as the one to work with from now on.
 */
gboolean
comptoir_cli_account_keep (ComptoirCliSession *session, KashAccount *account, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ComptoirStore) store = NULL;
  g_autoptr (ComptoirAccountList) list = NULL;
  g_autoptr (ComptoirAccountEntry) added = NULL;
  ComptoirAccountEntry *entry;

  g_return_val_if_fail (session != NULL, FALSE);
  g_return_val_if_fail (KASH_IS_ACCOUNT (account), FALSE);

  id = kash_account_dup_id (account);
  if (!save_key (session, account, id, error))
    return FALSE;
  store = comptoir_store_new (NULL);
  list = comptoir_account_list_new (store);
  entry = comptoir_account_list_find (list, id);
  if (entry == NULL)
    {
      added = comptoir_account_entry_new (id, kash_account_get_base_url (account),
                                          kash_account_get_shop_id (account));
      comptoir_account_list_add (list, added);
      entry = added;
    }
  comptoir_account_list_set_current (list, entry);
  comptoir_store_flush (store);
  if (comptoir_store_get_problem (store) != NULL)
    g_printerr ("comptoir-cli: %s\n", comptoir_store_get_problem (store));
  return TRUE;
}
