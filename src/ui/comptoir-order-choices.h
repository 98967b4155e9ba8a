/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-match-list.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

/* What a field of an order can be, to choose from. (element-type ComptoirMatch) */
GPtrArray *comptoir_order_choices_new (void);
void comptoir_order_choices_add (GPtrArray *choices,
                                 gint64 id,
                                 const char *title,
                                 const char *section); /* (nullable) */
void comptoir_order_choices_add_rows (GPtrArray *choices,
                                      ComptoirShop *shop,
                                      KashResource resource,
                                      const char *section); /* (nullable) */
GPtrArray *comptoir_order_choices_dup_deliveries (void);
GPtrArray *comptoir_order_choices_dup_payments (ComptoirShop *shop);
GPtrArray *comptoir_order_choices_dup_references (ComptoirShop *shop, KashResource resource);

G_END_DECLS
