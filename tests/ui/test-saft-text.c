/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft-text.h"

static void
test_names (void)
{
  g_assert_cmpstr (comptoir_saft_text_get_name ("TaxRegistrationNumber"), ==, "Tax number");
  g_assert_cmpstr (comptoir_saft_text_get_name ("SalesInvoices"), ==, "Sales");
  g_assert_cmpstr (comptoir_saft_text_get_name ("SomethingElse"), ==, "SomethingElse");
}

static void
test_values (void)
{
  static const char *const cases[][2] = {
    { "2024-06-13", "Thursday 13 June 2024" },
    { "1317.59", "1317.59" },
    { "-25.30", "-25.30" },
    { "732829320", "732829320" },
    { "1.04_01", "1.04_01" },
    { "0.1.0", "0.1.0" },
    { "2024-13-45", "2024-13-45" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = comptoir_saft_text_dup_value (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/saft-text/names", test_names);
  g_test_add_func ("/ui/saft-text/values", test_values);
  return g_test_run ();
}
