/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-view.h"

G_BEGIN_DECLS

char *
comptoir_table_sum_dup_selected (ComptoirTableView *view, ComptoirShop *shop, ComptoirTable *table);

G_END_DECLS
