/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-dialect.h"

#include "comptoir-facts.h"

#include <string.h>

/* In the order of preference: a comma may be a decimal comma, so it comes last. */
static const char separators[] = { ';', '\t', '|', ',' };

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
starts_with (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, word, length) == 0;
}

static const char *
skip_blank_lines (const char *at, const char *end)
{
  const char *line = at;

  for (; at < end && (is_line_end (*at) || *at == ' '); at++)
    if (is_line_end (*at))
      line = at + 1;
  return at == end ? end : line;
}

static const char *
skip_line (const char *at, const char *end)
{
  while (at < end && !is_line_end (*at))
    at++;
  return skip_blank_lines (at, end);
}

/* Reads a field and the separator after it; @row_ends tells whether the row ended with it. */
static const char *
skip_field (const char *at, const char *end, char separator, gboolean *row_ends)
{
  gboolean quoted = at < end && *at == '"';

  if (quoted)
    at++;
  for (; at < end; at++)
    if (quoted && *at == '"')
      {
        if (at + 1 < end && at[1] == '"')
          at++;
        else
          quoted = FALSE;
      }
    else if (!quoted && (*at == separator || is_line_end (*at)))
      break;
  *row_ends = at == end || is_line_end (*at);
  if (at < end && !*row_ends)
    return at + 1;
  return at;
}

/* The fields of each of the first rows, if @separator it were; the number of whole rows. */
static guint
count_fields (const char *at, const char *end, char separator, guint *counts)
{
  guint n_rows = 0;

  while (at < end && n_rows < COMPTOIR_CSV_PROBE_ROWS)
    {
      gboolean row_ends = FALSE;

      counts[n_rows] = 0;
      while (!row_ends)
        {
          at = skip_field (at, end, separator, &row_ends);
          counts[n_rows]++;
        }
      if (at == end)
        break;
      n_rows++;
      at = skip_blank_lines (at, end);
    }
  return n_rows;
}

/* How many rows have the number of fields that most have; 0 when that is one. */
static guint
get_agreement (const guint *counts, guint n_rows)
{
  guint best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n_rows; j++)
        same += counts[j] == counts[i];
      if (counts[i] > 1 && same > best)
        best = same;
    }
  return best;
}

static gboolean
find_separator (const char *at, const char *end, gboolean final, char *separator)
{
  guint best = 0, n_best = 1;

  *separator = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint counts[COMPTOIR_CSV_PROBE_ROWS];
      guint n_rows = count_fields (at, end, separators[i], counts);
      guint agreement;

      if (n_rows < COMPTOIR_CSV_PROBE_ROWS && !final)
        return FALSE;
      /* The last row, or the only one, may lack its line end. */
      if (n_rows < COMPTOIR_CSV_PROBE_ROWS && !is_line_end (end[-1]))
        n_rows++;
      agreement = get_agreement (counts, n_rows);
      /* As shares of their rows: a separator within quotes that aren't any changes their number. */
      if (agreement * 2 >= n_rows && agreement * n_best > best * n_rows)
        {
          best = agreement;
          n_best = n_rows;
          *separator = separators[i];
        }
    }
  return TRUE;
}

/* A first row with a field we know is a header; one with an empty field, a number or a date, or
 * the same field twice isn't, nor is the only row. */
static gboolean
is_header (const char *resource, const char *at, const char *end, char separator)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row_ends = FALSE, doubtful = FALSE;

  while (!row_ends)
    {
      const char *next = skip_field (at, end, separator, &row_ends);
      gsize length = next - at - (next < end && !row_ends);
      g_autofree char *name = NULL;

      if (row_ends && length == 0 && g_hash_table_size (names) > 0)
        break; /* a separator at the end of the line */
      if (length >= 2 && at[0] == '"' && at[length - 1] == '"')
        name = g_strndup (at + 1, length - 2);
      else
        name = g_strndup (at, length);
      g_strstrip (name);
      if (*name != '\0' && comptoir_field_lookup (resource, name) != NULL)
        return TRUE;
      if (comptoir_facts_of_cell (COMPTOIR_CELL_TEXT, name, strlen (name)) != COMPTOIR_FACT_WORDS)
        doubtful = TRUE;
      if (!g_hash_table_add (names, g_steal_pointer (&name)))
        doubtful = TRUE;
      at = next;
    }
  return !doubtful && skip_blank_lines (at, end) < end;
}

/**
 * comptoir_csv_probe:
 * @resource: (nullable): the resource the rows are of
 * @data: the first bytes of a reply
 * @length: their number, at most %COMPTOIR_CSV_PROBE_LIMIT
 * @final: whether no more bytes come, or no more are to be waited for
 * @dialect: (out): how the rows are written, when found
 *
 * Returns: whether the dialect is known
 */
ComptoirCsvProbe
comptoir_csv_probe (const char *resource,
                    const char *data,
                    gsize length,
                    gboolean final,
                    ComptoirCsvDialect *dialect)
{
  const char *at = data, *end = data + length;

  *dialect = (ComptoirCsvDialect){ 0 };
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  at = skip_blank_lines (at, end);
  while (starts_with (at, end, "<br") || starts_with (at, end, "<b>"))
    at = skip_line (at, end);
  if (at == end)
    return final ? COMPTOIR_CSV_PROBE_EMPTY : COMPTOIR_CSV_PROBE_MORE;
  if (starts_with (at, end, "<!doctype") || starts_with (at, end, "<html"))
    return COMPTOIR_CSV_PROBE_NONE;
  if (!find_separator (at, end, final, &dialect->separator))
    return COMPTOIR_CSV_PROBE_MORE;
  if (starts_with (at, end, "sep=") && end - at > 5 && is_line_end (at[5]))
    {
      dialect->separator = at[4];
      at = skip_line (at, end);
    }
  dialect->start = at - data;
  dialect->has_header = is_header (resource, at, end, dialect->separator);
  return COMPTOIR_CSV_PROBE_FOUND;
}
