/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-report-content.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPORT_FILE_VIEW (comptoir_report_file_view_get_type ())

/* A file that isn't looked into: what came, how large, of when, and what to do with it. */
G_DECLARE_FINAL_TYPE (ComptoirReportFileView,
                      comptoir_report_file_view,
                      COMPTOIR,
                      REPORT_FILE_VIEW,
                      AdwBin)

GtkWidget *comptoir_report_file_view_new (void);

G_END_DECLS
