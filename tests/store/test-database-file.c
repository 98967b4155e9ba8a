/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-database-file.h"

#include "store-test.h"

static void
test_make (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0777);

  g_assert_true (comptoir_database_file_make (path, &error));
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmphex (store_test_get_mode (path), ==, 0600);

  /* One that exists keeps what is in it, and is taken from others. */
  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  g_assert_no_errno (g_chmod (path, 0644));
  g_assert_true (comptoir_database_file_make (path, &error));
  g_assert_no_error (error);
  g_assert_cmphex (store_test_get_mode (path), ==, 0600);
}

static void
test_make_without_folder (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "none", "a.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (comptoir_database_file_make (path, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
}

static void
test_set_aside (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *first = NULL, *second = NULL, *moved = NULL, *moved_log = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
  g_assert_true (g_file_set_contents (log, "log", -1, NULL));
  first = comptoir_database_file_set_aside (path);
  g_assert_true (g_regex_match_simple ("^a\\.db\\.damaged-\\d{8}-\\d{6}$", first, 0, 0));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  /* A second one within the second doesn't take the place of the first. */
  g_assert_true (g_file_set_contents (path, "two", -1, NULL));
  second = comptoir_database_file_set_aside (path);
  g_assert_cmpstr (first, !=, second);
  moved = g_build_filename (folder, first, NULL);
  moved_log = g_strconcat (moved, "-wal", NULL);
  g_assert_true (g_file_get_contents (moved, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "one");
  g_assert_true (g_file_test (moved_log, G_FILE_TEST_EXISTS));
  g_assert_null (comptoir_database_file_set_aside (path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database-file/make", test_make);
  g_test_add_func ("/database-file/make-without-folder", test_make_without_folder);
  g_test_add_func ("/database-file/set-aside", test_set_aside);
  return g_test_run ();
}
