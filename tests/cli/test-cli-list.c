/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static void
test_formats (CliTest *self, gconstpointer data)
{
  static const char *const resources[] = {
    "items",          "departments",      "department-groups", "clients",
    "variations",     "delivery-methods", "payment-methods",   "cashboxes",
    "delivery-zones", "relay-points",     "discounts",         "users",
    "tables",         "pending-orders",
  };

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      g_autofree char *json = g_strconcat ("list ", resources[i], NULL);
      g_autofree char *csv = g_strconcat (json, " --format csv", NULL);
      g_autofree char *html = g_strconcat (json, " -f html", NULL);

      cli_test_run (self, json);
      cli_test_assert_done (self);
      g_assert_cmpint (self->out[0], ==, '[');
      cli_test_run (self, csv);
      cli_test_assert_done (self);
      cli_test_run (self, html);
      cli_test_assert_done (self);
      g_assert_nonnull (strstr (self->out, "<table"));
    }
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, NULL), ==, 3 * G_N_ELEMENTS (resources));
}

static void
test_file (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_get_path (self, "items.json");
  g_autofree char *command_line = g_strdup_printf ("list items -o '%s'", path);
  g_autofree char *bytes = NULL;
  gsize length;

  cli_test_run (self, command_line);
  cli_test_assert_done (self);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  cli_test_run (self, "list items --output -");
  g_assert_cmpmem (bytes, length, self->out, self->out_length);
}

/* One that fails half-way leaves the older file. */
static void
test_file_kept (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_write (self, "items.json", "older", -1);
  g_autofree char *command_line = g_strdup_printf ("list items -o '%s'", path);
  g_autofree char *bytes = NULL;

  cli_test_set_fault (self, "reset-in-body");
  cli_test_run (self, command_line);
  cli_test_assert_failed (self, 2);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "older");
}

static void
test_statuses (CliTest *self, gconstpointer data)
{
  static const struct
  {
    const char *fault;
    int status;
  } cases[] = {
    { "reset-before", 2 },    { "500", 2 }, { "502-empty", 2 }, { "429", 2 },
    { "redirect-http", 2 },   { "401", 3 }, { "403-empty", 3 }, { "refused-key", 3 },
    { "refused-key-200", 3 }, { "404", 3 }, { "bad-gzip", 4 },  { "gzip-bomb", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].fault);
      cli_test_set_fault (self, cases[i].fault);
      cli_test_run (self, "list items --output /dev/null");
      cli_test_assert_failed (self, cases[i].status);
      cli_test_run (self, "list items --output /dev/null --verbose");
      g_assert_cmpint (self->status, ==, cases[i].status);
      g_assert_null (strstr (self->err, demo_shop_get_key (self->shop)));
      g_assert_null (strstr (self->err, "idboutique"));
      g_assert_null (strstr (self->err, "key="));
    }
}

static void
test_nobody_there (CliTest *self, gconstpointer data)
{
  demo_shop_stop (self->shop);
  cli_test_run (self, "list items");
  cli_test_assert_failed (self, 2);
}

static void
test_closed_pipe (CliTest *self, gconstpointer data)
{
  g_autoptr (GSubprocess) process = cli_test_spawn (
      self, "list items", G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GBytes) err = NULL;
  GInputStream *stream = g_subprocess_get_stderr_pipe (process);
  g_autoptr (GError) error = NULL;

  g_input_stream_close (g_subprocess_get_stdout_pipe (process), NULL, NULL);
  err = g_input_stream_read_bytes (stream, 1000, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (err), ==, 0);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

static void
test_full_disk (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "list items --output /dev/full");
  cli_test_assert_failed (self, 1);
  g_assert_nonnull (strstr (self->err, "/dev/full"));
}

/* Stopped in the middle, it clears away what it had, and ends as a stopped program does. */
static void
test_interrupted (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_get_path (self, "items.json");
  g_autofree char *command_line = g_strdup_printf ("list items -o '%s'", path);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDir) dir = NULL;

  cli_test_set_fault (self, "slow");
  process = cli_test_spawn (self, command_line, G_SUBPROCESS_FLAGS_NONE);
  while (demo_shop_get_n_requests (self->shop, NULL) == 0)
    g_usleep (1000);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  dir = g_dir_open (self->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_demo (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "list items --demo");
  cli_test_assert_done (self);
  g_assert_nonnull (strstr (self->out, "Baguette"));
}

#define ADD(name, set_up, func) g_test_add (name, CliTest, NULL, set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-list/formats", cli_test_set_up_shop, test_formats);
  ADD ("/cli-list/file", cli_test_set_up_shop, test_file);
  ADD ("/cli-list/file-kept", cli_test_set_up_shop, test_file_kept);
  ADD ("/cli-list/statuses", cli_test_set_up_shop, test_statuses);
  ADD ("/cli-list/nobody-there", cli_test_set_up_shop, test_nobody_there);
  ADD ("/cli-list/closed-pipe", cli_test_set_up_shop, test_closed_pipe);
  ADD ("/cli-list/full-disk", cli_test_set_up_shop, test_full_disk);
  ADD ("/cli-list/interrupted", cli_test_set_up_shop, test_interrupted);
  ADD ("/cli-list/demo", cli_test_set_up, test_demo);
  return g_test_run ();
}
