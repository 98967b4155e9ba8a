/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "kash-client.h"
#include "kash-exchange.h"

G_BEGIN_DECLS

KashExchange *kash_client_start_exchange (KashClient *self, SoupMessage *message, guint64 max_size);
SoupSession *kash_client_get_session (KashClient *self);

G_END_DECLS
