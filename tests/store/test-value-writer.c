/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-value-writer.h"

#include "store-test.h"

#include <sqlite3.h>

static void
note_failure (const GError *error, gpointer user_data)
{
  g_string_append (user_data, error != NULL ? "failed;" : "works;");
}

static ComptoirDatabase *
open_database (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  ComptoirDatabase *database = comptoir_database_open (folder, &set_aside, &error);

  g_assert_no_error (error);
  return database;
}

static void
add_value (const char *account, const char *name, const char *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s/%s=%s;", account, name, value);
}

static void
assert_values (const char *folder, const char *expected)
{
  g_autoptr (ComptoirDatabase) database = open_database (folder);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (comptoir_database_read_values (database, add_value, text, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (ComptoirValueWriter) writer
      = comptoir_value_writer_new (open_database (folder), note_failure, notes);

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);

      comptoir_value_writer_write (writer, "a", "x", value);
    }
  comptoir_value_writer_write (writer, "b", "x", "1");
  comptoir_value_writer_forget (writer, "b", NULL);
  comptoir_value_writer_write (writer, "b", "y", "2");
  comptoir_value_writer_flush (writer);
  assert_values (folder, "a/x=99;b/y=2;");
  g_assert_cmpstr (notes->str, ==, "");
}

static void
test_free_writes (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  ComptoirValueWriter *writer
      = comptoir_value_writer_new (open_database (folder), note_failure, notes);

  comptoir_value_writer_write (writer, "a", "x", "1");
  comptoir_value_writer_free (writer);
  assert_values (folder, "a/x=1;");
}

/* What can't be written for a while is written when it can. */
static void
test_tries_again (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "comptoir.db", NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirValueWriter) writer
      = comptoir_value_writer_new (open_database (folder), note_failure, notes);
  sqlite3 *other = NULL;

  comptoir_value_writer_write (writer, "a", "x", "1");
  comptoir_value_writer_write (writer, "b", "x", "1");
  comptoir_value_writer_flush (writer);

  /* Another program has taken the table away. */
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "ALTER TABLE value RENAME TO gone", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  comptoir_value_writer_write (writer, "a", "x", "2");
  comptoir_value_writer_write (writer, "a", "y", "3");
  comptoir_value_writer_write (writer, "a", "x", "4");
  comptoir_value_writer_forget (writer, "b", &error);
  comptoir_value_writer_flush (writer);
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
  g_assert_cmpstr (notes->str, ==, "failed;");

  g_assert_cmpint (sqlite3_exec (other, "ALTER TABLE gone RENAME TO value", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (other);
  comptoir_value_writer_write (writer, "c", "x", "5");
  comptoir_value_writer_flush (writer);
  g_assert_cmpstr (notes->str, ==, "failed;works;");
  assert_values (folder, "a/x=4;a/y=3;c/x=5;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-writer/order", test_order);
  g_test_add_func ("/value-writer/free-writes", test_free_writes);
  g_test_add_func ("/value-writer/tries-again", test_tries_again);
  return g_test_run ();
}
