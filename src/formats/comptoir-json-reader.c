/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-reader.h"

#include "comptoir-json-target.h"
#include "comptoir-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Buffers that grew beyond this are given back once their text is in the table. */
#define KEPT_BUFFER (1 << 20)

/* What may come next. */
typedef enum
{
  STATE_VALUE,
  STATE_FIRST_VALUE, /* or the array's end */
  STATE_KEY,
  STATE_FIRST_KEY, /* or the object's end */
  STATE_COLON,
  STATE_MORE, /* a comma or the end of the object or array */
  STATE_END,
} State;

/* A string or a number that the end of a slice cut in two. */
typedef enum
{
  CUT_NONE,
  CUT_STRING,
  CUT_WORD,
} Cut;

struct _ComptoirJsonReader
{
  ComptoirTable *table;
  ComptoirJsonTarget *target;
  ComptoirFormatFault fault;
  State state;
  Cut cut;
  GString *partial; /* what came of a cut string or word */
  ComptoirJsonTextFlags partial_flags;
  gboolean escaped; /* the string was cut after a backslash */
};

static const char *
fail (ComptoirJsonReader *self, const char *at, ComptoirFormatError code, const char *reason)
{
  self->fault.code = code;
  self->fault.reason = reason;
  return at;
}

static const char *
fail_malformed (ComptoirJsonReader *self, const char *at, const char *reason)
{
  return fail (self, at, COMPTOIR_FORMAT_ERROR_MALFORMED, reason);
}

static void
empty_buffer (GString **buffer)
{
  if ((*buffer)->allocated_len > KEPT_BUFFER)
    {
      g_string_free (*buffer, TRUE);
      *buffer = g_string_new (NULL);
    }
  else
    g_string_truncate (*buffer, 0);
}

static inline void
end_value (ComptoirJsonReader *self)
{
  self->state = comptoir_json_target_get_depth (self->target) == 0 ? STATE_END : STATE_MORE;
}

static const char *
open_container (ComptoirJsonReader *self, const char *at)
{
  gboolean object = *at == '{';

  if (comptoir_json_target_get_depth (self->target) == COMPTOIR_JSON_MAX_DEPTH)
    return fail (self, at, COMPTOIR_FORMAT_ERROR_TOO_DEEP,
                 N_ ("The data is nested more than 512 levels deep."));
  comptoir_json_target_open (self->target, object);
  self->state = object ? STATE_FIRST_KEY : STATE_FIRST_VALUE;
  return at + 1;
}

static const char *
close_container (ComptoirJsonReader *self, const char *at)
{
  if (*at != (comptoir_json_target_is_in_object (self->target) ? '}' : ']'))
    return fail_malformed (self, at, N_ ("A bracket closes what another kind of bracket opened."));
  comptoir_json_target_close (self->target);
  end_value (self);
  if (comptoir_table_is_full (self->table))
    return fail (self, at, COMPTOIR_FORMAT_ERROR_TOO_LARGE,
                 N_ ("The data has more columns or more text than a table can hold."));
  return at + 1;
}

/* A string is complete; @at is where it ends. */
static const char *
end_string (ComptoirJsonReader *self,
            const char *at,
            const char *text,
            gsize length,
            ComptoirJsonTextFlags flags)
{
  gboolean well;

  if (self->state == STATE_KEY || self->state == STATE_FIRST_KEY)
    {
      well = comptoir_json_target_name (self->target, text, length, flags);
      self->state = STATE_COLON;
    }
  else
    {
      well = comptoir_json_target_text (self->target, text, length, flags);
      end_value (self);
    }
  if (!well)
    return fail_malformed (self, at, N_ ("A text has an escape that JSON does not know."));
  return at + 1;
}

/* The closing quote of the string that @text is within, @end if it isn't there. */
static inline const char *
find_quote (const char *text, const char *end, ComptoirJsonTextFlags *flags, gboolean *escaped)
{
  while (TRUE)
    {
      text = comptoir_json_text_scan (text, end, flags);
      if (text == end || *text == '"')
        return text;
      *flags |= COMPTOIR_JSON_TEXT_ESCAPES;
      if (text + 1 == end)
        {
          *escaped = TRUE;
          return end;
        }
      text += 2;
    }
}

static const char *
read_string (ComptoirJsonReader *self, const char *at, const char *end)
{
  ComptoirJsonTextFlags flags = COMPTOIR_JSON_TEXT_PLAIN;
  gboolean escaped = FALSE;
  const char *text = at + 1;
  const char *quote = find_quote (text, end, &flags, &escaped);

  if (quote < end)
    return end_string (self, quote, text, quote - text, flags);
  self->cut = CUT_STRING;
  self->partial_flags = flags;
  self->escaped = escaped;
  g_string_append_len (self->partial, text, end - text);
  return end;
}

static const char *
continue_string (ComptoirJsonReader *self, const char *at, const char *end)
{
  gboolean escaped = FALSE;
  const char *quote;

  /* What follows a backslash is no end, whatever it is. */
  quote = find_quote (self->escaped ? at + 1 : at, end, &self->partial_flags, &escaped);
  self->escaped = escaped;
  g_string_append_len (self->partial, at, quote - at);
  if (quote == end)
    return end;
  self->cut = CUT_NONE;
  quote = end_string (self, quote, self->partial->str, self->partial->len, self->partial_flags);
  empty_buffer (&self->partial);
  return quote;
}

static const char *
end_word (ComptoirJsonReader *self, const char *at, const char *text, gsize length)
{
  ComptoirCellKind kind;

  if (g_ascii_isdigit (text[0]) || text[0] == '-')
    {
      if (!comptoir_json_text_is_number (text, length))
        return fail_malformed (self, at, N_ ("A number is not written as a number."));
      kind = COMPTOIR_CELL_NUMBER;
    }
  else if (length == 4 && memcmp (text, "null", 4) == 0)
    kind = COMPTOIR_CELL_NULL;
  else if (length == 4 && memcmp (text, "true", 4) == 0)
    kind = COMPTOIR_CELL_TRUE;
  else if (length == 5 && memcmp (text, "false", 5) == 0)
    kind = COMPTOIR_CELL_FALSE;
  else
    return fail_malformed (self, at, N_ ("A word stands where a value should be."));
  comptoir_json_target_word (self->target, kind, text, length);
  end_value (self);
  return at;
}

static inline const char *
skip_word (const char *at, const char *end)
{
  while (at < end && (g_ascii_isalnum (*at) || *at == '.' || *at == '-' || *at == '+'))
    at++;
  return at;
}

static const char *
read_word (ComptoirJsonReader *self, const char *at, const char *end)
{
  const char *word_end = skip_word (at, end);

  if (word_end == at)
    return fail_malformed (self, at, N_ ("A character stands where a value should be."));
  if (word_end < end)
    return end_word (self, word_end, at, word_end - at);
  self->cut = CUT_WORD;
  g_string_append_len (self->partial, at, end - at);
  return end;
}

static const char *
continue_word (ComptoirJsonReader *self, const char *at, const char *end)
{
  const char *word_end = skip_word (at, end);

  g_string_append_len (self->partial, at, word_end - at);
  if (word_end == end)
    return end;
  self->cut = CUT_NONE;
  word_end = end_word (self, word_end, self->partial->str, self->partial->len);
  empty_buffer (&self->partial);
  return word_end;
}

static inline const char *
read_key (ComptoirJsonReader *self, const char *at, const char *end)
{
  const char *after;

  if (*at != '"')
    return fail_malformed (self, at, N_ ("The name of a field is missing."));
  after = comptoir_json_target_match_name (self->target, at, end);
  if (after == NULL)
    return read_string (self, at, end);
  self->state = STATE_COLON;
  return after;
}

static inline const char *
read_value (ComptoirJsonReader *self, const char *at, const char *end)
{
  switch (*at)
    {
    case '"':
      return read_string (self, at, end);
    case '{':
    case '[':
      return open_container (self, at);
    default:
      return read_word (self, at, end);
    }
}

static inline const char *
read_comma (ComptoirJsonReader *self, const char *at)
{
  if (*at == '}' || *at == ']')
    return close_container (self, at);
  if (*at != ',')
    return fail_malformed (self, at, N_ ("A comma is missing between two values."));
  comptoir_json_target_comma (self->target);
  self->state = comptoir_json_target_is_in_object (self->target) ? STATE_KEY : STATE_VALUE;
  return at + 1;
}

static inline const char *
read_colon (ComptoirJsonReader *self, const char *at)
{
  if (*at != ':')
    return fail_malformed (self, at, N_ ("A colon is missing after the name of a field."));
  comptoir_json_target_colon (self->target);
  self->state = STATE_VALUE;
  return at + 1;
}

static inline const char *
read_next (ComptoirJsonReader *self, const char *at, const char *end)
{
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
    if (++at == end)
      return end;
  switch (self->state)
    {
    case STATE_FIRST_KEY:
      return *at == '}' ? close_container (self, at) : read_key (self, at, end);
    case STATE_KEY:
      return read_key (self, at, end);
    case STATE_COLON:
      return read_colon (self, at);
    case STATE_FIRST_VALUE:
      return *at == ']' ? close_container (self, at) : read_value (self, at, end);
    case STATE_VALUE:
      return read_value (self, at, end);
    case STATE_MORE:
      return read_comma (self, at);
    case STATE_END:
    default:
      return fail_malformed (self, at, N_ ("Something follows after the end of the data."));
    }
}

/**
 * comptoir_json_reader_new:
 * @table: the table to fill
 * @shape: what comptoir_json_probe() found; bytes before its start are not to be fed
 *
 * Returns: (transfer full): a reader; free it with comptoir_json_reader_free()
 */
ComptoirJsonReader *
comptoir_json_reader_new (ComptoirTable *table, const ComptoirJsonShape *shape)
{
  ComptoirJsonReader *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirJsonReader, 1);
  self->table = g_object_ref (table);
  self->target = comptoir_json_target_new (table, shape);
  self->partial = g_string_new (NULL);
  return self;
}

/**
 * comptoir_json_reader_feed:
 * @self: a reader
 * @data: the bytes that came
 * @length: their number
 * @consumed: (out): how many were read; where the fault is when there is one
 * @fault: (out): what is wrong
 *
 * Returns: %FALSE when the bytes are no JSON; the reader is of no more use then
 */
gboolean
comptoir_json_reader_feed (ComptoirJsonReader *self,
                           const char *data,
                           gsize length,
                           gsize *consumed,
                           ComptoirFormatFault *fault)
{
  const char *at = data, *end = data + length;

  while (at < end && self->fault.reason == NULL)
    {
      if (self->cut == CUT_NONE)
        at = read_next (self, at, end);
      else if (self->cut == CUT_STRING)
        at = continue_string (self, at, end);
      else
        at = continue_word (self, at, end);
    }
  *consumed = at - data;
  *fault = self->fault;
  return self->fault.reason == NULL;
}

/**
 * comptoir_json_reader_finish:
 * @self: a reader
 * @fault: (out): what is wrong
 *
 * Returns: whether the data was complete
 */
gboolean
comptoir_json_reader_finish (ComptoirJsonReader *self, ComptoirFormatFault *fault)
{
  if (self->fault.reason == NULL && self->cut == CUT_WORD
      && comptoir_json_target_get_depth (self->target) == 0)
    end_word (self, NULL, self->partial->str, self->partial->len);
  if (self->fault.reason == NULL && self->state != STATE_END)
    fail (self, NULL, COMPTOIR_FORMAT_ERROR_TRUNCATED, N_ ("The data ends before it is complete."));
  *fault = self->fault;
  return self->fault.reason == NULL;
}

/**
 * comptoir_json_reader_free:
 * @self: (transfer full): a reader
 */
void
comptoir_json_reader_free (ComptoirJsonReader *self)
{
  g_object_unref (self->table);
  comptoir_json_target_free (self->target);
  g_string_free (self->partial, TRUE);
  g_free (self);
}
