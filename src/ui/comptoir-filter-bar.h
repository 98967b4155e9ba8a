/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-table-model.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FILTER_BAR (comptoir_filter_bar_get_type ())

/* The filters in force, each a button that removes it; hidden when there are none.
 * Signal "filter-removed" (uint place). */
G_DECLARE_FINAL_TYPE (ComptoirFilterBar, comptoir_filter_bar, COMPTOIR, FILTER_BAR, AdwBin)

void comptoir_filter_bar_show_filters (ComptoirFilterBar *self,
                                       ComptoirShop *shop,
                                       ComptoirTable *table,
                                       GPtrArray *filters);

G_END_DECLS
