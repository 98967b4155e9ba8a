/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-summary-private.h"

typedef gboolean (*Find) (const char *text, ComptoirDecimal *rate);

static void
assert_rate (Find find, const char *text, const char *expected)
{
  ComptoirDecimal rate;
  g_autofree char *found = find (text, &rate) ? comptoir_decimal_to_string (rate) : NULL;

  g_assert_cmpstr (found, ==, expected);
}

static void
test_label (void)
{
  static const struct
  {
    const char *label;
    const char *rate; /* NULL: it tells none */
  } cases[] = {
    { "TVA 20 %", "20" },
    { "TVA collectée 5,5%", "5.5" },
    { "TVA 5.50\302\240%", "5.50" },
    { "TVA 2,1\342\200\257% – Presse", "2.1" },
    { "Ticket 12 – Remise 10 %, TVA 5,5 %", "5.5" },
    { "TVA 5,5 %, remise 10 %", "5.5" },
    { "Ventes à 10 % puis 20 %", "20" },
    { "VAT 20%", "20" },
    { "0 %", "0" },
    { "", NULL },
    { "TVA", NULL },
    { "%", NULL },
    { "TVA %", NULL },
    { "100 %", NULL },
    { "Bio 100 % local", NULL },
    { "TVA 5,5,5 %", NULL },
    { "99999999999999999999 %", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      assert_rate (comptoir_vat_rate_from_label, cases[i].label, cases[i].rate);
    }
}

static void
test_account (void)
{
  static const struct
  {
    const char *account;
    const char *rate;
  } cases[] = {
    { "4457120", "20" }, { "44571200", "20" }, { "445710", NULL },   { "4457100", NULL },
    { "4457110", "10" }, { "44571100", "10" }, { "4457155", "5.5" }, { "44571055", "5.5" },
    { "445755", "5.5" }, { "445721", "2.1" },  { "445785", "8.5" },  { "44571", NULL },
    { "445711", NULL },  { "4457", NULL },     { "445620", NULL },   { "70720", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].account);
      assert_rate (comptoir_vat_rate_from_account, cases[i].account, cases[i].rate);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/vat-rate/label", test_label);
  g_test_add_func ("/model/vat-rate/account", test_account);
  return g_test_run ();
}
