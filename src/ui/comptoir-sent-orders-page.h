/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-journal.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SENT_ORDERS_PAGE (comptoir_sent_orders_page_get_type ())

/* The journal: parked drafts and what was sent, with state, time, number, total, and what exactly
 * went out and came back. Signal "open-order" (gint64 id): go on with a draft. */
G_DECLARE_FINAL_TYPE (ComptoirSentOrdersPage,
                      comptoir_sent_orders_page,
                      COMPTOIR,
                      SENT_ORDERS_PAGE,
                      AdwBin)

GtkWidget *comptoir_sent_orders_page_new (ComptoirShop *shop, ComptoirOrderJournal *journal);

G_END_DECLS
