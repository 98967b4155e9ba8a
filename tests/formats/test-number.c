/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-number.h"

#include <string.h>

/* In ascending order; equal ones on one line, separated by blanks. */
static const char *const ascending[] = {
  "-1e99999999999999999999",
  "-12345678901234567891",
  "-12345678901234567890 -12345678901234567890.000 -1234567890123456789e1",
  "-10",
  "-2 -2.0 -0.2e1 -02",
  "-0.5 -.5 -0,5",
  "-1e-400",
  "0 -0 0.00 0e9 000",
  "1e-400 0.1e-399",
  "0.10 .1 0,1 1e-1 00.1",
  "0.11",
  "9",
  "10 +10 1e1 10. 100e-1",
  "10.000000000000000000000000000001",
  "99.99 99,99 9999e-2",
  "1e399",
  "1e400 10e399 0.001e403",
  "1.0000000001e400",
  "1e9999999999",
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        g_auto (GStrv) left = g_strsplit (ascending[i], " ", -1);
        g_auto (GStrv) right = g_strsplit (ascending[j], " ", -1);

        for (guint k = 0; left[k] != NULL; k++)
          for (guint l = 0; right[l] != NULL; l++)
            {
              int order = comptoir_number_compare (left[k], strlen (left[k]), right[l],
                                                   strlen (right[l]));

              g_test_message ("%s %s", left[k], right[l]);
              g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
            }
      }
}

static void
test_validity (void)
{
  static const char *const valid[] = { "0", "-1", "+1", "1.5", "1,5", ".5", "1.", "1e5", "1E-05" };
  static const char *const invalid[] = { "",  "-",  ".",  ",",  "1.2.3", "1e",  "1e+", "e5",
                                         "a", "1a", " 1", "1 ", "1 000", "--1", "0x1" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (comptoir_number_is_valid (valid[i], strlen (valid[i])));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_assert_false (comptoir_number_is_valid (invalid[i], strlen (invalid[i])));
      g_assert_cmpint (comptoir_number_compare (invalid[i], strlen (invalid[i]), "1e400", 5), >, 0);
      g_assert_cmpint (comptoir_number_compare ("1e400", 5, invalid[i], strlen (invalid[i])), <, 0);
    }
  g_assert_cmpint (comptoir_number_compare ("b", 1, "a", 1), >, 0);
  g_assert_cmpint (comptoir_number_compare ("a", 1, "ab", 2), <, 0);
  g_assert_cmpint (comptoir_number_compare ("a", 1, "a", 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/order", test_order);
  g_test_add_func ("/number/validity", test_validity);
  return g_test_run ();
}
