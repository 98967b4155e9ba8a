/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-document.h"

#include <glib/gi18n-lib.h>

/**
 * comptoir_pdf_document_explain:
 * @error: what opening a document or its "failed" ended with
 *
 * Returns: (transfer none): a translated sentence for the person who wants to read it
 */
const char *
comptoir_pdf_document_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != COMPTOIR_PDF_ERROR)
    return _ ("The PDF can’t be shown.");

  switch ((ComptoirPdfError) error->code)
    {
    case COMPTOIR_PDF_ERROR_ENCRYPTED:
      return _ ("This PDF is protected by a password.");
    case COMPTOIR_PDF_ERROR_NO_PAGES:
      return _ ("This PDF is empty.");
    case COMPTOIR_PDF_ERROR_TOO_LARGE:
      return _ ("This PDF is too large to be shown here.");
    case COMPTOIR_PDF_ERROR_ENDED:
      return _ ("Something in this PDF stopped it from being drawn. It can still be saved.");
    case COMPTOIR_PDF_ERROR_HANGING:
      return _ ("Drawing this PDF took too long and was stopped. It can still be saved.");
    case COMPTOIR_PDF_ERROR_UNAVAILABLE:
      return _ ("PDFs can’t be shown, because a part of Comptoir is missing.");
    case COMPTOIR_PDF_ERROR_UNREADABLE:
    default:
      return _ ("This isn’t a PDF, or it is damaged.");
    }
}
