/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

#include <signal.h>
#include <string.h>

#define N_DAYS  20
#define N_KILLS 10

/* @n_days up to yesterday. */
static char *
make_command (guint n_days, const char *formats, const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) first = g_date_time_add_days (now, -(int) n_days);
  g_autofree char *from = g_date_time_format (first, "%Y-%m-%d");

  return g_strdup_printf ("report --from %s --to yesterday --format %s --folder '%s'", from,
                          formats, folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Every file of @folder that isn't a temporary one is byte for byte that of @original. */
static void
assert_whole (const char *folder, const char *original)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *original_path = g_build_filename (original, name, NULL);
      g_autofree char *content = NULL;
      g_autofree char *original_content = NULL;
      gsize length, original_length;

      if (name[0] == '.')
        continue;
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_true (
          g_file_get_contents (original_path, &original_content, &original_length, NULL));
      g_assert_cmpmem (content, length, original_content, original_length);
    }
}

static void
test_period (CliTest *self, gconstpointer data)
{
  g_autofree char *folder = cli_test_get_path (self, "reports");
  g_autofree char *command_line = make_command (5, "csv,fec", folder);

  cli_test_run (self, command_line);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_nonnull (strstr (self->err, "10 of 10 reports"));
  g_assert_null (strchr (self->err, '\033'));
  g_assert_cmpuint (count_files (folder), ==, 10);
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, "getSales.php"), ==, 10);

  /* What is there isn't fetched again, unless that is asked for. */
  cli_test_run (self, command_line);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, "getSales.php"), ==, 10);
  {
    g_autofree char *replacing = g_strconcat (command_line, " --replace", NULL);

    cli_test_run (self, replacing);
    g_assert_cmpint (self->status, ==, 0);
    g_assert_cmpuint (demo_shop_get_n_requests (self->shop, "getSales.php"), ==, 20);
  }
}

static void
test_failures (CliTest *self, gconstpointer data)
{
  g_autofree char *folder = cli_test_get_path (self, "reports");
  g_autofree char *command_line = make_command (5, "pdf", folder);

  cli_test_set_fault (self, "html-200:getSales.php*2");
  cli_test_run (self, command_line);
  g_assert_cmpint (self->status, ==, 4);
  g_assert_nonnull (strstr (self->err, "comptoir-cli: 2 reports "));
  g_assert_cmpuint (count_files (folder), ==, 3);

  cli_test_run (self, command_line);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 5);
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, "getSales.php"), ==, 7);
}

static void
test_bad_folder (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_write (self, "file", "x", -1);
  g_autofree char *command_line = make_command (2, "csv", path);

  cli_test_run (self, command_line);
  cli_test_assert_failed (self, 1);
}

static gboolean
on_killed (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_if_signaled (process);
}

/* Killed again and again at any time, it goes on where it was, and no file is ever half there. */
static void
test_killed (CliTest *self, gconstpointer data)
{
  g_autofree char *folder = cli_test_get_path (self, "reports");
  g_autofree char *original = cli_test_get_path (self, "original");
  g_autofree char *command_line = make_command (N_DAYS, "std,csv", folder);
  g_autofree char *straight = make_command (N_DAYS, "std,csv", original);
  guint n_killed = 0;

  cli_test_run (self, straight);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (count_files (original), ==, 2 * N_DAYS);

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GSubprocess) process
          = cli_test_spawn (self, command_line, G_SUBPROCESS_FLAGS_STDERR_SILENCE);

      /* First of all before it can be through, however fast the computer is. */
      g_usleep ((gulong) g_test_rand_int_range (2, (gint32) (20 * (i + 1))) * 1000);
      g_subprocess_send_signal (process, SIGKILL);
      n_killed += on_killed (process);
      assert_whole (folder, original);
    }
  g_test_message ("%u times killed", n_killed);
  g_assert_cmpuint (n_killed, >, 0);

  cli_test_run (self, command_line);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 2 * N_DAYS);
  assert_whole (folder, original);
}

/* Ctrl+C ends it in good order. */
static void
test_interrupted (CliTest *self, gconstpointer data)
{
  g_autofree char *folder = cli_test_get_path (self, "reports");
  g_autofree char *command_line = make_command (2, "csv", folder);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  cli_test_set_fault (self, "silent:getSales.php");
  process = cli_test_spawn (self, command_line, G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  while (demo_shop_get_n_requests (self->shop, "getSales.php") == 0)
    g_usleep (1000);
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

#define ADD(name, func) \
  g_test_add (name, CliTest, NULL, cli_test_set_up_shop, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-period/period", test_period);
  ADD ("/cli-period/failures", test_failures);
  ADD ("/cli-period/bad-folder", test_bad_folder);
  ADD ("/cli-period/killed", test_killed);
  ADD ("/cli-period/interrupted", test_interrupted);
  return g_test_run ();
}
