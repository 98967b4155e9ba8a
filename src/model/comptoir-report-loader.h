/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-loaded-report.h"
#include "comptoir-store.h"
#include "kash-client.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPORT_LOADER (comptoir_report_loader_get_type ())

/* The reports of a shop's days, from the store or from the service, which is asked once however
 * many want the same one at a time. */
G_DECLARE_FINAL_TYPE (ComptoirReportLoader,
                      comptoir_report_loader,
                      COMPTOIR,
                      REPORT_LOADER,
                      GObject)

ComptoirReportLoader *comptoir_report_loader_new (KashClient *client,
                                                  ComptoirStore *store, /* (nullable) */
                                                  const char *account);
void comptoir_report_loader_load_async (ComptoirReportLoader *self,
                                        KashReport report,
                                        const GDate *day,
                                        GTimeZone *zone,
                                        gboolean refresh,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
ComptoirLoadedReport *comptoir_report_loader_load_finish (ComptoirReportLoader *self,
                                                          GAsyncResult *result,
                                                          GBytes **unreadable, /* (nullable) */
                                                          GError **error);

G_END_DECLS
