/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-account.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kash-error.h"
#include "kash-uri.h"

struct _KashAccount
{
  GObject parent_instance;

  char *base_url;
  char *shop_id;
  char *key;
};

G_DEFINE_FINAL_TYPE (KashAccount, kash_account, G_TYPE_OBJECT)

static void
free_wiped (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static gboolean
set_invalid (GError **error, const char *detail, const char *sentence)
{
  g_propagate_error (error, kash_error_new (KASH_ERROR_INVALID, detail, sentence));
  return FALSE;
}

/* What is typed or pasted often has a blank around it, never within. */
static char *
dup_identifier (const char *text)
{
  char *copy = g_strstrip (g_strdup (text));
  gboolean valid = *copy != '\0' && g_utf8_validate (copy, -1, NULL);

  for (const char *c = copy; *c != '\0'; c++)
    valid = valid && !g_ascii_iscntrl (*c);

  if (!valid)
    g_clear_pointer (&copy, free_wiped);
  return copy;
}

static char *
normalize_base_url (const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *scheme = NULL;
  g_autofree char *path = NULL;
  g_autofree char *host = NULL;
  int port;
  g_autoptr (GUri) uri
      = g_uri_parse (trimmed, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);

  if (uri == NULL || strpbrk (trimmed, " \t\r\n") != NULL || g_uri_get_host (uri) == NULL
      || *g_uri_get_host (uri) == '\0')
    {
      set_invalid (error, "not an absolute URL",
                   _ ("The server’s address isn’t complete. It begins with https://, "
                      "for example https://kash.click."));
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL
      || g_uri_get_fragment (uri) != NULL)
    {
      set_invalid (error, "user, query or fragment in the base URL",
                   _ ("The server’s address may hold nothing but the server and a folder, "
                      "for example https://kash.click."));
      return NULL;
    }
  if (!kash_uri_is_secure (uri))
    {
      g_propagate_error (error, kash_error_new (KASH_ERROR_NOT_SECURE, "the scheme isn’t https",
                                                _ ("The server’s address must begin with https://, "
                                                   "so that nobody can listen in.")));
      return NULL;
    }

  scheme = g_ascii_strdown (g_uri_get_scheme (uri), -1);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  port = g_uri_get_port (uri);
  if (port == (g_str_equal (scheme, "https") ? 443 : 80))
    port = -1;
  path = g_strdup (g_uri_get_path (uri));
  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';

  return g_uri_join (G_URI_FLAGS_ENCODED, scheme, NULL, host, port, path, NULL, NULL);
}

static void
kash_account_finalize (GObject *object)
{
  KashAccount *self = KASH_ACCOUNT (object);

  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->shop_id, g_free);
  g_clear_pointer (&self->key, free_wiped);

  G_OBJECT_CLASS (kash_account_parent_class)->finalize (object);
}

static void
kash_account_class_init (KashAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kash_account_finalize;
}

static void
kash_account_init (KashAccount *self)
{
}

/**
 * kash_account_new:
 * @base_url: the server, https only except on loopback; it may hold a path
 * @shop_id: SHOPID, not empty
 * @key: APIKEY, not empty
 * @error: return location
 *
 * Checks the three and keeps them, without blanks around them and slashes at the address's end.
 *
 * Returns: (transfer full) (nullable): an account; %NULL with %KASH_ERROR_INVALID or, for plain
 *   http, %KASH_ERROR_NOT_SECURE
 */
KashAccount *
kash_account_new (const char *base_url, const char *shop_id, const char *key, GError **error)
{
  g_autoptr (KashAccount) self = NULL;

  g_return_val_if_fail (base_url != NULL && shop_id != NULL && key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (KASH_TYPE_ACCOUNT, NULL);
  self->base_url = normalize_base_url (base_url, error);
  if (self->base_url == NULL)
    return NULL;

  self->shop_id = dup_identifier (shop_id);
  if (self->shop_id == NULL)
    {
      set_invalid (error, "empty or unprintable shop ID", _ ("Enter the shop ID."));
      return NULL;
    }

  self->key = dup_identifier (key);
  if (self->key == NULL)
    {
      set_invalid (error, "empty or unprintable key", _ ("Enter the API key."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * kash_account_get_base_url:
 *
 * Returns: the server's address, without a slash at its end
 */
const char *
kash_account_get_base_url (KashAccount *self)
{
  g_return_val_if_fail (KASH_IS_ACCOUNT (self), NULL);

  return self->base_url;
}

/**
 * kash_account_get_shop_id:
 *
 * Returns: SHOPID
 */
const char *
kash_account_get_shop_id (KashAccount *self)
{
  g_return_val_if_fail (KASH_IS_ACCOUNT (self), NULL);

  return self->shop_id;
}

/**
 * kash_account_get_key:
 *
 * Returns: APIKEY, to be sent to the service and shown nowhere
 */
const char *
kash_account_get_key (KashAccount *self)
{
  g_return_val_if_fail (KASH_IS_ACCOUNT (self), NULL);

  return self->key;
}

/**
 * kash_account_dup_id:
 *
 * Names the account for what is kept on this computer. The key has no part in it.
 *
 * Returns: (transfer full): "host[:port][/path]/shop-id", the same for the same shop
 */
char *
kash_account_dup_id (KashAccount *self)
{
  g_autofree char *shop_id = NULL;

  g_return_val_if_fail (KASH_IS_ACCOUNT (self), NULL);

  /* A slash or a blank within would make two shops look like one. */
  shop_id = g_uri_escape_string (self->shop_id, NULL, TRUE);
  return g_strconcat (strstr (self->base_url, "://") + 3, "/", shop_id, NULL);
}
