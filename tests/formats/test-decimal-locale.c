/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-decimal.h"

#include <locale.h>

#define NARROW "\u202F"
#define NBSP   "\u00A0"

static void
use_locale (const char *name)
{
  g_assert_nonnull (setlocale (LC_ALL, name));
}

static ComptoirDecimal
parse (const char *text)
{
  ComptoirDecimal decimal;

  g_assert_true (comptoir_decimal_parse (text, -1, &decimal));
  return decimal;
}

static void
test_format (void)
{
  static const struct
  {
    const char *locale;
    const char *number;
    const char *formatted;
  } cases[] = {
    { "C", "-1234567.50", "-1234567.50" },
    { "en_US.UTF-8", "1234567.50", "1,234,567.50" },
    { "en_US.UTF-8", "123", "123" },
    { "fr_FR.UTF-8", "-1234567.5", "-1" NARROW "234" NARROW "567,5" },
    { "fr_FR.UTF-8", "999", "999" },
    { "en_IN.UTF-8", "12345678", "1,23,45,678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      use_locale (cases[i].locale);
      text = comptoir_decimal_format (parse (cases[i].number));
      g_assert_cmpstr (text, ==, cases[i].formatted);
    }
  use_locale ("C");
}

static void
test_money (void)
{
  static const struct
  {
    const char *locale;
    const char *amount;
    const char *currency;
    const char *formatted;
  } cases[] = {
    { "fr_FR.UTF-8", "1234.5", "EUR", "1" NARROW "234,50" NBSP "€" },
    { "fr_FR.UTF-8", "-3", "EUR", "-3,00" NBSP "€" },
    { "fr_FR.UTF-8", "1.2345", "EUR", "1,2345" NBSP "€" },
    { "fr_FR.UTF-8", "1.2000", "EUR", "1,20" NBSP "€" },
    { "fr_FR.UTF-8", "1500", "XPF", "1" NARROW "500" NBSP "XPF" },
    { "fr_FR.UTF-8", "2.5", "TND", "2,500" NBSP "TND" },
    { "fr_FR.UTF-8", "2.5", NULL, "2,50" },
    { "en_US.UTF-8", "-1234.5", "USD", "-$1,234.50" },
    { "en_US.UTF-8", "5", "CHF", "CHF" NBSP "5.00" },
    { "C", "5", "EUR", "5.00" NBSP "€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      use_locale (cases[i].locale);
      text = comptoir_decimal_format_money (parse (cases[i].amount), cases[i].currency);
      g_assert_cmpstr (text, ==, cases[i].formatted);
    }
  use_locale ("C");
}

static void
test_typed (void)
{
  static const struct
  {
    const char *locale;
    const char *typed;
    const char *number; /* NULL when it is none */
  } cases[] = {
    { "fr_FR.UTF-8", "12,5", "12.5" },
    { "fr_FR.UTF-8", "12.5", "12.5" },
    { "fr_FR.UTF-8", " 1 234,50 ", "1234.50" },
    { "fr_FR.UTF-8", "1" NARROW "234" NBSP "567,5" NBSP, "1234567.5" },
    { "fr_FR.UTF-8", "1.234,5", "1234.5" },
    { "fr_FR.UTF-8", "1,234", "1.234" },
    { "fr_FR.UTF-8", "\u22123", "-3" },
    { "fr_FR.UTF-8", ",5", "0.5" },
    { "fr_FR.UTF-8", "1.234.567", "1234567" },
    { "en_US.UTF-8", "1,234", "1234" },
    { "en_US.UTF-8", "1,23", "1.23" },
    { "en_US.UTF-8", "0,123", "0.123" },
    { "en_US.UTF-8", "1,234,567.89", "1234567.89" },
    { "de_CH.UTF-8", "1\u2019234.50", "1234.50" },
    { "C", "-0", "0" },
    { "C", "", NULL },
    { "C", "  ", NULL },
    { "C", "-", NULL },
    { "C", "1 €", NULL },
    { "C", "1..2", NULL },
    { "C", "1.2.3", NULL },
    { "C", "1,2.3,4", NULL },
    { "C", "12 ,5", NULL },
    { "C", "1,5 5", NULL },
    { "C", "1e5", NULL },
    { "C", "abc", NULL },
    { "C", "\xFF", NULL },
    { "C", "99999999999999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirDecimal decimal;
      gboolean valid;

      use_locale (cases[i].locale);
      g_test_message ("case %u", i);
      valid = comptoir_decimal_parse_typed (cases[i].typed, &decimal);
      g_assert_cmpint (valid, ==, cases[i].number != NULL);
      if (valid)
        {
          g_autofree char *text = comptoir_decimal_to_string (decimal);

          g_assert_cmpstr (text, ==, cases[i].number);
        }
    }
  use_locale ("C");
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  static const char *const locales[]
      = { "C", "fr_FR.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "de_CH.UTF-8" };
  static const char *const numbers[] = { "0.05", "-1234.50", "1234567", "999.999", "-1000000.01" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      use_locale (locales[i]);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          ComptoirDecimal decimal = parse (numbers[j]), again;
          g_autofree char *text = comptoir_decimal_format (decimal);

          g_test_message ("%s: %s", locales[i], text);
          g_assert_true (comptoir_decimal_parse_typed (text, &again));
          g_assert_cmpint (comptoir_decimal_compare (decimal, again), ==, 0);
        }
    }
  use_locale ("C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal-locale/format", test_format);
  g_test_add_func ("/decimal-locale/money", test_money);
  g_test_add_func ("/decimal-locale/typed", test_typed);
  g_test_add_func ("/decimal-locale/round-trip", test_round_trip);
  return g_test_run ();
}
