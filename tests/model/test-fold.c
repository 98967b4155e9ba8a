/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fold.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Baguette", "baguette" },
    { "Crème BRÛLÉE à l’œuf", "creme brulee a l'oeuf" },
    { "Straße ÆØÅ Łódź", "strasse aeoa lodz" },
    { "1\u202f234,50\u00a0€", "1 234,50 €" },
    { "e\u0301clair", "eclair" },
    { "ΑΘΗΝΆ Москва", "αθηνα москва" },
    { "ﬁn ½", "fin 1\u20442" },
    { "日本 ガ", "日本 カ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = comptoir_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* Bytes that aren't UTF-8 and NULs are looked for as they are. */
static void
test_bytes (void)
{
  g_autoptr (GString) folded = g_string_new ("<");

  comptoir_fold_append (folded, "A\xff\0É\xc3", 6);
  g_assert_cmpmem (folded->str, folded->len, "<a\xff\0e\xc3", 6);
}

/* What is beyond a text's length doesn't count, at every length. */
static void
test_length (void)
{
  const char *text = "ABCDEFGHIJKLMNÉPQRSTUVWXYZ";

  for (gsize length = 0; length <= 14; length++)
    {
      g_autoptr (GString) folded = g_string_new (NULL);

      comptoir_fold_append (folded, text, length);
      g_assert_cmpmem (folded->str, folded->len, "abcdefghijklmn", length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/cases", test_cases);
  g_test_add_func ("/fold/bytes", test_bytes);
  g_test_add_func ("/fold/length", test_length);
  return g_test_run ();
}
