/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-print.h"

#include <math.h>

/* Dots an inch: fine enough for small print, and A4 takes 35 MB at a time. */
#define RESOLUTION 300.0

static const cairo_user_data_key_t pixels_key;

/* A page on its way to the paper. */
typedef struct
{
  GtkPrintOperation *operation;
  cairo_t *cr;
  double x, y, width, height; /* points on the paper */
  guint pixel_width;
  guint pixel_height;
} Sheet;

static void
sheet_free (Sheet *sheet)
{
  cairo_destroy (sheet->cr);
  g_object_unref (sheet->operation);
  g_free (sheet);
}

static void
put_pixels (Sheet *sheet, GBytes *pixels)
{
  cairo_surface_t *surface;

  /* It is only read from. */
  surface = cairo_image_surface_create_for_data (
      (unsigned char *) g_bytes_get_data (pixels, NULL), CAIRO_FORMAT_ARGB32,
      (int) sheet->pixel_width, (int) sheet->pixel_height, (int) sheet->pixel_width * 4);
  cairo_surface_set_user_data (surface, &pixels_key, g_bytes_ref (pixels),
                               (cairo_destroy_func_t) g_bytes_unref);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, sheet->x, sheet->y);
  cairo_scale (sheet->cr, sheet->width / sheet->pixel_width, sheet->height / sheet->pixel_height);
  cairo_set_source_surface (sheet->cr, surface, 0, 0);
  cairo_paint (sheet->cr);
  cairo_restore (sheet->cr);
  cairo_surface_destroy (surface);
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sheet *sheet = user_data;
  g_autoptr (GBytes) pixels = NULL;

  pixels = comptoir_pdf_document_render_finish (COMPTOIR_PDF_DOCUMENT (source), result, NULL);
  if (pixels != NULL)
    put_pixels (sheet, pixels);
  else
    gtk_print_operation_cancel (sheet->operation);
  gtk_print_operation_draw_page_finish (sheet->operation);
  sheet_free (sheet);
}

/* As large as on the original where the paper allows, in the middle of it. */
static void
place_on_paper (Sheet *sheet, const graphene_size_t *size, double paper_width, double paper_height)
{
  double scale = MIN (1, MIN (paper_width / size->width, paper_height / size->height));

  sheet->width = size->width * scale;
  sheet->height = size->height * scale;
  sheet->x = (paper_width - sheet->width) / 2;
  sheet->y = (paper_height - sheet->height) / 2;
}

static void
choose_pixels (Sheet *sheet)
{
  double dots = RESOLUTION / 72;
  double most = sqrt (COMPTOIR_PDF_MAX_PIXELS / (sheet->width * sheet->height)) * 0.99;

  dots = MIN (dots, most);
  sheet->pixel_width = (guint) MAX (1, lround (sheet->width * dots));
  sheet->pixel_height = (guint) MAX (1, lround (sheet->height * dots));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              ComptoirPdfDocument *document)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->operation = g_object_ref (operation);
  sheet->cr = cairo_reference (gtk_print_context_get_cairo_context (context));
  place_on_paper (sheet, comptoir_pdf_document_get_size (document, (guint) page),
                  gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  choose_pixels (sheet);
  gtk_print_operation_set_defer_drawing (operation);
  comptoir_pdf_document_render_async (document, (guint) page, sheet->pixel_width,
                                      sheet->pixel_height, TRUE, COMPTOIR_PDF_PRIORITY_PRINT, NULL,
                                      on_rendered, sheet);
}

/* Pages on their side are printed on paper on its side. */
static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       ComptoirPdfDocument *document)
{
  const graphene_size_t *size = comptoir_pdf_document_get_size (document, (guint) page);

  gtk_page_setup_set_orientation (setup, size->width > size->height
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/**
 * comptoir_pdf_print_new:
 * @document: a document
 * @title: (nullable): what the print job is called
 * @page: the current page, from 1
 *
 * Makes a print job of a document, whose pages the helper draws at 300 dots an inch, one at a
 * time. When the helper ends, the job is cancelled.
 *
 * Returns: (transfer full): an operation to run
 */
GtkPrintOperation *
comptoir_pdf_print_new (ComptoirPdfDocument *document, const char *title, guint page)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (document), NULL);
  g_return_val_if_fail (page >= 1 && page <= comptoir_pdf_document_get_n_pages (document), NULL);

  operation = gtk_print_operation_new ();
  if (title != NULL)
    gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) comptoir_pdf_document_get_n_pages (document));
  gtk_print_operation_set_current_page (operation, (int) page - 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), document, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (on_request_page_setup),
                           document, 0);
  g_object_set_data_full (G_OBJECT (operation), "comptoir-pdf-document", g_object_ref (document),
                          g_object_unref);

  return operation;
}
