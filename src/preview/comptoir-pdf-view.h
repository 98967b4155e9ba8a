/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_VIEW (comptoir_pdf_view_get_type ())

/* A PDF as a widget: continuous pages, zoom, find, selection, thumbnails. The file is opened and
 * rendered by a helper process with limits of its own; when that ends, the view says what
 * happened and the next document shows.
 *
 * Its actions are in the group "pdf" on the widget: "pdf.zoom-in", "pdf.zoom-out",
 * "pdf.fit-width", "pdf.fit-page", "pdf.find", "pdf.copy", "pdf.previous-page", "pdf.next-page",
 * "pdf.print". Properties: "n-pages" (uint), "page" (uint, from 1), "ready" (boolean): a
 * document is open, "error" (GError, nullable). */
G_DECLARE_FINAL_TYPE (ComptoirPdfView, comptoir_pdf_view, COMPTOIR, PDF_VIEW, GtkWidget)

GtkWidget *comptoir_pdf_view_new (void);
/* @bytes: (nullable): %NULL empties the view and ends the helper. @title: for the print job. */
void comptoir_pdf_view_set_document (ComptoirPdfView *self, GBytes *bytes, const char *title);

G_END_DECLS
