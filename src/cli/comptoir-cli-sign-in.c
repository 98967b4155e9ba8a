/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-account.h"
#include "comptoir-cli-terminal.h"
#include "kash-client.h"

#include <glib/gi18n-lib.h>

static char *
get_base_url (ComptoirCliSession *session, const char *given, GError **error)
{
  const char *variable = g_getenv ("KASH_BASE_URL");

  if (session->demo)
    {
      DemoShop *shop = comptoir_cli_session_get_demo_shop (session, error);

      return shop != NULL ? g_strdup (demo_shop_get_base_url (shop)) : NULL;
    }
  if (given == NULL)
    given = variable != NULL && *variable != '\0' ? variable : KASH_DEFAULT_BASE_URL;
  return comptoir_cli_account_normalize (given, error);
}

static KashAccount *
sign_in (ComptoirCliSession *session,
         const char *base_url,
         const char *login,
         const char *password,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kash_sign_in_async (base_url, login, password, session->cancellable, comptoir_cli_session_take,
                      session);
  result = comptoir_cli_session_wait (session);
  return kash_sign_in_finish (result, error);
}

/* Asks for what isn't given yet, and signs in. */
static KashAccount *
ask_and_sign_in (ComptoirCliSession *session,
                 const char *base_url,
                 const char *given_login,
                 GError **error)
{
  char *login = given_login != NULL ? g_strdup (given_login)
                                    : comptoir_cli_terminal_ask (_ ("Login:"), FALSE, error);
  char *password = NULL;
  KashAccount *account = NULL;

  if (login != NULL)
    password = comptoir_cli_terminal_ask (_ ("Password:"), TRUE, error);
  if (password != NULL)
    account = sign_in (session, base_url, login, password, error);
  comptoir_cli_terminal_wipe (login);
  comptoir_cli_terminal_wipe (password);
  return account;
}

/**
 * comptoir_cli_sign_in:
 *
 * Signs in with a login and a password, and keeps the shop and its key; the demo shop, which ends
 * with the program, isn't kept.
 */
gboolean
comptoir_cli_sign_in (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_autofree char *given_base_url = NULL;
  g_autofree char *given_login = NULL;
  g_autofree char *base_url = NULL;
  g_autoptr (KashAccount) account = NULL;
  const GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &given_base_url, N_ ("The server’s address"),
      N_ ("URL") },
    { "login", 0, 0, G_OPTION_ARG_STRING, &given_login, N_ ("Don’t ask for the login"),
      N_ ("LOGIN") },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  if (!comptoir_cli_session_parse (
          session, "sign-in", _ ("Signs in to a shop and keeps its key in the keyring."),
          _ ("Login and password are asked for, or taken from two lines of the standard input."),
          entries, arguments, error))
    return FALSE;
  base_url = get_base_url (session, given_base_url, error);
  if (base_url == NULL)
    return FALSE;
  account = ask_and_sign_in (session, base_url, given_login, error);
  if (account == NULL)
    return FALSE;
  if (!session->demo && !comptoir_cli_account_keep (session, account, error))
    return FALSE;
  /* Translators: %s is the service's name for a shop. */
  g_print (_ ("Signed in to the shop “%s”.\n"), kash_account_get_shop_id (account));
  return TRUE;
}
