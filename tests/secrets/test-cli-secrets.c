/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key is nowhere in what comptoir-cli prints and leaves behind, whatever goes wrong. */

#include "cli-test.h"
#include "demo-fault.h"
#include "secret-search.h"

#include <sys/resource.h>

static const char *const commands[] = {
  "",
  "--help",
  "--version",
  "--verbose nonsense",
  "list --help",
  "list items --verbose",
  "list nonsense",
  "list items --format csv --output '%s/items.csv' --verbose",
  "table clients --verbose",
  "table nonsense",
  "report --date 2024-06-13 --format pdf --output '%s/report.pdf' --verbose",
  "report --from 2024-06-12 --to 2024-06-13 --format csv,fec --folder '%s/month' --verbose",
  "report --date 13/06/2024 --format csv",
  "summary --date 2024-06-13 --verbose",
  "order --file '%s/order.json' --verbose",
  "order --file '%s/order.json' --dry-run",
  "order --file '%s/none.json'",
  "sign-in --verbose",
};

static const char order[] = "{\"payment\":-1,\"items\":[{\"id\":1,\"quantity\":\"2\"}]}";

/* These take their time, and end like others that don’t. */
static gboolean
is_long (const char *fault)
{
  return strstr (fault, "silent") != NULL || g_str_equal (fault, "slow")
         || g_str_equal (fault, "gzip-bomb") || g_str_equal (fault, "endless")
         || g_str_equal (fault, "big-cell");
}

static void
set_up (CliTest *self, gconstpointer data)
{
  cli_test_set_up_shop (self, data);
  g_assert_cmpstr (demo_shop_get_key (self->shop), ==, SECRET_KEY);
  cli_test_set (self, "G_MESSAGES_DEBUG", "all");
  cli_test_set (self, "TMPDIR", self->folder);
  g_free (cli_test_write (self, "order.json", order, -1));
}

static void
run (CliTest *self, const char *command)
{
  g_auto (GStrv) parts = g_strsplit (command, "%s", -1);
  g_autofree char *command_line = g_strjoinv (self->folder, parts);

  cli_test_run_with_input (self, "demo\ndemo\n", command_line);
  g_assert_false (secret_search_bytes (self->out, self->out_length));
  g_assert_false (secret_search_text (self->err));
}

static void
search_folder (CliTest *self, guint least)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  guint n_files = 0;

  secret_search_folder (self->folder, places, &n_files);
  secret_search_assert_none (places);
  g_assert_cmpuint (n_files, >=, least);
}

static void
test_commands (CliTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    run (self, commands[i]);
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 1);
  /* The order, the list, the report and those of two days in two forms. */
  search_folder (self, 7);
}

static void
test_faults (CliTest *self, gconstpointer data)
{
  const char *fault;

  for (guint i = 0; (fault = demo_fault_get_kind_name (i)) != NULL; i++)
    {
      if (is_long (fault))
        continue;
      g_test_message ("%s", fault);
      cli_test_set_fault (self, fault);
      run (self, "list items --format csv --verbose");
      run (self, "table items --verbose");
      run (self, "report --date 2024-06-13 --format fec --output '%s/faulty' --replace --verbose");
      run (self, "order --file '%s/order.json' --verbose");
      run (self, "sign-in --verbose");
    }
  search_folder (self, 1);
}

static char *
read_process (GSubprocess *process, const char *name, gsize *length)
{
  g_autofree char *path
      = g_build_filename ("/proc", g_subprocess_get_identifier (process), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* While the program runs, others can't read the key in its arguments; when it crashes, its memory
 * isn't kept. */
static void
test_process (CliTest *self, gconstpointer data)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *limits = NULL;
  struct rlimit limit;
  gsize length = 0;

  /* As where dumps are kept. */
  g_assert_no_errno (getrlimit (RLIMIT_CORE, &limit));
  limit.rlim_cur = limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_CORE, &limit));
  cli_test_set_fault (self, "silent");
  process = cli_test_spawn (self, "list items",
                            G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  while (demo_shop_get_n_requests (self->shop, NULL) == 0)
    g_usleep (10000);
  arguments = read_process (process, "cmdline", &length);
  g_assert_cmpuint (length, >, 0);
  g_assert_false (secret_search_bytes (arguments, length));
  limits = read_process (process, "limits", NULL);
  g_assert_true (g_regex_match_simple ("^Max core file size +0 ", limits, G_REGEX_MULTILINE, 0));
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

#define ADD(name, func) g_test_add (name, CliTest, NULL, set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("KASH_DEMO_KEY", SECRET_KEY, TRUE);
  ADD ("/cli-secrets/commands", test_commands);
  ADD ("/cli-secrets/faults", test_faults);
  ADD ("/cli-secrets/process", test_process);
  return g_test_run ();
}
