/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-shop.h"
#include "kash-account.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DEMO (comptoir_demo_get_type ())

/* The demo shop inside the program: made on a thread, stopped with the last reference. */
G_DECLARE_FINAL_TYPE (ComptoirDemo, comptoir_demo, COMPTOIR, DEMO, GObject)

void comptoir_demo_new_async (guint32 seed,
                              const GDate *today,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
ComptoirDemo *comptoir_demo_new_finish (GAsyncResult *result, GError **error);
DemoShop *comptoir_demo_get_shop (ComptoirDemo *self);
KashAccount *comptoir_demo_dup_account (ComptoirDemo *self);

G_END_DECLS
