/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-text.h"

#include "comptoir-text.h"

#include <string.h>

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define HIGH_BITS       EACH_BYTE (0x80)

/* The high bit of each byte that is 0, of @word; bytes above 0x80 never count. A byte above one
 * that is 0 may be marked by mistake, so only the lowest mark is to be trusted. */
static inline guint64
find_zero (guint64 word)
{
  return (word - EACH_BYTE (0x01)) & ~word & HIGH_BITS;
}

/**
 * comptoir_json_text_scan:
 * @text: bytes within a JSON string
 * @end: where they end
 * @flags: (inout): what was seen on the way is added
 *
 * Returns: the next quote or backslash, @end if there is none
 */
const char *
comptoir_json_text_scan (const char *text, const char *end, ComptoirJsonTextFlags *flags)
{
  guint64 high = 0;
  gboolean controls = FALSE;

  while (end - text >= 8)
    {
      guint64 word, stop, low;

      memcpy (&word, text, sizeof word);
      stop = find_zero (word ^ EACH_BYTE ('"')) | find_zero (word ^ EACH_BYTE ('\\'));
      low = (word - EACH_BYTE (0x20)) & ~word & HIGH_BITS;
      if ((stop | low) != 0)
        break;
      high |= word & HIGH_BITS;
      text += 8;
    }
  for (; text < end; text++)
    {
      guchar c = *text;

      if (c == '"' || c == '\\')
        break;
      high |= c & 0x80;
      controls |= c < 0x20;
    }
  if (high != 0)
    *flags |= COMPTOIR_JSON_TEXT_NOT_ASCII;
  if (controls)
    *flags |= COMPTOIR_JSON_TEXT_CONTROLS;
  return text;
}

static gboolean
read_hex (const char *text, gsize length, gunichar *unit)
{
  *unit = 0;
  if (length < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      *unit = (*unit << 4) | (guint) digit;
    }
  return TRUE;
}

/* Appends what \uXXXX stands for; @text begins after the u. A surrogate without its other half
 * becomes U+FFFD. Returns the bytes read, 0 when it is no escape. */
static gsize
decode_unicode (GString *decoded, const char *text, gsize length)
{
  gunichar unit, low;

  if (!read_hex (text, length, &unit))
    return 0;
  if (unit < 0xD800 || unit > 0xDFFF)
    {
      /* g_string_append_unichar() would leave out a NUL. */
      if (unit == 0)
        g_string_append_c (decoded, '\0');
      else
        g_string_append_unichar (decoded, unit);
      return 4;
    }
  if (unit < 0xDC00 && length >= 10 && text[4] == '\\' && text[5] == 'u'
      && read_hex (text + 6, length - 6, &low) && low >= 0xDC00 && low <= 0xDFFF)
    {
      g_string_append_unichar (decoded, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
      return 10;
    }
  g_string_append_unichar (decoded, 0xFFFD);
  return 4;
}

static gboolean
decode_escapes (GString *decoded, const char *text, gsize length)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *end = text + length;

  while (text < end)
    {
      const char *escape = memchr (text, '\\', end - text), *known;

      if (escape == NULL)
        escape = end;
      g_string_append_len (decoded, text, escape - text);
      if (escape == end)
        return TRUE;
      if (escape + 1 == end)
        return FALSE;
      text = escape + 2;
      if (escape[1] == 'u')
        {
          gsize n = decode_unicode (decoded, text, end - text);

          if (n == 0)
            return FALSE;
          text += n;
          continue;
        }
      known = memchr (from, escape[1], sizeof from - 1);
      if (known == NULL)
        return FALSE;
      g_string_append_c (decoded, to[known - from]);
    }
  return TRUE;
}

/**
 * comptoir_json_text_decode:
 * @decoded: where the text goes
 * @text: what stands between the quotes of a JSON string
 * @length: its length
 *
 * A string that isn't UTF-8 is read as Windows-1252.
 *
 * Returns: %FALSE when there is an escape that JSON doesn't know
 */
gboolean
comptoir_json_text_decode (GString *decoded, const char *text, gsize length)
{
  g_string_truncate (decoded, 0);
  if (!comptoir_text_is_utf8 (text, length))
    {
      g_autoptr (GString) converted = g_string_sized_new (length + length / 4);

      comptoir_text_append_windows_1252 (converted, text, length);
      return decode_escapes (decoded, converted->str, converted->len);
    }
  return decode_escapes (decoded, text, length);
}

/**
 * comptoir_json_text_append_raw:
 * @json: JSON text
 * @text: what stands between the quotes of a JSON string
 * @length: its length
 * @flags: what it contains
 *
 * Appends the string with its quotes as it is, in UTF-8 and with control characters escaped, so
 * that any JSON parser reads it.
 */
void
comptoir_json_text_append_raw (GString *json,
                               const char *text,
                               gsize length,
                               ComptoirJsonTextFlags flags)
{
  g_autoptr (GString) converted = NULL;

  if ((flags & COMPTOIR_JSON_TEXT_NOT_ASCII) && !comptoir_text_is_utf8 (text, length))
    {
      converted = g_string_sized_new (length + length / 4);
      comptoir_text_append_windows_1252 (converted, text, length);
      text = converted->str;
      length = converted->len;
    }
  g_string_append_c (json, '"');
  if (flags & COMPTOIR_JSON_TEXT_CONTROLS)
    for (gsize i = 0; i < length; i++)
      if ((guchar) text[i] < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) text[i]);
      else
        g_string_append_c (json, text[i]);
  else
    g_string_append_len (json, text, length);
  g_string_append_c (json, '"');
}

/**
 * comptoir_json_text_is_number:
 * @text: a word
 * @length: its length
 *
 * Returns: whether it is a JSON number, leading zeros ("00123") allowed
 */
gboolean
comptoir_json_text_is_number (const char *text, gsize length)
{
  const char *p = text, *end = text + length, *digits;

  if (p < end && *p == '-')
    p++;
  digits = p;
  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p == digits)
    return FALSE;
  if (p < end && *p == '.')
    {
      digits = ++p;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == digits)
        return FALSE;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      digits = p;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == digits)
        return FALSE;
    }
  return p == end;
}
