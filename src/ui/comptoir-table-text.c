/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-text.h"

#include "comptoir-csv-writer.h"
#include "comptoir-display.h"

/* Rows written between two looks at the clock, and the time one turn may take, in microseconds:
 * half a frame, so that 100,000 rows don't hold the window up. */
#define ROWS_A_STEP 50
#define TURN_TIME   (8 * 1000)

typedef struct
{
  ComptoirShop *shop;
  ComptoirTable *table;
  GArray *rows;
  GArray *columns;
  ComptoirTableTextForm form;
  GString *text;
  guint next;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->shop);
  g_object_unref (job->table);
  g_array_unref (job->rows);
  g_array_unref (job->columns);
  if (job->text != NULL)
    g_string_free (job->text, TRUE);
  g_free (job);
}

static void
append_shown_row (Job *job, guint row)
{
  for (guint i = 0; i < job->columns->len; i++)
    {
      g_autofree char *cell = comptoir_display_cell (job->shop, job->table, row,
                                                     g_array_index (job->columns, guint, i));

      if (i > 0)
        g_string_append_c (job->text, '\t');
      if (cell != NULL)
        g_string_append (job->text, g_strdelimit (cell, "\t\r\n", ' '));
    }
  if (job->rows->len > 1)
    g_string_append_c (job->text, '\n');
}

static gboolean
on_turn (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + TURN_TIME;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  while (job->next < job->rows->len && g_get_monotonic_time () < end)
    for (guint i = 0; i < ROWS_A_STEP && job->next < job->rows->len; i++, job->next++)
      {
        guint row = g_array_index (job->rows, guint, job->next);

        if (job->form == COMPTOIR_TABLE_TEXT_CSV)
          comptoir_csv_append_row (job->text, job->table, row, (guint *) job->columns->data,
                                   job->columns->len);
        else
          append_shown_row (job, row);
      }
  if (job->next < job->rows->len)
    return G_SOURCE_CONTINUE;
  g_task_return_pointer (task, g_string_free_to_bytes (g_steal_pointer (&job->text)),
                         (GDestroyNotify) g_bytes_unref);
  return G_SOURCE_REMOVE;
}

/**
 * comptoir_table_text_async:
 * @shop: (nullable): for references and currency
 * @table: the table the rows are of
 * @rows: (element-type guint): which, in this order
 * @columns: (element-type guint): which fields, in this order
 * @form: how to write them
 *
 * Writes rows as text, in turns short enough for the window to go on. References are only known on
 * the main loop, so no thread is used.
 */
void
comptoir_table_text_async (ComptoirShop *shop,
                           ComptoirTable *table,
                           GArray *rows,
                           GArray *columns,
                           ComptoirTableTextForm form,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (COMPTOIR_IS_TABLE (table));
  g_return_if_fail (rows != NULL && columns != NULL);

  task = g_task_new (table, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_table_text_async);
  job = g_new0 (Job, 1);
  g_set_object (&job->shop, shop);
  job->table = g_object_ref (table);
  job->rows = g_array_ref (rows);
  job->columns = g_array_ref (columns);
  job->form = form;
  job->text = g_string_new (NULL);
  if (form == COMPTOIR_TABLE_TEXT_CSV)
    comptoir_csv_append_header (job->text, table, (guint *) columns->data, columns->len);
  g_task_set_task_data (task, job, job_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_turn, g_steal_pointer (&task), g_object_unref);
}

/**
 * comptoir_table_text_finish:
 *
 * Returns: (transfer full): the text, UTF-8, without a closing NUL. Errors: %G_IO_ERROR_CANCELLED
 */
GBytes *
comptoir_table_text_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_table_text_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
