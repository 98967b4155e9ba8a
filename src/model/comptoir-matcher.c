/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-matcher.h"

#include <string.h>

#include "comptoir-cell.h"
#include "comptoir-decimal.h"
#include "comptoir-fold.h"
#include "comptoir-moment.h"

struct _ComptoirMatcher
{
  ComptoirTable *table;
  GTimeZone *zone;
  ComptoirFilterOperator op;
  gboolean has_column;
  guint column;
  ComptoirColumnType type;

  char *value; /* never NULL */
  gsize length;
  char *folded;
  GString *buffer; /* a cell folded */
  gboolean value_is_number;
  gboolean value_is_moment;
  ComptoirMoment moment;
};

static gboolean
is_number (ComptoirColumnType type)
{
  return type == COMPTOIR_COLUMN_INTEGER || type == COMPTOIR_COLUMN_DECIMAL
         || type == COMPTOIR_COLUMN_MONEY;
}

/* By instant, or by day when either has no time: "on 24 November" means all of that day. */
static int
compare_moments (const ComptoirMoment *a, const ComptoirMoment *b)
{
  if (!a->has_time || !b->has_time)
    return (a->day > b->day) - (a->day < b->day);
  return (a->time > b->time) - (a->time < b->time);
}

static int
compare_text (ComptoirMatcher *self, const char *text, gsize length)
{
  g_autofree char *cell = g_utf8_make_valid (text, (gssize) length);

  return g_utf8_collate (cell, self->value);
}

/* Orders a cell against the value by the column's type; FALSE when they can't be ordered. */
static gboolean
compare (ComptoirMatcher *self, const char *text, gsize length, int *order)
{
  char buffer[COMPTOIR_CELL_BUFFER];
  ComptoirMoment moment;

  if (is_number (self->type) && self->value_is_number)
    {
      if (!comptoir_cell_read_number (&text, &length, buffer))
        return FALSE;
      *order = comptoir_number_compare (text, length, self->value, self->length);
      return TRUE;
    }
  if (self->type == COMPTOIR_COLUMN_DATE && self->value_is_moment)
    {
      if (!comptoir_moment_parse (text, length, self->zone, &moment))
        return FALSE;
      *order = compare_moments (&moment, &self->moment);
      return TRUE;
    }
  if (is_number (self->type) || self->type == COMPTOIR_COLUMN_DATE)
    return FALSE;
  *order = compare_text (self, text, length);
  return TRUE;
}

static gboolean
is_value (ComptoirMatcher *self, ComptoirCellKind kind, const char *text, gsize length)
{
  gboolean cell;
  int order;

  if (self->length == 0)
    return comptoir_cell_is_empty (kind, text, length);
  if (comptoir_cell_is_empty (kind, text, length))
    return FALSE;
  if (self->type == COMPTOIR_COLUMN_BOOLEAN
      && comptoir_cell_read_boolean (kind, text, length, &cell))
    return strcmp (self->value, cell ? "true" : "false") == 0;
  if ((is_number (self->type) || self->type == COMPTOIR_COLUMN_DATE)
      && compare (self, text, length, &order))
    return order == 0;
  return length == self->length && memcmp (text, self->value, length) == 0;
}

static gboolean
contains_value (ComptoirMatcher *self, const char *text, gsize length)
{
  g_string_truncate (self->buffer, 0);
  comptoir_fold_append (self->buffer, text, length);
  return memmem (self->buffer->str, self->buffer->len, self->folded, strlen (self->folded)) != NULL;
}

/**
 * comptoir_matcher_new:
 * @zone: the zone of dates that don't name their own
 *
 * A column that the table doesn't have counts as empty in every row.
 */
ComptoirMatcher *
comptoir_matcher_new (const ComptoirFilter *filter, ComptoirTable *table, GTimeZone *zone)
{
  ComptoirMatcher *self;
  char buffer[COMPTOIR_CELL_BUFFER];
  const char *value;

  g_return_val_if_fail (filter != NULL && zone != NULL, NULL);
  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirMatcher, 1);
  self->table = g_object_ref (table);
  self->zone = g_time_zone_ref (zone);
  self->op = filter->op;
  self->has_column = comptoir_table_find_column (table, filter->column, &self->column);
  if (self->has_column)
    self->type = comptoir_table_get_column_type (table, self->column);

  value = filter->value != NULL ? filter->value : "";
  self->length = strlen (value);
  if (is_number (self->type))
    self->value_is_number = comptoir_cell_read_number (&value, &self->length, buffer);
  self->value = g_strndup (value, self->length);
  self->folded = comptoir_fold (self->value);
  self->buffer = g_string_new (NULL);
  self->value_is_moment = comptoir_moment_parse (self->value, self->length, zone, &self->moment);
  return self;
}

gboolean
comptoir_matcher_matches (ComptoirMatcher *self, guint row)
{
  const char *text = NULL;
  gsize length = 0;
  ComptoirCellKind kind = COMPTOIR_CELL_ABSENT;
  gboolean empty;
  int order;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->has_column)
    kind = comptoir_table_get_cell (self->table, row, self->column, &text, &length);
  empty = comptoir_cell_is_empty (kind, text, length);

  switch (self->op)
    {
    case COMPTOIR_FILTER_IS:
      return is_value (self, kind, text, length);
    case COMPTOIR_FILTER_IS_NOT:
      return !is_value (self, kind, text, length);
    case COMPTOIR_FILTER_CONTAINS:
      return !empty && contains_value (self, text, length);
    case COMPTOIR_FILTER_GREATER:
      return !empty && compare (self, text, length, &order) && order > 0;
    case COMPTOIR_FILTER_LESS:
      return !empty && compare (self, text, length, &order) && order < 0;
    case COMPTOIR_FILTER_EMPTY:
      return empty;
    case COMPTOIR_FILTER_NOT_EMPTY:
      return !empty;
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
comptoir_matcher_free (ComptoirMatcher *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->table);
  g_time_zone_unref (self->zone);
  g_free (self->value);
  g_free (self->folded);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}
