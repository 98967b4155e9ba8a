/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-filter.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

/* The operators that make sense for a column of @type, at most this many. */
#define COMPTOIR_MAX_FILTER_OPERATORS 8

guint comptoir_filter_operators_for (ComptoirColumnType type, ComptoirFilterOperator *operators);
const char *comptoir_filter_operator_title (ComptoirFilterOperator op, ComptoirColumnType type);
gboolean comptoir_filter_needs_value (ComptoirFilterOperator op);
char *
comptoir_filter_describe (const ComptoirFilter *filter, ComptoirShop *shop, ComptoirTable *table);
char *
comptoir_filter_parse_value (ComptoirColumnType type, const char *typed, const char **problem);

G_END_DECLS
