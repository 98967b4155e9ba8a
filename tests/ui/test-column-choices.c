/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-column-choices.h"

static char *
dup_order (ComptoirColumnChoices *choices)
{
  g_autoptr (GKeyFile) state = g_key_file_new ();

  comptoir_column_choices_save (choices, state);
  return g_key_file_get_string (state, "columns", "names", NULL);
}

static void
test_place (void)
{
  ComptoirColumnChoices *choices = comptoir_column_choices_new ();
  g_autofree char *none = dup_order (choices);
  g_autofree char *order = NULL;
  guint place = 7;

  g_assert_null (none);
  comptoir_column_choices_place (choices, "a", 0);
  comptoir_column_choices_place (choices, "b", 9);
  comptoir_column_choices_place (choices, "c", 0)->width = 120;
  comptoir_column_choices_place (choices, "a", 2);
  order = dup_order (choices);
  g_assert_cmpstr (order, ==, "c;b;a;");
  g_assert_null (comptoir_column_choices_find (choices, "z", &place));
  g_assert_cmpuint (place, ==, 7);
  g_assert_cmpint (comptoir_column_choices_find (choices, "c", &place)->width, ==, 120);
  g_assert_cmpuint (place, ==, 0);
  comptoir_column_choices_free (choices);
}

/* Whatever was kept, by this version or none. */
static void
test_restore (void)
{
  static const char *const kept[] = {
    "[columns]\nnames=a;b;\nvisible=true;false;\nwidths=10;20;\n",
    "[columns]\nnames=a;b;\n",
    "[columns]\nnames=a;b;\nvisible=true;\nwidths=10;-20;30;40;\n",
    "[columns]\nnames=a;b;\nvisible=maybe;\nwidths=wide;\n",
    "[columns]\nnames=a;b;a;\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      ComptoirColumnChoices *choices = comptoir_column_choices_new ();
      g_autoptr (GKeyFile) state = g_key_file_new ();

      g_assert_true (g_key_file_load_from_data (state, kept[i], -1, G_KEY_FILE_NONE, NULL));
      comptoir_column_choices_restore (choices, state);
      g_assert_nonnull (comptoir_column_choices_find (choices, "a", NULL));
      g_assert_nonnull (comptoir_column_choices_find (choices, "b", NULL));
      g_assert_cmpint (comptoir_column_choices_find (choices, "b", NULL)->width, >=, 0);
      if (i == 0)
        g_assert_false (comptoir_column_choices_find (choices, "b", NULL)->visible);
      comptoir_column_choices_free (choices);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/column-choices/place", test_place);
  g_test_add_func ("/ui/column-choices/restore", test_restore);
  return g_test_run ();
}
