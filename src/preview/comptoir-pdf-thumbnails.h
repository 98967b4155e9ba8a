/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_THUMBNAILS (comptoir_pdf_thumbnails_get_type ())

/* A list of small pictures of the pages; those in sight are drawn.
 * Property: "page" (uint from 1, 0 without a document): the one that is marked, or was chosen. */
G_DECLARE_FINAL_TYPE (ComptoirPdfThumbnails,
                      comptoir_pdf_thumbnails,
                      COMPTOIR,
                      PDF_THUMBNAILS,
                      GtkWidget)

void comptoir_pdf_thumbnails_set_document (ComptoirPdfThumbnails *self,
                                           ComptoirPdfDocument *document); /* (nullable) */
guint comptoir_pdf_thumbnails_get_page (ComptoirPdfThumbnails *self);
void comptoir_pdf_thumbnails_set_page (ComptoirPdfThumbnails *self, guint page);

G_END_DECLS
