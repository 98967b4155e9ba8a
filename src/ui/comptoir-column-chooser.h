/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-layout.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_COLUMN_CHOOSER (comptoir_column_chooser_get_type ())

/* A popover in which one chooses the columns of a table and their order. */
G_DECLARE_FINAL_TYPE (ComptoirColumnChooser,
                      comptoir_column_chooser,
                      COMPTOIR,
                      COLUMN_CHOOSER,
                      GtkPopover)

void comptoir_column_chooser_set_layout (ComptoirColumnChooser *self, ComptoirTableLayout *layout);

G_END_DECLS
