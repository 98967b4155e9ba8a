/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-layout.h"

#include <math.h>

#define GAP COMPTOIR_PDF_LAYOUT_GAP

struct _ComptoirPdfLayout
{
  ComptoirPdfDocument *document;
  guint n_pages;
  float widest; /* points */

  double zoom;
  int width;
  int *tops; /* of each page, and where a page after the last would be */
};

/**
 * comptoir_pdf_layout_new:
 * @document: a document
 *
 * Returns: (transfer full): a layout at one logical pixel a point
 */
ComptoirPdfLayout *
comptoir_pdf_layout_new (ComptoirPdfDocument *document)
{
  ComptoirPdfLayout *self;

  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (document), NULL);

  self = g_new0 (ComptoirPdfLayout, 1);
  self->document = g_object_ref (document);
  self->n_pages = comptoir_pdf_document_get_n_pages (document);
  for (guint i = 0; i < self->n_pages; i++)
    self->widest = MAX (self->widest, comptoir_pdf_document_get_size (document, i)->width);
  self->tops = g_new (int, self->n_pages + 1);
  comptoir_pdf_layout_set (self, 1, 0);

  return self;
}

/**
 * comptoir_pdf_layout_free:
 * @self: (transfer full): a layout
 */
void
comptoir_pdf_layout_free (ComptoirPdfLayout *self)
{
  g_object_unref (self->document);
  g_free (self->tops);
  g_free (self);
}

static int
scale (double zoom, float points)
{
  return MAX (1, (int) lround (zoom * points));
}

/* 20,000 of the largest pages would be more than an int holds. */
static int
add_saturated (int a, int b)
{
  int sum;

  return __builtin_add_overflow (a, b, &sum) ? G_MAXINT : sum;
}

/**
 * comptoir_pdf_layout_set:
 * @self: a layout
 * @zoom: logical pixels a point, above 0
 * @width: of the view, in logical pixels
 *
 * Lays the pages out anew.
 */
void
comptoir_pdf_layout_set (ComptoirPdfLayout *self, double zoom, int width)
{
  int top = GAP;

  g_return_if_fail (self != NULL && zoom > 0);

  self->width = MAX (width, scale (zoom, self->widest) + 2 * GAP);
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  for (guint i = 0; i < self->n_pages; i++)
    {
      self->tops[i] = top;
      top = add_saturated (
          top, scale (zoom, comptoir_pdf_document_get_size (self->document, i)->height) + GAP);
    }
  self->tops[self->n_pages] = top;
}

/**
 * comptoir_pdf_layout_fit_width:
 * @self: a layout
 * @width: of the view, in logical pixels
 *
 * Returns: the zoom at which the widest page is as wide as the view
 */
double
comptoir_pdf_layout_fit_width (ComptoirPdfLayout *self, int width)
{
  g_return_val_if_fail (self != NULL, 1);

  return MAX (width - 2 * GAP, 1) / self->widest;
}

/**
 * comptoir_pdf_layout_fit_page:
 * @self: a layout
 * @page: from 0
 * @width: of the view, in logical pixels
 * @height: of the view, in logical pixels
 *
 * Returns: the zoom at which the whole of a page is seen
 */
double
comptoir_pdf_layout_fit_page (ComptoirPdfLayout *self, guint page, int width, int height)
{
  const graphene_size_t *size;

  g_return_val_if_fail (self != NULL && page < self->n_pages, 1);

  size = comptoir_pdf_document_get_size (self->document, page);

  return MIN (MAX (width - 2 * GAP, 1) / size->width, MAX (height - 2 * GAP, 1) / size->height);
}

/**
 * comptoir_pdf_layout_get_zoom:
 * @self: a layout
 *
 * Returns: logical pixels a point
 */
double
comptoir_pdf_layout_get_zoom (ComptoirPdfLayout *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->zoom;
}

/**
 * comptoir_pdf_layout_get_width:
 * @self: a layout
 *
 * Returns: the width of the whole in logical pixels, at least the view's
 */
int
comptoir_pdf_layout_get_width (ComptoirPdfLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * comptoir_pdf_layout_get_height:
 * @self: a layout
 *
 * Returns: the height of the whole in logical pixels
 */
int
comptoir_pdf_layout_get_height (ComptoirPdfLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tops[self->n_pages];
}

/**
 * comptoir_pdf_layout_get_page:
 * @self: a layout
 * @page: from 0
 * @area: (out): where the page lies, in logical pixels
 */
void
comptoir_pdf_layout_get_page (ComptoirPdfLayout *self, guint page, GdkRectangle *area)
{
  const graphene_size_t *size;

  g_return_if_fail (self != NULL && page < self->n_pages && area != NULL);

  size = comptoir_pdf_document_get_size (self->document, page);
  area->width = scale (self->zoom, size->width);
  area->height = scale (self->zoom, size->height);
  area->x = (self->width - area->width) / 2;
  area->y = self->tops[page];
}

/**
 * comptoir_pdf_layout_find_page:
 * @self: a layout
 * @y: from the top of the whole, in logical pixels
 *
 * Returns: the page there, or the next one below, or the last; from 0
 */
guint
comptoir_pdf_layout_find_page (ComptoirPdfLayout *self, double y)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  /* The first page whose successor begins below. */
  high = self->n_pages - 1;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->tops[middle + 1] - GAP > y)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * comptoir_pdf_layout_find_point:
 * @self: a layout
 * @x: from the left of the whole, in logical pixels
 * @y: from the top of the whole, in logical pixels
 * @point: (out): the point of that page, in points; may lie beside it
 *
 * Returns: the page nearest to a place; from 0
 */
guint
comptoir_pdf_layout_find_point (ComptoirPdfLayout *self,
                                double x,
                                double y,
                                graphene_point_t *point)
{
  GdkRectangle area;
  guint page;

  g_return_val_if_fail (self != NULL && point != NULL, 0);

  page = comptoir_pdf_layout_find_page (self, y);
  comptoir_pdf_layout_get_page (self, page, &area);
  graphene_point_init (point, (float) ((x - area.x) / self->zoom),
                       (float) ((y - area.y) / self->zoom));

  return page;
}
