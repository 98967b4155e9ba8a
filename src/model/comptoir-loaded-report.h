/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ComptoirLoadedReport:
 * @body: the report as it came
 * @edited: when it was made
 * @kept: it came from the store
 * @final: whole, and of a day that was over when it was made: it stays as it is
 *
 * A day's report. Reference counted.
 */
typedef struct
{
  GBytes *body;
  GDateTime *edited;
  gboolean kept;
  gboolean final;
} ComptoirLoadedReport;

ComptoirLoadedReport *comptoir_loaded_report_new (GBytes *body, GDateTime *edited);
ComptoirLoadedReport *comptoir_loaded_report_ref (ComptoirLoadedReport *self);
void comptoir_loaded_report_unref (ComptoirLoadedReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirLoadedReport, comptoir_loaded_report_unref)

G_END_DECLS
