/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-document.h"

G_BEGIN_DECLS

/* Lets the program run until @condition holds; a test that would wait for ever ends here. */
#define preview_test_wait_until(condition)                                        \
  G_STMT_START                                                                    \
  {                                                                               \
    gint64 preview_test_end = g_get_monotonic_time () + 50 * G_USEC_PER_SEC;      \
                                                                                  \
    while (!(condition))                                                          \
      {                                                                           \
        if (g_get_monotonic_time () > preview_test_end)                           \
          g_error ("%s:%d: never came true: %s", __FILE__, __LINE__, #condition); \
        preview_test_turn ();                                                     \
      }                                                                           \
  }                                                                               \
  G_STMT_END

void preview_test_turn (void);

/* PDFs: one that cairo makes, with "Page N", "Croissant" and "Total N00,00" on every page, A4 and
 * every third on its side; and those that cairo would never make. */
GBytes *preview_test_pdf (guint n_pages);
GBytes *preview_test_pdf_endless (void);
GBytes *preview_test_pdf_bomb (void);
GBytes *preview_test_pdf_encrypted (void);
GBytes *preview_test_pdf_odd_sizes (void);

ComptoirPdfDocument *preview_test_open (GBytes *bytes, GError **error);
GBytes *preview_test_render (ComptoirPdfDocument *document,
                             guint page,
                             guint width,
                             guint height,
                             GError **error);

G_END_DECLS
