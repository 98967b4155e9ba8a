/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

GtkPrintOperation *comptoir_pdf_print_new (ComptoirPdfDocument *document,
                                           const char *title, /* (nullable) */
                                           guint page);       /* the current one, from 1 */

G_END_DECLS
