/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-fault.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "kash-error.h"
#include "kash-json.h"
#include "kash-refusal.h"
#include "kash-text.h"

/* RFC 6585 §4; SoupStatus doesn’t know it. */
#define TOO_MANY_REQUESTS 429

static const char *
certificate_sentence (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("The server’s certificate has expired, so nothing was sent. "
              "Check this computer’s date; if it’s right, tell the service’s support.");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("The server’s certificate isn’t valid yet, so nothing was sent. "
              "Check this computer’s date and time.");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _ ("The server’s certificate was revoked, so nothing was sent. "
              "Tell the service’s support.");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("The server’s certificate belongs to another name, so nothing was sent. "
              "Check the server’s address in the account.");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _ ("Nobody this computer trusts vouches for the server’s certificate (it may be "
              "self-signed), so nothing was sent. Check the server’s address in the account.");
  return _ ("The server’s certificate isn’t valid, so nothing was sent. "
            "Check the server’s address in the account.");
}

/* The service's own words, if an error page has any: those of its JSON, or a short plain text. */
static char *
dup_words (const char *body, gsize length)
{
  g_autofree char *text = kash_text_decode (body, length);
  g_autoptr (JsonObject) object = kash_json_find_object (text);
  g_autofree char *plain = NULL;

  if (object != NULL)
    return kash_refusal_dup_words (object);

  g_strstrip (text);
  if (*text == '<' || *text == '[' || *text == '{')
    return NULL;
  plain = kash_text_plain (text);
  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

/**
 * kash_fault_from_network:
 * @error: what GIO or libsoup says
 * @sent: whether the request may have left this computer
 * @tls_errors: what was wrong with the server's certificate
 *
 * Returns: (transfer full): the same as a %KASH_ERROR
 */
GError *
kash_fault_from_network (const GError *error, gboolean sent, GTlsCertificateFlags tls_errors)
{
  g_autofree char *detail = g_strdup_printf ("%s %d: %s", g_quark_to_string (error->domain),
                                             error->code, error->message);

  if (tls_errors != 0 || g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return kash_error_new (KASH_ERROR_NOT_SECURE, detail, certificate_sentence (tls_errors));
  if (!sent && error->domain == G_TLS_ERROR && error->code != G_TLS_ERROR_EOF)
    return kash_error_new (KASH_ERROR_NOT_SECURE, detail,
                           _ ("No secure connection to the server came about, so nothing was sent. "
                              "Check the server’s address in the account."));
  if (!sent)
    return kash_error_new (KASH_ERROR_NO_NETWORK, detail, NULL);
  if (error->domain == SOUP_SESSION_ERROR)
    return kash_error_new (KASH_ERROR_UNREADABLE, detail, NULL);
  return kash_error_new (KASH_ERROR_NO_ANSWER, detail,
                         _ ("The connection to the service broke. Try again."));
}

/**
 * kash_fault_from_refusal:
 * @words: (nullable): the service's own words, as plain text
 * @detail: (nullable): technical detail
 *
 * Returns: (transfer full): %KASH_ERROR_REFUSED_KEY when the words are about the login or the
 *   key, else %KASH_ERROR_REFUSED
 */
GError *
kash_fault_from_refusal (const char *words, const char *detail)
{
  g_autofree char *sentence = NULL;

  if (words == NULL)
    return kash_error_new (KASH_ERROR_REFUSED, detail, NULL);

  if (kash_refusal_is_of_key (words))
    {
      sentence = g_strdup_printf (
          _ ("The service doesn’t accept the login or the key. It says: “%s”"), words);
      return kash_error_new (KASH_ERROR_REFUSED_KEY, detail, sentence);
    }

  sentence = g_strdup_printf (_ ("The service refused. It says: “%s”"), words);
  return kash_error_new (KASH_ERROR_REFUSED, detail, sentence);
}

/**
 * kash_fault_from_status:
 * @status: an HTTP status of 400 or more
 * @body: (nullable): the error page, or the beginning of it
 * @length: its length
 *
 * Returns: (transfer full): what that status means to a person
 */
GError *
kash_fault_from_status (guint status, const char *body, gsize length)
{
  g_autofree char *detail = g_strdup_printf ("HTTP %u", status);
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
      words = dup_words (body, length);
      if (words != NULL)
        sentence = g_strdup_printf (
            _ ("The service doesn’t accept the login or the key. It says: “%s”"), words);
      return kash_error_new (KASH_ERROR_REFUSED_KEY, detail, sentence);
    case SOUP_STATUS_NOT_FOUND:
      return kash_error_new (KASH_ERROR_NOT_FOUND, detail, NULL);
    case TOO_MANY_REQUESTS:
      return kash_error_new (KASH_ERROR_TOO_MANY, detail, NULL);
    default:
      break;
    }

  if (status >= 500)
    return kash_error_new (KASH_ERROR_SERVER_FAULT, detail, NULL);

  words = dup_words (body, length);
  if (words != NULL)
    sentence = g_strdup_printf (_ ("The service refused. It says: “%s”"), words);
  return kash_error_new (KASH_ERROR_REFUSED, detail, sentence);
}

/**
 * kash_fault_conceal:
 * @error: (transfer full): any error
 * @secret: (nullable): the key or the password that was sent
 *
 * Returns: (transfer full): @error, without @secret where a server repeated it
 */
GError *
kash_fault_conceal (GError *error, const char *secret)
{
  g_autofree char *message = NULL;
  g_autofree char *detail = NULL;
  GError *concealed;

  if (error->domain != KASH_ERROR)
    return error;

  message = kash_text_conceal (error->message, secret);
  detail = kash_text_conceal (kash_error_get_detail (error), secret);
  concealed = kash_error_new (error->code, detail, message);
  g_error_free (error);
  return concealed;
}
