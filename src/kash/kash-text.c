/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define CONCEALED       "***"

/* What a shop manager can be expected to read of the service's own words. */
#define MAX_PLAIN_LENGTH 500

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp;", "&" },   { "lt;", "<" },     { "gt;", ">" },     { "quot;", "\"" },  { "apos;", "'" },
  { "nbsp;", " " },  { "eacute;", "é" }, { "egrave;", "è" }, { "ecirc;", "ê" },  { "agrave;", "à" },
  { "acirc;", "â" }, { "ccedil;", "ç" }, { "icirc;", "î" },  { "ocirc;", "ô" },  { "ugrave;", "ù" },
  { "ucirc;", "û" }, { "Eacute;", "É" }, { "Agrave;", "À" }, { "laquo;", "«" },  { "raquo;", "»" },
  { "rsquo;", "’" }, { "euro;", "€" },   { "deg;", "°" },    { "hellip;", "…" },
};

/* @text stands after an ampersand. Returns how much of it was an entity. */
static gsize
append_entity (GString *plain, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_has_prefix (text, entities[i].name))
        {
          g_string_append (plain, entities[i].text);
          return strlen (entities[i].name);
        }
    }

  if (text[0] == '#')
    {
      gboolean is_hex = text[1] == 'x' || text[1] == 'X';
      const char *digits = text + (is_hex ? 2 : 1);
      char *end = NULL;
      guint64 code
          = g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &end, is_hex ? 16 : 10) : 0;

      if (end != NULL && *end == ';' && code >= 0x20 && code <= 0x10FFFF
          && g_unichar_validate (code))
        {
          g_string_append_unichar (plain, code);
          return end + 1 - text;
        }
    }

  g_string_append_c (plain, '&');
  return 0;
}

/* Blanks and control characters in a row become one blank. */
static char *
collapse (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
        {
          blank = line->len > 0;
          continue;
        }
      if (line->len >= MAX_PLAIN_LENGTH)
        {
          g_string_append (line, "…");
          break;
        }
      if (blank)
        g_string_append_c (line, ' ');
      blank = FALSE;
      g_string_append_unichar (line, character);
    }
  return g_string_free (line, FALSE);
}

/**
 * kash_text_decode:
 * @bytes: a reply's body
 * @length: its length
 *
 * Reads bytes as the text they are most likely meant to be: UTF-8 with or without byte order mark,
 * otherwise Windows-1252 (kash-api.md §3). NUL bytes become blanks.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
kash_text_decode (const char *bytes, gsize length)
{
  g_autofree char *copy = NULL;
  char *text;

  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (bytes, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      bytes += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }

  copy = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    copy[i] = bytes[i] != '\0' ? bytes[i] : ' ';
  copy[length] = '\0';

  if (g_utf8_validate (copy, length, NULL))
    return g_steal_pointer (&copy);

  text = g_convert (copy, length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (copy, length);
}

/**
 * kash_text_plain:
 * @text: the service's own words, perhaps with HTML in them
 *
 * Returns: (transfer full): one line without tags and entities, cut where it gets long
 */
char *
kash_text_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *c = text;

  g_return_val_if_fail (text != NULL, NULL);

  while (*c != '\0')
    {
      const char *end = NULL;

      if (*c == '<' && (g_ascii_isalpha (c[1]) || c[1] == '/' || c[1] == '!'))
        end = strchr (c, '>');

      if (end != NULL)
        {
          g_string_append_c (plain, ' ');
          c = end + 1;
        }
      else if (*c == '&')
        c += 1 + append_entity (plain, c + 1);
      else
        g_string_append_c (plain, *c++);
    }

  return collapse (plain->str);
}

/**
 * kash_text_conceal:
 * @text: (nullable): words that came from elsewhere
 * @secret: (nullable): what must not be in them
 *
 * A server may repeat the key in its reply; nobody is to see it there.
 *
 * Returns: (transfer full) (nullable): @text with *** in the place of @secret, also where it is
 *   percent-encoded
 */
char *
kash_text_conceal (const char *text, const char *secret)
{
  g_autoptr (GString) concealed = NULL;
  g_autofree char *escaped = NULL;

  if (text == NULL || secret == NULL || *secret == '\0')
    return g_strdup (text);

  concealed = g_string_new (text);
  escaped = g_uri_escape_string (secret, NULL, FALSE);
  g_string_replace (concealed, secret, CONCEALED, 0);
  g_string_replace (concealed, escaped, CONCEALED, 0);
  return g_string_free (g_steal_pointer (&concealed), FALSE);
}
