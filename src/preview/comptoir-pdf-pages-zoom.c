/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "comptoir-pdf-pages-private.h"

/* How large the pages are and which part of them is seen. */

/* Logical pixels a point at a zoom of 1: CSS's 96 a 72nd of an inch. */
#define PIXELS_A_POINT (96.0 / 72.0)

void
comptoir_pdf_pages_configure (ComptoirPdfPages *self, GtkOrientation orientation, double value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;
  int seen = upright ? gtk_widget_get_height (GTK_WIDGET (self))
                     : gtk_widget_get_width (GTK_WIDGET (self));
  int whole = 0;

  if (self->document != NULL)
    whole = upright ? comptoir_pdf_layout_get_height (self->layout)
                    : comptoir_pdf_layout_get_width (self->layout);
  gtk_adjustment_configure (adjustment, CLAMP (round (value), 0, MAX (whole - seen, 0)), 0,
                            MAX (whole, seen), seen * 0.1, seen * 0.9, seen);
}

/* Lays out at another zoom or width; what is at (x, y) of the widget stays there. */
static void
lay_out (ComptoirPdfPages *self, double zoom, double x, double y)
{
  double left = comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double top = comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_VERTICAL);
  graphene_point_t point;
  GdkRectangle area;
  guint page;

  page = comptoir_pdf_layout_find_point (self->layout, left + x, top + y, &point);
  comptoir_pdf_layout_set (self->layout, zoom * PIXELS_A_POINT,
                           gtk_widget_get_width (GTK_WIDGET (self)));
  comptoir_pdf_layout_get_page (self->layout, page, &area);
  if (top > 0)
    top = area.y + point.y * zoom * PIXELS_A_POINT - y;
  left = area.x + point.x * zoom * PIXELS_A_POINT - x;
  comptoir_pdf_pages_configure (self, GTK_ORIENTATION_HORIZONTAL, left);
  comptoir_pdf_pages_configure (self, GTK_ORIENTATION_VERTICAL, top);
  comptoir_pdf_pages_want (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  g_object_notify (G_OBJECT (self), "zoom");
}

static double
get_fitting_zoom (ComptoirPdfPages *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double zoom = self->zoom;

  if (self->fit == COMPTOIR_PDF_FIT_WIDTH)
    zoom = comptoir_pdf_layout_fit_width (self->layout, width) / PIXELS_A_POINT;
  else if (self->fit == COMPTOIR_PDF_FIT_PAGE)
    zoom = comptoir_pdf_layout_fit_page (self->layout, self->page - 1, width, height)
           / PIXELS_A_POINT;

  return CLAMP (zoom, COMPTOIR_PDF_MIN_ZOOM, COMPTOIR_PDF_MAX_ZOOM);
}

static void
set_fit (ComptoirPdfPages *self, ComptoirPdfFit fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  g_object_notify (G_OBJECT (self), "fit");
}

/* Brings a place of a page into view, with something around it. */
static void
show_place (ComptoirPdfPages *self, guint page, const graphene_rect_t *place)
{
  double scale = comptoir_pdf_layout_get_zoom (self->layout);
  GdkRectangle area;
  double x, y;

  comptoir_pdf_layout_get_page (self->layout, page, &area);
  x = area.x + place->origin.x * scale;
  y = area.y + place->origin.y * scale;
  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x - 24,
                             x + place->size.width * scale + 24);
  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], y - 48,
                             y + place->size.height * scale + 48);
}

void
comptoir_pdf_pages_show_match (ComptoirPdfPages *self)
{
  guint page, index;

  if (comptoir_pdf_find_get_current (self->find, &page, &index))
    show_place (
        self, page,
        &g_array_index (comptoir_pdf_find_get_places (self->find, page), graphene_rect_t, index));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The zoom where it follows the size of the widget, and all that depends on either. */
void
comptoir_pdf_pages_follow_size (ComptoirPdfPages *self)
{
  lay_out (self, get_fitting_zoom (self), gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
}

void
comptoir_pdf_pages_zoom_at (ComptoirPdfPages *self, double zoom, double x, double y)
{
  if (self->document == NULL)
    return;
  set_fit (self, COMPTOIR_PDF_FIT_NONE);
  lay_out (self, CLAMP (zoom, COMPTOIR_PDF_MIN_ZOOM, COMPTOIR_PDF_MAX_ZOOM), x, y);
}

/**
 * comptoir_pdf_pages_get_zoom:
 * @self: pages
 *
 * Returns: how large it is shown, 1 for as large as on paper
 */
double
comptoir_pdf_pages_get_zoom (ComptoirPdfPages *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), 1);

  return self->zoom;
}

/**
 * comptoir_pdf_pages_set_zoom:
 * @self: pages
 * @zoom: 1 for as large as on paper; from %COMPTOIR_PDF_MIN_ZOOM to %COMPTOIR_PDF_MAX_ZOOM
 *
 * Zooms about the middle, and no longer follows the size of the widget.
 */
void
comptoir_pdf_pages_set_zoom (ComptoirPdfPages *self, double zoom)
{
  g_return_if_fail (COMPTOIR_IS_PDF_PAGES (self));

  comptoir_pdf_pages_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                              gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * comptoir_pdf_pages_get_fit:
 * @self: pages
 *
 * Returns: how the zoom follows the size of the widget
 */
ComptoirPdfFit
comptoir_pdf_pages_get_fit (ComptoirPdfPages *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), COMPTOIR_PDF_FIT_NONE);

  return self->fit;
}

/**
 * comptoir_pdf_pages_set_fit:
 * @self: pages
 * @fit: how the zoom is to follow the size of the widget
 */
void
comptoir_pdf_pages_set_fit (ComptoirPdfPages *self, ComptoirPdfFit fit)
{
  g_return_if_fail (COMPTOIR_IS_PDF_PAGES (self));

  set_fit (self, fit);
  if (self->document != NULL)
    comptoir_pdf_pages_follow_size (self);
}
