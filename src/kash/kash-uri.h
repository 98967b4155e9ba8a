/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kash_host_is_loopback (const char *host);
gboolean kash_uri_is_secure (GUri *uri);
gboolean kash_uri_may_follow (GUri *from, GUri *to);
char *kash_uri_build (const char *base_url, const char *endpoint, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
