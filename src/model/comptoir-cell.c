/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cell.h"

#include <string.h>

#include "comptoir-decimal.h"
#include "comptoir-moment.h"

static gboolean
is_number (ComptoirColumnType type)
{
  return type == COMPTOIR_COLUMN_INTEGER || type == COMPTOIR_COLUMN_DECIMAL
         || type == COMPTOIR_COLUMN_MONEY;
}

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      (*text)++;
      (*length)--;
    }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

/**
 * comptoir_cell_is_empty:
 *
 * Whether there is nothing in a cell: no field, null, or no text but blanks.
 */
gboolean
comptoir_cell_is_empty (ComptoirCellKind kind, const char *text, gsize length)
{
  if (kind == COMPTOIR_CELL_ABSENT || kind == COMPTOIR_CELL_NULL)
    return TRUE;
  if (kind != COMPTOIR_CELL_TEXT)
    return FALSE;
  trim (&text, &length);
  return length == 0;
}

/**
 * comptoir_cell_read_boolean:
 * @value: (out): set when the cell is a yes or a no
 *
 * Booleans may come as 0 and 1, or as text (kash-api.md §3).
 */
gboolean
comptoir_cell_read_boolean (ComptoirCellKind kind, const char *text, gsize length, gboolean *value)
{
  static const char *const words[]
      = { "0", "1", "false", "true", "no", "yes", "off", "on", "non", "oui" };

  if (kind == COMPTOIR_CELL_TRUE || kind == COMPTOIR_CELL_FALSE)
    {
      *value = kind == COMPTOIR_CELL_TRUE;
      return TRUE;
    }
  if (kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], text, length) == 0)
      {
        *value = i % 2 == 1;
        return TRUE;
      }
  return FALSE;
}

/**
 * comptoir_cell_read_number:
 * @text: (inout): the cell's text; blanks around it are left out, a decimal comma becomes a point
 * @length: (inout): its length
 * @buffer: room for %COMPTOIR_CELL_BUFFER bytes, where @text may point to afterwards
 *
 * Returns: whether it is a number that comptoir_number_compare() takes
 */
gboolean
comptoir_cell_read_number (const char **text, gsize *length, char *buffer)
{
  const char *comma;

  trim (text, length);
  comma = *length > 0 && *length < COMPTOIR_CELL_BUFFER ? memchr (*text, ',', *length) : NULL;
  if (comma != NULL)
    {
      memcpy (buffer, *text, *length);
      buffer[comma - *text] = '.';
      *text = buffer;
    }
  return comptoir_number_is_valid (*text, *length);
}

/**
 * comptoir_cell_dup_value:
 *
 * A cell's value in the form that a filter's value has: equal values give equal text.
 *
 * Returns: (transfer full): the value for which "is" matches this cell; "" for an empty one
 */
char *
comptoir_cell_dup_value (ComptoirColumnType type,
                         ComptoirCellKind kind,
                         const char *text,
                         gsize length,
                         GTimeZone *zone)
{
  char buffer[COMPTOIR_CELL_BUFFER];
  ComptoirDecimal decimal;
  ComptoirMoment moment;
  gboolean yes;

  if (comptoir_cell_is_empty (kind, text, length))
    return g_strdup ("");
  if (type == COMPTOIR_COLUMN_BOOLEAN && comptoir_cell_read_boolean (kind, text, length, &yes))
    return g_strdup (yes ? "true" : "false");
  if (type == COMPTOIR_COLUMN_DATE && comptoir_moment_parse (text, length, zone, &moment))
    return comptoir_moment_dup_day (&moment);
  if (is_number (type) && comptoir_cell_read_number (&text, &length, buffer)
      && comptoir_decimal_parse (text, (gssize) length, &decimal))
    {
      while (decimal.scale > 0 && decimal.value % 10 == 0)
        {
          decimal.value /= 10;
          decimal.scale--;
        }
      return comptoir_decimal_to_string (decimal);
    }
  return g_strndup (text, length);
}
