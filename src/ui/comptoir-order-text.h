/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-decimal.h"
#include "comptoir-order-journal.h"
#include "comptoir-shop.h"
#include "kash-order.h"

G_BEGIN_DECLS

#define COMPTOIR_N_DELIVERY_METHODS (KASH_DELIVERY_TO_BE_SHIPPED + 1)

const char *comptoir_delivery_get_title (KashDeliveryMethod method); /* translated */
gboolean comptoir_delivery_needs_address (KashDeliveryMethod method);
const char *comptoir_client_field_get_title (KashClientField field);      /* translated */
const char *comptoir_order_state_get_title (ComptoirOrderState state);    /* translated */
const char *comptoir_order_state_get_sentence (ComptoirOrderState state); /* translated */
const char *comptoir_order_state_get_icon_name (ComptoirOrderState state);
char *comptoir_order_dup_money (ComptoirShop *shop, ComptoirDecimal amount);
char *comptoir_order_dup_money_text (ComptoirShop *shop, const char *decimal);
char *comptoir_order_dup_moment (gint64 microseconds);
char *comptoir_order_dup_reference (ComptoirShop *shop, KashResource resource, gint64 id);

G_END_DECLS
