/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-protocol.h"

static const GDBusErrorEntry error_entries[] = {
  { COMPTOIR_PDF_ERROR_UNREADABLE, COMPTOIR_PDF_INTERFACE ".Unreadable" },
  { COMPTOIR_PDF_ERROR_ENCRYPTED, COMPTOIR_PDF_INTERFACE ".Encrypted" },
  { COMPTOIR_PDF_ERROR_NO_PAGES, COMPTOIR_PDF_INTERFACE ".NoPages" },
  { COMPTOIR_PDF_ERROR_TOO_LARGE, COMPTOIR_PDF_INTERFACE ".TooLarge" },
};

/**
 * comptoir_pdf_error_quark:
 *
 * The domain of what can go wrong with a PDF. The first four come from the helper over D-Bus, the
 * others are found on this side of it.
 */
GQuark
comptoir_pdf_error_quark (void)
{
  static gsize quark = 0;

  g_dbus_error_register_error_domain ("comptoir-pdf-error", &quark, error_entries,
                                      G_N_ELEMENTS (error_entries));

  return (GQuark) quark;
}
