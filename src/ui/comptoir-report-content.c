/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-content.h"

G_DEFINE_INTERFACE (ComptoirReportContent, comptoir_report_content, GTK_TYPE_WIDGET)

static void
comptoir_report_content_default_init (ComptoirReportContentInterface *iface)
{
  g_signal_new ("failed", COMPTOIR_TYPE_REPORT_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

/**
 * comptoir_report_content_load_async:
 * @bytes: a file as it came
 * @edited: (nullable): when it was made
 * @cancellable: (nullable): cancelled when another is wanted
 *
 * Shows a file in place of the one before.
 */
void
comptoir_report_content_load_async (ComptoirReportContent *self,
                                    GBytes *bytes,
                                    GDateTime *edited,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_REPORT_CONTENT (self));
  g_return_if_fail (bytes != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_report_content_load_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  COMPTOIR_REPORT_CONTENT_GET_IFACE (self)->load (self, bytes, edited, task);
  g_object_unref (task);
}

/**
 * comptoir_report_content_load_finish:
 *
 * Returns: whether the file is shown. Errors: with a sentence that says what can't be read, or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_report_content_load_finish (ComptoirReportContent *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_report_content_load_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
comptoir_report_content_clear (ComptoirReportContent *self)
{
  g_return_if_fail (COMPTOIR_IS_REPORT_CONTENT (self));

  COMPTOIR_REPORT_CONTENT_GET_IFACE (self)->clear (self);
}
