/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_CLIENT_CHOOSER (comptoir_client_chooser_get_type ())

/* Whom an order is for: one of the shop's clients, found by name, phone, e-mail or barcode, or a
 * new one. Signal "show-reference" (const char *resource, const char *id). */
G_DECLARE_FINAL_TYPE (ComptoirClientChooser,
                      comptoir_client_chooser,
                      COMPTOIR,
                      CLIENT_CHOOSER,
                      AdwBin)

void comptoir_client_chooser_set_draft (ComptoirClientChooser *self,
                                        ComptoirShop *shop,
                                        ComptoirOrderDraft *draft);
void comptoir_client_chooser_clear_remarks (ComptoirClientChooser *self);
void comptoir_client_chooser_add_remark (ComptoirClientChooser *self,
                                         int field, /* -1 for none */
                                         const char *sentence,
                                         gboolean blocks);
void comptoir_client_chooser_edit (ComptoirClientChooser *self, int field);

G_END_DECLS
