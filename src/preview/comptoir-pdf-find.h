/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_FIND (comptoir_pdf_find_get_type ())

/* A text that is looked for in a document, page after page.
 * Signals "changed": there are more matches, or none any more; "moved": another match is the
 * current one and is to be seen. */
G_DECLARE_FINAL_TYPE (ComptoirPdfFind, comptoir_pdf_find, COMPTOIR, PDF_FIND, GObject)

ComptoirPdfFind *comptoir_pdf_find_new (ComptoirPdfDocument *document);
/* @page: where to begin, from 0 */
void comptoir_pdf_find_set_text (ComptoirPdfFind *self,
                                 const char *text, /* (nullable) */
                                 guint page);
void comptoir_pdf_find_step (ComptoirPdfFind *self, int step); /* 1 or -1 */
guint comptoir_pdf_find_get_n_matches (ComptoirPdfFind *self);
guint comptoir_pdf_find_get_position (ComptoirPdfFind *self); /* from 1; 0 = none */
gboolean comptoir_pdf_find_get_busy (ComptoirPdfFind *self);
/* (nullable): graphene_rect_t */
GArray *comptoir_pdf_find_get_places (ComptoirPdfFind *self, guint page);
gboolean comptoir_pdf_find_get_current (ComptoirPdfFind *self,
                                        guint *page,   /* (out) */
                                        guint *index); /* (out) */

G_END_DECLS
