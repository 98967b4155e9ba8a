/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search that the other tests rely on finds what is there. */

#include "secret-search.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static void
test_encodings (void)
{
  g_autofree char *escaped = g_uri_escape_string (SECRET_KEY, NULL, FALSE);
  g_autofree char *address = g_strconcat ("GET /getPlus.php?key=", escaped, "&format=json", NULL);
  g_autofree char *markup = g_markup_escape_text (SECRET_KEY, -1);

  g_assert_true (secret_search_text (SECRET_KEY));
  g_assert_true (secret_search_text (escaped));
  g_assert_true (secret_search_text (address));
  g_assert_true (secret_search_text (markup));
  g_assert_false (secret_search_text (NULL));
  g_assert_false (secret_search_text (""));
  g_assert_false (secret_search_text ("key=***"));
  g_assert_false (secret_search_text ("M4rk3dS3cr3tK3y0fTh3Sh0"));
}

static void
test_wide (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *wide
          = g_convert ("é " SECRET_KEY, -1, charsets[i], "UTF-8", NULL, &length, NULL);

      g_assert_true (secret_search_bytes (wide, length));
    }
}

static void
test_base64 (void)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *plain = g_strconcat (&"abcdef"[i], SECRET_KEY, " and more", NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) plain, strlen (plain));

      g_assert_true (secret_search_text (encoded));
    }
}

static void
add_to_database (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE TABLE t (a); INSERT INTO t VALUES ('" SECRET_KEY "')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("secrets-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *database = g_build_filename (inner, "store.db", NULL);
  g_autofree char *plain = g_build_filename (inner, "plain", NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  guint n_files = 0;

  g_assert_no_errno (g_mkdir_with_parents (inner, 0700));
  g_assert_true (g_file_set_contents (plain, "nothing", -1, NULL));
  secret_search_folder (folder, places, &n_files);
  secret_search_assert_none (places);
  g_assert_cmpuint (n_files, ==, 1);

  add_to_database (database);
  secret_search_folder (folder, places, &n_files);
  g_assert_cmpuint (n_files, ==, 3);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (places, 0), ==, database);
  g_remove (database);
  g_remove (plain);
  g_rmdir (inner);
  *strrchr (inner, G_DIR_SEPARATOR) = '\0';
  g_rmdir (inner);
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret-search/encodings", test_encodings);
  g_test_add_func ("/secret-search/wide", test_wide);
  g_test_add_func ("/secret-search/base64", test_base64);
  g_test_add_func ("/secret-search/folder", test_folder);
  return g_test_run ();
}
