/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_DETAILS (comptoir_order_details_get_type ())

/* What stands around the lines of an order: delivery, client, payment, comments, and where and by
 * whom. What matters for the way of delivery comes first.
 * Signal "show-reference" (const char *resource, const char *id). */
G_DECLARE_FINAL_TYPE (ComptoirOrderDetails, comptoir_order_details, COMPTOIR, ORDER_DETAILS, AdwBin)

void comptoir_order_details_set_draft (ComptoirOrderDetails *self,
                                       ComptoirShop *shop,
                                       ComptoirOrderDraft *draft);
void comptoir_order_details_clear_remarks (ComptoirOrderDetails *self);
void comptoir_order_details_add_remark (ComptoirOrderDetails *self,
                                        const ComptoirDraftRemark *remark);
void comptoir_order_details_edit (ComptoirOrderDetails *self, ComptoirDraftPlace place, int field);

G_END_DECLS
