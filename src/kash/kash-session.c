/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-session.h"

#include "kash-uri.h"

/**
 * kash_session_new:
 * @base_url: the server that it will talk to
 *
 * Returns: (transfer full): a session that keeps nothing on disk, writes no log and leaves
 *   compression, redirects and retries to us
 */
SoupSession *
kash_session_new (const char *base_url)
{
  SoupSession *session = soup_session_new_with_options (
      "max-conns-per-host", 6, "user-agent", "Comptoir/" COMPTOIR_VERSION, "timeout", 0, NULL);
  g_autoptr (GUri) uri = g_uri_parse (base_url, G_URI_FLAGS_ENCODED, NULL);

  /* Its decoder hands broken gzip over as it is, and can't say what broke. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);

  /* What is meant for this computer must not go through a proxy. */
  if (uri != NULL && kash_host_is_loopback (g_uri_get_host (uri)))
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}
