/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-download.h"
#include "comptoir-cli-output.h"

#include <glib/gi18n-lib.h>

static gboolean
write_bytes (const char *data, gsize length, gpointer user_data, GError **error)
{
  return comptoir_cli_output_write (user_data, data, length, error);
}

static gboolean
find_format (const char *name, KashFormat *format, GError **error)
{
  *format = KASH_FORMAT_JSON;
  if (name == NULL || kash_format_from_name (name, format))
    return TRUE;
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                       _ ("The format is one of json, csv and html."));
  return FALSE;
}

/**
 * comptoir_cli_list:
 *
 * Writes a list as the service gives it, byte for byte.
 */
gboolean
comptoir_cli_list (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *description = NULL;
  g_autoptr (ComptoirCliOutput) output = NULL;
  KashResource resource;
  KashFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_ ("json (as usual), csv or html"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Write to a file"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, N_ ("LIST") },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  description = comptoir_cli_download_describe_resources ();
  if (!comptoir_cli_session_parse (session, "list",
                                   _ ("Gets a list from the service and writes it as it came."),
                                   description, entries, arguments, error)
      || !comptoir_cli_download_find_resource (names, &resource, error)
      || !find_format (format_name, &format, error))
    return FALSE;
  output = comptoir_cli_output_open (path, error);
  return output != NULL
         && comptoir_cli_download_resource (session, resource, format, write_bytes, output, error)
         && comptoir_cli_output_finish (output, error);
}
