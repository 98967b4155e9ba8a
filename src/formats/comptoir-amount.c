/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-amount.h"

#include <string.h>

/* Far above what fits in 64 bits, grouped. */
#define MAX_LENGTH 64
#define EURO       0x20AC
#define MINUS      0x2212
#define QUOTE      0x2019

/* The characters that matter, each as one byte; %FALSE when there are others or too many. */
static gboolean
reduce (const char *text, char *reduced)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2 || n == MAX_LENGTH)
        return FALSE;
      if (g_unichar_isspace (c))
        reduced[n++] = ' ';
      else if (c == MINUS)
        reduced[n++] = '-';
      else if (c == QUOTE)
        reduced[n++] = '\'';
      else if (c == EURO)
        reduced[n++] = 'E';
      else if (g_ascii_isdigit (c) || (c < 0x80 && strchr ("+-.,'", (char) c) != NULL))
        reduced[n++] = (char) c;
      else
        return FALSE;
    }
  reduced[n] = '\0';
  g_strstrip (reduced);
  return TRUE;
}

/* Takes the currency and the sign off, wherever they stand. */
static char *
strip (char *text, gboolean *negative)
{
  gsize n = strlen (text);

  if (n > 0 && text[n - 1] == 'E')
    text[n - 1] = '\0';
  g_strchomp (text);
  n = strlen (text);
  *negative = n > 0 && (text[0] == '-' || text[n - 1] == '-');
  if (n > 0 && (text[0] == '-' || text[0] == '+'))
    return g_strchug (text + 1);
  if (n > 0 && text[n - 1] == '-')
    text[n - 1] = '\0';
  return g_strchomp (text);
}

/* The point or comma before the decimals: the last of both, or the only one. */
static const char *
find_mark (const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');

  if (point != NULL && comma != NULL)
    return MAX (point, comma);
  if (point == NULL)
    point = comma;
  return point != NULL && strchr (text, *point) == point ? point : NULL;
}

static gboolean
is_group (const char *text)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return !g_ascii_isdigit (text[3]);
}

/**
 * comptoir_amount_parse:
 * @text: an amount as a file has it
 * @amount: (out): its value
 *
 * A point or a comma stands before the decimals, whatever the locale; thousands are grouped by
 * blanks, apostrophes or the other of the two. The sign stands before or after, a euro sign may
 * end it. Where a lone point or comma could group as well ("1,234"), it is taken for the decimal
 * mark that the FEC has (art. A47 A-1 LPF).
 *
 * Returns: %FALSE when it is no amount, or too large or too fine
 */
gboolean
comptoir_amount_parse (const char *text, ComptoirDecimal *amount)
{
  char reduced[MAX_LENGTH + 1], plain[MAX_LENGTH + 2];
  const char *start, *mark;
  gboolean negative;
  gsize n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  if (!reduce (text, reduced))
    return FALSE;
  start = strip (reduced, &negative);
  mark = find_mark (start);
  if (negative)
    plain[n++] = '-';
  for (const char *p = start; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        plain[n++] = *p;
      else if (p == mark)
        plain[n++] = '.';
      else if (p == start || (mark != NULL && p > mark) || !g_ascii_isdigit (p[-1])
               || strchr (" '.,", *p) == NULL || !is_group (p + 1))
        return FALSE;
    }
  return comptoir_decimal_parse (plain, n, amount);
}
