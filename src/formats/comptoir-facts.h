/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-field.h"

G_BEGIN_DECLS

/* What the cells of a column have been so far. Facts only add up, so that one word, set by the
 * appending thread and read by any, says all that the column's type depends on. */
typedef enum
{
  COMPTOIR_FACT_NONE = 0,
  COMPTOIR_FACT_EMPTY = 1 << 0,
  COMPTOIR_FACT_ZERO = 1 << 1,
  COMPTOIR_FACT_ONE = 1 << 2,
  COMPTOIR_FACT_INTEGER = 1 << 3,
  COMPTOIR_FACT_UNIX_TIME = 1 << 4,    /* an integer that would be a time between 1900 and 2100 */
  COMPTOIR_FACT_LEADING_ZERO = 1 << 5, /* digits that are a code, not a number */
  COMPTOIR_FACT_DECIMAL = 1 << 6,
  COMPTOIR_FACT_DATE = 1 << 7,      /* YYYY-MM-DD or DD/MM/YYYY, perhaps with a time */
  COMPTOIR_FACT_ZERO_DATE = 1 << 8, /* 0000-00-00, a database's "no date" */
  COMPTOIR_FACT_TRUTH = 1 << 9,
  COMPTOIR_FACT_NESTED = 1 << 10,
  COMPTOIR_FACT_WORDS = 1 << 11,
} ComptoirFacts;

/* What a field's name gives away. */
typedef struct
{
  const ComptoirField *field; /* (nullable) */
  const char *reference;      /* (nullable) */
  gboolean is_date;
  gboolean is_code;
  gboolean is_money;
} ComptoirNameHints;

ComptoirFacts comptoir_facts_of_cell (ComptoirCellKind kind, const char *text, gsize length);
void comptoir_name_hints_init (ComptoirNameHints *hints, const char *resource, const char *name);
ComptoirColumnType comptoir_facts_get_type (ComptoirFacts facts, const ComptoirNameHints *hints);

G_END_DECLS
