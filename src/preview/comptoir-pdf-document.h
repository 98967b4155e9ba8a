/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-pdf-channel.h"
#include "comptoir-pdf-protocol.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_DOCUMENT (comptoir_pdf_document_get_type ())

/* A PDF that a helper process of its own has open. Pages count from 0; lengths are in points,
 * places from the upper left corner of the page. Nothing here blocks.
 * Signal "failed" (GError), once: the helper ended, and the document is of no use any more. */
G_DECLARE_FINAL_TYPE (ComptoirPdfDocument, comptoir_pdf_document, COMPTOIR, PDF_DOCUMENT, GObject)

/* What is asked for first; a reader waits for the first. */
typedef enum
{
  COMPTOIR_PDF_PRIORITY_SELECTION,
  COMPTOIR_PDF_PRIORITY_DRAFT,
  COMPTOIR_PDF_PRIORITY_VISIBLE,
  COMPTOIR_PDF_PRIORITY_THUMBNAIL,
  COMPTOIR_PDF_PRIORITY_NEAR,
  COMPTOIR_PDF_PRIORITY_FIND,
  COMPTOIR_PDF_PRIORITY_PRINT,
} ComptoirPdfPriority;

typedef enum
{
  COMPTOIR_PDF_STYLE_LETTER,
  COMPTOIR_PDF_STYLE_WORD,
  COMPTOIR_PDF_STYLE_LINE,
} ComptoirPdfStyle;

void comptoir_pdf_document_open_async (GBytes *bytes,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
ComptoirPdfDocument *comptoir_pdf_document_open_finish (GAsyncResult *result, GError **error);
void comptoir_pdf_document_close (ComptoirPdfDocument *self);

guint comptoir_pdf_document_get_n_pages (ComptoirPdfDocument *self);
const graphene_size_t *comptoir_pdf_document_get_size (ComptoirPdfDocument *self, guint page);
ComptoirPdfChannel *comptoir_pdf_document_get_channel (ComptoirPdfDocument *self);

/* The pixels: GDK_MEMORY_DEFAULT, rows of width × 4 bytes. */
void comptoir_pdf_document_render_async (ComptoirPdfDocument *self,
                                         guint page,
                                         guint width,
                                         guint height,
                                         gboolean printing,
                                         ComptoirPdfPriority priority,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GBytes *comptoir_pdf_document_render_finish (ComptoirPdfDocument *self,
                                             GAsyncResult *result,
                                             GError **error);
/* The places: an array of graphene_rect_t. */
void comptoir_pdf_document_find_async (ComptoirPdfDocument *self,
                                       guint page,
                                       const char *text,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GArray *
comptoir_pdf_document_find_finish (ComptoirPdfDocument *self, GAsyncResult *result, GError **error);
void comptoir_pdf_document_select_async (ComptoirPdfDocument *self,
                                         guint page,
                                         const graphene_point_t *from,
                                         const graphene_point_t *to,
                                         ComptoirPdfStyle style,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GArray *comptoir_pdf_document_select_finish (ComptoirPdfDocument *self,
                                             GAsyncResult *result,
                                             char **text, /* (out) (optional) */
                                             GError **error);

/* A sentence about an error of a document, to show. */
const char *comptoir_pdf_document_explain (const GError *error);

G_END_DECLS
