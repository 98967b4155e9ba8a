/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What both ends, Comptoir and the helper process comptoir-pdf, agree on beside
 * comptoir-pdf-service.xml. */
#define COMPTOIR_PDF_INTERFACE   "io.github.comptoir_pos.Comptoir.PdfService"
#define COMPTOIR_PDF_OBJECT_PATH "/io/github/comptoir_pos/Comptoir/PdfService"

/* The file descriptor at which the helper finds its end of the socket pair. */
#define COMPTOIR_PDF_SOCKET_FD 3

#define COMPTOIR_PDF_MAX_FILE (256u * 1024 * 1024) /* bytes */
#define COMPTOIR_PDF_MAX_PIXELS \
  (48u * 1024 * 1024) /* of one picture: A3 at 400 dpi is 31 million */
#define COMPTOIR_PDF_MAX_PAGES 20000u

#define COMPTOIR_PDF_ERROR (comptoir_pdf_error_quark ())

typedef enum
{
  COMPTOIR_PDF_ERROR_UNREADABLE,  /* not a PDF, or a damaged one */
  COMPTOIR_PDF_ERROR_ENCRYPTED,   /* needs a password */
  COMPTOIR_PDF_ERROR_NO_PAGES,    /* nothing in it */
  COMPTOIR_PDF_ERROR_TOO_LARGE,   /* above one of the limits here */
  COMPTOIR_PDF_ERROR_ENDED,       /* the helper died */
  COMPTOIR_PDF_ERROR_HANGING,     /* the helper gave no answer in time and was ended */
  COMPTOIR_PDF_ERROR_UNAVAILABLE, /* the helper can't be started */
} ComptoirPdfError;

GQuark comptoir_pdf_error_quark (void);

G_END_DECLS
