/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xml-text.h"

#include "comptoir-text.h"

#include <string.h>

/* The XML declaration is shorter. */
#define MAX_DECLARATION 256
#define MAX_REFERENCE   12

static const struct
{
  const char *name;
  char character;
} references[] = {
  { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
};

/**
 * comptoir_xml_text_find_encoding:
 * @data: an XML file
 * @length: its length in bytes
 *
 * Returns: (transfer full): the encoding its first bytes declare, "UTF-8" when they don't
 */
char *
comptoir_xml_text_find_encoding (const char *data, gsize length)
{
  gsize head = MIN (length, MAX_DECLARATION);
  const char *end, *name, *close;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (head >= 2
      && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0 || data[0] == '\0'
          || data[1] == '\0'))
    return g_strdup ("UTF-16");
  if (head >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_strdup ("UTF-8");
  end = head > 0 ? memmem (data, head, "?>", 2) : NULL;
  name = end != NULL ? memmem (data, end - data, "encoding", 8) : NULL;
  if (name == NULL || memcmp (data, "<?xml", 5) != 0)
    return g_strdup ("UTF-8");
  for (name += 8; name < end && (g_ascii_isspace (*name) || *name == '='); name++)
    ;
  close = name < end ? memchr (name + 1, *name, end - name - 1) : NULL;
  if (close == NULL || (*name != '"' && *name != '\''))
    return g_strdup ("UTF-8");
  return g_strndup (name + 1, close - name - 1);
}

/**
 * comptoir_xml_text_extends_ascii:
 * @encoding: the name of an encoding
 *
 * Returns: whether a byte of ASCII can't be part of anything else in it, so that tags can be found
 *   in the bytes
 */
gboolean
comptoir_xml_text_extends_ascii (const char *encoding)
{
  static const char *const prefixes[]
      = { "UTF-8", "UTF8", "US-ASCII", "ISO-8859-", "ISO8859-", "windows-125", "cp125", "latin" };

  g_return_val_if_fail (encoding != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (encoding, prefixes[i], strlen (prefixes[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_one_of (const char *encoding, const char *const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp (encoding, *names) == 0)
      return TRUE;
  return FALSE;
}

/**
 * comptoir_xml_text_append:
 * @string: where the text goes, as UTF-8
 * @text: bytes of the file
 * @length: their number
 * @encoding: what the file says they are
 *
 * Where they aren't what it says, they are taken for Windows-1252.
 */
void
comptoir_xml_text_append (GString *string, const char *text, gsize length, const char *encoding)
{
  static const char *const utf8[] = { "UTF-8", "UTF8", "US-ASCII", NULL };
  static const char *const western[] = { "windows-1252", "cp1252", "ISO-8859-1", "latin1", NULL };
  g_autofree char *converted = NULL;
  gsize n;

  g_return_if_fail (string != NULL && encoding != NULL);

  if (is_one_of (encoding, utf8) && g_utf8_validate_len (text, length, NULL))
    {
      g_string_append_len (string, text, length);
      return;
    }
  if (!is_one_of (encoding, utf8) && !is_one_of (encoding, western))
    converted = g_convert (text, length, "UTF-8", encoding, NULL, &n, NULL);
  if (converted != NULL)
    g_string_append_len (string, converted, n);
  else
    comptoir_text_append_windows_1252 (string, text, length);
}

/* What stands between & and ;. Entities of a document type are left as they are. */
static gboolean
append_reference (GString *string, const char *name, gsize length)
{
  g_autofree char *text = g_strndup (name, length);
  gboolean hex = length > 1 && text[0] == '#' && text[1] == 'x';
  guint64 code;

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (strcmp (text, references[i].name) == 0)
      {
        g_string_append_c (string, references[i].character);
        return TRUE;
      }
  if (text[0] != '#'
      || !g_ascii_string_to_unsigned (text + 1 + hex, hex ? 16 : 10, 0, 0x10FFFF, &code, NULL))
    return FALSE;
  g_string_append_unichar (string, code != 0 && g_unichar_validate (code) ? code : 0xFFFD);
  return TRUE;
}

/**
 * comptoir_xml_text_append_references:
 * @string: where the text goes, as UTF-8
 * @text: bytes of the file
 * @length: their number
 * @encoding: what the file says they are
 *
 * As comptoir_xml_text_append(), with the references to characters resolved.
 */
void
comptoir_xml_text_append_references (GString *string,
                                     const char *text,
                                     gsize length,
                                     const char *encoding)
{
  const char *end = text + length;

  g_return_if_fail (string != NULL && encoding != NULL);

  while (text < end)
    {
      const char *and = memchr (text, '&', end - text);
      const char *close = and != NULL ? memchr (and, ';', MIN (end - and, MAX_REFERENCE)) : NULL;

      if (close == NULL)
        and = and != NULL ? and+1 : end;
      comptoir_xml_text_append (string, text, and-text, encoding);
      if (close == NULL)
        text = and;
      else if (append_reference (string, and+1, close - and-1))
        text = close + 1;
      else
        {
          g_string_append_c (string, '&');
          text = and+1;
        }
    }
}
