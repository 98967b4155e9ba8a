/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-whole-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("comptoir-whole-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sales.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (Fixture *fixture, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static ComptoirWholeFile *
begin (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  ComptoirWholeFile *file = comptoir_whole_file_new (fixture->path, 0600, &error);

  g_assert_no_error (error);
  comptoir_whole_file_write (file, text, strlen (text), &error);
  g_assert_no_error (error);
  return file;
}

/* It isn't there before it is finished, and its mode is the one asked for. */
static void
test_finish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirWholeFile) file = begin (fixture, "one");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (comptoir_whole_file_write (file, " two", 4, &error));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (comptoir_whole_file_finish (file, FALSE, &error));
  g_assert_no_error (error);
  assert_content (fixture, "one two");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What came into its place meanwhile stays, unless it is to be replaced. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  static const gboolean replace[] = { FALSE, TRUE };

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (replace); i++)
    {
      g_autoptr (ComptoirWholeFile) file = begin (fixture, "new");

      g_assert_true (comptoir_whole_file_finish (file, replace[i], NULL));
      assert_content (fixture, replace[i] ? "new" : "mine");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  comptoir_whole_file_free (begin (fixture, "half"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "sales.csv", NULL);
  g_autoptr (ComptoirWholeFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (comptoir_whole_file_new (nowhere, 0600, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A folder is where the file should be. */
  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  file = begin (fixture, "new");
  g_assert_false (comptoir_whole_file_finish (file, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_pointer (&file, comptoir_whole_file_free);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Killed with half of it written: nothing under its name, and what it left can be cleared away. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      begin (fixture, "half");
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  comptoir_whole_file_clear_away (fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* Two at once don't take each other's for left over; the last one is what stays. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComptoirWholeFile) first = begin (fixture, "first");
  g_autoptr (ComptoirWholeFile) second = begin (fixture, "second");

  comptoir_whole_file_clear_away (fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_assert_true (comptoir_whole_file_finish (second, TRUE, NULL));
  g_assert_true (comptoir_whole_file_finish (first, TRUE, NULL));
  assert_content (fixture, "first");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/whole-file/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("finish", test_finish);
  ADD ("replace", test_replace);
  ADD ("given-up", test_given_up);
  ADD ("fails", test_fails);
  ADD ("killed", test_killed);
  ADD ("two", test_two);

  return g_test_run ();
}
