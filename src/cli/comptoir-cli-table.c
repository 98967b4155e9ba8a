/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-download.h"
#include "comptoir-cli-output.h"
#include "comptoir-csv-writer.h"
#include "comptoir-table-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)

static gboolean
feed (const char *data, gsize length, gpointer user_data, GError **error)
{
  return comptoir_table_reader_feed (user_data, data, length, error);
}

static gboolean
feed_file (int fd, const char *path, ComptoirTableReader *reader, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK_SIZE);

  while (TRUE)
    {
      gssize n = read (fd, buffer, CHUNK_SIZE);

      if (n == 0)
        return TRUE;
      if (n > 0 && !comptoir_table_reader_feed (reader, buffer, n, error))
        return FALSE;
      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_INPUT, _ ("Can’t read %s: %s"),
                       path, g_strerror (errno));
          return FALSE;
        }
    }
}

static gboolean
read_file (const char *path, ComptoirTableReader *reader, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gboolean done;
  int fd;

  if (g_str_equal (path, "-"))
    return feed_file (STDIN_FILENO, _ ("the standard input"), reader, error);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    {
      /* Translators: the first %s is a file's name, the second why it can't be read. */
      g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_INPUT, _ ("Can’t read %s: %s"),
                   name, g_strerror (errno));
      return FALSE;
    }
  done = feed_file (fd, name, reader, error);
  close (fd);
  return done;
}

/* A service that is asked for JSON and sends something else has not sent a table; a file may be
 * either. */
static ComptoirTable *
read_table (ComptoirCliSession *session, const char *file, char **names, GError **error)
{
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (ComptoirTableReader) reader = NULL;
  KashResource resource;
  gboolean done;

  if (file == NULL && !comptoir_cli_download_find_resource (names, &resource, error))
    return NULL;
  table = comptoir_table_new (file == NULL ? kash_resource_get_name (resource) : NULL);
  reader = comptoir_table_reader_new (table, file == NULL ? COMPTOIR_TABLE_FORMAT_JSON
                                                          : COMPTOIR_TABLE_FORMAT_AUTO);
  if (file != NULL)
    done = read_file (file, reader, error);
  else
    done
        = comptoir_cli_download_resource (session, resource, KASH_FORMAT_JSON, feed, reader, error);
  if (!done || !comptoir_table_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&table);
}

static gboolean
flush (GString *csv, ComptoirCliOutput *output, GError **error)
{
  if (!comptoir_cli_output_write (output, csv->str, csv->len, error))
    return FALSE;
  g_string_truncate (csv, 0);
  return TRUE;
}

/* The header names every column of the table, so it is known only after the last row was read. */
static gboolean
write_table (ComptoirTable *table, ComptoirCliOutput *output, GError **error)
{
  guint n_columns = comptoir_table_get_n_columns (table);
  guint n_rows = comptoir_table_get_n_rows (table);
  g_autofree guint *columns = g_new (guint, n_columns);
  g_autoptr (GString) csv = g_string_sized_new (2 * CHUNK_SIZE);

  if (n_columns == 0)
    return TRUE;
  for (guint i = 0; i < n_columns; i++)
    columns[i] = i;
  comptoir_csv_append_header (csv, table, columns, n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      comptoir_csv_append_row (csv, table, row, columns, n_columns);
      if (csv->len >= CHUNK_SIZE && !flush (csv, output, error))
        return FALSE;
    }
  return flush (csv, output, error);
}

static gboolean
check_source (const char *file, char **names, GError **error)
{
  if ((file != NULL) != (names != NULL))
    return TRUE;
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                       _ ("Name either a list or a file, see --help."));
  return FALSE;
}

/**
 * comptoir_cli_table:
 *
 * Writes a list or a file, as this program reads it, as CSV (RFC 4180, UTF-8, with a header).
 */
gboolean
comptoir_cli_table (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *description = NULL;
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (ComptoirCliOutput) output = NULL;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Read a JSON or CSV file instead of a list"),
      N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Write to a file"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, N_ ("LIST") },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  description = comptoir_cli_download_describe_resources ();
  if (!comptoir_cli_session_parse (session, "table",
                                   _ ("Reads a list, or a file, and writes it as CSV."),
                                   description, entries, arguments, error)
      || !check_source (file, names, error))
    return FALSE;
  table = read_table (session, file, names, error);
  if (table == NULL)
    return FALSE;
  output = comptoir_cli_output_open (path, error);
  return output != NULL && write_table (table, output, error)
         && comptoir_cli_output_finish (output, error);
}
