/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-reader.h"

#include "comptoir-csv-reader.h"
#include "comptoir-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest beginning that tells one format from another. */
#define TELLING_LENGTH 16

struct _ComptoirTableReader
{
  ComptoirTable *table;
  ComptoirTableFormat format;
  GString *head; /* (nullable): what came before the format was clear */
  gsize probed;  /* how much of it was looked at in vain */
  ComptoirJsonReader *json;
  ComptoirCsvReader *csv;
  ComptoirFormatFault fault;
  guint64 offset;
  guint64 line;
  gboolean after_cr;
};

G_DEFINE_QUARK (comptoir - format - error - quark, comptoir_format_error)

static guint64
count (const char *data, gsize length, char c)
{
  const char *end = data + length;
  guint64 n = 0;

  while ((data = memchr (data, c, end - data)) != NULL)
    {
      n++;
      data++;
    }
  return n;
}

/* Carriage returns count where no line feed follows. */
static guint64
count_returns (ComptoirTableReader *self, const char *data, gsize length)
{
  const char *at = data, *end = data + length;
  guint64 n = self->after_cr && *data != '\n';

  while ((at = memchr (at, '\r', end - at)) != NULL)
    {
      at++;
      n += at < end && *at != '\n';
    }
  return n;
}

static void
advance (ComptoirTableReader *self, const char *data, gsize length)
{
  if (length == 0)
    return;
  self->offset += length;
  self->line += count (data, length, '\n') + count_returns (self, data, length);
  self->after_cr = data[length - 1] == '\r';
}

static gboolean
report (ComptoirTableReader *self, GError **error)
{
  g_autofree char *line = NULL, *offset = NULL;

  if (self->fault.reason == NULL)
    return TRUE;
  line = g_strdup_printf ("%" G_GUINT64_FORMAT, self->line);
  offset = g_strdup_printf ("%" G_GUINT64_FORMAT, self->offset);
  g_set_error (error, COMPTOIR_FORMAT_ERROR, self->fault.code,
               /* Translators: the line, the byte offset, and a sentence that says what is wrong */
               _ ("Line %s, byte %s: %s"), line, offset, _ (self->fault.reason));
  return FALSE;
}

static void
pass_on (ComptoirTableReader *self, const char *data, gsize length)
{
  gsize consumed = 0;

  if (self->json != NULL)
    comptoir_json_reader_feed (self->json, data, length, &consumed, &self->fault);
  else
    comptoir_csv_reader_feed (self->csv, data, length, &consumed, &self->fault);
  advance (self, data, consumed);
}

/* The format is clear: what came so far is read from @start. */
static void
read_head (ComptoirTableReader *self, gsize start)
{
  g_autoptr (GString) head = g_steal_pointer (&self->head);

  self->offset = 0;
  advance (self, head->str, start);
  pass_on (self, head->str + start, head->len - start);
}

static void
refuse (ComptoirTableReader *self)
{
  const char *at = self->head->str;

  while (g_ascii_isspace (*at))
    at++;
  self->offset = 0;
  self->fault.code = COMPTOIR_FORMAT_ERROR_NOT_DATA;
  self->fault.reason = *at == '<' ? N_ ("A web page came in place of data.")
                                  : N_ ("Something else came in place of data.");
}

/* FALSE while more bytes are needed. */
static gboolean
try_json (ComptoirTableReader *self, gboolean final, gboolean *is_json)
{
  ComptoirJsonShape shape;
  gsize length = MIN (self->head->len, COMPTOIR_JSON_PROBE_LIMIT);

  *is_json = TRUE;
  switch (comptoir_json_probe (self->head->str, length,
                               final || length == COMPTOIR_JSON_PROBE_LIMIT, &shape))
    {
    case COMPTOIR_JSON_PROBE_FOUND:
      self->json = comptoir_json_reader_new (self->table, &shape);
      read_head (self, shape.start);
      return TRUE;
    case COMPTOIR_JSON_PROBE_NONE:
      *is_json = FALSE;
      return TRUE;
    case COMPTOIR_JSON_PROBE_EMPTY:
      return TRUE;
    case COMPTOIR_JSON_PROBE_MORE:
    default:
      return FALSE;
    }
}

static void
try_csv (ComptoirTableReader *self, gboolean final)
{
  ComptoirCsvDialect dialect;
  gsize length = MIN (self->head->len, COMPTOIR_CSV_PROBE_LIMIT);

  switch (comptoir_csv_probe (comptoir_table_get_resource (self->table), self->head->str, length,
                              final || length == COMPTOIR_CSV_PROBE_LIMIT, &dialect))
    {
    case COMPTOIR_CSV_PROBE_FOUND:
      self->csv = comptoir_csv_reader_new (self->table, &dialect);
      read_head (self, dialect.start);
      break;
    case COMPTOIR_CSV_PROBE_NONE:
      refuse (self);
      break;
    case COMPTOIR_CSV_PROBE_MORE:
    case COMPTOIR_CSV_PROBE_EMPTY:
    default:
      break;
    }
}

static gboolean
starts_with_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a reply of no stated format may be JSON: it, or a PHP message before it, begins here. */
static gboolean
may_be_json (const char *text)
{
  static const char *const messages[]
      = { "Warning:", "Notice:", "Deprecated:", "Fatal error:", "Parse error:", "PHP ", NULL };

  if (*text == '{' || *text == '[' || *text == '<' || starts_with_any (text, messages))
    return TRUE;
  if (!g_str_has_prefix (text, "null"))
    return FALSE;
  for (text += 4; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

static void
try_any (ComptoirTableReader *self, gboolean final)
{
  static const char *const warnings[] = { "<br", "<b>", NULL };
  const char *text = self->head->str;
  gboolean is_json;

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  while (g_ascii_isspace (*text))
    text++;
  if (self->head->str + self->head->len - text < TELLING_LENGTH && !final)
    return;
  if (!may_be_json (text))
    {
      try_csv (self, final);
      return;
    }
  if (!try_json (self, final, &is_json) || is_json)
    return;
  if (*text == '<' && !starts_with_any (text, warnings))
    refuse (self);
  else
    try_csv (self, final);
}

static void
try_head (ComptoirTableReader *self, gboolean final)
{
  gboolean is_json;

  /* Small beginnings are looked at with each slice, larger ones when they have doubled. */
  if (!final && self->head->len > 4096 && self->head->len < 2 * self->probed
      && self->head->len < COMPTOIR_JSON_PROBE_LIMIT)
    return;
  self->probed = self->head->len;
  switch (self->format)
    {
    case COMPTOIR_TABLE_FORMAT_JSON:
      if (try_json (self, final, &is_json) && !is_json)
        refuse (self);
      break;
    case COMPTOIR_TABLE_FORMAT_CSV:
      try_csv (self, final);
      break;
    case COMPTOIR_TABLE_FORMAT_AUTO:
    default:
      try_any (self, final);
      break;
    }
}

/**
 * comptoir_table_reader_new:
 * @table: the table to fill; it has no rows yet
 * @format: how the bytes are to be read
 *
 * Returns: (transfer full): a reader; free it with comptoir_table_reader_free()
 */
ComptoirTableReader *
comptoir_table_reader_new (ComptoirTable *table, ComptoirTableFormat format)
{
  ComptoirTableReader *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirTableReader, 1);
  self->table = g_object_ref (table);
  self->format = format;
  self->head = g_string_new (NULL);
  self->line = 1;
  return self;
}

/**
 * comptoir_table_reader_feed:
 * @self: a reader
 * @data: the bytes that came
 * @length: their number; slices may be cut anywhere
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Rows are committed to the table as they are complete. The rows before an error stay.
 *
 * Returns: %FALSE when the bytes can't be read, and from then on
 */
gboolean
comptoir_table_reader_feed (ComptoirTableReader *self,
                            const char *data,
                            gsize length,
                            GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (self->fault.reason != NULL || length == 0)
    return report (self, error);
  if (self->head == NULL)
    pass_on (self, data, length);
  else
    {
      g_string_append_len (self->head, data, length);
      self->offset += length;
      try_head (self, FALSE);
    }
  return report (self, error);
}

/**
 * comptoir_table_reader_finish:
 * @self: a reader
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * There are no more bytes. No bytes at all, or blanks, are an empty table.
 *
 * Returns: whether the data was complete
 */
gboolean
comptoir_table_reader_finish (ComptoirTableReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->fault.reason == NULL && self->head != NULL)
    try_head (self, TRUE);
  if (self->fault.reason == NULL && self->json != NULL)
    comptoir_json_reader_finish (self->json, &self->fault);
  if (self->fault.reason == NULL && self->csv != NULL)
    comptoir_csv_reader_finish (self->csv, &self->fault);
  return report (self, error);
}

/**
 * comptoir_table_reader_get_line:
 * @self: a reader
 *
 * Returns: the line reached, from 1; after an error, the one it is in
 */
guint64
comptoir_table_reader_get_line (ComptoirTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * comptoir_table_reader_get_offset:
 * @self: a reader
 *
 * Returns: the bytes read; after an error, where it is
 */
guint64
comptoir_table_reader_get_offset (ComptoirTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

/**
 * comptoir_table_reader_free:
 * @self: (transfer full): a reader
 */
void
comptoir_table_reader_free (ComptoirTableReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->json, comptoir_json_reader_free);
  g_clear_pointer (&self->csv, comptoir_csv_reader_free);
  if (self->head != NULL)
    g_string_free (self->head, TRUE);
  g_object_unref (self->table);
  g_free (self);
}

/**
 * comptoir_table_read:
 * @resource: (nullable): the resource the rows are of
 * @data: all bytes
 * @length: their number
 * @format: how they are to be read
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): the table; %NULL when it can't be read as a whole
 */
ComptoirTable *
comptoir_table_read (const char *resource,
                     const char *data,
                     gsize length,
                     ComptoirTableFormat format,
                     GError **error)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (resource);
  g_autoptr (ComptoirTableReader) reader = comptoir_table_reader_new (table, format);

  if (!comptoir_table_reader_feed (reader, data, length, error)
      || !comptoir_table_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&table);
}
