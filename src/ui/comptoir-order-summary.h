/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"
#include "kash-order.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_SUMMARY (comptoir_order_summary_get_type ())

/* An order as it goes out or went out, in words, and the form itself to look at. */
G_DECLARE_FINAL_TYPE (ComptoirOrderSummary, comptoir_order_summary, COMPTOIR, ORDER_SUMMARY, AdwBin)

GtkWidget *comptoir_order_summary_new (void);
void comptoir_order_summary_show_order (ComptoirOrderSummary *self,
                                        ComptoirShop *shop,
                                        const KashOrder *order,
                                        const char *body,
                                        const char *total); /* (nullable) */

G_END_DECLS
