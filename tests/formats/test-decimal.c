/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-decimal.h"

static ComptoirDecimal
parse (const char *text)
{
  ComptoirDecimal decimal;

  g_assert_true (comptoir_decimal_parse (text, -1, &decimal));
  return decimal;
}

static void
check (ComptoirDecimal decimal, const char *expected)
{
  g_autofree char *text = comptoir_decimal_to_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const char *const good[][2] = {
    { "0", "0" },
    { "-1234.50", "-1234.50" },
    { " \t12.5\n", "12.5" },
    { "+3", "3" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "-0.05", "-0.05" },
    { "007.10", "7.10" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "1.1234567890000", "1.123456789" },
    { "9223372036.854775807", "9223372036.854775807" },
  };
  static const char *const bad[] = { "",
                                     " ",
                                     "-",
                                     ".",
                                     "1,5",
                                     "1.2.3",
                                     "1e3",
                                     "1 000",
                                     "12a",
                                     "--1",
                                     "9223372036854775808",
                                     "-9223372036854775809",
                                     "1.1234567891",
                                     "99999999999999999999999999999999999999999999" };
  ComptoirDecimal decimal;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    check (parse (good[i][0]), good[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (comptoir_decimal_parse (bad[i], -1, &decimal));
  g_assert_true (comptoir_decimal_parse ("12.345", 4, &decimal));
  check (decimal, "12.3");
}

static void
test_arithmetic (void)
{
  ComptoirDecimal result;

  g_assert_true (comptoir_decimal_add (parse ("0.1"), parse ("0.20"), &result));
  check (result, "0.30");
  g_assert_true (comptoir_decimal_subtract (parse ("1"), parse ("1.25"), &result));
  check (result, "-0.25");
  g_assert_true (comptoir_decimal_multiply (parse ("-2.50"), parse ("1.375"), &result));
  check (result, "-3.43750");
  g_assert_true (comptoir_decimal_multiply (parse ("0.00010"), parse ("0.00020"), &result));
  check (result, "0.000000020");
  g_assert_false (comptoir_decimal_multiply (parse ("0.00001"), parse ("0.00001"), &result));
  g_assert_false (comptoir_decimal_add (parse ("9223372036854775807"), parse ("1"), &result));
  g_assert_false (comptoir_decimal_add (parse ("9223372036854775807"), parse ("0.1"), &result));
  g_assert_false (comptoir_decimal_subtract (parse ("-9223372036854775808"), parse ("1"), &result));
  g_assert_false (comptoir_decimal_multiply (parse ("9223372036854775807"), parse ("2"), &result));
  g_assert_true (comptoir_decimal_add (parse ("9223372036854775807"), parse ("-1"), &result));
  check (result, "9223372036854775806");
}

static void
test_round (void)
{
  static const struct
  {
    const char *text;
    guint scale;
    const char *rounded;
  } cases[] = {
    { "1.005", 2, "1.01" },  { "-1.005", 2, "-1.01" },
    { "1.004", 2, "1.00" },  { "2.5", 0, "3" },
    { "-2.5", 0, "-3" },     { "0.49", 0, "0" },
    { "1", 2, "1.00" },      { "9.995", 2, "10.00" },
    { "-0.004", 2, "0.00" }, { "9223372036854775807", 0, "9223372036854775807" },
  };
  ComptoirDecimal rounded;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (comptoir_decimal_round (parse (cases[i].text), cases[i].scale, &rounded));
      check (rounded, cases[i].rounded);
    }
  g_assert_false (comptoir_decimal_round (parse ("9223372036854775807"), 2, &rounded));
}

static void
test_compare (void)
{
  g_assert_cmpint (comptoir_decimal_compare (parse ("1.50"), parse ("1.5")), ==, 0);
  g_assert_cmpint (comptoir_decimal_compare (parse ("-2"), parse ("1")), <, 0);
  g_assert_cmpint (comptoir_decimal_compare (parse ("9223372036854775807"), parse ("0.000000001")),
                   >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/decimal/round", test_round);
  g_test_add_func ("/decimal/compare", test_compare);
  return g_test_run ();
}
