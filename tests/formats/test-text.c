/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-text.h"

#include <string.h>

static void
test_utf8 (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } texts[] = {
    { "", TRUE },
    { "abc", TRUE },
    { "Café à la crème, 5 €", TRUE },
    { "😀\xF4\x8F\xBF\xBF", TRUE },
    { "\xED\x9F\xBF\xEE\x80\x80", TRUE },
    { "\x80", FALSE },
    { "\xC0\x80", FALSE },
    { "\xC1\xBF", FALSE },
    { "\xC3", FALSE },
    { "\xE2\x82", FALSE },
    { "\xE0\x9F\xBF", FALSE },
    { "\xED\xA0\x80", FALSE },
    { "\xF0\x8F\xBF\xBF", FALSE },
    { "\xF4\x90\x80\x80", FALSE },
    { "\xF5\x80\x80\x80", FALSE },
    { "\xFF", FALSE },
    { "longer than eight\xE9", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (comptoir_text_is_utf8 (texts[i].text, strlen (texts[i].text)), ==,
                     texts[i].valid);
  g_assert_true (comptoir_text_is_utf8 ("\0é\0", 4));
}

/* As GLib judges random bytes. */
static void
test_against_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  static const guchar likely[] = { 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xC3,
                                   0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x20, 0x61, 0x62 };

  for (guint i = 0; i < 200000; i++)
    {
      char bytes[12];
      guint n = g_rand_int_range (rand, 1, sizeof bytes);

      for (guint j = 0; j < n; j++)
        bytes[j] = likely[g_rand_int_range (rand, 0, sizeof likely)];
      g_assert_cmpint (comptoir_text_is_utf8 (bytes, n), ==, g_utf8_validate_len (bytes, n, NULL));
    }
}

static void
test_windows_1252 (void)
{
  g_autoptr (GString) string = g_string_new (NULL);

  comptoir_text_append_windows_1252 (string, "a\0\xE9\x80\x81\xFF\x9C", 7);
  g_assert_cmpmem (string->str, string->len, "a\0é€\xC2\x81ÿœ", 13);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/utf8", test_utf8);
  g_test_add_func ("/text/against-glib", test_against_glib);
  g_test_add_func ("/text/windows-1252", test_windows_1252);
  return g_test_run ();
}
