/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-amount.h"
#include "comptoir-sales-summary-private.h"

#include <string.h>

#define COLLECTED "4457"

/* The rates of France (CGI art. 278 ff., art. 294 overseas), as accounts write them. */
static const struct
{
  const char *code;
  ComptoirDecimal rate;
} codes[] = {
  { "20", { 20, 0 } },  { "200", { 20, 0 } },  { "2000", { 20, 0 } }, { "10", { 10, 0 } },
  { "100", { 10, 0 } }, { "1000", { 10, 0 } }, { "55", { 55, 1 } },   { "055", { 55, 1 } },
  { "550", { 55, 1 } }, { "0550", { 55, 1 } }, { "21", { 21, 1 } },   { "021", { 21, 1 } },
  { "210", { 21, 1 } }, { "0210", { 21, 1 } }, { "85", { 85, 1 } },   { "085", { 85, 1 } },
  { "850", { 85, 1 } }, { "0850", { 85, 1 } },
};

static gboolean
is_number_part (char c)
{
  return g_ascii_isdigit (c) || c == ',' || c == '.';
}

/* Back over blanks, of whatever kind. */
static const char *
skip_blanks_back (const char *start, const char *p)
{
  while (p > start)
    {
      const char *before = g_utf8_prev_char (p);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      p = before;
    }
  return p;
}

/* The number that ends where a percent sign stands. */
static gboolean
parse_percentage (const char *label, const char *sign, ComptoirDecimal *rate, gboolean *named)
{
  const char *end = skip_blanks_back (label, sign), *start = end, *word;
  g_autofree char *number = NULL;

  while (start > label && is_number_part (start[-1]))
    start--;
  number = g_strndup (start, end - start);
  if (!comptoir_amount_parse (number, rate) || rate->value < 0 || rate->scale > 4
      || comptoir_decimal_compare (*rate, (ComptoirDecimal){ 100, 0 }) >= 0)
    return FALSE;
  word = skip_blanks_back (label, start);
  *named = word - label >= 3
           && (g_ascii_strncasecmp (word - 3, "tva", 3) == 0
               || g_ascii_strncasecmp (word - 3, "vat", 3) == 0);
  return TRUE;
}

/**
 * comptoir_vat_rate_from_label:
 * @label: the label of an account or an entry: "Pains, TVA 5,5 %"
 * @rate: (out): the rate in percent
 *
 * Of several percentages, the one called VAT is meant, else the last.
 *
 * Returns: whether the label tells a rate
 */
gboolean
comptoir_vat_rate_from_label (const char *label, ComptoirDecimal *rate)
{
  gboolean found = FALSE;

  g_return_val_if_fail (label != NULL && rate != NULL, FALSE);

  for (const char *sign = strchr (label, '%'); sign != NULL; sign = strchr (sign + 1, '%'))
    {
      ComptoirDecimal candidate;
      gboolean named;

      if (!parse_percentage (label, sign, &candidate, &named))
        continue;
      *rate = candidate;
      found = TRUE;
      if (named)
        break;
    }
  return found;
}

static gboolean
find_code (const char *code, ComptoirDecimal *rate)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (code, codes[i].code) == 0)
      {
        *rate = codes[i].rate;
        return TRUE;
      }
  return FALSE;
}

/**
 * comptoir_vat_rate_from_account:
 * @account: an account of VAT collected: "44571200", "445755"
 * @rate: (out): the rate in percent
 *
 * The rate follows 44571, the account of the plan comptable général, or 4457. Where what follows
 * 4457 begins with 10, it is 44571 filled up with zeros as likely as a rate, and isn't taken for
 * one.
 *
 * Returns: whether the account tells a rate
 */
gboolean
comptoir_vat_rate_from_account (const char *account, ComptoirDecimal *rate)
{
  const char *code;

  g_return_val_if_fail (account != NULL && rate != NULL, FALSE);

  if (!g_str_has_prefix (account, COLLECTED))
    return FALSE;
  code = account + strlen (COLLECTED);
  if (code[0] == '1' && find_code (code + 1, rate))
    return TRUE;
  return !g_str_has_prefix (code, "10") && find_code (code, rate);
}
