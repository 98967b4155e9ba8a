/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_SUMMARY_DIALOG (comptoir_order_summary_dialog_get_type ())

/* What exactly is about to be sent, to look over once more. Signal "send" (void), at most once. */
G_DECLARE_FINAL_TYPE (ComptoirOrderSummaryDialog,
                      comptoir_order_summary_dialog,
                      COMPTOIR,
                      ORDER_SUMMARY_DIALOG,
                      AdwWindow)

GtkWidget *comptoir_order_summary_dialog_new (GtkWindow *parent,
                                              ComptoirShop *shop,
                                              ComptoirOrderDraft *draft,
                                              const KashOrder *order);

G_END_DECLS
