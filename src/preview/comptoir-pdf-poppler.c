/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-poppler.h"

#include <unistd.h>

#include "comptoir-pdf-memory.h"
#include "comptoir-pdf-protocol.h"

/* Poppler gives the places of selected text in whole steps; this makes them small ones. */
#define STEPS_A_POINT 8.0

static void
add_place (GVariantBuilder *places, double x1, double y1, double x2, double y2)
{
  g_variant_builder_add (places, "(dddd)", MIN (x1, x2), MIN (y1, y2), MAX (x1, x2), MAX (y1, y2));
}

/**
 * comptoir_pdf_poppler_open:
 * @fd: (transfer full): the file
 *
 * Opens a document that has at least one page and not too many.
 *
 * Returns: (transfer full) (nullable): the document
 */
PopplerDocument *
comptoir_pdf_poppler_open (int fd, GError **error)
{
  PopplerDocument *document;
  g_autoptr (GError) reason = NULL;
  int n_pages;

  document = poppler_document_new_from_fd (fd, NULL, &reason);
  if (document == NULL)
    {
      g_set_error_literal (error, COMPTOIR_PDF_ERROR,
                           g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                               ? COMPTOIR_PDF_ERROR_ENCRYPTED
                               : COMPTOIR_PDF_ERROR_UNREADABLE,
                           reason->message);
      return NULL;
    }
  n_pages = poppler_document_get_n_pages (document);
  if (n_pages < 1 || n_pages > (int) COMPTOIR_PDF_MAX_PAGES)
    {
      g_set_error (error, COMPTOIR_PDF_ERROR,
                   n_pages < 1 ? COMPTOIR_PDF_ERROR_NO_PAGES : COMPTOIR_PDF_ERROR_TOO_LARGE,
                   "%d pages", n_pages);
      g_object_unref (document);
      return NULL;
    }

  return document;
}

/**
 * comptoir_pdf_poppler_sizes:
 * @document: a document
 *
 * Returns: (transfer floating): width and height of each page in points, 0 × 0 where the page
 *   can't be read; a(dd)
 */
GVariant *
comptoir_pdf_poppler_sizes (PopplerDocument *document)
{
  GVariantBuilder sizes;
  int n_pages = poppler_document_get_n_pages (document);

  g_variant_builder_init (&sizes, G_VARIANT_TYPE ("a(dd)"));
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      double width = 0, height = 0;

      if (page != NULL)
        poppler_page_get_size (page, &width, &height);
      g_clear_object (&page);
      g_variant_builder_add (&sizes, "(dd)", width, height);
    }

  return g_variant_builder_end (&sizes);
}

static gboolean
draw (PopplerPage *page, guint8 *pixels, guint width, guint height, gboolean printing)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double page_width, page_height;
  gboolean drawn;

  poppler_page_get_size (page, &page_width, &page_height);
  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, (int) width,
                                                 (int) height, (int) width * 4);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (page_width > 0 && page_height > 0)
    {
      cairo_scale (cr, width / page_width, height / page_height);
      if (printing)
        poppler_page_render_for_printing (page, cr);
      else
        poppler_page_render (page, cr);
    }
  drawn = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return drawn;
}

/**
 * comptoir_pdf_poppler_render:
 * @page: a page
 * @width: of the picture, in pixels, from 1
 * @height: of the picture, in pixels, from 1
 * @printing: whether to show what is for paper only rather than what is for the screen only
 *
 * Draws a page on white.
 *
 * Returns: sealed memory with the pixels as ARGB32, -1 on error
 */
int
comptoir_pdf_poppler_render (PopplerPage *page,
                             guint width,
                             guint height,
                             gboolean printing,
                             GError **error)
{
  guint8 *pixels = NULL;
  gsize size = (gsize) width * height * 4;
  int fd;

  if (width == 0 || height == 0 || width > G_MAXINT16 || height > G_MAXINT16
      || (guint64) width * height > COMPTOIR_PDF_MAX_PIXELS)
    {
      g_set_error_literal (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_TOO_LARGE,
                           "Too many pixels");
      return -1;
    }
  fd = comptoir_pdf_memory_new (size, &pixels, error);
  if (fd < 0)
    return -1;
  /* A page that is drawn in part is better than none. */
  if (!draw (page, pixels, width, height, printing))
    g_debug ("A page is incomplete");

  return comptoir_pdf_memory_seal (fd, pixels, size, error);
}

/**
 * comptoir_pdf_poppler_find:
 * @page: a page
 * @text: what to find, whatever its case
 *
 * Returns: (transfer floating): the places of all matches; a(dddd)
 */
GVariant *
comptoir_pdf_poppler_find (PopplerPage *page, const char *text)
{
  GList *matches = poppler_page_find_text_with_options (
      page, text, POPPLER_FIND_DEFAULT | POPPLER_FIND_IGNORE_DIACRITICS);
  GVariantBuilder places;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_variant_builder_init (&places, G_VARIANT_TYPE ("a(dddd)"));
  for (GList *l = matches; l != NULL; l = l->next)
    {
      PopplerRectangle *match = l->data;

      /* These count from the lower edge. */
      add_place (&places, match->x1, height - match->y1, match->x2, height - match->y2);
    }
  g_list_free_full (matches, (GDestroyNotify) poppler_rectangle_free);

  return g_variant_builder_end (&places);
}

/**
 * comptoir_pdf_poppler_select:
 * @page: a page
 * @from_to: from its first point to its second, in reading order
 * @style: 0 by letter, 1 by word, 2 by line
 * @text: (out) (transfer full): the text
 *
 * Returns: (transfer floating): what to mark as selected; a(dddd)
 */
GVariant *
comptoir_pdf_poppler_select (PopplerPage *page, PopplerRectangle *from_to, guint style, char **text)
{
  PopplerSelectionStyle poppler_style = MIN (style, POPPLER_SELECTION_LINE);
  cairo_region_t *region;
  GVariantBuilder places;

  *text = poppler_page_get_selected_text (page, poppler_style, from_to);
  region = poppler_page_get_selected_region (page, STEPS_A_POINT, poppler_style, from_to);
  g_variant_builder_init (&places, G_VARIANT_TYPE ("a(dddd)"));
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t place;

      cairo_region_get_rectangle (region, i, &place);
      add_place (&places, place.x / STEPS_A_POINT, place.y / STEPS_A_POINT,
                 (place.x + place.width) / STEPS_A_POINT, (place.y + place.height) / STEPS_A_POINT);
    }
  cairo_region_destroy (region);

  return g_variant_builder_end (&places);
}
