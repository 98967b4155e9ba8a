/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PERIOD_EXPORT (comptoir_period_export_get_type ())

typedef enum
{
  COMPTOIR_EXISTING_KEEP, /* a file of that name stays, the day counts as done: how one goes on */
  COMPTOIR_EXISTING_REPLACE,
} ComptoirExisting;

/* The reports of a period, day by day, into a folder: up to six requests at once, each file
 * written under a temporary name and renamed when whole. Run again, it goes on where it stopped.
 * Files are called SHOP-2026-11-23-report.html and .pdf, -spreadsheet.xlsx (or what it turns out
 * to be), -sales.csv, -fec.txt and -saft.xml.
 *
 * Properties, read-only and notified: "n-files" (uint, to be had), "n-done" (uint), "n-failed"
 * (uint), "seconds-left" (int, -1 while not known), "running" (boolean). */
G_DECLARE_FINAL_TYPE (ComptoirPeriodExport,
                      comptoir_period_export,
                      COMPTOIR,
                      PERIOD_EXPORT,
                      GObject)

/* A day and format that failed, with why. */
typedef struct
{
  GDate day;
  KashReport report;
  GError *error;
} ComptoirExportFailure;

/* @reports: bits by KashReport, 1 << KASH_REPORT_PDF and so on. @first ≤ @last. */
ComptoirPeriodExport *comptoir_period_export_new (ComptoirSales *sales,
                                                  const GDate *first,
                                                  const GDate *last,
                                                  guint reports,
                                                  GFile *folder,
                                                  ComptoirExisting existing);
/* How many files of the period are there already: what to ask about before replacing. */
void comptoir_period_export_count_existing_async (ComptoirPeriodExport *self,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
gboolean comptoir_period_export_count_existing_finish (ComptoirPeriodExport *self,
                                                       GAsyncResult *result,
                                                       guint *n_existing,
                                                       GError **error);
void comptoir_period_export_run_async (ComptoirPeriodExport *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* %TRUE when every file is there. Failures of single days aren't errors of the whole: then it is
 * %FALSE without an error. */
gboolean comptoir_period_export_run_finish (ComptoirPeriodExport *self,
                                            GAsyncResult *result,
                                            GError **error);
GPtrArray *comptoir_period_export_get_failures (
    ComptoirPeriodExport *self); /* (element-type ComptoirExportFailure) */

G_END_DECLS
