/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store.h"

G_BEGIN_DECLS

/* The API keys in the Secret Service (libsecret), by account id. Where there is no service, the
 * error is %COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE and nothing is written anywhere. */
void comptoir_keyring_forbid_dumps (void);
void comptoir_keyring_save_async (const char *account,
                                  const char *title,
                                  const char *key,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean comptoir_keyring_save_finish (GAsyncResult *result, GError **error);
void comptoir_keyring_load_async (const char *account,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *
comptoir_keyring_load_finish (GAsyncResult *result, /* free with comptoir_keyring_free_key() */
                              GError **error);
void comptoir_keyring_free_key (char *key); /* wipes and frees */
void comptoir_keyring_forget_async (const char *account,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean comptoir_keyring_forget_finish (GAsyncResult *result, GError **error);

G_END_DECLS
