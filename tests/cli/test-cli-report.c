/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static char *
get_yesterday (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -2);

  return g_date_time_format (then, "%Y-%m-%d");
}

static void
test_formats (CliTest *self, gconstpointer data)
{
  static const struct
  {
    const char *format;
    const char *begins;
  } cases[] = {
    { "std", "<!DOCTYPE html>" }, { "pdf", "%PDF-" },  { "xls", "PK" }, { "csv", "" },
    { "fec", "JournalCode" },     { "saft", "<?xml" },
  };
  g_autofree char *date = get_yesterday ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command_line
          = g_strdup_printf ("report --date %s --format %s", date, cases[i].format);

      cli_test_run (self, command_line);
      cli_test_assert_done (self);
      g_assert_cmpuint (self->out_length, >, 100);
      g_assert_true (g_str_has_prefix (self->out, cases[i].begins));
    }
}

/* The bytes of a workbook come through as they are. */
static void
test_file (CliTest *self, gconstpointer data)
{
  g_autofree char *date = get_yesterday ();
  g_autofree char *path = cli_test_get_path (self, "report.csv");
  g_autofree char *command_line = g_strdup_printf ("report -d %s -f csv", date);
  g_autofree char *with_output = g_strdup_printf ("%s -o '%s'", command_line, path);
  g_autofree char *bytes = NULL;
  gsize length;

  cli_test_run (self, with_output);
  cli_test_assert_done (self);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  cli_test_run (self, command_line);
  g_assert_cmpmem (bytes, length, self->out, self->out_length);
}

static void
test_refused (CliTest *self, gconstpointer data)
{
  g_autofree char *date = get_yesterday ();
  g_autofree char *command_line = g_strdup_printf ("report -d %s -f pdf", date);

  cli_test_set (self, "KASH_API_KEY", "wrong-key");
  cli_test_run (self, command_line);
  cli_test_assert_failed (self, 3);
  g_assert_null (strstr (self->err, "wrong-key"));
}

static void
test_demo (CliTest *self, gconstpointer data)
{
  g_autofree char *date = get_yesterday ();
  g_autofree char *command_line = g_strdup_printf ("report --demo -d %s -f fec", date);

  cli_test_run (self, command_line);
  cli_test_assert_done (self);
  g_assert_true (g_str_has_prefix (self->out, "JournalCode"));
}

/* “yesterday” is a day like another. */
static void
test_word (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "report -d yesterday -f csv");
  cli_test_assert_done (self);
  g_assert_cmpuint (self->out_length, >, 100);
}

static void
test_wrong_use (CliTest *self, gconstpointer data)
{
  static const char *const command_lines[] = {
    "report",
    "report -d 2024-02-30 -f csv",
    "report -d 24-02-03 -f csv",
    "report -d tomorrow -f csv",
    "report -d 2024-02-03",
    "report -d 2024-02-03 -f doc",
    "report -d 2024-02-03 -f csv,pdf",
    "report -d 2024-02-03 -f csv -f pdf",
    "report -d 2024-02-03 -f csv --folder .",
    "report -d 2024-02-03 -f csv --replace",
    "report --from 2024-02-03 --to 2024-02-04 -f csv",
    "report --from 2024-02-03 -f csv --folder .",
    "report --to 2024-02-03 -f csv --folder .",
    "report --from 2024-02-03 --to 2024-02-04 --folder .",
    "report --from 2024-02-03 --to 2024-02-04 -f csv, --folder .",
    "report --from 2024-02-03 --to 2024-02-04 -f csv --folder . -o x",
    "report --from 2024-02-03 --to 2024-02-04 -f csv --folder . -d 2024-02-03",
    "report --from 2024-02-04 --to 2024-02-03 -f csv --folder .",
  };

  for (guint i = 0; i < G_N_ELEMENTS (command_lines); i++)
    {
      cli_test_run (self, command_lines[i]);
      cli_test_assert_failed (self, 1);
    }
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, NULL), ==, 0);
}

#define ADD(name, set_up, func) g_test_add (name, CliTest, NULL, set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-report/formats", cli_test_set_up_shop, test_formats);
  ADD ("/cli-report/file", cli_test_set_up_shop, test_file);
  ADD ("/cli-report/refused", cli_test_set_up_shop, test_refused);
  ADD ("/cli-report/word", cli_test_set_up_shop, test_word);
  ADD ("/cli-report/wrong-use", cli_test_set_up_shop, test_wrong_use);
  ADD ("/cli-report/demo", cli_test_set_up, test_demo);
  return g_test_run ();
}
