/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_FILTER_IS,
  COMPTOIR_FILTER_IS_NOT,
  COMPTOIR_FILTER_CONTAINS,
  COMPTOIR_FILTER_GREATER,
  COMPTOIR_FILTER_LESS,
  COMPTOIR_FILTER_EMPTY,
  COMPTOIR_FILTER_NOT_EMPTY,
} ComptoirFilterOperator;

/**
 * ComptoirFilter:
 * @column: the field's name
 * @value: (nullable): what the cell is held against: for a reference the id, for a number decimal
 *   text with a point, for a date ISO 8601, for a yes/no "true" or "false"
 *
 * One condition on a column's value; a row is shown when it meets all. Boxed.
 */
typedef struct
{
  char *column;
  ComptoirFilterOperator op;
  char *value;
} ComptoirFilter;

#define COMPTOIR_TYPE_FILTER (comptoir_filter_get_type ())

GType comptoir_filter_get_type (void);
ComptoirFilter *
comptoir_filter_new (const char *column, ComptoirFilterOperator op, const char *value);
ComptoirFilter *comptoir_filter_copy (const ComptoirFilter *self);
void comptoir_filter_free (ComptoirFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirFilter, comptoir_filter_free)

/* From any thread. */
gboolean comptoir_filter_matches (const ComptoirFilter *self, ComptoirTable *table, guint row);
char *comptoir_filters_to_string (GPtrArray *filters);      /* for keeping */
GPtrArray *comptoir_filters_from_string (const char *text); /* (element-type ComptoirFilter) */

G_END_DECLS
