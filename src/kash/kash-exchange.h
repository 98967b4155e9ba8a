/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "kash-client.h"

G_BEGIN_DECLS

#define KASH_TYPE_EXCHANGE (kash_exchange_get_type ())

/* One request and its reply, without redirects and retries. */
G_DECLARE_FINAL_TYPE (KashExchange, kash_exchange, KASH, EXCHANGE, GObject)

KashExchange *
kash_exchange_new (SoupSession *session, SoupMessage *message, guint deadline, guint64 max_size);
void kash_exchange_run_async (KashExchange *self,
                              KashDataFunc data_func,
                              gpointer data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean kash_exchange_run_finish (KashExchange *self, GAsyncResult *result, GError **error);
SoupMessage *kash_exchange_get_message (KashExchange *self);
guint kash_exchange_get_status (KashExchange *self);
gboolean kash_exchange_was_sent (KashExchange *self);
gboolean kash_exchange_has_broken (KashExchange *self);

G_END_DECLS
