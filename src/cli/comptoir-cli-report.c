/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-download.h"
#include "comptoir-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static gboolean
write_bytes (const char *data, gsize length, gpointer user_data, GError **error)
{
  return comptoir_cli_output_write (user_data, data, length, error);
}

/* Exactly YYYY-MM-DD: what else could be meant by a date isn't guessed. */
static gboolean
parse_day (const char *text, GDate *day)
{
  static const char pattern[] = "dddd-dd-dd";

  if (text == NULL || strlen (text) != strlen (pattern))
    return FALSE;
  for (int i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  g_date_clear (day, 1);
  if (!g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text)))
    return FALSE;
  g_date_set_dmy (day, atoi (text + 8), atoi (text + 5), atoi (text));
  return TRUE;
}

static gboolean
check_arguments (const char *date,
                 const char *format_name,
                 GDate *day,
                 KashReport *report,
                 GError **error)
{
  const char *problem = NULL;

  if (!parse_day (date, day))
    problem = _ ("Give a day with --date as in 2024-02-29.");
  else if (format_name == NULL || !kash_report_from_name (format_name, report))
    problem = _ ("Give one of std, pdf, xls, csv, fec and saft with --format.");
  if (problem != NULL)
    g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE, problem);
  return problem == NULL;
}

static char *
describe_reports (void)
{
  GString *text = g_string_new (_ ("Formats:"));

  for (int i = 0; i < KASH_N_REPORTS; i++)
    g_string_append_printf (text, "\n  %-6s %s", kash_report_get_name (i),
                            kash_report_get_title (i));
  return g_string_free (text, FALSE);
}

/**
 * comptoir_cli_report:
 *
 * Writes the sales report of a day as the service gives it, byte for byte.
 */
gboolean
comptoir_cli_report (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *description = NULL;
  g_autoptr (ComptoirCliOutput) output = NULL;
  GDate day;
  KashReport report;
  const GOptionEntry entries[] = {
    { "date", 'd', 0, G_OPTION_ARG_STRING, &date, N_ ("The day of the sales"), N_ ("YYYY-MM-DD") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_ ("The form of the report"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Write to a file"), N_ ("FILE") },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  description = describe_reports ();
  if (!comptoir_cli_session_parse (session, "report",
                                   _ ("Gets the sales report of a day and writes it as it came."),
                                   description, entries, arguments, error)
      || !check_arguments (date, format_name, &day, &report, error))
    return FALSE;
  output = comptoir_cli_output_open (path, error);
  return output != NULL
         && comptoir_cli_download_report (session, report, &day, write_bytes, output, error)
         && comptoir_cli_output_finish (output, error);
}
