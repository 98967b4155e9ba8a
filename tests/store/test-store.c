/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store.h"

#include "store-test.h"

#include <sqlite3.h>

static void
assert_value (ComptoirStore *store, const char *account, const char *name, const char *expected)
{
  g_autofree char *value = comptoir_store_dup_value (store, account, name);

  g_assert_cmpstr (value, ==, expected);
}

static char *
get_database (const char *folder)
{
  return g_build_filename (folder, "comptoir.db", NULL);
}

static void
execute (const char *folder, const char *sql)
{
  g_autofree char *path = get_database (folder);
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
}

static void
test_values (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);

  g_assert_cmpstr (comptoir_store_get_folder (store), ==, folder);
  g_assert_null (comptoir_store_get_problem (store));
  assert_value (store, "", "tabs", NULL);
  comptoir_store_set_value (store, "", "tabs", "global");
  comptoir_store_set_value (store, "a", "tabs", "items");
  comptoir_store_set_value (store, "a", "width", "7");
  comptoir_store_set_value (store, "a", "width", NULL);
  comptoir_store_set_value (store, "a", "never", NULL);
  comptoir_store_set_value (store, "a", "tabs", "items clients");
  assert_value (store, "a", "tabs", "items clients");
  assert_value (store, "a", "width", NULL);
  g_clear_object (&store);

  store = comptoir_store_new (folder);
  assert_value (store, "", "tabs", "global");
  assert_value (store, "a", "tabs", "items clients");
  assert_value (store, "a", "width", NULL);
}

static void
test_list_accounts (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
  g_auto (GStrv) none = comptoir_store_list_accounts (store, "x");
  g_auto (GStrv) some = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  comptoir_store_set_value (store, "a", "x", "1");
  comptoir_store_set_value (store, "b", "x", "1");
  comptoir_store_set_value (store, "c", "y", "1");
  comptoir_store_set_value (store, "d", "x", "1");
  comptoir_store_set_value (store, "d", "x", NULL);
  some = comptoir_store_list_accounts (store, "x");
  g_assert_cmpuint (g_strv_length (some), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) some, "a"));
  g_assert_true (g_strv_contains ((const char *const *) some, "b"));
}

static void
test_flush (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirStore) first = comptoir_store_new (folder);
  g_autoptr (ComptoirStore) second = NULL;

  comptoir_store_set_value (first, "a", "x", "1");
  comptoir_store_flush (first);
  second = comptoir_store_new (folder);
  assert_value (second, "a", "x", "1");

  /* Each writes what it changed and nothing else. */
  comptoir_store_set_value (first, "a", "y", "2");
  comptoir_store_set_value (second, "a", "z", "3");
  comptoir_store_flush (first);
  comptoir_store_flush (second);
  g_clear_object (&first);
  g_clear_object (&second);
  first = comptoir_store_new (folder);
  assert_value (first, "a", "x", "1");
  assert_value (first, "a", "y", "2");
  assert_value (first, "a", "z", "3");
}

static void
test_default_folder (void)
{
  g_autoptr (StoreTestFolder) home = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (ComptoirStore) store = NULL;

  if (!g_test_subprocess ())
    {
      home = store_test_folder_new ();
      g_setenv ("XDG_DATA_HOME", home, TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  expected = g_build_filename (g_getenv ("XDG_DATA_HOME"), "comptoir", NULL);
  store = comptoir_store_new (NULL);
  g_assert_cmpstr (comptoir_store_get_folder (store), ==, expected);
  g_assert_null (comptoir_store_get_problem (store));
  g_assert_cmphex (store_test_get_mode (expected), ==, 0700);
}

static void
test_damaged (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = get_database (folder);
  g_autoptr (ComptoirStore) store = NULL;

  g_assert_true (g_file_set_contents (path, "This is not a database.", -1, NULL));
  store = comptoir_store_new (folder);
  g_assert_nonnull (strstr (comptoir_store_get_problem (store), "comptoir.db.damaged-"));
  g_assert_nonnull (strstr (comptoir_store_get_problem (store), folder));
  g_assert_cmpuint (store_test_count_files (folder, "comptoir.db.damaged-"), ==, 1);
  comptoir_store_set_value (store, "a", "x", "1");
  g_clear_object (&store);

  store = comptoir_store_new (folder);
  g_assert_null (comptoir_store_get_problem (store));
  assert_value (store, "a", "x", "1");
}

/* What can't be kept lasts for the session, and nothing on the disk changes. */
static void
test_memory_only (void)
{
  static const char *const cases[] = { "newer", "folder in its place", "file for a folder" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *path = get_database (folder);
      g_autofree char *inside = g_build_filename (path, "inside", NULL);
      g_autoptr (ComptoirStore) store = NULL;

      g_test_message ("%s", cases[i]);
      if (i == 0)
        execute (folder, "PRAGMA user_version = 1000");
      else if (i == 1)
        g_assert_no_errno (g_mkdir (path, 0700));
      else
        g_assert_true (g_file_set_contents (path, "", -1, NULL));

      for (int run = 0; run < 2; run++)
        {
          store = comptoir_store_new (i == 2 ? inside : folder);
          g_assert_nonnull (comptoir_store_get_problem (store));
          g_assert_true (g_str_has_suffix (comptoir_store_get_problem (store), "."));
          assert_value (store, "a", "x", NULL);
          comptoir_store_set_value (store, "a", "x", "1");
          assert_value (store, "a", "x", "1");
          comptoir_store_flush (store);
          g_clear_object (&store);
        }
      g_assert_cmpuint (store_test_count_files (folder, "comptoir.db.damaged-"), ==, 0);
    }
}

static void
test_read_only (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ComptoirStore) store = NULL;

      store_test_drop_root ();
      store = comptoir_store_new (g_getenv ("STORE_TEST_FOLDER"));
      g_assert_nonnull (strstr (comptoir_store_get_problem (store), "may not write"));
      assert_value (store, "a", "x", "1");
      comptoir_store_set_value (store, "a", "x", "2");
      assert_value (store, "a", "x", "2");
    }
  else
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *path = get_database (folder);
      g_autoptr (ComptoirStore) store = comptoir_store_new (folder);

      comptoir_store_set_value (store, "a", "x", "1");
      g_clear_object (&store);
      g_assert_no_errno (g_chmod (path, 0444));
      g_assert_no_errno (g_chmod (folder, 0555));
      g_setenv ("STORE_TEST_FOLDER", folder, TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();

      store = comptoir_store_new (folder);
      assert_value (store, "a", "x", "1");
    }
}

static void
count_notification (guint *n)
{
  (*n)++;
}

static void
wait_for_notification (guint *n, guint expected)
{
  while (*n < expected)
    g_main_context_iteration (NULL, TRUE);
}

/* A disk that is full for a while: said, and made good. */
static void
test_full_disk (void)
{
  g_autoptr (StoreTestFolder) folder = NULL;
  g_autoptr (ComptoirStore) store = NULL;
  g_autofree char *long_value = g_strnfill (1000000, 'x');
  guint n = 0;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  folder = store_test_folder_new ();
  store = comptoir_store_new (folder);
  g_signal_connect_swapped (store, "notify::problem", G_CALLBACK (count_notification), &n);
  comptoir_store_flush (store);
  store_test_limit_files (100000);
  comptoir_store_set_value (store, "a", "x", long_value);
  comptoir_store_set_value (store, "a", "y", "1");
  wait_for_notification (&n, 1);
  g_assert_nonnull (comptoir_store_get_problem (store));
  assert_value (store, "a", "x", long_value);

  store_test_limit_files (0);
  comptoir_store_set_value (store, "a", "y", "2");
  wait_for_notification (&n, 2);
  g_assert_null (comptoir_store_get_problem (store));
  g_clear_object (&store);

  store = comptoir_store_new (folder);
  assert_value (store, "a", "x", long_value);
  assert_value (store, "a", "y", "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/values", test_values);
  g_test_add_func ("/store/list-accounts", test_list_accounts);
  g_test_add_func ("/store/flush", test_flush);
  g_test_add_func ("/store/default-folder", test_default_folder);
  g_test_add_func ("/store/damaged", test_damaged);
  g_test_add_func ("/store/memory-only", test_memory_only);
  g_test_add_func ("/store/read-only", test_read_only);
  g_test_add_func ("/store/full-disk", test_full_disk);
  return g_test_run ();
}
