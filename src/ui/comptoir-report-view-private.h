/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-load-progress.h"
#include "comptoir-reply-view.h"
#include "comptoir-report-view.h"

G_BEGIN_DECLS

struct _ComptoirReportView
{
  AdwBin parent_instance;

  GtkStack *stack;
  ComptoirLoadProgress *progress;
  AdwStatusPage *failed;
  GtkExpander *failed_expander;
  GtkLabel *failed_detail;
  ComptoirReplyView *reply;
  AdwStatusPage *unshown;

  ComptoirSales *sales;
  KashReport report;
  ComptoirReportContent *content;
  GDate day;
  GCancellable *cancellable; /* (nullable): of the load under way */
  GBytes *bytes;
  GDateTime *edited;
};

/* comptoir-report-view.c */
void comptoir_report_view_set_file (ComptoirReportView *self, GBytes *bytes, GDateTime *edited);
void comptoir_report_view_set_cancellable (ComptoirReportView *self, GCancellable *cancellable);

/* comptoir-report-view-load.c */
void comptoir_report_view_show (ComptoirReportView *self, const char *state);
void comptoir_report_view_show_failure (ComptoirReportView *self, const GError *error);
void comptoir_report_view_fail (ComptoirReportView *self, const char *sentence);
void comptoir_report_view_start (ComptoirReportView *self, gboolean refresh);

G_END_DECLS
