/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kash-resource.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPORT_CONTENT (comptoir_report_content_get_type ())

/* A widget that shows a report of some kind: a table, a ledger, a document. Signal: "failed"
 * (sentence): what was shown can't be any more. */
G_DECLARE_INTERFACE (ComptoirReportContent,
                     comptoir_report_content,
                     COMPTOIR,
                     REPORT_CONTENT,
                     GtkWidget)

/**
 * ComptoirReportContentInterface:
 * @load: shows a file; returns @task when it does, with an error whose sentence says why where it
 *   can't. @task has the bytes as its data and may have been cancelled.
 * @clear: shows nothing, keeps nothing of the file
 */
struct _ComptoirReportContentInterface
{
  GTypeInterface parent;

  void (*load) (ComptoirReportContent *self, GBytes *bytes, GDateTime *edited, GTask *task);
  void (*clear) (ComptoirReportContent *self);
};

void comptoir_report_content_load_async (ComptoirReportContent *self,
                                         GBytes *bytes,
                                         GDateTime *edited,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean comptoir_report_content_load_finish (ComptoirReportContent *self,
                                              GAsyncResult *result,
                                              GError **error);
void comptoir_report_content_clear (ComptoirReportContent *self);

G_END_DECLS
