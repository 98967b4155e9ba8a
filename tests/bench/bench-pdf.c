/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF's first page as the preview has it drawn: its helper process started, limited and asked.
 *   bench-pdf FILE DPI */

#include "comptoir-pdf-document.h"

typedef struct
{
  double scale;
  ComptoirPdfDocument *document;
  gboolean done;
} Page;

static void
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
on_rendered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Page *page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels
      = comptoir_pdf_document_render_finish (COMPTOIR_PDF_DOCUMENT (object), result, &error);

  if (pixels == NULL)
    fail (error);
  page->done = TRUE;
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Page *page = user_data;
  g_autoptr (GError) error = NULL;
  const graphene_size_t *size;

  page->document = comptoir_pdf_document_open_finish (result, &error);
  if (page->document == NULL)
    fail (error);
  size = comptoir_pdf_document_get_size (page->document, 0);
  comptoir_pdf_document_render_async (page->document, 0, (guint) (size->width * page->scale),
                                      (guint) (size->height * page->scale), FALSE,
                                      COMPTOIR_PDF_PRIORITY_VISIBLE, NULL, on_rendered, page);
}

int
main (int argc, char **argv)
{
  Page page = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize length;
  gint64 begin;

  if (argc != 3)
    {
      g_printerr ("bench-pdf FILE DPI\n");
      return 2;
    }
  if (!g_file_get_contents (argv[1], &data, &length, &error))
    fail (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  page.scale = g_ascii_strtod (argv[2], NULL) / 72;
  begin = g_get_monotonic_time ();
  comptoir_pdf_document_open_async (bytes, NULL, on_opened, &page);
  while (!page.done)
    g_main_context_iteration (NULL, TRUE);
  g_print ("{\"wall\": %.1f}\n", (double) (g_get_monotonic_time () - begin) / 1e3);
  g_object_unref (page.document);
  return EXIT_SUCCESS;
}
