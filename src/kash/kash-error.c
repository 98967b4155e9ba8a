/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *detail;
} KashErrorPrivate;

static void
kash_error_private_init (KashErrorPrivate *priv)
{
}

static void
kash_error_private_copy (const KashErrorPrivate *source, KashErrorPrivate *copy)
{
  copy->detail = g_strdup (source->detail);
}

static void
kash_error_private_clear (KashErrorPrivate *priv)
{
  g_clear_pointer (&priv->detail, g_free);
}

G_DEFINE_EXTENDED_ERROR (KashError, kash_error)

static const char *
default_sentence (KashError code)
{
  switch (code)
    {
    case KASH_ERROR_NO_NETWORK:
      return _ ("The service can’t be reached. Check the internet connection, then try again.");
    case KASH_ERROR_NO_ANSWER:
      return _ ("The service stopped answering. Try again in a moment.");
    case KASH_ERROR_NOT_SECURE:
      return _ ("The connection to the service isn’t secure, so it was given up. "
                "Check the server’s address in the account.");
    case KASH_ERROR_REFUSED_KEY:
      return _ ("The service doesn’t accept the login or the key. Enter them again; the shop’s "
                "owner finds the key in the web interface, under Configuration > Webservices.");
    case KASH_ERROR_REFUSED:
      return _ ("The service refused what was asked. Check what was entered, then try again.");
    case KASH_ERROR_NOT_FOUND:
      return _ ("The server doesn’t offer this. Check the server’s address in the account.");
    case KASH_ERROR_TOO_MANY:
      return _ ("The service was asked too often. Wait a minute, then try again.");
    case KASH_ERROR_SERVER_FAULT:
      return _ ("The service has a fault of its own. Try again later; "
                "if it goes on, tell the service’s support.");
    case KASH_ERROR_TOO_LARGE:
      return _ ("The service sent more than can be taken in, so it was stopped. "
                "If this happens again, tell the service’s support.");
    case KASH_ERROR_UNREADABLE:
      return _ ("The service sent something that can’t be read. Try again; "
                "if it goes on, tell the service’s support.");
    case KASH_ERROR_UNKNOWN_OUTCOME:
      return _ ("It isn’t known whether the order was recorded. "
                "Look for it at the service before sending it again.");
    case KASH_ERROR_INVALID:
      return _ ("Something that was entered can’t be sent. Correct it, then try again.");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * kash_error_new:
 * @code: what a person can act on
 * @detail: (nullable): what happened technically, for a report to support; never the key or a URL
 * @sentence: (nullable): a translated sentence to show; %NULL for the usual one of @code
 *
 * Returns: (transfer full): an error of %KASH_ERROR
 */
GError *
kash_error_new (KashError code, const char *detail, const char *sentence)
{
  GError *error = g_error_new_literal (KASH_ERROR, code,
                                       sentence != NULL ? sentence : default_sentence (code));

  kash_error_get_private (error)->detail = g_strdup (detail);
  return error;
}

/**
 * kash_error_get_detail:
 * @error: any error
 *
 * Returns: (nullable): the technical detail of an error of %KASH_ERROR, in English
 */
const char *
kash_error_get_detail (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == KASH_ERROR ? kash_error_get_private (error)->detail : NULL;
}
