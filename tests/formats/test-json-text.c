/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-text.h"

#include <string.h>

/* The scan stops where a plain loop does, at every offset and for every byte. */
static void
test_scan (void)
{
  for (guint length = 0; length < 40; length++)
    for (guint at = 0; at <= length; at++)
      for (guint byte = 0; byte < 256; byte++)
        {
          g_autofree char *text = g_malloc (length + 1);
          ComptoirJsonTextFlags flags = COMPTOIR_JSON_TEXT_PLAIN, expected = flags;
          gboolean stops = at < length && (byte == '"' || byte == '\\');
          const char *end;

          if (byte > 40 && byte < 90)
            continue;
          memset (text, 'a', length);
          if (at < length)
            text[at] = (char) byte;
          end = comptoir_json_text_scan (text, text + length, &flags);
          g_assert_cmpuint (end - text, ==, stops ? at : length);
          if (at < length && byte >= 0x80)
            expected |= COMPTOIR_JSON_TEXT_NOT_ASCII;
          if (at < length && byte < 0x20)
            expected |= COMPTOIR_JSON_TEXT_CONTROLS;
          g_assert_cmpint (flags, ==, expected);
        }
}

static void
test_decode (void)
{
  static const struct
  {
    const char *text;
    const char *decoded; /* NULL when it can't be */
  } cases[] = {
    { "", "" },
    { "a\\nb", "a\nb" },
    { "\\u20ac", "€" },
    { "\\uD83D\\uDE00", "😀" },
    { "\\uD83D", "\uFFFD" },
    { "\\uDE00\\uD83D", "\uFFFD\uFFFD" },
    { "\\uD83D\\n", "\uFFFD\n" },
    { "\\uD83D\\uD83D\\uDE00", "\uFFFD😀" },
    { "\xE9\\t\x80", "é\t€" },
    { "\\", NULL },
    { "\\u", NULL },
    { "\\u12", NULL },
    { "\\u12G4", NULL },
    { "\\'", NULL },
  };
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *copy = g_memdup2 (cases[i].text, length);

      g_test_message ("case %u", i);
      g_assert_cmpint (comptoir_json_text_decode (decoded, copy, length), ==,
                       cases[i].decoded != NULL);
      if (cases[i].decoded != NULL)
        g_assert_cmpstr (decoded->str, ==, cases[i].decoded);
    }
  g_assert_true (comptoir_json_text_decode (decoded, "\\u0000\0", 7));
  g_assert_cmpmem (decoded->str, decoded->len, "\0\0", 2);
}

static void
test_append_raw (void)
{
  g_autoptr (GString) json = g_string_new ("[");

  comptoir_json_text_append_raw (json, "a\\n\xE9", 4, COMPTOIR_JSON_TEXT_NOT_ASCII);
  comptoir_json_text_append_raw (json, "\0\t", 2, COMPTOIR_JSON_TEXT_CONTROLS);
  g_assert_cmpstr (json->str, ==, "[\"a\\né\"\"\\u0000\\u0009\"");
}

static void
test_numbers (void)
{
  static const char *const good[] = { "0", "-0", "00123", "1.5", "1e5", "1E+5", "-1.5e-05" };
  static const char *const bad[] = { "", "-", "+1", ".5", "1.", "1e", "1e+", "1.5.5", "1a", "--1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (comptoir_json_text_is_number (good[i], strlen (good[i])));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (comptoir_json_text_is_number (bad[i], strlen (bad[i])));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/scan", test_scan);
  g_test_add_func ("/json-text/decode", test_decode);
  g_test_add_func ("/json-text/append-raw", test_append_raw);
  g_test_add_func ("/json-text/numbers", test_numbers);
  return g_test_run ();
}
