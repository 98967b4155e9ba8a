/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_VARIATION_POPOVER (comptoir_variation_popover_get_type ())

/* The variations of a line, by the set they belong to, to tick up to five of. */
G_DECLARE_FINAL_TYPE (ComptoirVariationPopover,
                      comptoir_variation_popover,
                      COMPTOIR,
                      VARIATION_POPOVER,
                      GtkPopover)

GtkWidget *comptoir_variation_popover_new (ComptoirShop *shop,
                                           ComptoirOrderDraft *draft,
                                           ComptoirDraftLine *line);

G_END_DECLS
