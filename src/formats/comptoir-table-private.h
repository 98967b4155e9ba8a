/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* For readers, on the one appending thread. */
gboolean comptoir_table_has_cell (ComptoirTable *self, guint column);
gboolean comptoir_table_is_full (ComptoirTable *self);
guint comptoir_table_add_column (ComptoirTable *self, const char *name, gssize length);

G_END_DECLS
