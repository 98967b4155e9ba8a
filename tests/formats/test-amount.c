/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-amount.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *value; /* NULL: it is no amount */
  } cases[] = {
    { "0", "0" },
    { "0,00", "0.00" },
    { "12,5", "12.5" },
    { "12.50", "12.50" },
    { "+12,50", "12.50" },
    { "-12,50", "-12.50" },
    { "12,50-", "-12.50" },
    { "- 12,50", "-12.50" },
    { "−12,50 €", "-12.50" },
    { "12.50€", "12.50" },
    { "  7,00  ", "7.00" },
    { "1 234,50", "1234.50" },
    { "1 234 567,50", "1234567.50" },
    { "1\302\240234,50", "1234.50" },
    { "1\342\200\257234,50", "1234.50" },
    { "1'234.50", "1234.50" },
    { "1’234.50", "1234.50" },
    { "1.234,50", "1234.50" },
    { "1,234.50", "1234.50" },
    { "1.234.567", "1234567" },
    { "1,234", "1.234" },
    { ",5", "0.5" },
    { "5,", "5" },
    { "9223372036854775807", "9223372036854775807" },
    { "9223372036854775808", NULL },
    { "", NULL },
    { "-", NULL },
    { "€", NULL },
    { ",", NULL },
    { "12 34", NULL },
    { "1,2,3", NULL },
    { "1.23,4.5", NULL },
    { "--5", NULL },
    { "5 %", NULL },
    { "1e5", NULL },
    { "abc", NULL },
    { "\377", NULL },
    { "00000000000000000000000000000000000000000000000000000000000000000000000000000001", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirDecimal amount = { 0 };
      gboolean parsed = comptoir_amount_parse (cases[i].text, &amount);
      g_autofree char *value = parsed ? comptoir_decimal_to_string (amount) : NULL;

      g_test_message ("case %u", i);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/amount/parse", test_parse);
  return g_test_run ();
}
