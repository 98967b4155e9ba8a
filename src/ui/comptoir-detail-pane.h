/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-row.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DETAIL_PANE (comptoir_detail_pane_get_type ())

/* Every field of a row: known ones first, by title, then the others by name.
 * Signal "show-reference" (const char *resource, const char *id). */
G_DECLARE_FINAL_TYPE (ComptoirDetailPane, comptoir_detail_pane, COMPTOIR, DETAIL_PANE, AdwBin)

void comptoir_detail_pane_set_shop (ComptoirDetailPane *self, ComptoirShop *shop);
void comptoir_detail_pane_show_row (ComptoirDetailPane *self, ComptoirRow *row);
void comptoir_detail_pane_update (ComptoirDetailPane *self);

G_END_DECLS
