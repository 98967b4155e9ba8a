/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-export-folder.h"
#include "comptoir-sales-text.h"

/* A row a failure: a list of more is of no use to anyone. */
#define MAX_FAILURES 200

static void
show (ComptoirPeriodDialog *self, const char *state)
{
  gboolean choosing = g_str_equal (state, "choose");
  gboolean running = g_str_equal (state, "progress");

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (self->export_button, choosing);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button),
                        choosing || running ? _ ("_Cancel") : _ ("_Close"));
}

static guint
get_uint (ComptoirPeriodDialog *self, const char *property)
{
  guint value;

  g_object_get (self->export, property, &value, NULL);
  return value;
}

/* (transfer full): "about 2 minutes left" */
static char *
dup_time_left (int seconds)
{
  int minutes = (seconds + 59) / 60;

  if (seconds < 0)
    return g_strdup ("");
  if (seconds < 60)
    return g_strdup_printf (
        ngettext ("about %d second left", "about %d seconds left", MAX (seconds, 1)),
        MAX (seconds, 1));
  return g_strdup_printf (ngettext ("about %d minute left", "about %d minutes left", minutes),
                          minutes);
}

static void
on_progress (ComptoirPeriodDialog *self)
{
  guint all = get_uint (self, "n-files"), done = get_uint (self, "n-done");
  guint failed = get_uint (self, "n-failed");
  int seconds;
  g_autofree char *count = NULL;
  g_autofree char *left = NULL;

  g_object_get (self->export, "seconds-left", &seconds, NULL);
  left = dup_time_left (seconds);
  count = g_strdup_printf (ngettext ("%u of %u file", "%u of %u files", all), done, all);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->left, left);
  gtk_progress_bar_set_fraction (self->bar, all > 0 ? (double) (done + failed) / all : 0);
}

static void
show_failure (ComptoirPeriodDialog *self, const ComptoirExportFailure *failure)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = comptoir_sales_text_day (&failure->day);
  g_autofree char *title = NULL;

  /* Translators: a day and a report: "Monday 2 March 2026: PDF report" */
  title = g_strdup_printf (C_ ("failure", "%s: %s"), day, kash_report_get_title (failure->report));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), failure->error->message);
  gtk_list_box_append (self->failures, row);
}

static void
show_failures (ComptoirPeriodDialog *self)
{
  GPtrArray *failures = comptoir_period_export_get_failures (self->export);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->failures))) != NULL)
    gtk_list_box_remove (self->failures, row);
  for (guint i = 0; i < MIN (failures->len, MAX_FAILURES); i++)
    show_failure (self, g_ptr_array_index (failures, i));
  gtk_widget_set_visible (self->failures_box, failures->len > 0);
}

/* @error: (nullable): why it ended before its time */
static void
show_result (ComptoirPeriodDialog *self, gboolean complete, const GError *error)
{
  guint all = get_uint (self, "n-files"), done = get_uint (self, "n-done");
  g_autofree char *count = NULL;
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  show_failures (self);
  count = g_strdup_printf (
      ngettext ("%u of %u file is in the folder.", "%u of %u files are in the folder.", all), done,
      all);
  gtk_image_set_from_icon_name (self->result_icon,
                                complete ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->result, complete    ? _ ("The Reports Are Saved")
                                     : cancelled ? _ ("The Export Was Cancelled")
                                                 : _ ("Some Reports Are Missing"));
  if (error != NULL && !cancelled)
    gtk_label_set_label (self->result_detail, error->message);
  else
    gtk_label_set_label (self->result_detail, count);
  gtk_widget_set_visible (self->retry_button, !complete);
  gtk_button_set_label (GTK_BUTTON (self->retry_button),
                        cancelled ? _ ("_Go On") : _ ("_Try Again"));
  show (self, "done");
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirPeriodDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean complete
      = comptoir_period_export_run_finish (COMPTOIR_PERIOD_EXPORT (source), result, &error);

  g_signal_handlers_disconnect_by_data (source, self);
  if (self->export != COMPTOIR_PERIOD_EXPORT (source))
    return;
  g_clear_object (&self->cancellable);
  show_result (self, complete, error);
}

static void
run (ComptoirPeriodDialog *self)
{
  static const char *const watched[] = { "n-files", "n-done", "n-failed", "seconds-left" };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", watched[i], NULL);

      g_signal_connect_object (self->export, signal, G_CALLBACK (on_progress), self,
                               G_CONNECT_SWAPPED);
    }
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  on_progress (self);
  show (self, "progress");
  comptoir_export_folder_set (self->folder);
  comptoir_period_export_run_async (self->export, self->cancellable, on_run, g_object_ref (self));
}

static void
create_export (ComptoirPeriodDialog *self, ComptoirExisting existing)
{
  GDate first, last;
  guint reports = 0;

  comptoir_date_button_get_day (self->first, &first);
  comptoir_date_button_get_day (self->last, &last);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      reports |= 1u << i;
  g_clear_object (&self->export);
  self->export
      = comptoir_period_export_new (self->sales, &first, &last, reports, self->folder, existing);
}

static void
on_answer (ComptoirPeriodDialog *self, const char *response)
{
  if (g_str_equal (response, "replace"))
    create_export (self, COMPTOIR_EXISTING_REPLACE);
  if (!g_str_equal (response, "cancel"))
    run (self);
}

static void
ask_about_existing (ComptoirPeriodDialog *self, guint n)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Some Reports Are There Already"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      ngettext ("%u file of this period is in the folder. Keep it and fetch the rest, or fetch "
                "all of them again in its place?",
                "%u files of this period are in the folder. Keep them and fetch the rest, or "
                "fetch all of them again in their place?",
                n),
      n);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), "keep", _ ("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirPeriodDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  gboolean counted = comptoir_period_export_count_existing_finish (COMPTOIR_PERIOD_EXPORT (source),
                                                                   result, &n, &error);

  if (self->export != COMPTOIR_PERIOD_EXPORT (source))
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (!counted)
    show_result (self, FALSE, error);
  else if (n > 0)
    ask_about_existing (self, n);
  else
    run (self);
}

/* Looks into the folder, asks about what is there, and begins. */
void
comptoir_period_dialog_start (ComptoirPeriodDialog *self)
{
  if (!comptoir_period_dialog_is_complete (self))
    return;
  create_export (self, COMPTOIR_EXISTING_KEEP);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->export_button, FALSE);
  comptoir_period_export_count_existing_async (self->export, self->cancellable, on_counted,
                                               g_object_ref (self));
}

/* Goes on with what is missing; what was to be replaced still is. */
void
comptoir_period_dialog_retry (ComptoirPeriodDialog *self)
{
  if (self->export != NULL)
    run (self);
}

void
comptoir_period_dialog_stop (ComptoirPeriodDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
