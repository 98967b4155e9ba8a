/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_HTML_VIEW (comptoir_html_view_get_type ())

/* An untrusted HTML file as a widget: no script, no network, no navigation, nothing but this file.
 * The web process starts when the first document is set.
 * Properties: "error" (GError, nullable), "loading" (boolean). Actions in the group "html":
 * "html.print", "html.zoom-in", "html.zoom-out", "html.zoom-reset", "html.find", "html.copy". */
G_DECLARE_FINAL_TYPE (ComptoirHtmlView, comptoir_html_view, COMPTOIR, HTML_VIEW, GtkWidget)

GtkWidget *comptoir_html_view_new          (void);
void       comptoir_html_view_set_document (ComptoirHtmlView *self,
                                            GBytes           *bytes,   /* (nullable) */
                                            const char       *title);

G_END_DECLS
