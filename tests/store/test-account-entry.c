/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-account-entry.h"

static void
count_notification (guint *n)
{
  (*n)++;
}

static void
test_new (void)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("a", "https://kash.click", "12");

  g_assert_cmpstr (comptoir_account_entry_get_id (entry), ==, "a");
  g_assert_cmpstr (comptoir_account_entry_get_base_url (entry), ==, "https://kash.click");
  g_assert_cmpstr (comptoir_account_entry_get_shop_id (entry), ==, "12");
  g_assert_cmpstr (comptoir_account_entry_get_title (entry), ==, "12");
  g_assert_cmpstr (comptoir_account_entry_get_currency (entry), ==, "EUR");
  g_assert_null (comptoir_account_entry_get_time_zone (entry));
  g_assert_false (comptoir_account_entry_get_session_only (entry));
}

static void
test_title (void)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("a", "https://kash.click", "12");
  guint n = 0;

  g_signal_connect_swapped (entry, "notify::title", G_CALLBACK (count_notification), &n);
  comptoir_account_entry_set_title (entry, "Le Fournil");
  comptoir_account_entry_set_title (entry, "Le Fournil");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (comptoir_account_entry_get_title (entry), ==, "Le Fournil");
  comptoir_account_entry_set_title (entry, "");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (comptoir_account_entry_get_title (entry), ==, "12");
}

/* Each property changes once, says so once, and reads back what was set. */
static void
test_properties (void)
{
  static const struct
  {
    const char *name;
    const char *value;
  } cases[] = {
    { "title", "Le Fournil" },
    { "currency", "CHF" },
    { "time-zone", "Europe/Zurich" },
  };
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("a", "https://kash.click", "12");
  gboolean session_only;
  guint n = 0;

  g_signal_connect_swapped (entry, "notify", G_CALLBACK (count_notification), &n);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = NULL;

      g_object_set (entry, cases[i].name, cases[i].value, NULL);
      g_object_set (entry, cases[i].name, cases[i].value, NULL);
      g_assert_cmpuint (n, ==, i + 1);
      g_object_get (entry, cases[i].name, &value, NULL);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
  g_object_set (entry, "session-only", TRUE, NULL);
  g_object_set (entry, "session-only", TRUE, NULL);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases) + 1);
  g_object_get (entry, "session-only", &session_only, NULL);
  g_assert_true (session_only);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-entry/new", test_new);
  g_test_add_func ("/account-entry/title", test_title);
  g_test_add_func ("/account-entry/properties", test_properties);
  return g_test_run ();
}
