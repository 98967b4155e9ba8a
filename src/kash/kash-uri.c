/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-uri.h"

#include <gio/gio.h>

/* Where a URI leads to, with the port that its scheme implies. */
static int
effective_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port != -1)
    return port;
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/**
 * kash_host_is_loopback:
 * @host: a host name or address, without brackets
 *
 * Returns: whether @host is this computer itself: 127.0.0.0/8, ::1 or localhost
 */
gboolean
kash_host_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (host != NULL, FALSE);

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/**
 * kash_uri_is_secure:
 * @uri: an absolute URI
 *
 * Returns: whether nobody can listen in: https, or http that doesn't leave this computer
 */
gboolean
kash_uri_is_secure (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;
  return g_str_equal (g_uri_get_scheme (uri), "http") && kash_host_is_loopback (host);
}

/**
 * kash_uri_may_follow:
 * @from: where a request went
 * @to: where the reply redirects it to
 *
 * A redirected request takes the key along, so it may go to the same server only. On loopback it
 * may change from http to https.
 *
 * Returns: whether a redirect may be followed
 */
gboolean
kash_uri_may_follow (GUri *from, GUri *to)
{
  const char *host = g_uri_get_host (to);

  if (host == NULL || g_uri_get_userinfo (to) != NULL || !kash_uri_is_secure (to)
      || g_ascii_strcasecmp (g_uri_get_host (from), host) != 0)
    return FALSE;

  if (g_str_equal (g_uri_get_scheme (from), g_uri_get_scheme (to)))
    return effective_port (from) == effective_port (to);
  return g_str_equal (g_uri_get_scheme (to), "https");
}

/**
 * kash_uri_build:
 * @base_url: the base URL of an account
 * @endpoint: one of the service's scripts, "getPlus.php"
 * @...: names and values of the parameters, ended by %NULL
 *
 * Returns: (transfer full): the address of @endpoint with the parameters, percent-encoded
 */
char *
kash_uri_build (const char *base_url, const char *endpoint, ...)
{
  GString *uri = g_string_new (base_url);
  const char *separator = "?";
  const char *name;
  va_list args;

  g_string_append_printf (uri, "/workers/%s", endpoint);

  va_start (args, endpoint);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_string_append_printf (uri, "%s%s=", separator, name);
      g_string_append_uri_escaped (uri, va_arg (args, const char *), NULL, FALSE);
      separator = "&";
    }
  va_end (args);

  return g_string_free (uri, FALSE);
}
