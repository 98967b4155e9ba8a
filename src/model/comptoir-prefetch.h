/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PREFETCH (comptoir_prefetch_get_type ())

/* Loads all lists of a shop one after the other, quietly: so that their counts are known, and each
 * is there at once when it is wanted, also without a network. Stops where the service
 * can't be reached or refuses the key, and with the last reference. */
G_DECLARE_FINAL_TYPE (ComptoirPrefetch, comptoir_prefetch, COMPTOIR, PREFETCH, GObject)

ComptoirPrefetch *comptoir_prefetch_new (ComptoirShop *shop);
void comptoir_prefetch_start (ComptoirPrefetch *self, guint delay);

G_END_DECLS
