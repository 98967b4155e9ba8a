/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-status.h"

#include "comptoir-store-error.h"
#include "comptoir-table-reader.h"
#include "kash-error.h"

static void
assert_status (GQuark domain, int code, ComptoirCliStatus expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "Sentence.");

  g_assert_cmpint (comptoir_cli_status_of (error), ==, expected);
}

static void
test_status (void)
{
  static const struct
  {
    KashError code;
    ComptoirCliStatus status;
  } cases[] = {
    { KASH_ERROR_NO_NETWORK, COMPTOIR_CLI_NO_ANSWER },
    { KASH_ERROR_NO_ANSWER, COMPTOIR_CLI_NO_ANSWER },
    { KASH_ERROR_NOT_SECURE, COMPTOIR_CLI_NO_ANSWER },
    { KASH_ERROR_REFUSED_KEY, COMPTOIR_CLI_REFUSED },
    { KASH_ERROR_REFUSED, COMPTOIR_CLI_REFUSED },
    { KASH_ERROR_NOT_FOUND, COMPTOIR_CLI_REFUSED },
    { KASH_ERROR_TOO_MANY, COMPTOIR_CLI_NO_ANSWER },
    { KASH_ERROR_SERVER_FAULT, COMPTOIR_CLI_NO_ANSWER },
    { KASH_ERROR_TOO_LARGE, COMPTOIR_CLI_UNREADABLE },
    { KASH_ERROR_UNREADABLE, COMPTOIR_CLI_UNREADABLE },
    { KASH_ERROR_UNKNOWN_OUTCOME, COMPTOIR_CLI_UNKNOWN_OUTCOME },
    { KASH_ERROR_INVALID, COMPTOIR_CLI_WRONG_USE },
  };

  g_assert_cmpint (comptoir_cli_status_of (NULL), ==, COMPTOIR_CLI_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_status (KASH_ERROR, cases[i].code, cases[i].status);
  assert_status (COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA, COMPTOIR_CLI_UNREADABLE);
  assert_status (COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE,
                 COMPTOIR_CLI_WRONG_USE);
  assert_status (COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE, COMPTOIR_CLI_WRONG_USE);
  assert_status (COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_OUTPUT, COMPTOIR_CLI_WRONG_USE);
  assert_status (COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_CLOSED_PIPE, COMPTOIR_CLI_DONE);
}

static void
test_report (void)
{
  g_autoptr (GError) error = kash_error_new (KASH_ERROR_NO_ANSWER, "the detail", "The sentence.");

  if (g_test_subprocess ())
    {
      comptoir_cli_status_report (error, FALSE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("comptoir-cli: The sentence.\n");
}

static void
test_report_verbose (void)
{
  g_autoptr (GError) error = kash_error_new (KASH_ERROR_NO_ANSWER, "the detail", "The sentence.");

  if (g_test_subprocess ())
    {
      comptoir_cli_status_report (error, TRUE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("comptoir-cli: The sentence.\ncomptoir-cli: the detail\n");
}

static void
test_report_quietly (void)
{
  g_autoptr (GError) closed
      = g_error_new (COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_CLOSED_PIPE, "Broken pipe");
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");

  if (g_test_subprocess ())
    {
      comptoir_cli_status_report (closed, TRUE);
      comptoir_cli_status_report (cancelled, TRUE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-status/status", test_status);
  g_test_add_func ("/cli-status/report", test_report);
  g_test_add_func ("/cli-status/report-verbose", test_report_verbose);
  g_test_add_func ("/cli-status/report-quietly", test_report_quietly);
  return g_test_run ();
}
