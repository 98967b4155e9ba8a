/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_CACHE (comptoir_pdf_cache_get_type ())

/* Pictures of pages that were drawn, up to a number of bytes, and those that are on their way.
 * Signal "changed" (uint page): there is another picture of a page. */
G_DECLARE_FINAL_TYPE (ComptoirPdfCache, comptoir_pdf_cache, COMPTOIR, PDF_CACHE, GObject)

typedef struct
{
  guint page;
  guint width; /* device pixels */
  guint height;
  ComptoirPdfPriority priority;
} ComptoirPdfWanted;

ComptoirPdfCache *comptoir_pdf_cache_new (ComptoirPdfDocument *document, gsize max_bytes);
/* What to have now: what is missing gets drawn, and what was wanted before no longer is. */
void
comptoir_pdf_cache_want (ComptoirPdfCache *self, const ComptoirPdfWanted *wanted, guint n_wanted);
GdkTexture *comptoir_pdf_cache_get (ComptoirPdfCache *self, guint page, guint width);
GdkTexture *comptoir_pdf_cache_get_any (ComptoirPdfCache *self, guint page);
gsize comptoir_pdf_cache_get_bytes (ComptoirPdfCache *self);
gboolean comptoir_pdf_cache_get_busy (ComptoirPdfCache *self);

G_END_DECLS
