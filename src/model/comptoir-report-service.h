/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-loaded-report.h"
#include "kash-client.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPORT_SERVICE (comptoir_report_service_get_type ())

/* Asks the service for reports: once however many want the same one at a time. */
G_DECLARE_FINAL_TYPE (ComptoirReportService,
                      comptoir_report_service,
                      COMPTOIR,
                      REPORT_SERVICE,
                      GObject)

ComptoirReportService *comptoir_report_service_new (KashClient *client);
void comptoir_report_service_fetch_async (ComptoirReportService *self,
                                          KashReport report,
                                          const GDate *day,
                                          GTimeZone *zone,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
ComptoirLoadedReport *comptoir_report_service_fetch_finish (ComptoirReportService *self,
                                                            GAsyncResult *result,
                                                            GBytes **unreadable, /* (nullable) */
                                                            GError **error);

G_END_DECLS
