/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-distinct.h"

#include <string.h>

static void
test_numbers (void)
{
  g_autoptr (ComptoirDistinct) distinct = comptoir_distinct_new ();
  gboolean added;
  gsize length;
  guint number;

  g_assert_cmpuint (comptoir_distinct_add (distinct, "a", 1, &added), ==, 0);
  g_assert_true (added);
  g_assert_cmpuint (comptoir_distinct_add (distinct, "", 0, &added), ==, 1);
  g_assert_true (added);
  g_assert_cmpuint (comptoir_distinct_add (distinct, "ab", 1, &added), ==, 0);
  g_assert_false (added);
  g_assert_cmpuint (comptoir_distinct_add (distinct, "a\0", 2, &added), ==, 2);
  g_assert_true (added);
  g_assert_cmpuint (comptoir_distinct_get_n (distinct), ==, 3);

  g_assert_true (comptoir_distinct_find (distinct, "a\0", 2, &number));
  g_assert_cmpuint (number, ==, 2);
  g_assert_false (comptoir_distinct_find (distinct, "b", 1, NULL));
  g_assert_cmpmem (comptoir_distinct_get (distinct, 0, &length), length, "a", 1);
}

/* Beyond several growths every text is still found, by its own number. */
static void
test_many (void)
{
  const guint n = 50000;
  g_autoptr (ComptoirDistinct) distinct = comptoir_distinct_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *text = g_strdup_printf ("%u", i * 7919u);

      g_ptr_array_add (texts, text);
      g_assert_cmpuint (comptoir_distinct_add (distinct, text, strlen (text), NULL), ==, i);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i * 7919u);
      guint number;

      g_assert_true (comptoir_distinct_find (distinct, text, strlen (text), &number));
      g_assert_cmpuint (number, ==, i);
    }
  g_assert_cmpuint (comptoir_distinct_get_n (distinct), ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distinct/numbers", test_numbers);
  g_test_add_func ("/distinct/many", test_many);
  return g_test_run ();
}
