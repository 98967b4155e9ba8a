/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-document.h"

#include <gio/gunixfdlist.h>
#include <math.h>
#include <unistd.h>

#include "comptoir-pdf-memory.h"

/* What is asked of an open document, page by page. The replies aren't trusted: a helper may have
 * been taken over by the file that it reads. */

static GArray *
read_places (GVariantIter *iter)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  double x1, y1, x2, y2;

  while (g_variant_iter_next (iter, "(dddd)", &x1, &y1, &x2, &y2))
    {
      graphene_rect_t place;

      if (!isfinite (x1) || !isfinite (y1) || !isfinite (x2) || !isfinite (y2))
        continue;
      graphene_rect_init (&place, (float) x1, (float) y1, (float) (x2 - x1), (float) (y2 - y1));
      graphene_rect_normalize (&place);
      g_array_append_val (places, place);
    }

  return places;
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  gsize *size = g_task_get_task_data (task);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GUnixFDList) files = NULL;
  GBytes *pixels = NULL;
  GError *error = NULL;
  int handle, fd = -1;

  reply = comptoir_pdf_channel_call_finish (COMPTOIR_PDF_CHANNEL (source), result, &files, &error);
  if (reply != NULL && files == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "No pixels came");
  else if (reply != NULL)
    {
      g_variant_get (reply, "(h)", &handle);
      if (handle >= 0 && handle < g_unix_fd_list_get_length (files))
        fd = g_unix_fd_list_get (files, handle, &error);
      else
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "No such pixels");
    }
  if (fd >= 0)
    {
      pixels = comptoir_pdf_memory_read (fd, *size, &error);
      close (fd);
    }
  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  GError *error = NULL;

  reply = comptoir_pdf_channel_call_finish (COMPTOIR_PDF_CHANNEL (source), result, NULL, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_variant_get (reply, "(a(dddd))", &iter);
  g_task_return_pointer (task, read_places (iter), (GDestroyNotify) g_array_unref);
}

static void
on_selected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  GError *error = NULL;
  char *text;

  reply = comptoir_pdf_channel_call_finish (COMPTOIR_PDF_CHANNEL (source), result, NULL, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_variant_get (reply, "(sa(dddd))", &text, &iter);
  g_task_set_task_data (task, text, g_free);
  g_task_return_pointer (task, read_places (iter), (GDestroyNotify) g_array_unref);
}

/**
 * comptoir_pdf_document_render_async:
 * @self: a document
 * @page: from 0
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 * @printing: whether it is for paper
 * @priority: how urgent it is
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Has a page drawn on white. More than %COMPTOIR_PDF_MAX_PIXELS are refused.
 */
void
comptoir_pdf_document_render_async (ComptoirPdfDocument *self,
                                    guint page,
                                    guint width,
                                    guint height,
                                    gboolean printing,
                                    ComptoirPdfPriority priority,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;
  gsize *size;

  g_return_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self));
  g_return_if_fail (width > 0 && height > 0);

  size = g_new (gsize, 1);
  *size = (gsize) width * height * 4;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_document_render_async);
  g_task_set_task_data (task, size, g_free);
  comptoir_pdf_channel_call_async (comptoir_pdf_document_get_channel (self), "Render",
                                   g_variant_new ("(uuub)", page, width, height, printing), "(h)",
                                   -1, (int) priority, cancellable, on_rendered, task);
}

/**
 * comptoir_pdf_document_render_finish:
 * @self: a document
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable): the pixels, as %GDK_MEMORY_DEFAULT, rows without gaps
 */
GBytes *
comptoir_pdf_document_render_finish (ComptoirPdfDocument *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_pdf_document_find_async:
 * @self: a document
 * @page: from 0
 * @text: what to find, whatever its case and accents
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Finds a text on one page.
 */
void
comptoir_pdf_document_find_async (ComptoirPdfDocument *self,
                                  guint page,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_document_find_async);
  comptoir_pdf_channel_call_async (comptoir_pdf_document_get_channel (self), "Find",
                                   g_variant_new ("(us)", page, text), "(a(dddd))", -1,
                                   COMPTOIR_PDF_PRIORITY_FIND, cancellable, on_found, task);
}

/**
 * comptoir_pdf_document_find_finish:
 * @self: a document
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable) (element-type graphene_rect_t): the places of the matches
 */
GArray *
comptoir_pdf_document_find_finish (ComptoirPdfDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_pdf_document_select_async:
 * @self: a document
 * @page: from 0
 * @from: where the text begins
 * @to: where it ends, in reading order
 * @style: whether words and lines are taken whole
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Gets the text between two points of a page, and what to mark as selected for it.
 */
void
comptoir_pdf_document_select_async (ComptoirPdfDocument *self,
                                    guint page,
                                    const graphene_point_t *from,
                                    const graphene_point_t *to,
                                    ComptoirPdfStyle style,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_PDF_DOCUMENT (self));
  g_return_if_fail (from != NULL && to != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_document_select_async);
  comptoir_pdf_channel_call_async (
      comptoir_pdf_document_get_channel (self), "Select",
      g_variant_new ("(u(dddd)u)", page, (double) from->x, (double) from->y, (double) to->x,
                     (double) to->y, style),
      "(sa(dddd))", -1, COMPTOIR_PDF_PRIORITY_SELECTION, cancellable, on_selected, task);
}

/**
 * comptoir_pdf_document_select_finish:
 * @self: a document
 * @result: from the callback
 * @text: (out) (optional) (transfer full): the text
 *
 * Returns: (transfer full) (nullable) (element-type graphene_rect_t): what to mark
 */
GArray *
comptoir_pdf_document_select_finish (ComptoirPdfDocument *self,
                                     GAsyncResult *result,
                                     char **text,
                                     GError **error)
{
  GArray *places;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  places = g_task_propagate_pointer (G_TASK (result), error);
  if (places != NULL && text != NULL)
    *text = g_strdup (g_task_get_task_data (G_TASK (result)));

  return places;
}
