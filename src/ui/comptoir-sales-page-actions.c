/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-period-dialog.h"
#include "comptoir-report-open.h"
#include "comptoir-report-save.h"
#include "comptoir-sales-text.h"

static GtkWindow *
get_window (ComptoirSalesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
}

static void
set_enabled (ComptoirSalesPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
go (ComptoirSalesPage *self, int days)
{
  GDate day = self->day;

  if (days > 0)
    g_date_add_days (&day, (guint) days);
  else
    g_date_subtract_days (&day, (guint) -days);
  comptoir_sales_page_set_day (self, &day);
}

static void
on_previous_day (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, -1);
}

static void
on_next_day (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, 1);
}

static void
on_yesterday (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  GDate day;

  comptoir_sales_get_yesterday (self->sales, &day);
  comptoir_sales_page_set_day (self, &day);
}

static void
on_same_day_last_week (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, -7);
}

static void
on_view (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  comptoir_sales_page_show_view (user_data, g_variant_get_string (state, NULL));
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sales_page_refresh (user_data);
}

static void
on_told (const char *sentence, gpointer user_data)
{
  comptoir_sales_page_toast (user_data, sentence);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  ComptoirReportView *view = comptoir_sales_page_get_report (self);
  GBytes *bytes = view != NULL ? comptoir_report_view_get_bytes (view) : NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return;
  name = comptoir_sales_text_file_name (self->shop, comptoir_report_view_get_report (view),
                                        &self->day, bytes);
  comptoir_report_save (GTK_WIDGET (self), bytes, name, self->cancellable, on_told, self);
}

static void
on_open_with (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  ComptoirReportView *view = comptoir_sales_page_get_report (self);
  GBytes *bytes = view != NULL ? comptoir_report_view_get_bytes (view) : NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return;
  name = comptoir_sales_text_file_name (self->shop, comptoir_report_view_get_report (view),
                                        &self->day, bytes);
  comptoir_report_open (GTK_WIDGET (self), bytes, name, self->cancellable, on_told, self);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  ComptoirSheetView *sheet = comptoir_sales_page_get_sheet (self);
  g_autoptr (GtkPrintOperation) operation
      = sheet != NULL ? comptoir_sheet_view_print (sheet) : NULL;
  g_autoptr (GError) error = NULL;

  if (operation != NULL
      && gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  get_window (self), &error)
             == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Printing failed: %s"), error->message);

      comptoir_sales_page_toast (self, sentence);
    }
}

static void
on_copy_summary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  const ComptoirSalesSummary *summary = comptoir_sales_peek_summary (self->sales, &self->day);
  g_autoptr (ComptoirSalesSummary) copy = NULL;
  g_autofree char *text = NULL;
  GDate before = self->day;

  if (summary == NULL)
    return;
  copy = comptoir_sales_summary_copy (summary);
  g_date_subtract_days (&before, 7);
  text = comptoir_sales_text_summary (self->shop, &self->day, copy,
                                      comptoir_sales_peek_summary (self->sales, &before));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  comptoir_sales_page_toast (self, _ ("The summary is in the clipboard."));
}

static void
on_export_period (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;

  gtk_window_present (
      GTK_WINDOW (comptoir_period_dialog_new (get_window (self), self->sales, &self->day)));
}

static void
on_total_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sales_page_choose_column (user_data);
}

/* Puts the group "sales" on the widget. */
void
comptoir_sales_page_add_actions (ComptoirSalesPage *self)
{
  static const GActionEntry entries[] = {
    { "previous-day", on_previous_day },
    { "next-day", on_next_day },
    { "yesterday", on_yesterday },
    { "same-day-last-week", on_same_day_last_week },
    { "view", NULL, "s", "'summary'", on_view },
    { "refresh", on_refresh },
    { "save-as", on_save_as },
    { "open-with", on_open_with },
    { "print", on_print },
    { "copy-summary", on_copy_summary },
    { "export-period", on_export_period },
    { "total-column", on_total_column },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sales", G_ACTION_GROUP (self->actions));
}

/* What can't be done now is shown so. */
void
comptoir_sales_page_update_actions (ComptoirSalesPage *self)
{
  ComptoirReportView *view = comptoir_sales_page_get_report (self);
  gboolean file = view != NULL && comptoir_report_view_get_bytes (view) != NULL;
  GDate today, yesterday;

  comptoir_sales_get_today (self->sales, &today);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  set_enabled (self, "next-day", g_date_compare (&self->day, &today) < 0);
  set_enabled (self, "yesterday", g_date_compare (&self->day, &yesterday) != 0);
  set_enabled (self, "save-as", file);
  set_enabled (self, "open-with", file);
  set_enabled (self, "print", comptoir_sales_page_get_sheet (self) != NULL);
  set_enabled (self, "copy-summary", comptoir_sales_peek_summary (self->sales, &self->day) != NULL);
}
