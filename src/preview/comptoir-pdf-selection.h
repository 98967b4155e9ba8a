/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_SELECTION (comptoir_pdf_selection_get_type ())

/* The selected text of a document, from one point to another in reading order, over any number of
 * pages. Signal "changed": there is something else to mark. */
G_DECLARE_FINAL_TYPE (ComptoirPdfSelection,
                      comptoir_pdf_selection,
                      COMPTOIR,
                      PDF_SELECTION,
                      GObject)

ComptoirPdfSelection *comptoir_pdf_selection_new (ComptoirPdfDocument *document);
void comptoir_pdf_selection_begin (ComptoirPdfSelection *self,
                                   guint page,
                                   const graphene_point_t *point,
                                   ComptoirPdfStyle style);
void comptoir_pdf_selection_extend (ComptoirPdfSelection *self,
                                    guint page,
                                    const graphene_point_t *point);
void comptoir_pdf_selection_all (ComptoirPdfSelection *self);
void comptoir_pdf_selection_clear (ComptoirPdfSelection *self);
gboolean comptoir_pdf_selection_get_empty (ComptoirPdfSelection *self);
/* (nullable): graphene_rect_t; those of a page not seen yet come later, with "changed". */
GArray *comptoir_pdf_selection_get_places (ComptoirPdfSelection *self, guint page);
void comptoir_pdf_selection_text_async (ComptoirPdfSelection *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
char *comptoir_pdf_selection_text_finish (ComptoirPdfSelection *self,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
