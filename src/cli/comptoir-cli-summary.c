/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-account.h"
#include "comptoir-cli-day.h"
#include "comptoir-cli-output.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define STANDARD_INPUT "-"

static GBytes *
read_stream (GInputStream *stream, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_filename_display_name (path);
  GBytes *bytes = NULL;

  if (g_str_equal (path, STANDARD_INPUT))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      file = g_file_new_for_path (path);
      stream = G_INPUT_STREAM (g_file_read (file, NULL, &cause));
    }
  if (stream != NULL)
    bytes = read_stream (stream, &cause);
  if (bytes == NULL)
    /* Translators: the first %s is a file's name, the second why it can't be read. */
    g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_INPUT, _ ("Can’t read %s: %s"), name,
                 cause->message);
  return bytes;
}

/* The name is a rule of its own: SIREN + FEC + date. */
static ComptoirSalesSummary *
summarize_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (path, error);
  g_autoptr (ComptoirFec) fec = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;
  if (!g_str_equal (path, STANDARD_INPUT))
    name = g_path_get_basename (path);
  fec = comptoir_fec_read (bytes, name, error);
  return fec != NULL ? comptoir_sales_summary_from_fec (fec) : NULL;
}

static ComptoirSalesSummary *
summarize_day (ComptoirCliSession *session, const char *date, GError **error)
{
  g_autoptr (ComptoirShop) shop = comptoir_cli_account_open_shop (session, error);
  g_autoptr (ComptoirSales) sales = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ComptoirSalesSummary *summary;
  GDate day;

  if (shop == NULL)
    return NULL;
  sales = comptoir_sales_new (shop);
  comptoir_cli_day_get (date, sales, &day);
  comptoir_sales_load_summary_async (sales, &day, FALSE, session->cancellable,
                                     comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  summary = comptoir_sales_load_summary_finish (sales, result, error);
  if (comptoir_shop_get_store (shop) != NULL)
    comptoir_store_flush (comptoir_shop_get_store (shop));
  return summary;
}

static gboolean
write_summary (const ComptoirSalesSummary *summary, const char *path, GError **error)
{
  g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open (path, error);
  g_autofree char *json = NULL;
  g_autofree char *line = NULL;

  if (output == NULL)
    return FALSE;
  json = comptoir_sales_summary_to_json (summary);
  line = g_strconcat (json, "\n", NULL);
  return comptoir_cli_output_write (output, line, strlen (line), error)
         && comptoir_cli_output_finish (output, error);
}

/**
 * comptoir_cli_summary:
 *
 * Writes the figures of a day, or of an accounting entries file, as JSON. Amounts are decimal
 * strings.
 */
gboolean
comptoir_cli_summary (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  const GOptionEntry entries[] = {
    { "date", 'd', 0, G_OPTION_ARG_STRING, &date,
      N_ ("The day of the sales: YYYY-MM-DD, today or yesterday"), N_ ("DAY") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("Read an accounting entries file (FEC) instead of asking the service"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Write to a file"), N_ ("FILE") },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  if (!comptoir_cli_session_parse (session, "summary",
                                   _ ("Writes the figures of a day of sales as JSON."), NULL,
                                   entries, arguments, error))
    return FALSE;
  if ((date != NULL) == (file != NULL))
    {
      g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                           _ ("Give either --date or --file."));
      return FALSE;
    }
  if (date != NULL && !comptoir_cli_day_check (date, "--date", error))
    return FALSE;
  summary = file != NULL ? summarize_file (file, error) : summarize_day (session, date, error);
  return summary != NULL && write_summary (summary, path, error);
}
