/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-pages.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_FIND_BAR (comptoir_pdf_find_bar_get_type ())

/* An entry for what to find in the pages, with the number of matches and ways to walk through
 * them. Property: "search-mode-enabled" (boolean): whether it is there. */
G_DECLARE_FINAL_TYPE (ComptoirPdfFindBar, comptoir_pdf_find_bar, COMPTOIR, PDF_FIND_BAR, GtkWidget)

/* To be called again whenever the pages have another document. */
void comptoir_pdf_find_bar_set_pages (ComptoirPdfFindBar *self,
                                      ComptoirPdfPages *pages); /* (nullable) */
void comptoir_pdf_find_bar_start (ComptoirPdfFindBar *self);

G_END_DECLS
