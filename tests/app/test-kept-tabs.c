/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-kept-tabs.h"

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) tabs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_kept_tab_free);
  g_autoptr (GPtrArray) back = NULL;
  g_autofree char *text = NULL;
  guint selected = 0;
  ComptoirKeptTab *tab;

  g_ptr_array_add (tabs, comptoir_kept_tab_new ("items", "sort='title' \"é\" \\ \n{}"));
  g_ptr_array_add (tabs, comptoir_kept_tab_new ("clients", NULL));
  text = comptoir_kept_tabs_to_string (tabs, 1);
  back = comptoir_kept_tabs_from_string (text, &selected);

  g_assert_cmpuint (selected, ==, 1);
  g_assert_cmpuint (back->len, ==, 2);
  tab = g_ptr_array_index (back, 0);
  g_assert_cmpstr (tab->name, ==, "items");
  g_assert_cmpstr (tab->state, ==, "sort='title' \"é\" \\ \n{}");
  tab = g_ptr_array_index (back, 1);
  g_assert_cmpstr (tab->name, ==, "clients");
  g_assert_null (tab->state);
}

static void
test_unreadable (void)
{
  const char *const texts[]
      = { NULL, "", "(", "nonsense", "(1, 2)", "(uint32 0, [('a',)])", "[('items', '')]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint selected = 7;
      g_autoptr (GPtrArray) tabs = comptoir_kept_tabs_from_string (texts[i], &selected);

      g_assert_cmpuint (tabs->len, ==, 0);
      g_assert_cmpuint (selected, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kept-tabs/round-trip", test_round_trip);
  g_test_add_func ("/kept-tabs/unreadable", test_unreadable);
  return g_test_run ();
}
