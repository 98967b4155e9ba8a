/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-error.h"

static void
test_sentences (void)
{
  for (KashError code = KASH_ERROR_NO_NETWORK; code <= KASH_ERROR_INVALID; code++)
    {
      g_autoptr (GError) error = kash_error_new (code, NULL, NULL);

      g_assert_error (error, KASH_ERROR, (int) code);
      g_assert_null (kash_error_get_detail (error));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), >, 30);
      g_assert_true (g_str_has_suffix (error->message, "."));

      for (KashError other = KASH_ERROR_NO_NETWORK; other < code; other++)
        {
          g_autoptr (GError) other_error = kash_error_new (other, NULL, NULL);

          g_assert_cmpstr (error->message, !=, other_error->message);
        }
    }
}

static void
test_detail (void)
{
  g_autoptr (GError) error = kash_error_new (KASH_ERROR_REFUSED, "HTTP 418", "No coffee here.");
  g_autoptr (GError) copy = g_error_copy (error);
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no");

  g_clear_error (&error);
  g_assert_cmpstr (copy->message, ==, "No coffee here.");
  g_assert_cmpstr (kash_error_get_detail (copy), ==, "HTTP 418");
  g_assert_null (kash_error_get_detail (foreign));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/error/sentences", test_sentences);
  g_test_add_func ("/kash/error/detail", test_detail);
  return g_test_run ();
}
