/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-account-list.h"
#include "comptoir-demo.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SESSION (comptoir_session_get_type ())

/* The shops one is signed in to while the program runs, whatever the windows show.
 *
 * Keys come from the keyring or from signing in, and stay in memory. The demo shop keeps its
 * things in a folder that goes with the session.
 *
 * Signal "key-not-kept" (ComptoirAccountEntry *entry): the keyring didn't take the key, it lasts
 * for this session only. */
G_DECLARE_FINAL_TYPE (ComptoirSession, comptoir_session, COMPTOIR, SESSION, GObject)

ComptoirSession *comptoir_session_new (ComptoirStore *store);
ComptoirStore *comptoir_session_get_store (ComptoirSession *self);
GListModel *comptoir_session_get_shops (ComptoirSession *self);
ComptoirDemo *comptoir_session_get_demo (ComptoirSession *self);
ComptoirAccountEntry *comptoir_session_find (ComptoirSession *self, const char *id);
ComptoirAccountEntry *comptoir_session_get_current (ComptoirSession *self);
void comptoir_session_set_current (ComptoirSession *self, ComptoirAccountEntry *entry);

ComptoirShop *comptoir_session_add (ComptoirSession *self, KashAccount *account, gboolean keep);
void comptoir_session_replace_key (ComptoirSession *self, ComptoirShop *shop, KashAccount *account);

void comptoir_session_open_async (ComptoirSession *self,
                                  ComptoirAccountEntry *entry,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
ComptoirShop *
comptoir_session_open_finish (ComptoirSession *self, GAsyncResult *result, GError **error);
void comptoir_session_open_demo_async (ComptoirSession *self,
                                       guint32 seed,
                                       const GDate *today,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
ComptoirShop *
comptoir_session_open_demo_finish (ComptoirSession *self, GAsyncResult *result, GError **error);
void comptoir_session_sign_out_async (ComptoirSession *self,
                                      ComptoirAccountEntry *entry,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
comptoir_session_sign_out_finish (ComptoirSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
