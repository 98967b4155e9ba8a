/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-output.h"

#include "cli-test.h"

#include <sys/stat.h>
#include <unistd.h>

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

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
write_to (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (comptoir_cli_output_write (output, text, strlen (text), &error));
  g_assert_true (comptoir_cli_output_write (output, text, strlen (text), &error));
  g_assert_true (comptoir_cli_output_finish (output, &error));
  g_assert_no_error (error);
}

static void
test_file (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_get_path (self, "a b é.csv");
  struct stat status;
  mode_t mask = umask (027);

  write_to (path, "new");
  umask (mask);
  assert_contents (path, "newnew");
  g_assert_no_errno (stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);

  g_assert_no_errno (g_chmod (path, 0604));
  write_to (path, "newer");
  assert_contents (path, "newernewer");
  g_assert_no_errno (stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0604);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_unfinished (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_write (self, "kept", "older", -1);
  g_autofree char *fresh = cli_test_get_path (self, "fresh");
  const char *paths[] = { path, fresh };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open (paths[i], &error);

      g_assert_no_error (error);
      g_assert_true (comptoir_cli_output_write (output, "half", 4, &error));
    }
  assert_contents (path, "older");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_link (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_write (self, "file", "older", -1);
  g_autofree char *link = cli_test_get_path (self, "link");

  g_assert_no_errno (symlink ("file", link));
  write_to (link, "new");
  assert_contents (path, "newnew");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_unwritable (CliTest *self, gconstpointer data)
{
  g_autofree char *missing = cli_test_get_path (self, "none/file");
  const char *paths[] = { missing, self->folder, "" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_cli_output_open (paths[i], &error));
      g_assert_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_OUTPUT);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

static void
test_full (CliTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open ("/dev/full", &error);

  g_assert_no_error (error);
  g_assert_false (comptoir_cli_output_write (output, "text", 4, &error));
  g_assert_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, "no room left"));
}

static void
test_device (CliTest *self, gconstpointer data)
{
  write_to ("/dev/null", "text");
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

#define ADD(name, func) g_test_add (name, CliTest, NULL, cli_test_set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-output/file", test_file);
  ADD ("/cli-output/unfinished", test_unfinished);
  ADD ("/cli-output/link", test_link);
  ADD ("/cli-output/unwritable", test_unwritable);
  ADD ("/cli-output/full", test_full);
  ADD ("/cli-output/device", test_device);
  return g_test_run ();
}
