/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-journal.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_PAGE (comptoir_order_page_get_type ())

/* The tab in which an order is keyed in. Properties: "title", "icon-name", "loading", like the
 * resource page. Signal "show-reference" (resource, id). Signal "show-sent-orders" (void).
 * Signal "state-changed" (void): it works on another entry of the journal. */
G_DECLARE_FINAL_TYPE (ComptoirOrderPage, comptoir_order_page, COMPTOIR, ORDER_PAGE, AdwBin)

/* @id: an entry of the journal to go on with, 0 for a new order. */
GtkWidget *comptoir_order_page_new (ComptoirShop *shop, ComptoirOrderJournal *journal, gint64 id);
gint64 comptoir_order_page_get_id (ComptoirOrderPage *self); /* 0 while nothing was typed */

G_END_DECLS
