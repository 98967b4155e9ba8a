/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-spreadsheet.h"

#include <glib/gi18n-lib.h>

#include "comptoir-passing-file.h"
#include "comptoir-table-text.h"

typedef struct
{
  GAppInfo *application;
  GAppLaunchContext *context;
  GFile *file;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->application);
  g_clear_object (&opening->context);
  g_clear_object (&opening->file);
  g_free (opening);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("“%s” could not be started: %s"),
                             g_app_info_get_display_name (G_APP_INFO (source)), error->message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (opening->file);
  GList uris = { uri, NULL, NULL };

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_new_error (task, error->domain, error->code,
                               _ ("The rows could not be put into a file: %s"), error->message);
      return;
    }
  g_app_info_launch_uris_async (opening->application, &uris, opening->context,
                                g_task_get_cancellable (task), on_launched, g_object_ref (task));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = comptoir_table_text_finish (result, &error);

  if (text != NULL)
    {
      g_autofree char *name
          = g_strdup_printf ("%s.csv", comptoir_table_get_resource (COMPTOIR_TABLE (source)));

      opening->file = comptoir_passing_file_create (name, &error);
    }
  if (opening->file == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_file_replace_contents_bytes_async (opening->file, text, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       g_task_get_cancellable (task), on_written,
                                       g_object_ref (task));
}

/**
 * comptoir_spreadsheet_open_async:
 * @parent: a widget of the window that asks
 * @shop: (nullable): for references
 * @rows: (element-type guint): the table's rows, in this order
 * @columns: (element-type guint): its fields, in this order
 *
 * Opens rows in the program that the person has for CSV files.
 */
void
comptoir_spreadsheet_open_async (GtkWidget *parent,
                                 ComptoirShop *shop,
                                 ComptoirTable *table,
                                 GArray *rows,
                                 GArray *columns,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GAppInfo *application;
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_spreadsheet_open_async);
  application = g_app_info_get_default_for_type ("text/csv", TRUE);
  if (application == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("No program for spreadsheets is installed here."));
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->application = application;
  opening->context
      = G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (parent)));
  g_task_set_task_data (task, opening, opening_free);
  comptoir_table_text_async (shop, table, rows, columns, COMPTOIR_TABLE_TEXT_CSV, cancellable,
                             on_text, g_object_ref (task));
}

/**
 * comptoir_spreadsheet_open_finish:
 *
 * Returns: whether the program was started. Errors: %G_IO_ERROR, with a sentence to show
 */
gboolean
comptoir_spreadsheet_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_spreadsheet_open_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
