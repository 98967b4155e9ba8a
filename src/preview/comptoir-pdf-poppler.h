/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* The work of the helper process. Pages count from 0; places are in points from the upper left
 * corner of the page. Errors are in the COMPTOIR_PDF_ERROR and G_IO_ERROR domains. */
PopplerDocument *comptoir_pdf_poppler_open (int fd, /* (transfer full) */
                                            GError **error);
GVariant *comptoir_pdf_poppler_sizes (PopplerDocument *document);
int comptoir_pdf_poppler_render (PopplerPage *page,
                                 guint width,
                                 guint height,
                                 gboolean printing,
                                 GError **error);
GVariant *comptoir_pdf_poppler_find (PopplerPage *page, const char *text);
GVariant *comptoir_pdf_poppler_select (PopplerPage *page,
                                       PopplerRectangle *from_to,
                                       guint style,
                                       char **text); /* (out) (transfer full) */

G_END_DECLS
