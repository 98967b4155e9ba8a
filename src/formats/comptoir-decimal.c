/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-decimal.h"

#include <string.h>

#define MAX_SCALE 9

static const gint64 powers[MAX_SCALE + 1]
    = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000 };

static gboolean
store (__int128 value, guint scale, ComptoirDecimal *decimal)
{
  if (value > G_MAXINT64 || value < G_MININT64)
    return FALSE;
  decimal->value = (gint64) value;
  decimal->scale = scale;
  return TRUE;
}

static __int128
widen (ComptoirDecimal decimal, guint scale)
{
  return (__int128) decimal.value * powers[scale - decimal.scale];
}

/**
 * comptoir_decimal_parse:
 * @text: a number as the service and files write it: "-1234.50"
 * @length: its length in bytes, -1 if NUL-terminated
 * @decimal: (out): its value
 *
 * ASCII digits with at most one point and a sign; blanks around them don't matter. The scale is
 * the number of decimals written; zeros beyond nine are dropped.
 *
 * Returns: %FALSE when it is something else or doesn't fit
 */
gboolean
comptoir_decimal_parse (const char *text, gssize length, ComptoirDecimal *decimal)
{
  const char *end;
  gboolean negative, point = FALSE;
  guint n_digits = 0, scale = 0;
  __int128 value = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (decimal != NULL, FALSE);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  negative = text < end && *text == '-';
  if (text < end && (*text == '-' || *text == '+'))
    text++;
  for (; text < end; text++)
    {
      if (*text == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      n_digits++;
      if (scale == MAX_SCALE)
        {
          if (*text != '0')
            return FALSE;
          continue;
        }
      scale += point;
      value = value * 10 + (*text - '0');
      if (value > (__int128) G_MAXINT64 + 1)
        return FALSE;
    }
  return n_digits > 0 && store (negative ? -value : value, scale, decimal);
}

/**
 * comptoir_decimal_add:
 * @a: a number
 * @b: another
 * @sum: (out): their sum, with the larger of their scales
 *
 * Returns: %FALSE when it doesn't fit
 */
gboolean
comptoir_decimal_add (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *sum)
{
  guint scale = MAX (a.scale, b.scale);

  g_return_val_if_fail (scale <= MAX_SCALE, FALSE);

  return store (widen (a, scale) + widen (b, scale), scale, sum);
}

/**
 * comptoir_decimal_subtract:
 * @a: a number
 * @b: what is taken from it
 * @difference: (out): what remains, with the larger of their scales
 *
 * Returns: %FALSE when it doesn't fit
 */
gboolean
comptoir_decimal_subtract (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *difference)
{
  guint scale = MAX (a.scale, b.scale);

  g_return_val_if_fail (scale <= MAX_SCALE, FALSE);

  return store (widen (a, scale) - widen (b, scale), scale, difference);
}

/**
 * comptoir_decimal_multiply:
 * @a: a number
 * @b: another
 * @product: (out): their exact product; its scale is the sum of theirs, less what zeros at its end
 *   allow when that is above nine
 *
 * Returns: %FALSE when it doesn't fit
 */
gboolean
comptoir_decimal_multiply (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *product)
{
  __int128 value = (__int128) a.value * b.value;
  guint scale = a.scale + b.scale;

  for (; scale > MAX_SCALE; scale--)
    {
      if (value % 10 != 0)
        return FALSE;
      value /= 10;
    }
  return store (value, scale, product);
}

/**
 * comptoir_decimal_round:
 * @a: a number
 * @scale: the number of decimals wanted, up to nine
 * @rounded: (out): @a with that many; half is rounded away from zero
 *
 * Returns: %FALSE when it doesn't fit
 */
gboolean
comptoir_decimal_round (ComptoirDecimal a, guint scale, ComptoirDecimal *rounded)
{
  gint64 unit;
  __int128 value;

  g_return_val_if_fail (scale <= MAX_SCALE && a.scale <= MAX_SCALE, FALSE);

  if (scale >= a.scale)
    return store (widen (a, scale), scale, rounded);
  unit = powers[a.scale - scale];
  value = a.value;
  value += value < 0 ? -(unit / 2) : unit / 2;
  return store (value / unit, scale, rounded);
}

/**
 * comptoir_decimal_compare:
 * @a: a number
 * @b: another
 *
 * Returns: below, equal to or above 0 as @a is less than, equal to or greater than @b
 */
int
comptoir_decimal_compare (ComptoirDecimal a, ComptoirDecimal b)
{
  guint scale = MAX (a.scale, b.scale);
  __int128 left, right;

  g_return_val_if_fail (scale <= MAX_SCALE, 0);

  left = widen (a, scale);
  right = widen (b, scale);
  return (left > right) - (left < right);
}

/**
 * comptoir_decimal_to_string:
 * @a: a number
 *
 * Returns: (transfer full): its text with a point and as many decimals as its scale: "-1234.50"
 */
char *
comptoir_decimal_to_string (ComptoirDecimal a)
{
  guint64 magnitude = a.value < 0 ? -(guint64) a.value : (guint64) a.value;
  const char *sign = a.value < 0 ? "-" : "";
  guint64 unit;

  g_return_val_if_fail (a.scale <= MAX_SCALE, NULL);

  unit = (guint64) powers[a.scale];
  if (a.scale == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, magnitude / unit,
                          (int) a.scale, magnitude % unit);
}
