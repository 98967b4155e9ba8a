/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-report-content.h"
#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPORT_VIEW (comptoir_report_view_get_type ())

/* One report of a day: its coming, what it shows, and what came instead.
 *
 * Properties, read-only: "loading" (boolean), "bytes" (GBytes, nullable: the file as it came,
 * whatever it is). Signal "refresh-failed" (const char *sentence): what was shown stays. */
G_DECLARE_FINAL_TYPE (ComptoirReportView, comptoir_report_view, COMPTOIR, REPORT_VIEW, AdwBin)

GtkWidget *
comptoir_report_view_new (ComptoirSales *sales, KashReport report, ComptoirReportContent *content);
KashReport comptoir_report_view_get_report (ComptoirReportView *self);
ComptoirReportContent *comptoir_report_view_get_content (ComptoirReportView *self);
/* Forgets the day before; nothing is asked for until comptoir_report_view_load(). */
void comptoir_report_view_set_day (ComptoirReportView *self, const GDate *day);
void comptoir_report_view_load (ComptoirReportView *self);    /* unless it is there */
void comptoir_report_view_refresh (ComptoirReportView *self); /* even then */
gboolean comptoir_report_view_get_loading (ComptoirReportView *self);
GBytes *comptoir_report_view_get_bytes (ComptoirReportView *self); /* (transfer none) (nullable) */
GDateTime *
comptoir_report_view_get_edited (ComptoirReportView *self); /* (transfer none) (nullable) */
const char *comptoir_report_view_get_state (ComptoirReportView *self);

G_END_DECLS
