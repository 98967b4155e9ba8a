/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static void
test_help (CliTest *self, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "--help", "comptoir-cli [OPTION…]", "Exit status:" },
    { "-h", "comptoir-cli [OPTION…]", "sign-in" },
    { "sign-in --help", "comptoir-cli sign-in [OPTION…]", "--base-url=URL" },
    { "list --help", "comptoir-cli list [OPTION…] LIST", "pending-orders" },
    { "--help list", "comptoir-cli list [OPTION…] LIST", "--demo" },
    { "table --help", "comptoir-cli table [OPTION…] LIST", "--file=FILE" },
    { "report --help", "comptoir-cli report [OPTION…]", "saft" },
    { "list items --help --format nonsense", "comptoir-cli list [OPTION…] LIST", "--format" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_test_run (self, cases[i][0]);
      cli_test_assert_done (self);
      g_assert_nonnull (strstr (self->out, cases[i][1]));
      g_assert_nonnull (strstr (self->out, cases[i][2]));
    }
}

static void
test_version (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "--version");
  cli_test_assert_done (self);
  g_assert_cmpstr (self->out, ==, "comptoir-cli " COMPTOIR_VERSION "\n");
}

static void
test_wrong_use (CliTest *self, gconstpointer data)
{
  static const char *const cases[] = {
    "",
    "--demo",
    "nonsense",
    "''",
    "--nonsense",
    "list --nonsense items",
    "list items --output",
    "list",
    "list nonsense",
    "list items clients",
    "list items --format pdf",
    "table",
    "table items --file x",
    "table nonsense",
    "report",
    "report --date 2024-02-29",
    "report --format csv",
    "report --date 2023-02-29 --format csv",
    "report --date 2024-2-29 --format csv",
    "report --date 29/02/2024 --format csv",
    "report --date 2024-02-29x --format csv",
    "report --date ' 024-02-29' --format csv",
    "report --date 0000-00-00 --format csv",
    "report --date 2024-02-29 --format docx",
    "report --date 2024-02-29 --format csv more",
    "sign-in more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_test_run (self, cases[i]);
      cli_test_assert_failed (self, 1);
    }
}

/* Someone will try it; it must not end up in a log. */
static void
test_key_as_option (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "list items --key=s3cret");
  cli_test_assert_failed (self, 1);
  g_assert_null (strstr (self->err, "s3cret"));
  cli_test_run (self, "s3cret");
  cli_test_assert_failed (self, 1);
  g_assert_null (strstr (self->err, "s3cret"));
  cli_test_run (self, "report s3cret");
  cli_test_assert_failed (self, 1);
  g_assert_null (strstr (self->err, "s3cret"));
}

static void
test_options_first (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "--demo list tables");
  cli_test_assert_done (self);
  g_assert_cmpint (self->out[0], ==, '[');
}

#define ADD(name, func) g_test_add (name, CliTest, NULL, cli_test_set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/help", test_help);
  ADD ("/cli/version", test_version);
  ADD ("/cli/wrong-use", test_wrong_use);
  ADD ("/cli/key-as-option", test_key_as_option);
  ADD ("/cli/options-first", test_options_first);
  return g_test_run ();
}
