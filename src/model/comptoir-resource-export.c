/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-export.h"

#include "comptoir-whole-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  ComptoirExportProgress progress;
  gpointer progress_data;

  GCancellable *cancellable;
  gulong cancelled_id;
  GCancellable *download;  /* stops the download when the disk fails */
  GPtrArray *chunks;       /* (element-type GBytes): received and not yet written */
  ComptoirWholeFile *file; /* (nullable): the worker's while there is one */
  gboolean writing;
  gboolean downloaded;
  gboolean finished;
  GError *error;
} Export;

/* What a worker thread does at a time. */
typedef struct
{
  Export *export; /* unowned: it waits */
  GPtrArray *chunks;
  gboolean last;
} Batch;

static void go_on (GTask *task);

static void
export_free (gpointer data)
{
  Export *export = data;

  g_cancellable_disconnect (export->cancellable, export->cancelled_id);
  g_clear_object (&export->cancellable);
  g_clear_object (&export->download);
  g_clear_pointer (&export->chunks, g_ptr_array_unref);
  g_clear_pointer (&export->file, comptoir_whole_file_free);
  g_clear_error (&export->error);
  g_free (export->path);
  g_free (export);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->chunks);
  g_free (batch);
}

static GPtrArray *
chunks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
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

static gboolean
write_batch (Batch *batch, GError **error)
{
  Export *export = batch->export;

  if (export->file == NULL)
    {
      comptoir_whole_file_clear_away (export->path);
      export->file = comptoir_whole_file_new (export->path, 0600, error);
    }
  if (export->file == NULL)
    return FALSE;
  for (guint i = 0; i < batch->chunks->len; i++)
    {
      gsize length;
      const void *data = g_bytes_get_data (g_ptr_array_index (batch->chunks, i), &length);

      if (!comptoir_whole_file_write (export->file, data, length, error))
        return FALSE;
    }
  return !batch->last || comptoir_whole_file_finish (export->file, TRUE, error);
}

static void
write_in_thread (GTask *writing, gpointer source, gpointer batch, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_batch (batch, &error))
    g_task_return_boolean (writing, TRUE);
  else
    g_task_return_error (writing, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  Batch *batch = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  export->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    fail (task, error);
  else
    export->finished = batch->last;
  go_on (task);
}

static void
write_async (GTask *task, gboolean last)
{
  Export *export = g_task_get_task_data (task);
  g_autoptr (GTask) writing = g_task_new (NULL, NULL, on_written, task);
  Batch *batch = g_new0 (Batch, 1);

  batch->export = export;
  batch->chunks = g_steal_pointer (&export->chunks);
  batch->last = last;
  export->chunks = chunks_new ();
  export->writing = TRUE;
  g_task_set_source_tag (writing, write_async);
  g_task_set_task_data (writing, batch, batch_free);
  g_task_run_in_thread (writing, write_in_thread);
}

/* The next thing to do once nothing is under way: write what came, end, or wait for more. */
static void
go_on (GTask *task)
{
  Export *export = g_task_get_task_data (task);

  if (export->writing)
    return;
  if (export->error == NULL && !export->finished && (export->chunks->len > 0 || export->downloaded))
    {
      write_async (task, export->downloaded);
      return;
    }
  if (!export->downloaded)
    return;
  g_clear_pointer (&export->file, comptoir_whole_file_free);
  if (export->error != NULL)
    g_task_return_error (task, g_steal_pointer (&export->error));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);

  if (export->error != NULL)
    return;
  g_ptr_array_add (export->chunks, g_bytes_ref (data));
  if (export->progress != NULL)
    export->progress (received, expected, export->progress_data);
  go_on (task);
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
  go_on (task);
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
 * @file: where to, on this computer; replaced when it exists, and only by a whole reply
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
  export->path = g_file_get_path (file);
  export->progress = progress;
  export->progress_data = progress_data;
  export->download = g_cancellable_new ();
  export->chunks = chunks_new ();
  g_task_set_task_data (task, export, export_free);
  if (export->path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("Choose a folder on this computer."));
      g_object_unref (task);
      return;
    }
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
 *   the disk, %G_IO_ERROR_NOT_SUPPORTED where it isn't on this computer, or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_resource_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_resource_export_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
