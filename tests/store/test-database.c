/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-database.h"

#include "store-test.h"

#include <sqlite3.h>

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "comptoir.db", NULL);
}

static void
execute (const char *folder, const char *sql)
{
  g_autofree char *path = get_path (folder);
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
}

static ComptoirDatabase *
open_well (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  ComptoirDatabase *database = comptoir_database_open (folder, &set_aside, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  g_assert_null (set_aside);
  return database;
}

static void
assert_fails (const char *folder, ComptoirStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;

  g_assert_null (comptoir_database_open (folder, &set_aside, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, (int) code);
  g_assert_null (set_aside);
}

static void
write_value (ComptoirDatabase *database, const char *account, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (comptoir_database_write_value (database, account, name, value, &error));
  g_assert_no_error (error);
}

static void
add_value (const char *account, const char *name, const char *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s/%s=%s;", account, name, value);
}

static void
assert_values (ComptoirDatabase *database, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (comptoir_database_read_values (database, add_value, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirDatabase) database = open_well (folder);

  assert_values (database, "");
  write_value (database, "a", "x", "1");
  write_value (database, "a", "y", "");
  write_value (database, "", "x", "d'or; -- \"é\"");
  write_value (database, "a", "x", "2");
  write_value (database, "a", "z", "3");
  write_value (database, "a", "z", NULL);
  write_value (database, "a", "never", NULL);
  g_clear_pointer (&database, comptoir_database_close);

  database = open_well (folder);
  assert_values (database, "/x=d'or; -- \"é\";a/x=2;a/y=;");
}

static void
test_forget (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = get_path (folder);
  g_autoptr (ComptoirDatabase) database = open_well (folder);
  g_autofree char *bytes = NULL;
  gsize length;

  write_value (database, "a", "x", "confidential");
  write_value (database, "a%", "x", "other");
  g_assert_true (comptoir_database_forget (database, "a", NULL));
  assert_values (database, "a%/x=other;");
  g_clear_pointer (&database, comptoir_database_close);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "confidential", strlen ("confidential")));
  g_assert_nonnull (memmem (bytes, length, "other", strlen ("other")));
}

static void
test_modes (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  mode_t mask = umask (0);
  g_autoptr (ComptoirDatabase) database = open_well (folder);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  write_value (database, "a", "x", "1");
  umask (mask);
  dir = g_dir_open (folder, 0, NULL);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmphex (store_test_get_mode (path), ==, 0600);
    }
  /* The write-ahead log and its index are there too. */
  g_assert_cmpuint (n, ==, 3);
}

static void
test_two_at_once (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirDatabase) first = open_well (folder);
  g_autoptr (ComptoirDatabase) second = open_well (folder);

  write_value (first, "a", "x", "1");
  write_value (second, "a", "y", "2");
  write_value (first, "a", "z", "3");
  assert_values (first, "a/x=1;a/y=2;a/z=3;");
  assert_values (second, "a/x=1;a/y=2;a/z=3;");
}

/* A file as a person, a disk or a half-done copy may leave it. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *name;
    gsize offset;
    gsize length;
  } cases[] = {
    { "text in its place", 0, 100000 },
    { "a broken header", 0, 16 },
    { "a broken schema", 100, 900 },
    { "a broken page of values", 4096, 4096 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *path = get_path (folder);
      g_autofree char *bytes = NULL, *kept = NULL, *set_aside = NULL, *moved = NULL;
      g_autoptr (ComptoirDatabase) database = open_well (folder);
      g_autoptr (GError) error = NULL;
      gsize length, kept_length;

      g_test_message ("%s", cases[i].name);
      write_value (database, "a", "x", "1");
      g_clear_pointer (&database, comptoir_database_close);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (cases[i].offset, <, length);
      memset (bytes + cases[i].offset, '?', MIN (cases[i].length, length - cases[i].offset));
      g_assert_true (g_file_set_contents (path, bytes, length, NULL));

      database = comptoir_database_open (folder, &set_aside, &error);
      g_assert_no_error (error);
      g_assert_nonnull (database);
      g_assert_true (g_str_has_prefix (set_aside, "comptoir.db.damaged-"));
      assert_values (database, "");
      write_value (database, "a", "x", "2");
      assert_values (database, "a/x=2;");

      moved = g_build_filename (folder, set_aside, NULL);
      g_assert_true (g_file_get_contents (moved, &kept, &kept_length, NULL));
      g_assert_cmpmem (kept, kept_length, bytes, length);
    }
}

static void
test_cut_short (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = get_path (folder);
  g_autofree char *set_aside = NULL;
  g_autoptr (ComptoirDatabase) database = open_well (folder);
  g_autoptr (GError) error = NULL;

  write_value (database, "a", "x", "1");
  g_clear_pointer (&database, comptoir_database_close);
  g_assert_no_errno (truncate (path, 5000));
  database = comptoir_database_open (folder, &set_aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set_aside);
  assert_values (database, "");
}

/* Neither is touched: not one byte of them changes. */
static void
test_left_alone (void)
{
  static const char *const cases[] = {
    "PRAGMA user_version = 1000",
    "PRAGMA application_id = 42",
    "PRAGMA application_id = 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *path = get_path (folder);
      g_autofree char *before = NULL, *after = NULL;
      gsize before_length, after_length;

      comptoir_database_close (open_well (folder));
      execute (folder, "PRAGMA journal_mode = DELETE");
      execute (folder, cases[i]);
      g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
      assert_fails (folder, COMPTOIR_STORE_ERROR_NEWER);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (before, before_length, after, after_length);
    }
}

static void
test_not_a_file (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = get_path (folder);

  g_assert_no_errno (g_mkdir (path, 0700));
  assert_fails (folder, COMPTOIR_STORE_ERROR_FAILED);
}

static void
test_not_text (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirDatabase) database = open_well (folder);

  g_clear_pointer (&database, comptoir_database_close);
  execute (folder, "INSERT INTO value VALUES ('a', 'bytes', x'ff00'), ('a', 'number', 7),"
                   " ('a', 'text', 'é')");
  database = open_well (folder);
  assert_values (database, "a/number=7;a/text=é;");
}

static void
test_read_only (void)
{
  const char *folder = g_getenv ("STORE_TEST_FOLDER");
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (ComptoirDatabase) database = NULL;

      store_test_drop_root ();
      assert_fails (folder, COMPTOIR_STORE_ERROR_READ_ONLY);
      database = comptoir_database_open_read_only (folder, &error);
      g_assert_no_error (error);
      assert_values (database, "a/x=1;");
      g_assert_false (comptoir_database_write_value (database, "a", "x", "2", &error));
      g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_READ_ONLY);
    }
  else
    {
      g_autoptr (StoreTestFolder) own = store_test_folder_new ();
      g_autofree char *path = get_path (own);
      g_autoptr (ComptoirDatabase) database = open_well (own);

      write_value (database, "a", "x", "1");
      g_clear_pointer (&database, comptoir_database_close);
      g_assert_no_errno (g_chmod (path, 0444));
      g_assert_no_errno (g_chmod (own, 0555));
      g_setenv ("STORE_TEST_FOLDER", own, TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database/values", test_values);
  g_test_add_func ("/database/forget", test_forget);
  g_test_add_func ("/database/modes", test_modes);
  g_test_add_func ("/database/two-at-once", test_two_at_once);
  g_test_add_func ("/database/damaged", test_damaged);
  g_test_add_func ("/database/cut-short", test_cut_short);
  g_test_add_func ("/database/left-alone", test_left_alone);
  g_test_add_func ("/database/not-a-file", test_not_a_file);
  g_test_add_func ("/database/not-text", test_not_text);
  g_test_add_func ("/database/read-only", test_read_only);
  return g_test_run ();
}
