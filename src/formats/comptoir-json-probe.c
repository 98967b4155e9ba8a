/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-probe.h"

#include <string.h>

/* After noise, this many tokens in a row that are JSON are taken for the reply. */
#define CONVINCING_TOKENS 16
/* An object with more plain values than this before anything nested is one row. */
#define MAX_SIBLINGS 64
#define MAX_WRAPPERS 8

typedef enum
{
  TOKEN_END, /* the bytes end here, perhaps within a token */
  TOKEN_BAD,
  TOKEN_OPEN_OBJECT,
  TOKEN_OPEN_ARRAY,
  TOKEN_CLOSE,
  TOKEN_PUNCTUATION,
  TOKEN_STRING,
  TOKEN_WORD,
} Token;

typedef struct
{
  const char *at;
  const char *end;
  gboolean final;
  const char *text; /* the last string's, without its quotes */
  gsize length;
} Cursor;

/* What an object turns out to be. */
typedef enum
{
  VERDICT_MORE,
  VERDICT_BAD,
  VERDICT_ROW,
  VERDICT_META,  /* nothing but what goes with an envelope */
  VERDICT_ARRAY, /* it wraps an array of rows */
  VERDICT_KEYED, /* its members are rows */
} Verdict;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '+' || c == '.';
}

static Token
read_string (Cursor *cursor)
{
  const char *p = cursor->at + 1;

  cursor->text = p;
  while (p < cursor->end && *p != '"')
    p += *p == '\\' ? 2 : 1;
  if (p >= cursor->end)
    return TOKEN_END;
  cursor->length = p - cursor->text;
  cursor->at = p + 1;
  return TOKEN_STRING;
}

static Token
read_word (Cursor *cursor)
{
  const char *start = cursor->at, *p = start;

  while (p < cursor->end && is_word (*p))
    p++;
  if (p == cursor->end && !cursor->final)
    return TOKEN_END;
  cursor->at = p;
  if (g_ascii_isdigit (*start) || *start == '-')
    return TOKEN_WORD;
  if ((p - start == 4 && (memcmp (start, "null", 4) == 0 || memcmp (start, "true", 4) == 0))
      || (p - start == 5 && memcmp (start, "false", 5) == 0))
    return TOKEN_WORD;
  return TOKEN_BAD;
}

static Token
next (Cursor *cursor)
{
  while (cursor->at < cursor->end && is_blank (*cursor->at))
    cursor->at++;
  if (cursor->at == cursor->end)
    return TOKEN_END;
  switch (*cursor->at)
    {
    case '{':
      cursor->at++;
      return TOKEN_OPEN_OBJECT;
    case '[':
      cursor->at++;
      return TOKEN_OPEN_ARRAY;
    case '}':
    case ']':
      cursor->at++;
      return TOKEN_CLOSE;
    case ',':
    case ':':
      cursor->at++;
      return TOKEN_PUNCTUATION;
    case '"':
      return read_string (cursor);
    default:
      return is_word (*cursor->at) ? read_word (cursor) : TOKEN_BAD;
    }
}

static gboolean
is_one_of (const char *name, gsize length, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* A field that only a row has. */
static gboolean
is_row_name (const char *name, gsize length)
{
  static const char *const words[] = { "id", "title", "name", "login", "label", NULL };

  return is_one_of (name, length, words);
}

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* What the members of an object were like so far. */
typedef struct
{
  guint n_plain;
  guint n_meta;  /* objects with nothing of a row in them */
  guint n_empty; /* arrays without elements */
  gboolean is_row;
  gboolean beyond_envelope;
} Members;

static Verdict
judge_end (const Members *members, guint level, guint *n_wrappers)
{
  if (members->n_meta > 0)
    {
      *n_wrappers = level;
      return members->n_plain == 0 ? VERDICT_KEYED : VERDICT_ROW;
    }
  if (members->beyond_envelope)
    return VERDICT_ROW;
  if (members->n_empty > 0)
    {
      *n_wrappers = level + 1;
      return VERDICT_ARRAY;
    }
  return level > 0 ? VERDICT_META : VERDICT_ROW;
}

/* Reads a member's name and the token its value begins with; %TOKEN_CLOSE at the object's end. */
static Token
next_member (Cursor *cursor, gboolean first, const char **name, gsize *length)
{
  Token token = next (cursor);

  if (token == TOKEN_PUNCTUATION && !first)
    token = next (cursor);
  if (token != TOKEN_STRING)
    return token == TOKEN_END || token == TOKEN_CLOSE ? token : TOKEN_BAD;
  *name = cursor->text;
  *length = cursor->length;
  token = next (cursor);
  if (token != TOKEN_PUNCTUATION)
    return token == TOKEN_END ? TOKEN_END : TOKEN_BAD;
  token = next (cursor);
  return token == TOKEN_CLOSE || token == TOKEN_PUNCTUATION ? TOKEN_BAD : token;
}

static void
note_plain (Members *members, const char *name, gsize length)
{
  members->n_plain++;
  members->is_row |= is_row_name (name, length);
  members->beyond_envelope |= !comptoir_json_is_envelope_name (name, length);
}

/* Judges the object whose brace was just read by its first members; @n_wrappers is how many
 * objects stand around the rows. */
static Verdict
probe_object (Cursor *cursor, guint level, guint *n_wrappers)
{
  Members members = { 0 };
  Verdict inner;
  Cursor ahead;

  for (gboolean first = TRUE;; first = FALSE)
    {
      const char *name = NULL;
      gsize length = 0;
      Token token = next_member (cursor, first, &name, &length);

      if (first && token > TOKEN_BAD && token != TOKEN_CLOSE && is_digits (name, length))
        {
          *n_wrappers = level;
          return VERDICT_KEYED;
        }
      switch (token)
        {
        case TOKEN_END:
          return VERDICT_MORE;
        case TOKEN_CLOSE:
          return judge_end (&members, level, n_wrappers);
        case TOKEN_STRING:
        case TOKEN_WORD:
          note_plain (&members, name, length);
          if (members.n_plain > MAX_SIBLINGS || (level > 0 && members.beyond_envelope))
            return VERDICT_ROW;
          break;
        case TOKEN_OPEN_ARRAY:
          if (members.is_row)
            return VERDICT_ROW;
          ahead = *cursor;
          token = next (&ahead);
          if (token == TOKEN_END)
            return VERDICT_MORE;
          if (token != TOKEN_CLOSE)
            {
              *n_wrappers = level + 1;
              return VERDICT_ARRAY;
            }
          *cursor = ahead;
          members.n_empty++;
          break;
        case TOKEN_OPEN_OBJECT:
          if (members.is_row || members.beyond_envelope || level == MAX_WRAPPERS)
            return VERDICT_ROW;
          inner = probe_object (cursor, level + 1, n_wrappers);
          if (inner != VERDICT_META && inner != VERDICT_ROW)
            return inner;
          if (inner == VERDICT_ROW)
            {
              *n_wrappers = level;
              return members.n_plain == 0 ? VERDICT_KEYED : VERDICT_ROW;
            }
          members.n_meta++;
          break;
        case TOKEN_BAD:
        case TOKEN_PUNCTUATION:
        default:
          return VERDICT_BAD;
        }
    }
}

/* The shape of the JSON that starts at @at. What isn't JSON after all is left to the reader, which
 * says where it goes wrong. */
static ComptoirJsonProbe
probe_shape (const char *data,
             const char *at,
             gsize length,
             gboolean final,
             ComptoirJsonShape *shape)
{
  Cursor cursor = { at, data + length, final };
  Verdict verdict;

  *shape = (ComptoirJsonShape){ at - data, 0, COMPTOIR_JSON_ROWS_IN_ARRAY };
  if (*at != '{')
    return COMPTOIR_JSON_PROBE_FOUND;
  cursor.at++;
  verdict = probe_object (&cursor, 0, &shape->n_wrappers);
  if (verdict == VERDICT_MORE && !final)
    return COMPTOIR_JSON_PROBE_MORE;
  if (verdict == VERDICT_KEYED)
    shape->rows = COMPTOIR_JSON_ROWS_IN_OBJECT;
  else if (verdict != VERDICT_ARRAY)
    *shape = (ComptoirJsonShape){ at - data, 0, COMPTOIR_JSON_ROW_IS_OBJECT };
  return COMPTOIR_JSON_PROBE_FOUND;
}

/* Whether what starts at @at, after noise, is JSON that goes on to the end of the reply. */
static ComptoirJsonProbe
probe_candidate (const char *at, const char *end, gboolean final)
{
  Cursor cursor = { at, end, final };
  guint depth = 0, n_tokens = 0;

  do
    {
      switch (next (&cursor))
        {
        case TOKEN_END:
          if (!final)
            return COMPTOIR_JSON_PROBE_MORE;
          return n_tokens > 1 ? COMPTOIR_JSON_PROBE_FOUND : COMPTOIR_JSON_PROBE_NONE;
        case TOKEN_BAD:
          return COMPTOIR_JSON_PROBE_NONE;
        case TOKEN_OPEN_OBJECT:
        case TOKEN_OPEN_ARRAY:
          depth++;
          break;
        case TOKEN_CLOSE:
          depth--;
          break;
        case TOKEN_PUNCTUATION:
        case TOKEN_STRING:
        case TOKEN_WORD:
        default:
          break;
        }
      if (++n_tokens == CONVINCING_TOKENS)
        return COMPTOIR_JSON_PROBE_FOUND;
    }
  while (depth > 0);
  while (cursor.at < end && is_blank (*cursor.at))
    cursor.at++;
  if (cursor.at < end)
    return COMPTOIR_JSON_PROBE_NONE;
  return final ? COMPTOIR_JSON_PROBE_FOUND : COMPTOIR_JSON_PROBE_MORE;
}

static gboolean
starts_with (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, word, length) == 0;
}

/* PHP's messages end with a line or with a tag. */
static gboolean
is_after_message (const char *data, const char *at)
{
  while (at > data && (at[-1] == ' ' || at[-1] == '\t'))
    at--;
  return at > data && (at[-1] == '\n' || at[-1] == '\r' || at[-1] == '>');
}

static ComptoirJsonProbe
probe_noise (const char *data,
             const char *at,
             gsize length,
             gboolean final,
             ComptoirJsonShape *shape)
{
  const char *end = data + length;

  if (starts_with (at, end, "<!doctype") || starts_with (at, end, "<html"))
    return COMPTOIR_JSON_PROBE_NONE;
  for (; at < end; at++)
    {
      ComptoirJsonProbe found;

      if ((*at != '{' && *at != '[' && *at != 'n') || !is_after_message (data, at))
        continue;
      found = probe_candidate (at, end, final);
      if (found == COMPTOIR_JSON_PROBE_FOUND)
        return probe_shape (data, at, length, final, shape);
      if (found == COMPTOIR_JSON_PROBE_MORE)
        return found;
    }
  return final ? COMPTOIR_JSON_PROBE_NONE : COMPTOIR_JSON_PROBE_MORE;
}

/**
 * comptoir_json_is_envelope_name:
 * @name: a member's name
 * @length: its length
 *
 * Returns: whether a member of that name, beside the rows, is about the reply and no part of them
 */
gboolean
comptoir_json_is_envelope_name (const char *name, gsize length)
{
  static const char *const words[]
      = { "result",       "success",  "status",    "ok",     "code",    "error",    "errors",
          "errorMessage", "message",  "msg",       "count",  "total",   "n",        "nb",
          "page",         "pages",    "limit",     "offset", "perpage", "per_page", "version",
          "next",         "previous", "timestamp", NULL };

  return is_one_of (name, length, words);
}

/**
 * comptoir_json_probe:
 * @data: the first bytes of a reply
 * @length: their number, at most %COMPTOIR_JSON_PROBE_LIMIT
 * @final: whether no more bytes come, or no more are to be waited for
 * @shape: (out): where the rows are, when found
 *
 * The answer is the same however many bytes there are beyond those that decide it.
 *
 * Returns: whether the shape is known
 */
ComptoirJsonProbe
comptoir_json_probe (const char *data, gsize length, gboolean final, ComptoirJsonShape *shape)
{
  static const char bom[] = "\xEF\xBB\xBF";
  const char *at = data, *end = data + length;
  Cursor cursor;

  if (length < 3 && memcmp (data, bom, length) == 0 && !final)
    return COMPTOIR_JSON_PROBE_MORE;
  if (length >= 3 && memcmp (data, bom, 3) == 0)
    at += 3;
  while (at < end && is_blank (*at))
    at++;
  if (at == end)
    return final ? COMPTOIR_JSON_PROBE_EMPTY : COMPTOIR_JSON_PROBE_MORE;
  if (*at == '{' || *at == '[' || *at == '"' || *at == '-' || g_ascii_isdigit (*at))
    return probe_shape (data, at, length, final, shape);
  cursor = (Cursor){ at, end, final };
  switch (is_word (*at) ? next (&cursor) : TOKEN_BAD)
    {
    case TOKEN_WORD:
      return probe_shape (data, at, length, final, shape);
    case TOKEN_END:
      return COMPTOIR_JSON_PROBE_MORE;
    default:
      return probe_noise (data, at, length, final, shape);
    }
}
