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
  g_autofree char *name = NULL;
  GBytes *bytes = comptoir_sales_page_get_file (self, &name);

  if (bytes != NULL)
    comptoir_report_save (GTK_WIDGET (self), bytes, name, self->cancellable, on_told, self);
}

static void
on_open_with (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  g_autofree char *name = NULL;
  GBytes *bytes = comptoir_sales_page_get_file (self, &name);

  if (bytes != NULL)
    comptoir_report_open (GTK_WIDGET (self), bytes, name, self->cancellable, on_told, self);
}

static void
print_sheet (ComptoirSalesPage *self, ComptoirSheetView *sheet)
{
  g_autoptr (GtkPrintOperation) operation = comptoir_sheet_view_print (sheet);
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
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  ComptoirSheetView *sheet = comptoir_sales_page_get_sheet (self);
  ComptoirPreviewContent *preview = comptoir_sales_page_get_preview (self);

  if (sheet != NULL)
    print_sheet (self, sheet);
  else if (preview != NULL)
    comptoir_preview_content_activate (preview, "print");
}

/* In what is in front: a document or a table. */
static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  ComptoirSheetView *sheet = comptoir_sales_page_get_sheet (self);
  ComptoirPreviewContent *preview = comptoir_sales_page_get_preview (self);

  if (sheet != NULL)
    comptoir_sheet_view_focus_search (sheet);
  else if (preview != NULL)
    comptoir_preview_content_activate (preview, "find");
}

/* "zoom-in", "zoom-out", "zoom-reset" */
static void
on_zoom (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirPreviewContent *preview = comptoir_sales_page_get_preview (user_data);

  if (preview != NULL)
    comptoir_preview_content_activate (preview, g_action_get_name (G_ACTION (action)));
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

/* Puts the group "sales" on the widget, and "page" with what the window's shortcuts ask of any
 * page. */
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
    { "find", on_find },
    { "zoom-in", on_zoom },
    { "zoom-out", on_zoom },
    { "zoom-reset", on_zoom },
    { "copy-summary", on_copy_summary },
    { "export-period", on_export_period },
    { "total-column", on_total_column },
  };
  static const GActionEntry page_entries[] = {
    { "search", on_find },
    { "refresh", on_refresh },
    { "print", on_print },
    { "export", on_save_as },
  };
  g_autoptr (GSimpleActionGroup) page_actions = g_simple_action_group_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sales", G_ACTION_GROUP (self->actions));
  g_action_map_add_action_entries (G_ACTION_MAP (page_actions), page_entries,
                                   G_N_ELEMENTS (page_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (page_actions));
}

/* What can't be done now is shown so. */
void
comptoir_sales_page_update_actions (ComptoirSalesPage *self)
{
  ComptoirReportView *view = comptoir_sales_page_get_report (self);
  gboolean file = view != NULL && comptoir_report_view_get_bytes (view) != NULL;
  gboolean sheet = comptoir_sales_page_get_sheet (self) != NULL;
  gboolean preview = comptoir_sales_page_get_preview (self) != NULL;
  GDate today, yesterday;

  comptoir_sales_get_today (self->sales, &today);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  set_enabled (self, "next-day", g_date_compare (&self->day, &today) < 0);
  set_enabled (self, "yesterday", g_date_compare (&self->day, &yesterday) != 0);
  gtk_widget_set_visible (self->file_handle, file);
  set_enabled (self, "save-as", file);
  set_enabled (self, "open-with", file);
  set_enabled (self, "print", sheet || preview);
  set_enabled (self, "find", sheet || preview);
  set_enabled (self, "zoom-in", preview);
  set_enabled (self, "zoom-out", preview);
  set_enabled (self, "zoom-reset", preview);
  set_enabled (self, "copy-summary", comptoir_sales_peek_summary (self->sales, &self->day) != NULL);
}
