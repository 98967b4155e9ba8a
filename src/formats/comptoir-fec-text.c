/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-text.h"

#include "comptoir-text.h"

#include <string.h>

/* Where ISO 8859-15 departs from ISO 8859-1. */
static gunichar
get_latin_9 (guchar byte)
{
  switch (byte)
    {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x0160;
    case 0xA8:
      return 0x0161;
    case 0xB4:
      return 0x017D;
    case 0xB8:
      return 0x017E;
    case 0xBC:
      return 0x0152;
    case 0xBD:
      return 0x0153;
    case 0xBE:
      return 0x0178;
    default:
      return byte;
    }
}

/* What ISO 8859-15 has as control characters is a stray of Windows-1252. NUL would end a string. */
static gboolean
append_latin_9 (GString *string, const char *text, gsize length)
{
  gboolean stray = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];

      if (byte >= 0x80 && byte < 0xA0)
        {
          comptoir_text_append_windows_1252 (string, text + i, 1);
          stray = TRUE;
        }
      else if (byte == 0)
        {
          g_string_append_unichar (string, 0xFFFD);
          stray = TRUE;
        }
      else
        g_string_append_unichar (string, get_latin_9 (byte));
    }
  return stray;
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80 || text[i] == '\0')
      return FALSE;
  return TRUE;
}

/**
 * comptoir_fec_text_is_mostly_utf8:
 * @data: a file
 * @length: its length in bytes
 *
 * Returns: whether what isn't ASCII in it is UTF-8 rather than a one-byte code, strays apart
 */
gboolean
comptoir_fec_text_is_mostly_utf8 (const char *data, gsize length)
{
  const char *end = data + length;
  guint64 n_good = 0, n_bad = 0;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  for (const char *p = data; p < end;)
    {
      if ((guchar) *p < 0x80)
        p++;
      else if ((gint32) g_utf8_get_char_validated (p, MIN (end - p, 4)) >= 0)
        {
          n_good++;
          p = g_utf8_next_char (p);
        }
      else
        {
          n_bad++;
          p++;
        }
    }
  return n_good >= n_bad;
}

/**
 * comptoir_fec_text_append:
 * @string: where the text goes, as UTF-8 without NUL
 * @text: bytes of the file
 * @length: their number
 * @utf8: whether the file is mostly UTF-8
 *
 * Returns: %FALSE when some byte isn't of the file's encoding and was guessed at
 */
gboolean
comptoir_fec_text_append (GString *string, const char *text, gsize length, gboolean utf8)
{
  g_return_val_if_fail (string != NULL, FALSE);

  if (is_ascii (text, length)
      || (utf8 && memchr (text, '\0', length) == NULL && comptoir_text_is_utf8 (text, length)))
    {
      g_string_append_len (string, text, length);
      return TRUE;
    }
  return !append_latin_9 (string, text, length) && !utf8;
}
