/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-report-content.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PREVIEW_CONTENT (comptoir_preview_content_get_type ())

/* A report as it looks on paper: what shows it is made when there is one to show, as it brings a
 * process of its own. Property: "ready" (boolean): a report is on screen. */
G_DECLARE_FINAL_TYPE (ComptoirPreviewContent,
                      comptoir_preview_content,
                      COMPTOIR,
                      PREVIEW_CONTENT,
                      AdwBin)

GtkWidget *comptoir_preview_content_new (KashReport report);
void comptoir_preview_content_set_title (ComptoirPreviewContent *self, const char *title);
gboolean comptoir_preview_content_get_ready (ComptoirPreviewContent *self);
gboolean comptoir_preview_content_activate (ComptoirPreviewContent *self, const char *action);

G_END_DECLS
