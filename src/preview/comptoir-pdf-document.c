/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-document.h"

#include <gio/gunixfdlist.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "comptoir-pdf-launch.h"
#include "comptoir-pdf-memory.h"

/* A page larger than the format allows (ISO 32000-1 annex C: 200 inches), or of no size at all,
 * shows as something that can be laid out. */
#define MAX_LENGTH 14400.0
#define A4_WIDTH   595.0f
#define A4_HEIGHT  842.0f

struct _ComptoirPdfDocument
{
  GObject parent_instance;

  ComptoirPdfChannel *channel;
  GArray *sizes; /* graphene_size_t */
};

G_DEFINE_FINAL_TYPE (ComptoirPdfDocument, comptoir_pdf_document, G_TYPE_OBJECT)

static guint failed_signal;

typedef struct
{
  GBytes *bytes;
  int fd;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  if (opening->fd >= 0)
    close (opening->fd);
  g_bytes_unref (opening->bytes);
  g_free (opening);
}

static gboolean
is_length (double length)
{
  return isfinite (length) && length >= 1 && length <= MAX_LENGTH;
}

static GArray *
read_sizes (GVariant *reply)
{
  g_autoptr (GVariantIter) iter = NULL;
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (graphene_size_t));
  double width, height;

  g_variant_get (reply, "(a(dd))", &iter);
  while (g_variant_iter_next (iter, "(dd)", &width, &height))
    {
      graphene_size_t size = GRAPHENE_SIZE_INIT (A4_WIDTH, A4_HEIGHT);

      if (is_length (width) && is_length (height))
        graphene_size_init (&size, (float) width, (float) height);
      g_array_append_val (sizes, size);
    }

  return sizes;
}

static void
on_failed (ComptoirPdfDocument *self, GError *error)
{
  g_signal_emit (self, failed_signal, 0, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirPdfChannel *channel = COMPTOIR_PDF_CHANNEL (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (ComptoirPdfDocument) self = NULL;
  GError *error = NULL;

  reply = comptoir_pdf_channel_call_finish (channel, result, NULL, &error);
  if (reply != NULL)
    {
      sizes = read_sizes (reply);
      if (sizes->len == 0 || sizes->len > COMPTOIR_PDF_MAX_PAGES)
        g_set_error (&error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_NO_PAGES, "%u pages",
                     sizes->len);
    }
  if (error != NULL)
    {
      comptoir_pdf_channel_end (channel);
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (COMPTOIR_TYPE_PDF_DOCUMENT, NULL);
  self->channel = g_object_ref (channel);
  self->sizes = g_steal_pointer (&sizes);
  g_signal_connect_object (channel, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (ComptoirPdfChannel) channel = NULL;
  GError *error = NULL;

  connection = comptoir_pdf_launch_finish (result, &process, &error);
  if (connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  channel = comptoir_pdf_channel_new (connection, process);
  comptoir_pdf_channel_call_async (channel, "Open", g_variant_new ("(h)", 0), "(a(dd))",
                                   g_steal_fd (&opening->fd), COMPTOIR_PDF_PRIORITY_DRAFT,
                                   g_task_get_cancellable (task), on_opened, g_object_ref (task));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    comptoir_pdf_launch_async (g_task_get_cancellable (task), on_launched, g_object_ref (task));
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  gsize size;
  const void *bytes = g_bytes_get_data (opening->bytes, &size);
  GError *error = NULL;
  guint8 *copy;
  int fd = comptoir_pdf_memory_new (size, &copy, &error);

  if (fd >= 0)
    {
      memcpy (copy, bytes, size);
      fd = comptoir_pdf_memory_seal (fd, copy, size, &error);
    }
  if (fd < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  opening->fd = fd;
  g_task_return_boolean (task, TRUE);
}

static void
comptoir_pdf_document_dispose (GObject *object)
{
  ComptoirPdfDocument *self = COMPTOIR_PDF_DOCUMENT (object);

  if (self->channel != NULL)
    comptoir_pdf_channel_end (self->channel);
  g_clear_object (&self->channel);

  G_OBJECT_CLASS (comptoir_pdf_document_parent_class)->dispose (object);
}

static void
comptoir_pdf_document_finalize (GObject *object)
{
  ComptoirPdfDocument *self = COMPTOIR_PDF_DOCUMENT (object);

  g_clear_pointer (&self->sizes, g_array_unref);

  G_OBJECT_CLASS (comptoir_pdf_document_parent_class)->finalize (object);
}

static void
comptoir_pdf_document_class_init (ComptoirPdfDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_pdf_document_dispose;
  object_class->finalize = comptoir_pdf_document_finalize;

  failed_signal = g_signal_new ("failed", COMPTOIR_TYPE_PDF_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
comptoir_pdf_document_init (ComptoirPdfDocument *self)
{
}

/**
 * comptoir_pdf_document_open_async:
 * @bytes: what may be a PDF
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Starts a helper and has it open the file.
 */
void
comptoir_pdf_document_open_async (GBytes *bytes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) copying = NULL;
  Opening *opening;
  gsize size;

  g_return_if_fail (bytes != NULL);

  size = g_bytes_get_size (bytes);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_document_open_async);
  if (size == 0 || size > COMPTOIR_PDF_MAX_FILE)
    {
      g_task_return_new_error (task, COMPTOIR_PDF_ERROR,
                               size == 0 ? COMPTOIR_PDF_ERROR_NO_PAGES
                                         : COMPTOIR_PDF_ERROR_TOO_LARGE,
                               "%" G_GSIZE_FORMAT " bytes", size);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->bytes = g_bytes_ref (bytes);
  opening->fd = -1;
  g_task_set_task_data (task, opening, opening_free);
  copying = g_task_new (NULL, cancellable, on_copied, g_object_ref (task));
  g_task_set_source_tag (copying, copy_in_thread);
  g_task_set_task_data (copying, opening, NULL);
  g_task_run_in_thread (copying, copy_in_thread);
}

/**
 * comptoir_pdf_document_open_finish:
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable): the document; on error %NULL, see
 *   comptoir_pdf_document_explain()
 */
ComptoirPdfDocument *
comptoir_pdf_document_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_pdf_document_close:
 * @self: a document
 *
 * Ends the helper. Calls on their way end with an error; "failed" isn't signalled.
 */
void
comptoir_pdf_document_close (ComptoirPdfDocument *self)
{
  g_return_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self));

  g_signal_handlers_disconnect_by_func (self->channel, on_failed, self);
  comptoir_pdf_channel_end (self->channel);
}

/**
 * comptoir_pdf_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages there are, from 1
 */
guint
comptoir_pdf_document_get_n_pages (ComptoirPdfDocument *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self), 0);

  return self->sizes->len;
}

/**
 * comptoir_pdf_document_get_size:
 * @self: a document
 * @page: from 0
 *
 * Returns: (transfer none): width and height of the page in points, from 1 to 14,400
 */
const graphene_size_t *
comptoir_pdf_document_get_size (ComptoirPdfDocument *self, guint page)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self), NULL);
  g_return_val_if_fail (page < self->sizes->len, NULL);

  return &g_array_index (self->sizes, graphene_size_t, page);
}

/**
 * comptoir_pdf_document_get_channel:
 * @self: a document
 *
 * Returns: (transfer none): the way to its helper
 */
ComptoirPdfChannel *
comptoir_pdf_document_get_channel (ComptoirPdfDocument *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self), NULL);

  return self->channel;
}
