/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

/* Where the pages of a document lie below one another at a zoom. Lengths are in logical pixels from
 * the upper left corner of the whole. */
typedef struct _ComptoirPdfLayout ComptoirPdfLayout;

#define COMPTOIR_PDF_LAYOUT_GAP 12

ComptoirPdfLayout *comptoir_pdf_layout_new (ComptoirPdfDocument *document);
void comptoir_pdf_layout_free (ComptoirPdfLayout *self);

/* @zoom: logical pixels a point. @width: of the view, in which narrow pages are centred. */
void comptoir_pdf_layout_set (ComptoirPdfLayout *self, double zoom, int width);
double comptoir_pdf_layout_fit_width (ComptoirPdfLayout *self, int width);
double comptoir_pdf_layout_fit_page (ComptoirPdfLayout *self, guint page, int width, int height);
double comptoir_pdf_layout_get_zoom (ComptoirPdfLayout *self);
int comptoir_pdf_layout_get_width (ComptoirPdfLayout *self);
int comptoir_pdf_layout_get_height (ComptoirPdfLayout *self);
void
comptoir_pdf_layout_get_page (ComptoirPdfLayout *self, guint page, GdkRectangle *area); /* (out) */
/* The page at this height, or the next one below, or the last. */
guint comptoir_pdf_layout_find_page (ComptoirPdfLayout *self, double y);
/* The page nearest to a place, and the point of the page there, in points. */
guint comptoir_pdf_layout_find_point (ComptoirPdfLayout *self,
                                      double x,
                                      double y,
                                      graphene_point_t *point); /* (out) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirPdfLayout, comptoir_pdf_layout_free)

G_END_DECLS
