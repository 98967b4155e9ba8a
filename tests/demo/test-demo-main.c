/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#define PROGRAM DEMO_SHOP_PROGRAM

/* The address is the first line; a signal ends the program as it should end. */
static void
test_serves (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, PROGRAM, "--port", "0", "--today", "2025-06-17",
      "--fault", "500:getPlus.php", "--fault", "404:getUsers.php", "--shape", "wrapped", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, "http://127.0.0.1:"));

  g_subprocess_send_signal (program, GPOINTER_TO_INT (data));
  g_subprocess_wait (program, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (program));
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
}

static void
test_wrong_use (void)
{
  static const struct
  {
    const char *option, *value;
    int status;
  } cases[] = {
    { "--today", "2025-02-30", 2 }, { "--today", "yesterday", 2 },
    { "--port", "65536", 2 },       { "--port", "-1", 2 },
    { "--items", "1000001", 2 },    { "--clients", "x", 2 },
    { "--latency", "-5", 2 },       { "--nothing", "1", 2 },
    { "extra", "words", 2 },        { "--shape", "square", 1 },
    { "--fault", "nothing", 1 },    { "--database", "/nowhere/at/all.sqlite", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) program
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                              &error, PROGRAM, cases[i].option, cases[i].value, NULL);
      g_autofree char *output = NULL, *complaint = NULL;

      g_test_message ("%s %s", cases[i].option, cases[i].value);
      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (program, NULL, NULL, &output, &complaint, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (program), ==, cases[i].status);
      g_assert_cmpstr (output, ==, "");
      g_assert_cmpuint (strlen (complaint), >, 5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/demo/main/interrupted", GINT_TO_POINTER (SIGINT), test_serves);
  g_test_add_data_func ("/demo/main/terminated", GINT_TO_POINTER (SIGTERM), test_serves);
  g_test_add_func ("/demo/main/wrong-use", test_wrong_use);
  return g_test_run ();
}
