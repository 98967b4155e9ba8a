/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"
#include "comptoir-pdf-find.h"
#include "comptoir-pdf-selection.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_PAGES (comptoir_pdf_pages_get_type ())

/* The pages of a document below one another, to be put in a GtkScrolledWindow.
 * Properties: "page" (uint from 1, 0 without a document), "zoom" (double, 1 = as on paper),
 * "fit" (int, a ComptoirPdfFit). */
G_DECLARE_FINAL_TYPE (ComptoirPdfPages, comptoir_pdf_pages, COMPTOIR, PDF_PAGES, GtkWidget)

typedef enum
{
  COMPTOIR_PDF_FIT_NONE,
  COMPTOIR_PDF_FIT_WIDTH,
  COMPTOIR_PDF_FIT_PAGE,
} ComptoirPdfFit;

#define COMPTOIR_PDF_MIN_ZOOM 0.1
#define COMPTOIR_PDF_MAX_ZOOM 5.0

void comptoir_pdf_pages_set_document (ComptoirPdfPages *self,
                                      ComptoirPdfDocument *document); /* (nullable) */
guint comptoir_pdf_pages_get_page (ComptoirPdfPages *self);
void comptoir_pdf_pages_set_page (ComptoirPdfPages *self, guint page);
double comptoir_pdf_pages_get_zoom (ComptoirPdfPages *self);
void comptoir_pdf_pages_set_zoom (ComptoirPdfPages *self, double zoom);
ComptoirPdfFit comptoir_pdf_pages_get_fit (ComptoirPdfPages *self);
void comptoir_pdf_pages_set_fit (ComptoirPdfPages *self, ComptoirPdfFit fit);
ComptoirPdfSelection *comptoir_pdf_pages_get_selection (ComptoirPdfPages *self);
ComptoirPdfFind *comptoir_pdf_pages_get_find (ComptoirPdfPages *self);
/* Whether all that is seen is drawn as sharp as it gets. */
gboolean comptoir_pdf_pages_get_sharp (ComptoirPdfPages *self);

G_END_DECLS
