/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-html-engine.h"

G_BEGIN_DECLS

#define COMPTOIR_HTML_ERROR (comptoir_html_error_quark ())
GQuark comptoir_html_error_quark (void);

/* Messages are sentences to show. */
typedef enum
{
  COMPTOIR_HTML_ERROR_UNAVAILABLE, /* the module isn't there, or WebKit isn't */
  COMPTOIR_HTML_ERROR_UNCONFINED,  /* nothing would hold back the process that reads the page */
  COMPTOIR_HTML_ERROR_UNREADABLE,
  COMPTOIR_HTML_ERROR_ENDED,
  COMPTOIR_HTML_ERROR_TOO_LARGE,
} ComptoirHtmlError;

void comptoir_html_module_load_async (GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
const ComptoirHtmlEngine *comptoir_html_module_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
