/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-submission.h"
#include "kash-order-reply.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_OUTCOME (comptoir_order_outcome_get_type ())

/* What became of an order that went out: recorded, or nobody knows, and then what was found.
 * Signals, all void: "new-order", "same-again", "recorded", "send-again", "look-again". */
G_DECLARE_FINAL_TYPE (ComptoirOrderOutcome, comptoir_order_outcome, COMPTOIR, ORDER_OUTCOME, AdwBin)

void comptoir_order_outcome_show_accepted (ComptoirOrderOutcome *self,
                                           const char *number,           /* (nullable) */
                                           const KashOrderReply *reply); /* (nullable) */
void comptoir_order_outcome_show_unknown (ComptoirOrderOutcome *self, const char *sentence);
void comptoir_order_outcome_show_looking (ComptoirOrderOutcome *self);
void comptoir_order_outcome_show_evidence (ComptoirOrderOutcome *self,
                                           const ComptoirEvidence *evidence, /* (nullable) */
                                           const char *problem);             /* (nullable) */
void comptoir_order_outcome_show_elsewhere (ComptoirOrderOutcome *self);

G_END_DECLS
