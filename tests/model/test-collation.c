/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-collation.h"

#include <locale.h>

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

/* Any two texts compare by rank as they do by g_utf8_collate(). */
static void
test_ranks (void)
{
  static const char *const locales[] = { "C.UTF-8", "fr_FR.UTF-8" };
  static const char *const texts[] = {
    "",        "a",     "A",     "à",     "a\u0300", "ab",    "Éclair", "eclair", "éclair",
    "ECLAIR",  "œuf",   "oeuf",  "Œuf",   "zèbre",   "z",     "12",     "2",      "½",
    "x\u00a0", "x ",    "x",     "-x",    "日本",    "Ωμέγα", "ſ",      "Pain 1", "pain 10",
    "Pain-2",  "l’œuf", "l'œuf", "co-op", "coop",    "COOP",  "ﬁn",     "fin",    "ĳ",
  };
  const guint n = G_N_ELEMENTS (texts);

  for (guint l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      g_autofree guint32 *ranks = NULL;

      if (setlocale (LC_ALL, locales[l]) == NULL)
        {
          g_test_message ("There is no %s here", locales[l]);
          continue;
        }
      ranks = comptoir_collation_rank (texts, n, NULL);
      for (guint i = 0; i < n * n; i++)
        {
          const char *a = texts[i / n], *b = texts[i % n];

          g_test_message ("%s: “%s” “%s”", locales[l], a, b);
          g_assert_cmpint (sign ((int) ranks[i / n] - (int) ranks[i % n]), ==,
                           sign (g_utf8_collate (a, b)));
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* Enough of them for several threads. */
static void
test_many (void)
{
  const guint n = 20000;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint32 *ranks = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%05u", (i * 7919u) % n));
  ranks = comptoir_collation_rank ((const char *const *) texts->pdata, n, NULL);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (ranks[i], ==, (i * 7919u) % n);
}

static void
test_none (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *const texts[] = { "a", "b" };
  g_autofree guint32 *ranks = comptoir_collation_rank (NULL, 0, NULL);

  g_assert_nonnull (ranks);
  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_collation_rank (texts, 2, cancellable));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/ranks", test_ranks);
  g_test_add_func ("/collation/many", test_many);
  g_test_add_func ("/collation/none", test_none);
  return g_test_run ();
}
