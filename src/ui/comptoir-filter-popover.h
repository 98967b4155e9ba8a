/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-table-model.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FILTER_POPOVER (comptoir_filter_popover_get_type ())

/* A popover in which one makes a filter: column, operator, value. Signal "filter-made"
 * (ComptoirFilter). */
G_DECLARE_FINAL_TYPE (ComptoirFilterPopover,
                      comptoir_filter_popover,
                      COMPTOIR,
                      FILTER_POPOVER,
                      GtkPopover)

void comptoir_filter_popover_set_model (ComptoirFilterPopover *self, ComptoirTableModel *model);
void comptoir_filter_popover_set_column (ComptoirFilterPopover *self, const char *name);

G_END_DECLS
