/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-loaded-report.h"

static void
loaded_report_clear (gpointer data)
{
  ComptoirLoadedReport *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->edited, g_date_time_unref);
}

/**
 * comptoir_loaded_report_new:
 * @body: the report as it came
 * @edited: when it was made
 *
 * Returns: (transfer full): a report, neither kept nor final
 */
ComptoirLoadedReport *
comptoir_loaded_report_new (GBytes *body, GDateTime *edited)
{
  ComptoirLoadedReport *self;

  g_return_val_if_fail (body != NULL && edited != NULL, NULL);
  self = g_rc_box_new0 (ComptoirLoadedReport);
  self->body = g_bytes_ref (body);
  self->edited = g_date_time_ref (edited);
  return self;
}

/**
 * comptoir_loaded_report_ref:
 *
 * Returns: (transfer full): @self
 */
ComptoirLoadedReport *
comptoir_loaded_report_ref (ComptoirLoadedReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * comptoir_loaded_report_unref:
 * @self: (transfer full): a report
 */
void
comptoir_loaded_report_unref (ComptoirLoadedReport *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, loaded_report_clear);
}
