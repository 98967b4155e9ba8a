/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-reader.h"

#include "comptoir-table-reader.h"

typedef struct
{
  GBytes *fec;        /* (nullable) */
  GBytes *csv;        /* (nullable) */
  char *total_column; /* (nullable) */
} Reports;

static void
reports_free (gpointer data)
{
  Reports *reports = data;

  g_clear_pointer (&reports->fec, g_bytes_unref);
  g_clear_pointer (&reports->csv, g_bytes_unref);
  g_free (reports->total_column);
  g_free (reports);
}

static ComptoirTable *
read_table (GBytes *csv, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (csv, &length);

  return comptoir_table_read (NULL, data != NULL ? data : "", length, COMPTOIR_TABLE_FORMAT_CSV,
                              error);
}

static ComptoirSalesSummary *
read_fec (const Reports *reports, GError **error)
{
  g_autoptr (ComptoirFec) fec = comptoir_fec_read (reports->fec, NULL, error);
  g_autoptr (ComptoirTable) table = NULL;
  ComptoirSalesSummary *summary;

  if (fec == NULL)
    return NULL;
  summary = comptoir_sales_summary_from_fec (fec);
  if (reports->csv != NULL)
    table = read_table (reports->csv, NULL);
  if (table != NULL)
    comptoir_sales_summary_add_csv (summary, table);
  return summary;
}

static ComptoirSalesSummary *
read_csv (const Reports *reports, GError **error)
{
  g_autoptr (ComptoirTable) table = read_table (reports->csv, error);

  return table != NULL ? comptoir_sales_summary_from_csv (table, reports->total_column, error)
                       : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Reports *reports = task_data;
  ComptoirSalesSummary *summary = NULL;
  g_autoptr (GError) error = NULL;

  if (reports->fec != NULL)
    summary = read_fec (reports, &error);
  if (summary == NULL && reports->csv != NULL)
    {
      g_clear_error (&error);
      summary = read_csv (reports, &error);
    }
  if (summary != NULL)
    g_task_return_pointer (task, summary, (GDestroyNotify) comptoir_sales_summary_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * comptoir_sales_reader_read_async:
 * @fec: (nullable): the day's accounting entries
 * @csv: (nullable): the day's CSV; one of the two must be there
 * @total_column: (nullable): the CSV's column of totals, %NULL guesses
 *
 * Computes the figures of a day: from the FEC, with what only the CSV can tell; from the CSV alone
 * where there is no FEC, or none that can be read.
 */
void
comptoir_sales_reader_read_async (GBytes *fec,
                                  GBytes *csv,
                                  const char *total_column,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reports *reports;

  g_return_if_fail (fec != NULL || csv != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sales_reader_read_async);
  reports = g_new0 (Reports, 1);
  reports->fec = fec != NULL ? g_bytes_ref (fec) : NULL;
  reports->csv = csv != NULL ? g_bytes_ref (csv) : NULL;
  reports->total_column = g_strdup (total_column);
  g_task_set_task_data (task, reports, reports_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * comptoir_sales_reader_read_finish:
 * @error: %COMPTOIR_FORMAT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the figures
 */
ComptoirSalesSummary *
comptoir_sales_reader_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_sales_reader_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
