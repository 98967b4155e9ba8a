/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From asking for a report to what shows for it. */

#include "comptoir-report-view-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"

void
comptoir_report_view_show (ComptoirReportView *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
}

void
comptoir_report_view_show_failure (ComptoirReportView *self, const GError *error)
{
  const char *detail = kash_error_get_detail (error);
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_title (self->failed, _ ("Loading Was Cancelled"));
      adw_status_page_set_description (self->failed, NULL);
    }
  else
    {
      adw_status_page_set_title (self->failed, _ ("This Report Could Not Be Loaded"));
      adw_status_page_set_description (self->failed, sentence);
    }
  gtk_label_set_label (self->failed_detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed_expander), detail != NULL && *detail != '\0');
  comptoir_report_view_show (self, "failed");
}

/* Whether the file is a document of the kind asked for, whose bytes tell a person nothing. */
static gboolean
is_document (ComptoirReportView *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ComptoirFileKind kind = comptoir_file_kind_sniff (data, length);

  return kind == COMPTOIR_FILE_PDF
         || (kind == COMPTOIR_FILE_HTML && self->report == KASH_REPORT_STD);
}

/* What came is something else than what was asked for, or can't be read: it is shown as text,
 * unless it is a document that can only be saved. */
static void
show_reply (ComptoirReportView *self, const char *sentence, GBytes *bytes)
{
  if (is_document (self, bytes))
    {
      g_autofree char *markup = g_markup_escape_text (sentence, -1);

      adw_status_page_set_description (self->unshown, markup);
      comptoir_report_view_show (self, "unshown");
      return;
    }
  comptoir_reply_view_show_reply (self->reply, sentence, bytes);
  comptoir_report_view_show (self, "reply");
}

/* Whether a result is of no use any more: another load was begun, or the view is gone. Nothing else
 * keeps the view, so this comes before all that touches it. */
static gboolean
is_given_up (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
on_content_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirReportView *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean shown
      = comptoir_report_content_load_finish (COMPTOIR_REPORT_CONTENT (source), result, &error);

  if (is_given_up (result))
    return;
  if (shown)
    comptoir_report_view_show (self, "content");
  else
    show_reply (self, error->message, self->bytes);
  comptoir_report_view_set_cancellable (self, NULL);
}

/* After it was shown: the process that showed it ended. */
void
comptoir_report_view_fail (ComptoirReportView *self, const char *sentence)
{
  if (self->bytes != NULL)
    show_reply (self, sentence, self->bytes);
}

static void
take_file (ComptoirReportView *self, GBytes *bytes, GDateTime *edited)
{
  comptoir_report_view_set_file (self, bytes, edited);
  if (g_bytes_get_size (bytes) > 0)
    {
      comptoir_report_content_load_async (self->content, bytes, edited, self->cancellable,
                                          on_content_shown, self);
      return;
    }
  comptoir_report_view_show (self, "empty");
  comptoir_report_view_set_cancellable (self, NULL);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirReportView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) edited = NULL;
  g_autoptr (GBytes) bytes
      = comptoir_sales_load_report_finish (COMPTOIR_SALES (source), result, &edited, &error);
  GBytes *unreadable = comptoir_sales_get_unreadable (COMPTOIR_SALES (source), result);

  if (is_given_up (result))
    return;
  if (bytes != NULL)
    {
      take_file (self, bytes, edited);
      return;
    }
  if (unreadable != NULL && self->bytes == NULL)
    {
      comptoir_report_view_set_file (self, unreadable, NULL);
      show_reply (self, error->message, unreadable);
    }
  else if (self->bytes != NULL)
    g_signal_emit_by_name (self, "refresh-failed", error->message);
  else
    comptoir_report_view_show_failure (self, error);
  comptoir_report_view_set_cancellable (self, NULL);
}

void
comptoir_report_view_start (ComptoirReportView *self, gboolean refresh)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  comptoir_report_view_set_cancellable (self, cancellable);
  if (self->bytes == NULL)
    comptoir_report_view_show (self, "loading");
  comptoir_sales_load_report_async (self->sales, self->report, &self->day, refresh, cancellable,
                                    on_loaded, self);
}
