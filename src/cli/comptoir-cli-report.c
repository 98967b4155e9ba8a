/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-account.h"
#include "comptoir-cli-day.h"
#include "comptoir-cli-download.h"
#include "comptoir-cli-output.h"
#include "comptoir-cli-period.h"

#include <glib/gi18n-lib.h>

static gboolean
write_bytes (const char *data, gsize length, gpointer user_data, GError **error)
{
  return comptoir_cli_output_write (user_data, data, length, error);
}

/* What was given on the command line. */
typedef struct
{
  char *date;
  char *from;
  char *to;
  char **formats;
  char *output;
  char *folder;
  gboolean replace;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->date);
  g_free (arguments->from);
  g_free (arguments->to);
  g_strfreev (arguments->formats);
  g_free (arguments->output);
  g_free (arguments->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
set_wrong_use (GError **error, const char *sentence)
{
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE, sentence);
  return FALSE;
}

/* Given one by one, or with commas. */
static gboolean
read_formats (char **formats, guint *reports, GError **error)
{
  g_autofree char *all = formats != NULL ? g_strjoinv (",", formats) : g_strdup ("");
  g_auto (GStrv) names = g_strsplit (all, ",", -1);
  KashReport report;

  *reports = 0;
  for (char **name = names; *name != NULL; name++)
    {
      if (!kash_report_from_name (*name, &report))
        {
          *reports = 0;
          break;
        }
      *reports |= 1u << report;
    }
  return *reports != 0
         || set_wrong_use (error,
                           _ ("Give one of std, pdf, xls, csv, fec and saft with --format."));
}

static gboolean
check_period (const Arguments *arguments, GError **error)
{
  if (arguments->date != NULL)
    return set_wrong_use (error, _ ("Give either --date, or --from and --to."));
  if (arguments->folder == NULL)
    return set_wrong_use (error, _ ("Give the folder for the reports of a period with --folder."));
  if (arguments->output != NULL)
    return set_wrong_use (error, _ ("The reports of a period go to a folder, not to a file."));
  return comptoir_cli_day_check (arguments->from, "--from", error)
         && comptoir_cli_day_check (arguments->to, "--to", error);
}

static gboolean
check_day (const Arguments *arguments, guint reports, GError **error)
{
  if (arguments->folder != NULL || arguments->replace)
    return set_wrong_use (error, _ ("A folder is for a period: give it with --from and --to."));
  if (!comptoir_cli_day_check (arguments->date, "--date", error))
    return FALSE;
  return (reports & (reports - 1)) == 0
         || set_wrong_use (error,
                           _ ("Give a single --format for a day, or a period and a folder."));
}

static gboolean
export_period (ComptoirCliSession *session,
               const Arguments *arguments,
               ComptoirSales *sales,
               guint reports,
               GError **error)
{
  GDate first, last;

  comptoir_cli_day_get (arguments->from, sales, &first);
  comptoir_cli_day_get (arguments->to, sales, &last);
  if (g_date_compare (&first, &last) > 0)
    return set_wrong_use (error, _ ("The period ends before it begins."));
  return comptoir_cli_period_export (
      session, sales, &first, &last, reports, arguments->folder,
      arguments->replace ? COMPTOIR_EXISTING_REPLACE : COMPTOIR_EXISTING_KEEP, error);
}

static gboolean
write_report (ComptoirCliSession *session,
              const Arguments *arguments,
              ComptoirSales *sales,
              guint reports,
              GError **error)
{
  KashClient *client = comptoir_shop_get_client (comptoir_sales_get_shop (sales));
  g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open (arguments->output, error);
  KashReport report = (KashReport) g_bit_nth_lsf (reports, -1);
  GDate day;

  comptoir_cli_day_get (arguments->date, sales, &day);
  return output != NULL
         && comptoir_cli_download_report (session, client, report, &day, write_bytes, output, error)
         && comptoir_cli_output_finish (output, error);
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

static gboolean
run (ComptoirCliSession *session, const Arguments *arguments, GError **error)
{
  gboolean is_period = arguments->from != NULL || arguments->to != NULL;
  g_autoptr (ComptoirShop) shop = NULL;
  g_autoptr (ComptoirSales) sales = NULL;
  gboolean done;
  guint reports;

  if (is_period
          ? !check_period (arguments, error) || !read_formats (arguments->formats, &reports, error)
          : !read_formats (arguments->formats, &reports, error)
                || !check_day (arguments, reports, error))
    return FALSE;
  shop = comptoir_cli_account_open_shop (session, error);
  if (shop == NULL)
    return FALSE;
  sales = comptoir_sales_new (shop);
  done = is_period ? export_period (session, arguments, sales, reports, error)
                   : write_report (session, arguments, sales, reports, error);
  if (comptoir_shop_get_store (shop) != NULL)
    comptoir_store_flush (comptoir_shop_get_store (shop));
  return done;
}

/**
 * comptoir_cli_report:
 *
 * Writes the sales report of a day as the service gives it, byte for byte; or the reports of a
 * period, file by file, into a folder.
 */
gboolean
comptoir_cli_report (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_auto (Arguments) given = { NULL };
  g_autofree char *description = NULL;
  const GOptionEntry entries[] = {
    { "date", 'd', 0, G_OPTION_ARG_STRING, &given.date,
      N_ ("The day of the sales: YYYY-MM-DD, today or yesterday"), N_ ("DAY") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &given.from, N_ ("The first day of a period"),
      N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &given.to, N_ ("The last day of a period"), N_ ("DAY") },
    { "format", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &given.formats,
      N_ ("The form of the report; of a period, also several with commas"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("Write to a file"), N_ ("FILE") },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &given.folder,
      N_ ("Write the reports of a period to a folder"), N_ ("FOLDER") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &given.replace,
      N_ ("Replace files that are in the folder already"), NULL },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  description = describe_reports ();
  return comptoir_cli_session_parse (
             session, "report",
             _ ("Gets the sales report of a day and writes it as it came, or the reports of a "
                "period into a folder."),
             description, entries, arguments, error)
         && run (session, &given, error);
}
