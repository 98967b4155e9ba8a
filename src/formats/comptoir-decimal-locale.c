/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-decimal.h"

#include <limits.h>
#include <locale.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00A0"

/* Currencies as people write them; others go by their code. */
static const struct
{
  const char *code;
  const char *symbol;
  guint n_decimals;
} currencies[] = {
  { "EUR", "€", 2 },   { "USD", "$", 2 },   { "GBP", "£", 2 },   { "JPY", "¥", 0 },
  { "XAF", "XAF", 0 }, { "XOF", "XOF", 0 }, { "XPF", "XPF", 0 }, { "TND", "TND", 3 },
};

/* Appends digits in the groups of lconv(3): each byte of @grouping is the size of one, from the
 * right; the last holds for all that remain, unless CHAR_MAX ends the grouping. */
static void
append_grouped (GString *string,
                const char *digits,
                gsize n,
                const char *separator,
                const char *grouping)
{
  gsize size = grouping[0] > 0 && grouping[0] < CHAR_MAX ? (gsize) grouping[0] : n;

  if (*separator == '\0' || size >= n)
    {
      g_string_append_len (string, digits, n);
      return;
    }
  append_grouped (string, digits, n - size, separator,
                  grouping[1] != '\0' ? grouping + 1 : grouping);
  g_string_append (string, separator);
  g_string_append_len (string, digits + n - size, size);
}

static void
append_number (GString *string,
               ComptoirDecimal a,
               const char *point,
               const char *separator,
               const char *grouping)
{
  g_autofree char *text = comptoir_decimal_to_string (a);
  const char *digits = text + (*text == '-');
  gsize n = strcspn (digits, ".");

  append_grouped (string, digits, n, separator, grouping);
  if (digits[n] == '.')
    {
      g_string_append (string, point);
      g_string_append (string, digits + n + 1);
    }
}

/**
 * comptoir_decimal_format:
 * @a: a number
 *
 * Returns: (transfer full): the number with all its decimals, with the locale's decimal point and
 *   grouping
 */
char *
comptoir_decimal_format (ComptoirDecimal a)
{
  const struct lconv *conventions = localeconv ();
  GString *string = g_string_new (a.value < 0 ? "-" : NULL);

  append_number (string, a, conventions->decimal_point, conventions->thousands_sep,
                 conventions->grouping);
  return g_string_free (string, FALSE);
}

/* As many decimals as the currency has, more only where they say something. */
static ComptoirDecimal
fit_decimals (ComptoirDecimal a, guint n_decimals)
{
  ComptoirDecimal fitted;

  while (a.scale > n_decimals && a.value % 10 == 0)
    {
      a.value /= 10;
      a.scale--;
    }
  if (a.scale < n_decimals && comptoir_decimal_round (a, n_decimals, &fitted))
    return fitted;
  return a;
}

/* @n_decimals: the currency's own when negative */
static char *
format_money (ComptoirDecimal a, const char *currency, int n_decimals)
{
  const struct lconv *conventions = localeconv ();
  gboolean own = *conventions->mon_decimal_point != '\0';
  const char *symbol = currency;
  guint usual_decimals = 2;
  GString *string = g_string_new (a.value < 0 ? "-" : NULL);
  gboolean before;

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_strcmp0 (currencies[i].code, currency) == 0)
      {
        symbol = currencies[i].symbol;
        usual_decimals = currencies[i].n_decimals;
      }
  before = symbol != NULL && conventions->p_cs_precedes == 1;
  if (before)
    {
      g_string_append (string, symbol);
      if (conventions->p_sep_by_space != 0 || g_ascii_isalpha (*symbol))
        g_string_append (string, NO_BREAK_SPACE);
    }
  append_number (string, fit_decimals (a, n_decimals < 0 ? usual_decimals : (guint) n_decimals),
                 own ? conventions->mon_decimal_point : conventions->decimal_point,
                 own ? conventions->mon_thousands_sep : conventions->thousands_sep,
                 own ? conventions->mon_grouping : conventions->grouping);
  if (symbol != NULL && !before)
    {
      g_string_append (string, NO_BREAK_SPACE);
      g_string_append (string, symbol);
    }
  return g_string_free (string, FALSE);
}

/**
 * comptoir_decimal_format_money:
 * @a: an amount
 * @currency: (nullable): an ISO 4217 code; %NULL for none
 *
 * Returns: (transfer full): the amount with the currency's sign where the locale puts it; no
 *   decimal that isn't 0 is left out
 */
char *
comptoir_decimal_format_money (ComptoirDecimal a, const char *currency)
{
  return format_money (a, currency, -1);
}

/**
 * comptoir_decimal_format_round_money:
 * @a: an amount
 * @currency: (nullable): an ISO 4217 code; %NULL for none
 *
 * Returns: (transfer full): the same without the decimals that are 0: "1,000 €", for an axis
 */
char *
comptoir_decimal_format_round_money (ComptoirDecimal a, const char *currency)
{
  return format_money (a, currency, 0);
}

static gboolean
is_digit_group (const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return !g_ascii_isdigit (text[n]);
}

/* The point or comma that stands before the decimals, %NULL if there is none: the last, unless it
 * occurs more than once or groups thousands in this locale ("1,234" in English). */
static const char *
find_decimal_mark (const char *text)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = comma == NULL || (point != NULL && point > comma) ? point : comma;
  const char *separator = localeconv ()->thousands_sep;

  if (last == NULL)
    return NULL;
  if (point != NULL && comma != NULL)
    return last;
  if (strchr (text, *last) != last)
    return NULL;
  if (separator[0] == *last && separator[1] == '\0' && last > text && text[0] != '0'
      && is_digit_group (last + 1, 3))
    return NULL;
  return last;
}

static gboolean
is_grouping_blank (gunichar c)
{
  /* The apostrophes are Swiss. */
  return g_unichar_isspace (c) || c == '\'' || c == 0x2019;
}

/**
 * comptoir_decimal_parse_typed:
 * @text: a number as a person types it: "1 234,5", "1234.50", "−3"
 * @decimal: (out): its value
 *
 * A point or a comma before the decimals, and between digits blanks or, three digits apart, the
 * other of the two.
 *
 * Returns: %FALSE when it is no number, or too large or too fine
 */
gboolean
comptoir_decimal_parse_typed (const char *text, ComptoirDecimal *decimal)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GString) plain = NULL;
  const char *mark, *p;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (decimal != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  trimmed = g_strdup (text);
  for (char *end = trimmed + strlen (trimmed); end > trimmed; *end = '\0')
    {
      char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  plain = g_string_new (NULL);
  p = trimmed;
  if (*p == '-' || *p == '+' || g_utf8_get_char (p) == 0x2212)
    {
      g_string_append_c (plain, *p == '+' ? '+' : '-');
      p = g_utf8_next_char (p);
    }
  mark = find_decimal_mark (p);
  for (const char *start = p; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean between
          = p > start && g_ascii_isdigit (*g_utf8_next_char (p)) && (mark == NULL || p < mark);

      if (g_ascii_isdigit (*p))
        g_string_append_c (plain, *p);
      else if (p == mark)
        g_string_append_c (plain, '.');
      else if (!between || !(*p == '.' || *p == ',' || is_grouping_blank (g_utf8_get_char (p))))
        return FALSE;
      else if ((*p == '.' || *p == ',') && !is_digit_group (p + 1, 3))
        return FALSE;
    }
  return comptoir_decimal_parse (plain->str, plain->len, decimal);
}
