/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

#include <sys/mman.h>
#include <unistd.h>

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
cli_test_set_up (CliTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("comptoir-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  cli_test_set (self, "HOME", self->folder);
  cli_test_set (self, "XDG_DATA_HOME", self->folder);
  cli_test_set (self, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
  cli_test_set (self, "KASH_BASE_URL", NULL);
  cli_test_set (self, "KASH_SHOP_ID", NULL);
  cli_test_set (self, "KASH_API_KEY", NULL);
  cli_test_set (self, "LANGUAGE", NULL);
}

void
cli_test_set_up_shop (CliTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli_test_set_up (self, data);
  self->shop = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  demo_shop_start (self->shop, &error);
  g_assert_no_error (error);
  cli_test_set (self, "KASH_BASE_URL", demo_shop_get_base_url (self->shop));
  cli_test_set (self, "KASH_SHOP_ID", DEMO_SHOP_ID);
  cli_test_set (self, "KASH_API_KEY", demo_shop_get_key (self->shop));
}

static void
clear_result (CliTest *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

void
cli_test_tear_down (CliTest *self, gconstpointer data)
{
  if (self->shop != NULL)
    demo_shop_stop (self->shop);
  g_clear_object (&self->shop);
  g_clear_object (&self->launcher);
  clear_result (self);
  remove_all (self->folder);
  g_free (self->folder);
}

/* @value: (nullable): %NULL to unset */
void
cli_test_set (CliTest *self, const char *variable, const char *value)
{
  if (value != NULL)
    g_subprocess_launcher_setenv (self->launcher, variable, value, TRUE);
  else
    g_subprocess_launcher_unsetenv (self->launcher, variable);
}

void
cli_test_set_fault (CliTest *self, const char *fault)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (self->shop, fault, &error);
  g_assert_no_error (error);
}

char *
cli_test_get_path (CliTest *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
cli_test_write (CliTest *self, const char *name, const char *text, gssize length)
{
  char *path = cli_test_get_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

/* @command_line: what a person types after the program's name */
GSubprocess *
cli_test_spawn (CliTest *self, const char *command_line, GSubprocessFlags flags)
{
  g_autofree char *whole = g_strconcat ("comptoir-cli ", command_line, NULL);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  gboolean leaks;

  g_shell_parse_argv (whole, NULL, &arguments, &error);
  g_assert_no_error (error);
  g_free (arguments[0]);
  arguments[0] = g_strdup (g_getenv ("COMPTOIR_CLI"));
  /* SoupServer 3.2, which is the demo shop's, loses the sockets it accepts. */
  leaks = self->ignore_leaks || strstr (command_line, "--demo") != NULL;
  cli_test_set (self, "ASAN_OPTIONS", leaks ? "detect_leaks=0" : "detect_leaks=1");
  g_subprocess_launcher_set_flags (self->launcher, flags);
  process = g_subprocess_launcher_spawnv (self->launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  return process;
}

static char *
take_text (GBytes *bytes, gsize *length)
{
  gsize size = g_bytes_get_size (bytes);
  char *text = g_malloc (size + 1);

  if (size > 0)
    memcpy (text, g_bytes_get_data (bytes, NULL), size);
  text[size] = '\0';
  if (length != NULL)
    *length = size;
  return text;
}

/* A file, since a program may end before it has read all of a pipe. */
static int
open_input (const char *input)
{
  gssize length = strlen (input);
  int fd = memfd_create ("input", MFD_CLOEXEC);

  g_assert_cmpint (write (fd, input, length), ==, length);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

void
cli_test_run_with_input (CliTest *self, const char *input, const char *command_line)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_take_stdin_fd (self->launcher, open_input (input));
  process = cli_test_spawn (self, command_line,
                            G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  clear_result (self);
  self->out = take_text (out, &self->out_length);
  self->err = take_text (err, NULL);
  g_test_message ("comptoir-cli %s: %s", command_line, self->err);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

void
cli_test_run (CliTest *self, const char *command_line)
{
  cli_test_run_with_input (self, "", command_line);
}
