/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-reader.h"

#include "comptoir-table-private.h"
#include "comptoir-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_COLUMN G_MAXUINT

typedef enum
{
  STATE_FIELD_START,
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE, /* after a quote within quotes: the end, or the first of two */
} State;

struct _ComptoirCsvReader
{
  ComptoirTable *table;
  ComptoirCsvDialect dialect;
  ComptoirFormatFault fault;

  State state;
  GString *field;    /* what came of the field so far */
  gboolean after_cr; /* a line feed now belongs to the line end before */
  gboolean was_quoted;
  guint place;     /* of the field in its row */
  GArray *columns; /* guint, by place; NO_COLUMN until a field needs the column */
  gboolean in_header;
  GString *scratch;
};

/* A header's name that is empty or taken gives way. */
static guint
add_header_column (ComptoirCsvReader *self, const char *name)
{
  guint n_before = comptoir_table_get_n_columns (self->table), column;
  g_autofree char *base = g_strdup (name);

  column = comptoir_table_ensure_column (self->table, base, -1);
  for (guint n = 2; column < n_before && comptoir_table_get_n_columns (self->table) == n_before;
       n++)
    {
      g_autofree char *other = g_strdup_printf ("%s (%u)", base, n);

      column = comptoir_table_ensure_column (self->table, other, -1);
      if (comptoir_table_is_full (self->table))
        break;
    }
  return column;
}

static guint
add_numbered_column (ComptoirCsvReader *self, guint place)
{
  char name[16];

  g_snprintf (name, sizeof name, "%u", place + 1);
  return add_header_column (self, name);
}

static void
set_header (ComptoirCsvReader *self, const char *text, gsize length)
{
  g_autofree char *name = g_strndup (text, length);
  guint column = NO_COLUMN;

  g_strstrip (name);
  if (*name != '\0')
    column = add_header_column (self, name);
  g_array_append_val (self->columns, column);
}

/* A field beyond the header gets a column as soon as there is something in it. */
static void
set_cell (ComptoirCsvReader *self, const char *text, gsize length)
{
  guint *column;

  while (self->columns->len <= self->place)
    {
      guint none = NO_COLUMN;

      g_array_append_val (self->columns, none);
    }
  column = &g_array_index (self->columns, guint, self->place);
  if (*column == NO_COLUMN && length == 0 && self->dialect.has_header)
    return;
  if (*column == NO_COLUMN)
    *column = add_numbered_column (self, self->place);
  comptoir_table_set_cell (self->table, *column, COMPTOIR_CELL_TEXT, text, length);
}

static void
end_field (ComptoirCsvReader *self, const char *text, gsize length)
{
  if (!comptoir_text_is_utf8 (text, length))
    {
      g_string_truncate (self->scratch, 0);
      comptoir_text_append_windows_1252 (self->scratch, text, length);
      text = self->scratch->str;
      length = self->scratch->len;
    }
  if (self->in_header)
    set_header (self, text, length);
  else
    set_cell (self, text, length);
  self->place++;
  self->state = STATE_FIELD_START;
  self->was_quoted = FALSE;
  g_string_truncate (self->field, 0);
}

static void
end_row (ComptoirCsvReader *self)
{
  if (!self->in_header)
    comptoir_table_commit_row (self->table);
  self->in_header = FALSE;
  self->place = 0;
}

/* @at is a separator or a line end, after the field @text. */
static void
end_field_at (ComptoirCsvReader *self, const char *at, const char *text, gsize length)
{
  gboolean line_ends = *at == '\n' || *at == '\r';
  gboolean blank = line_ends && self->place == 0 && length == 0 && !self->was_quoted;

  if (blank)
    self->state = STATE_FIELD_START;
  else
    end_field (self, text, length);
  if (line_ends && !blank)
    end_row (self);
  self->after_cr = *at == '\r';
}

static inline gboolean
ends_field (ComptoirCsvReader *self, char c)
{
  return c == '\n' || c == '\r' || (c == self->dialect.separator && c != '\0');
}

static const char *
read_plain (ComptoirCsvReader *self, const char *at, const char *end)
{
  const char *start = at;

  while (at < end && !ends_field (self, *at))
    at++;
  if (at == end || self->field->len > 0)
    g_string_append_len (self->field, start, at - start);
  self->state = STATE_PLAIN;
  if (at == end)
    return end;
  if (self->field->len > 0)
    end_field_at (self, at, self->field->str, self->field->len);
  else
    end_field_at (self, at, start, at - start);
  return at + 1;
}

static const char *
read_quoted (ComptoirCsvReader *self, const char *at, const char *end)
{
  const char *quote = memchr (at, '"', end - at);

  g_string_append_len (self->field, at, (quote != NULL ? quote : end) - at);
  if (quote == NULL)
    return end;
  self->state = STATE_QUOTE;
  return quote + 1;
}

static const char *
read_next (ComptoirCsvReader *self, const char *at, const char *end)
{
  switch (self->state)
    {
    case STATE_FIELD_START:
      if (self->after_cr && *at == '\n')
        {
          self->after_cr = FALSE;
          return at + 1;
        }
      self->after_cr = FALSE;
      if (*at == '"')
        {
          self->was_quoted = TRUE;
          self->state = STATE_QUOTED;
          return at + 1;
        }
      return read_plain (self, at, end);
    case STATE_QUOTED:
      return read_quoted (self, at, end);
    case STATE_QUOTE:
      if (*at == '"')
        {
          g_string_append_c (self->field, '"');
          self->state = STATE_QUOTED;
          return at + 1;
        }
      /* What stands between the closing quote and the separator is kept with the field. */
      return read_plain (self, at, end);
    case STATE_PLAIN:
    default:
      return read_plain (self, at, end);
    }
}

/**
 * comptoir_csv_reader_new:
 * @table: the table to fill
 * @dialect: what comptoir_csv_probe() found; bytes before its start are not to be fed
 *
 * Returns: (transfer full): a reader; free it with comptoir_csv_reader_free()
 */
ComptoirCsvReader *
comptoir_csv_reader_new (ComptoirTable *table, const ComptoirCsvDialect *dialect)
{
  ComptoirCsvReader *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirCsvReader, 1);
  self->table = g_object_ref (table);
  self->dialect = *dialect;
  self->in_header = dialect->has_header;
  self->field = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * comptoir_csv_reader_feed:
 * @self: a reader
 * @data: the bytes that came
 * @length: their number
 * @consumed: (out): how many were read
 * @fault: (out): what is wrong
 *
 * Returns: %FALSE when the table is full; nothing else is wrong with delimited text
 */
gboolean
comptoir_csv_reader_feed (ComptoirCsvReader *self,
                          const char *data,
                          gsize length,
                          gsize *consumed,
                          ComptoirFormatFault *fault)
{
  const char *at = data, *end = data + length;

  while (at < end && !comptoir_table_is_full (self->table))
    at = read_next (self, at, end);
  if (at < end)
    self->fault = (ComptoirFormatFault){
      COMPTOIR_FORMAT_ERROR_TOO_LARGE,
      N_ ("The data has more columns or more text than a table can hold."),
    };
  *consumed = at - data;
  *fault = self->fault;
  return self->fault.reason == NULL;
}

/**
 * comptoir_csv_reader_finish:
 * @self: a reader
 * @fault: (out): what is wrong
 *
 * Ends the last row. A row that ends within quotes is kept all the same.
 *
 * Returns: whether the data was complete
 */
gboolean
comptoir_csv_reader_finish (ComptoirCsvReader *self, ComptoirFormatFault *fault)
{
  if (self->fault.reason == NULL && self->state == STATE_QUOTED)
    self->fault = (ComptoirFormatFault){
      COMPTOIR_FORMAT_ERROR_TRUNCATED,
      N_ ("The data ends within a quoted field."),
    };
  if (self->place > 0 || self->state != STATE_FIELD_START)
    {
      end_field (self, self->field->str, self->field->len);
      end_row (self);
    }
  *fault = self->fault;
  return self->fault.reason == NULL;
}

/**
 * comptoir_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
comptoir_csv_reader_free (ComptoirCsvReader *self)
{
  g_object_unref (self->table);
  g_string_free (self->field, TRUE);
  g_string_free (self->scratch, TRUE);
  g_array_unref (self->columns);
  g_free (self);
}
