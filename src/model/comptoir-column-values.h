/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-model.h"

G_BEGIN_DECLS

GPtrArray *comptoir_column_values_count (ComptoirShop *shop, /* (nullable) */
                                         ComptoirTable *table,
                                         guint n_rows,
                                         guint column,
                                         guint max);

G_END_DECLS
