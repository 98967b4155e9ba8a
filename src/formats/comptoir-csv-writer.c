/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-writer.h"

#include <string.h>

static gboolean
needs_quotes (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
      return TRUE;
  return length > 0 && (text[0] == ' ' || text[length - 1] == ' ');
}

/* A line end after nothing would be a blank line, which readers pass over. */
static void
end_line (GString *csv, guint n_columns, gsize start)
{
  if (n_columns > 0)
    g_string_append (csv, csv->len == start ? "\"\"\r\n" : "\r\n");
}

/**
 * comptoir_csv_append_field:
 * @csv: what is written
 * @text: (nullable): a field
 * @length: its length in bytes, -1 if NUL-terminated
 *
 * Appends one field, in quotes where it needs them (RFC 4180, 2.5 to 2.7), or has a blank at an
 * end, which many programs strip.
 */
void
comptoir_csv_append_field (GString *csv, const char *text, gssize length)
{
  gsize n;

  g_return_if_fail (csv != NULL);

  if (text == NULL)
    return;
  n = length < 0 ? strlen (text) : (gsize) length;
  if (!needs_quotes (text, n))
    {
      g_string_append_len (csv, text, n);
      return;
    }
  g_string_append_c (csv, '"');
  for (gsize i = 0; i < n; i++)
    {
      if (text[i] == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, text[i]);
    }
  g_string_append_c (csv, '"');
}

/**
 * comptoir_csv_append_header:
 * @csv: what is written
 * @table: a table
 * @columns: (array length=n_columns) (nullable): the columns in their order, %NULL for all
 * @n_columns: their number; ignored with %NULL
 *
 * Appends a line with the fields' names as they came.
 */
void
comptoir_csv_append_header (GString *csv,
                            ComptoirTable *table,
                            const guint *columns,
                            guint n_columns)
{
  gsize start;

  g_return_if_fail (csv != NULL);
  g_return_if_fail (COMPTOIR_IS_TABLE (table));

  start = csv->len;
  if (columns == NULL)
    n_columns = comptoir_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    {
      guint column = columns != NULL ? columns[i] : i;

      if (i > 0)
        g_string_append_c (csv, ',');
      comptoir_csv_append_field (csv, comptoir_table_get_column_name (table, column), -1);
    }
  end_line (csv, n_columns, start);
}

/**
 * comptoir_csv_append_row:
 * @csv: what is written
 * @table: a table
 * @row: a row's number
 * @columns: (array length=n_columns) (nullable): the columns in their order, %NULL for all
 * @n_columns: their number; ignored with %NULL
 *
 * Appends a line with a row: text and numbers as they came, true and false in words, nothing for a
 * null or an absent cell, JSON text for what is nested.
 */
void
comptoir_csv_append_row (GString *csv,
                         ComptoirTable *table,
                         guint row,
                         const guint *columns,
                         guint n_columns)
{
  gsize start;

  g_return_if_fail (csv != NULL);
  g_return_if_fail (COMPTOIR_IS_TABLE (table));

  start = csv->len;
  if (columns == NULL)
    n_columns = comptoir_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    {
      guint column = columns != NULL ? columns[i] : i;
      const char *text;
      gsize length;
      ComptoirCellKind kind = comptoir_table_get_cell (table, row, column, &text, &length);

      if (i > 0)
        g_string_append_c (csv, ',');
      if (kind == COMPTOIR_CELL_TRUE)
        g_string_append (csv, "true");
      else if (kind == COMPTOIR_CELL_FALSE)
        g_string_append (csv, "false");
      else
        comptoir_csv_append_field (csv, text, length);
    }
  end_line (csv, n_columns, start);
}
