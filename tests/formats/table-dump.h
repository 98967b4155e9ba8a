/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-reader.h"

#include <string.h>

/* A table as one line of text: names, then each row between bars. Text in quotes, numbers as they
 * are, nested values after a ~, - where a cell is absent; NUL shows as ^@. */
static inline char *
dump_table (ComptoirTable *table)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "",
                            comptoir_table_get_column_name (table, i));
  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    {
      g_string_append (string, " |");
      for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
        {
          const char *text;
          gsize length;
          ComptoirCellKind kind = comptoir_table_get_cell (table, row, i, &text, &length);

          g_string_append (string, " ");
          if (text != NULL)
            g_assert_cmpint (text[length], ==, '\0');
          switch (kind)
            {
            case COMPTOIR_CELL_ABSENT:
              g_string_append (string, "-");
              break;
            case COMPTOIR_CELL_NULL:
              g_string_append (string, "null");
              break;
            case COMPTOIR_CELL_TRUE:
              g_string_append (string, "true");
              break;
            case COMPTOIR_CELL_FALSE:
              g_string_append (string, "false");
              break;
            case COMPTOIR_CELL_NUMBER:
              g_string_append (string, text);
              break;
            case COMPTOIR_CELL_NESTED:
              g_string_append_printf (string, "~%s", text);
              break;
            case COMPTOIR_CELL_TEXT:
            default:
              g_string_append_c (string, '"');
              for (gsize j = 0; j < length; j++)
                if (text[j] == '\0')
                  g_string_append (string, "^@");
                else
                  g_string_append_c (string, text[j]);
              g_string_append_c (string, '"');
              break;
            }
        }
    }
  return g_string_free (string, FALSE);
}

/* Reads bytes in slices of @slice, 0 for all at once; each slice in a block of its own, so that a
 * sanitizer sees a reader that looks beyond it. */
static inline char *
read_sliced (const char *data,
             gsize length,
             ComptoirTableFormat format,
             gsize slice,
             GError **error)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirTableReader) reader = comptoir_table_reader_new (table, format);
  gboolean well = TRUE;

  for (gsize i = 0; well && i < length;)
    {
      gsize n = slice == 0 ? length : MIN (slice, length - i);
      g_autofree char *copy = g_memdup2 (data + i, n);

      well = comptoir_table_reader_feed (reader, copy, n, error);
      i += n;
    }
  if (well)
    comptoir_table_reader_finish (reader, error);
  return dump_table (table);
}
