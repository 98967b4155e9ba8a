/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-record.h"

static void
test_copy (void)
{
  ComptoirOrderRecord record = { .id = 7,
                                 .account = (char *) "a",
                                 .reference = (char *) "CPT-234567",
                                 .state = COMPTOIR_ORDER_STATE_ACCEPTED,
                                 .draft = (char *) "{}",
                                 .title = (char *) "Baguette",
                                 .number = (char *) "12",
                                 .created = 1,
                                 .changed = 2 };
  g_autoptr (ComptoirOrderRecord) copy = comptoir_order_record_copy (&record);

  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpstr (copy->account, ==, "a");
  g_assert_true (copy->account != record.account);
  g_assert_cmpstr (copy->reference, ==, "CPT-234567");
  g_assert_cmpint (copy->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpstr (copy->title, ==, "Baguette");
  g_assert_cmpstr (copy->number, ==, "12");
  g_assert_null (copy->sent);
  g_assert_cmpint (copy->changed, ==, 2);
}

static void
test_reference (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *reference = comptoir_order_reference_new ();

      g_assert_true (g_regex_match_simple ("^CPT-[2-9A-HJKMNP-TV-Z]{6}$", reference, 0, 0));
      g_hash_table_add (seen, reference);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 990);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-record/copy", test_copy);
  g_test_add_func ("/order-record/reference", test_reference);
  return g_test_run ();
}
