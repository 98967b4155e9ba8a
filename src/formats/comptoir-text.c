/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-text.h"

#include <string.h>

/* What the bytes 0x80…0x9F stand for; the five that Windows-1252 leaves open keep their value, as
 * the WHATWG Encoding Standard has it, so that no byte is lost. */
static const guint16 windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/* The length of the sequence at @text, 0 when it is none (RFC 3629: no overlong form, no
 * surrogate, nothing above U+10FFFF). */
static gsize
get_sequence_length (const guchar *text, gsize length)
{
  guchar low = 0x80, high = 0xBF;
  gsize n;

  if (text[0] >= 0xC2 && text[0] <= 0xDF)
    n = 2;
  else if (text[0] >= 0xE0 && text[0] <= 0xEF)
    n = 3;
  else if (text[0] >= 0xF0 && text[0] <= 0xF4)
    n = 4;
  else
    return 0;
  if (text[0] == 0xE0)
    low = 0xA0;
  else if (text[0] == 0xED)
    high = 0x9F;
  else if (text[0] == 0xF0)
    low = 0x90;
  else if (text[0] == 0xF4)
    high = 0x8F;
  if (n > length || text[1] < low || text[1] > high)
    return 0;
  for (gsize i = 2; i < n; i++)
    if ((text[i] & 0xC0) != 0x80)
      return 0;
  return n;
}

/**
 * comptoir_text_is_utf8:
 * @text: bytes
 * @length: their number
 *
 * Unlike g_utf8_validate_len(), NUL is a character like any other.
 *
 * Returns: whether @text is UTF-8
 */
gboolean
comptoir_text_is_utf8 (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *) text;
  gsize i = 0;

  while (i < length)
    {
      guint64 word;
      gsize n;

      if (length - i >= sizeof word)
        {
          memcpy (&word, bytes + i, sizeof word);
          if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              i += sizeof word;
              continue;
            }
        }
      if (bytes[i] < 0x80)
        {
          i++;
          continue;
        }
      n = get_sequence_length (bytes + i, length - i);
      if (n == 0)
        return FALSE;
      i += n;
    }
  return TRUE;
}

/**
 * comptoir_text_append_windows_1252:
 * @string: where the text goes, as UTF-8
 * @text: bytes in Windows-1252
 * @length: their number
 */
void
comptoir_text_append_windows_1252 (GString *string, const char *text, gsize length)
{
  g_return_if_fail (string != NULL);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];

      if (byte < 0x80)
        g_string_append_c (string, byte);
      else if (byte < 0xA0)
        g_string_append_unichar (string, windows_1252[byte - 0x80]);
      else
        g_string_append_unichar (string, byte);
    }
}
