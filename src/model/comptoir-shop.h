/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-dataset.h"
#include "comptoir-account-entry.h"
#include "comptoir-order-journal.h"
#include "comptoir-store.h"
#include "kash-client.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SHOP (comptoir_shop_get_type ())

/* A shop one is signed in to: its client, what is kept of it, a dataset a resource.
 *
 * Properties: "entry" (ComptoirAccountEntry), "client" (KashClient), "store".
 * Signal "key-refused" (void): the service refused the key; give a new one with
 * comptoir_shop_set_account() and what failed for it is tried again by itself. */
G_DECLARE_FINAL_TYPE (ComptoirShop, comptoir_shop, COMPTOIR, SHOP, GObject)

ComptoirShop *comptoir_shop_new (ComptoirAccountEntry *entry,
                                 KashAccount *account,
                                 ComptoirStore *store); /* (nullable): keeps nothing */
ComptoirAccountEntry *comptoir_shop_get_entry (ComptoirShop *self);
KashClient *comptoir_shop_get_client (ComptoirShop *self);
ComptoirStore *comptoir_shop_get_store (ComptoirShop *self);
ComptoirOrderJournal *comptoir_shop_get_journal (ComptoirShop *self);
void comptoir_shop_set_account (ComptoirShop *self, KashAccount *account);
void comptoir_shop_tell_key_refused (ComptoirShop *self); /* by what isn't a dataset */
ComptoirDataset *
comptoir_shop_get_dataset (ComptoirShop *self,
                           KashResource resource); /* (transfer none), made when first asked for */

/* What a reference shows: the title of the row of @resource (by name, "departments") whose id is
 * @id, or %NULL while that isn't known. Asking makes the shop load that resource, once; datasets
 * that show references listen to "references-changed" (signal, void). */
const char *
comptoir_shop_get_reference_title (ComptoirShop *self, const char *resource, const char *id);

/* The rows that references to @resource point to, %NULL while they aren't known; asking loads. */
gboolean comptoir_shop_find_reference_row (ComptoirShop *self,
                                           const char *resource,
                                           const char *id,
                                           guint *row);
ComptoirTable *comptoir_shop_get_reference_table (ComptoirShop *self, const char *resource);

G_END_DECLS
