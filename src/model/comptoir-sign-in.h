/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "kash-account.h"

G_BEGIN_DECLS

/* Signing in with what a person typed: an account that was tried and works. */
void comptoir_sign_in_with_login_async (const char *server,
                                        const char *login,
                                        const char *password,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void comptoir_sign_in_with_key_async (const char *server,
                                      const char *shop_id,
                                      const char *key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
KashAccount *comptoir_sign_in_finish (GAsyncResult *result, GError **error);

G_END_DECLS
