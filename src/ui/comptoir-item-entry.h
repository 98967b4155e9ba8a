/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ITEM_ENTRY (comptoir_item_entry_get_type ())

/* The one field an order is keyed in by: part of a name, an id, a barcode, "3*" for a quantity;
 * beside it, lines that are no item.
 * Signals: "added" (ComptoirDraftLine); "left" (void): ↓ in the empty field. */
G_DECLARE_FINAL_TYPE (ComptoirItemEntry, comptoir_item_entry, COMPTOIR, ITEM_ENTRY, AdwBin)

void comptoir_item_entry_set_draft (ComptoirItemEntry *self,
                                    ComptoirShop *shop,
                                    ComptoirOrderDraft *draft);

void comptoir_item_entry_open_free_lines (ComptoirItemEntry *self);

G_END_DECLS
