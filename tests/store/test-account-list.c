/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-account-list.h"

#include "store-test.h"

typedef struct
{
  StoreTestFolder *folder;
  ComptoirStore *store;
  ComptoirAccountList *list;
  GString *log;
} Fixture;

static void
log_items_changed (GListModel *model,
                   guint position,
                   guint removed,
                   guint added,
                   gpointer user_data)
{
  Fixture *self = user_data;
  ComptoirAccountEntry *current = comptoir_account_list_get_current (self->list);

  g_string_append_printf (self->log, "%u-%u+%u(%s);", position, removed, added,
                          current != NULL ? comptoir_account_entry_get_id (current) : "");
}

static void
log_current (Fixture *self)
{
  ComptoirAccountEntry *current = comptoir_account_list_get_current (self->list);

  g_string_append_printf (self->log, "%s;",
                          current != NULL ? comptoir_account_entry_get_id (current) : "none");
}

static void
open_list (Fixture *self)
{
  self->store = comptoir_store_new (self->folder);
  self->list = comptoir_account_list_new (self->store);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (log_items_changed), self);
  g_signal_connect_swapped (self->list, "notify::current", G_CALLBACK (log_current), self);
}

static void
close_list (Fixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->list));
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = store_test_folder_new ();
  self->log = g_string_new (NULL);
  open_list (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_list (self);
  g_string_free (self->log, TRUE);
  store_test_folder_free (self->folder);
}

static ComptoirAccountEntry *
add (Fixture *self, const char *id)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new (id, "https://kash.click", "12");

  comptoir_account_list_add (self->list, entry);
  return comptoir_account_list_find (self->list, id);
}

static void
assert_log (Fixture *self, const char *expected)
{
  g_assert_cmpstr (self->log->str, ==, expected);
  g_string_truncate (self->log, 0);
}

static void
assert_ids (Fixture *self, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ComptoirAccountEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_string_append_printf (ids, "%s ", comptoir_account_entry_get_id (entry));
    }
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->list), n));
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  ComptoirAccountEntry *entry;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (self->list))
                 == COMPTOIR_TYPE_ACCOUNT_ENTRY);
  g_assert_null (comptoir_account_list_get_current (self->list));
  add (self, "z");
  add (self, "a");
  entry = add (self, "m");
  assert_ids (self, "z a m ");
  comptoir_account_entry_set_title (entry, "L'« été »\n\"2\"");
  comptoir_account_entry_set_currency (entry, "CHF");
  comptoir_account_entry_set_time_zone (entry, "Europe/Zurich");
  comptoir_account_list_set_current (self->list, entry);
  close_list (self);

  open_list (self);
  assert_ids (self, "z a m ");
  entry = comptoir_account_list_find (self->list, "m");
  g_assert_true (comptoir_account_list_get_current (self->list) == entry);
  g_assert_cmpstr (comptoir_account_entry_get_base_url (entry), ==, "https://kash.click");
  g_assert_cmpstr (comptoir_account_entry_get_shop_id (entry), ==, "12");
  g_assert_cmpstr (comptoir_account_entry_get_title (entry), ==, "L'« été »\n\"2\"");
  g_assert_cmpstr (comptoir_account_entry_get_currency (entry), ==, "CHF");
  g_assert_cmpstr (comptoir_account_entry_get_time_zone (entry), ==, "Europe/Zurich");
  g_assert_null (comptoir_account_list_find (self->list, "b"));
}

static void
test_signals (Fixture *self, gconstpointer data)
{
  ComptoirAccountEntry *a, *b;

  a = add (self, "a");
  assert_log (self, "0-0+1();a;");
  b = add (self, "b");
  assert_log (self, "1-0+1(a);");
  comptoir_account_list_add (self->list, a);
  comptoir_account_list_set_current (self->list, a);
  assert_log (self, "");
  comptoir_account_list_set_current (self->list, b);
  assert_log (self, "b;");

  /* Signed in a second time, a shop keeps its place. */
  b = add (self, "b");
  assert_log (self, "1-1+1(b);b;");
  g_assert_true (comptoir_account_list_get_current (self->list) == b);
  comptoir_account_list_remove (self->list, b);
  assert_log (self, "1-1+0(a);a;");
  comptoir_account_list_remove (self->list, a);
  assert_log (self, "0-1+0();none;");
}

static void
test_removed (Fixture *self, gconstpointer data)
{
  g_autoptr (ComptoirAccountEntry) gone = NULL;

  add (self, "a");
  gone = g_object_ref (add (self, "b"));
  comptoir_account_list_set_current (self->list, gone);
  comptoir_account_list_remove (self->list, gone);
  /* It isn't listened to any more. */
  comptoir_account_entry_set_title (gone, "Gone");
  close_list (self);

  open_list (self);
  assert_ids (self, "a ");
  g_assert_cmpstr (comptoir_account_entry_get_id (comptoir_account_list_get_current (self->list)),
                   ==, "a");
}

static void
test_session_only (Fixture *self, gconstpointer data)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("s", "https://kash.click", "12");
  ComptoirAccountEntry *kept;

  kept = add (self, "a");
  comptoir_account_entry_set_session_only (entry, TRUE);
  comptoir_account_list_add (self->list, entry);
  comptoir_account_list_set_current (self->list, entry);
  comptoir_account_entry_set_title (entry, "Not kept");
  assert_ids (self, "a s ");
  comptoir_account_entry_set_session_only (kept, TRUE);
  close_list (self);

  open_list (self);
  assert_ids (self, "");
  entry = g_object_ref (add (self, "b"));
  comptoir_account_entry_set_session_only (entry, TRUE);
  comptoir_account_entry_set_session_only (entry, FALSE);
  close_list (self);

  open_list (self);
  assert_ids (self, "b ");
}

/* What another version or a hand wrote there does no harm. */
static void
test_strange_values (Fixture *self, gconstpointer data)
{
  static const char *const values[] = {
    "",
    "nonsense",
    "{'base-url': <1>, 'shop-id': <'1'>}",
    "{'shop-id': <'1'>}",
    "(1, 2)",
    "{'base-url': <'u'>, 'shop-id': <'1'>, 'currency': <''>, 'later': <[1, 2]>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      comptoir_store_set_value (self->store, id, "account", values[i]);
    }
  comptoir_store_set_value (self->store, "", "current-account", "0");
  close_list (self);

  open_list (self);
  assert_ids (self, "5 ");
  g_assert_cmpstr (
      comptoir_account_entry_get_currency (comptoir_account_list_get_current (self->list)), ==,
      "EUR");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/account-list/kept", test_kept);
  ADD ("/account-list/signals", test_signals);
  ADD ("/account-list/removed", test_removed);
  ADD ("/account-list/session-only", test_session_only);
  ADD ("/account-list/strange-values", test_strange_values);
  return g_test_run ();
}
