/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

SoupSession *kash_session_new (const char *base_url);

G_END_DECLS
