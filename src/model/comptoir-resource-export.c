/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-export.h"

typedef struct
{
  GFile *file;
  ComptoirExportProgress progress;
  gpointer progress_data;

  GCancellable *cancellable;
  gulong cancelled_id;
  GCancellable *download; /* stops the download when the disk fails */
  GQueue chunks;          /* (element-type GBytes): received and not yet written */
  GOutputStream *stream;
  gboolean writing;
  gboolean downloaded;
  GError *error;
} Export;

static void write_next (GTask *task);

static void
export_free (gpointer data)
{
  Export *export = data;

  g_cancellable_disconnect (export->cancellable, export->cancelled_id);
  g_clear_object (&export->cancellable);
  g_clear_object (&export->file);
  g_clear_object (&export->download);
  g_queue_clear_full (&export->chunks, (GDestroyNotify) g_bytes_unref);
  g_clear_object (&export->stream);
  g_clear_error (&export->error);
  g_free (export);
}

static void
fail (GTask *task, GError *error)
{
  Export *export = g_task_get_task_data (task);

  if (export->error == NULL)
    export->error = error;
  else
    g_error_free (error);
  g_cancellable_cancel (export->download);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error);
  if (export->error != NULL)
    g_task_return_error (task, g_steal_pointer (&export->error));
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* GIO writes beside the file and takes its place when closed; closing with a cancelled cancellable
 * leaves the file as it was. */
static void
finish (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  g_autoptr (GCancellable) discard = NULL;

  if (export->stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&export->error));
      g_object_unref (task);
      return;
    }
  if (export->error != NULL)
    {
      discard = g_cancellable_new ();
      g_cancellable_cancel (discard);
    }
  g_output_stream_close_async (export->stream, G_PRIORITY_DEFAULT, discard, on_closed, task);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  export->writing = FALSE;
  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    fail (task, g_steal_pointer (&error));
  g_bytes_unref (g_queue_pop_head (&export->chunks));
  write_next (task);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GFileOutputStream *stream = g_file_replace_finish (G_FILE (source), result, &error);

  export->writing = FALSE;
  if (stream == NULL)
    fail (task, g_steal_pointer (&error));
  else
    export->stream = G_OUTPUT_STREAM (stream);
  write_next (task);
}

/* The next thing to do once nothing is under way: open, write, close, or wait for more. */
static void
write_next (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  GBytes *chunk = g_queue_peek_head (&export->chunks);

  if (export->writing)
    return;
  if (export->error == NULL && export->stream == NULL && (chunk != NULL || export->downloaded))
    {
      export->writing = TRUE;
      g_file_replace_async (export->file, NULL, FALSE,
                            G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                            G_PRIORITY_DEFAULT, NULL, on_opened, task);
    }
  else if (export->error == NULL && chunk != NULL)
    {
      gsize length;
      const void *data = g_bytes_get_data (chunk, &length);

      export->writing = TRUE;
      g_output_stream_write_all_async (export->stream, data, length, G_PRIORITY_DEFAULT,
                                       export->download, on_written, task);
    }
  else if (export->downloaded)
    finish (task);
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);

  if (export->error != NULL)
    return;
  g_queue_push_tail (&export->chunks, g_bytes_ref (data));
  if (export->progress != NULL)
    export->progress (received, expected, export->progress_data);
  write_next (task);
}

static void
on_downloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = NULL;

  reply = kash_client_download_resource_finish (KASH_CLIENT (source), result, &error);
  export->downloaded = TRUE;
  if (reply == NULL)
    fail (task, g_steal_pointer (&error));
  write_next (task);
}

static void
on_cancelled (GCancellable *cancellable, gpointer download)
{
  g_cancellable_cancel (download);
}

/**
 * comptoir_resource_export_async:
 * @client: the shop's client
 * @resource: what to download
 * @format: in which of the service's own forms
 * @file: where to; replaced when it exists, and only by a whole reply
 * @progress: (nullable) (scope notified): called as bytes come in
 *
 * Downloads a resource afresh into a file, byte by byte as the service sends it, without holding
 * it in memory. Nothing half-written is ever seen under the name of @file.
 */
void
comptoir_resource_export_async (KashClient *client,
                                KashResource resource,
                                KashFormat format,
                                GFile *file,
                                ComptoirExportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (KASH_IS_CLIENT (client));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_resource_export_async);
  g_task_set_check_cancellable (task, FALSE);

  export = g_new0 (Export, 1);
  export->file = g_object_ref (file);
  export->progress = progress;
  export->progress_data = progress_data;
  export->download = g_cancellable_new ();
  g_queue_init (&export->chunks);
  g_task_set_task_data (task, export, export_free);
  if (g_set_object (&export->cancellable, cancellable))
    export->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                  g_object_ref (export->download), g_object_unref);

  kash_client_download_resource_async (client, resource, format, on_data, task, NULL,
                                       export->download, on_downloaded, task);
}

/**
 * comptoir_resource_export_finish:
 *
 * Returns: whether the file now holds the whole reply. Errors: %KASH_ERROR, or %G_IO_ERROR from
 *   the disk or %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_resource_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_resource_export_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
