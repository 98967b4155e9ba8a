/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-journal.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SENT_ORDER (comptoir_sent_order_get_type ())

/* An entry of the journal, for a list. */
G_DECLARE_FINAL_TYPE (ComptoirSentOrder, comptoir_sent_order, COMPTOIR, SENT_ORDER, GObject)

ComptoirSentOrder *comptoir_sent_order_new (const ComptoirOrderRecord *record);
const ComptoirOrderRecord *comptoir_sent_order_get_record (ComptoirSentOrder *self);
gboolean comptoir_sent_order_matches (ComptoirSentOrder *self, const char *folded);

G_END_DECLS
