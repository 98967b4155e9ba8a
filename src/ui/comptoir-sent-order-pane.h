/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-sent-order.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SENT_ORDER_PANE (comptoir_sent_order_pane_get_type ())

/* All of an entry of the journal: where it stands, what went out and what came back.
 * Signals, all void, about the entry shown: "open", "discard". */
G_DECLARE_FINAL_TYPE (ComptoirSentOrderPane,
                      comptoir_sent_order_pane,
                      COMPTOIR,
                      SENT_ORDER_PANE,
                      AdwBin)

void comptoir_sent_order_pane_show_order (ComptoirSentOrderPane *self,
                                          ComptoirShop *shop,
                                          ComptoirSentOrder *order); /* (nullable) */

G_END_DECLS
