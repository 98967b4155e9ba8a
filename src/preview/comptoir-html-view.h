/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_HTML_VIEW (comptoir_html_view_get_type ())

/* A page of HTML that isn't trusted, as a widget: nothing but the bytes given is shown, nothing is
 * fetched, followed or run. WebKit comes into the program when there is a first page to show.
 *
 * Its actions are in the group "html" on the widget: "html.zoom-in", "html.zoom-out",
 * "html.zoom-reset", "html.find", "html.copy", "html.select-all", "html.print". Properties: "ready"
 * (boolean): the page is shown, "n-matches" (uint): of what is looked for, "error" (GError,
 * nullable; COMPTOIR_HTML_ERROR). */
G_DECLARE_FINAL_TYPE (ComptoirHtmlView, comptoir_html_view, COMPTOIR, HTML_VIEW, GtkWidget)

GtkWidget *comptoir_html_view_new (void);
/* @bytes: (nullable): %NULL empties the view. @title: for the print job. */
void comptoir_html_view_set_document (ComptoirHtmlView *self, GBytes *bytes, const char *title);

G_END_DECLS
