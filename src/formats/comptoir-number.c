/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-number.h"

#include <string.h>

/* Exponents are taken exactly up to this, as far as 37 digits; one beyond counts as this. */
#define MAX_EXPONENT ((__int128) G_GINT64_CONSTANT (1000000000000000000) * 1000000000000000000)

typedef struct
{
  gboolean negative;
  gboolean zero;
  __int128 exponent;  /* of the first digit that isn't 0 */
  const char *digits; /* from that one on, a point or comma perhaps among them */
  const char *end;
} Number;

static gboolean
is_mark (char c)
{
  return c == '.' || c == ',';
}

static const char *
parse_exponent (const char *p, const char *end, __int128 *exponent)
{
  gboolean negative = FALSE;
  const char *start;

  *exponent = 0;
  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  for (start = p; p < end && g_ascii_isdigit (*p); p++)
    *exponent = MIN (*exponent * 10 + (*p - '0'), MAX_EXPONENT);
  if (negative)
    *exponent = -*exponent;
  return p > start ? p : NULL;
}

static gboolean
parse (const char *text, gsize length, Number *number)
{
  const char *p = text, *end = text + length, *mark = NULL, *first = NULL, *start;
  __int128 exponent = 0;

  number->negative = p < end && *p == '-';
  if (p < end && (*p == '-' || *p == '+'))
    p++;
  for (start = p; p < end && (g_ascii_isdigit (*p) || (is_mark (*p) && mark == NULL)); p++)
    if (is_mark (*p))
      mark = p;
    else if (*p != '0' && first == NULL)
      first = p;
  if (p - start - (mark != NULL) < 1)
    return FALSE;
  if (mark == NULL)
    mark = p;
  number->end = p;
  if (p < end && (*p == 'e' || *p == 'E'))
    p = parse_exponent (p + 1, end, &exponent);
  if (p != end)
    return FALSE;
  number->zero = first == NULL;
  number->digits = first;
  if (first != NULL)
    number->exponent = exponent + (first < mark ? mark - first - 1 : mark - first);
  return TRUE;
}

static int
compare_digits (const Number *a, const Number *b)
{
  const char *p = a->digits, *q = b->digits;

  while (p < a->end || q < b->end)
    {
      char digit = '0', other = '0';

      if (p < a->end && is_mark (*p))
        p++;
      if (q < b->end && is_mark (*q))
        q++;
      if (p < a->end)
        digit = *p++;
      if (q < b->end)
        other = *q++;
      if (digit != other)
        return digit < other ? -1 : 1;
    }
  return 0;
}

/**
 * comptoir_number_is_valid:
 * @text: bytes
 * @length: their number
 *
 * Returns: whether they are a decimal number: a sign, digits with a point or a comma at most, and
 *   an exponent
 */
gboolean
comptoir_number_is_valid (const char *text, gsize length)
{
  Number number;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  return parse (text, length, &number);
}

/**
 * comptoir_number_compare:
 * @a: a number
 * @a_length: its length
 * @b: another
 * @b_length: its length
 *
 * Orders by value; what is no number comes after all numbers, by its bytes.
 *
 * Returns: below, equal to or above 0 as @a comes before, with or after @b
 */
int
comptoir_number_compare (const char *a, gsize a_length, const char *b, gsize b_length)
{
  Number first, second;
  gboolean valid = parse (a, a_length, &first), other_valid = parse (b, b_length, &second);
  int order;

  if (!valid && !other_valid)
    {
      order = memcmp (a, b, MIN (a_length, b_length));
      return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
    }
  if (!valid || !other_valid)
    return valid ? -1 : 1;
  if (first.zero && second.zero)
    return 0;
  if (first.zero)
    return second.negative ? 1 : -1;
  if (second.zero)
    return first.negative ? -1 : 1;
  if (first.negative != second.negative)
    return first.negative ? -1 : 1;
  if (first.exponent != second.exponent)
    order = first.exponent < second.exponent ? -1 : 1;
  else
    order = compare_digits (&first, &second);
  return first.negative ? -order : order;
}
