/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-cell.h"
#include "comptoir-display.h"
#include "comptoir-spreadsheet.h"
#include "comptoir-table-export.h"
#include "comptoir-table-print.h"
#include "comptoir-table-text.h"

static void
set_enabled (ComptoirResourcePage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_RESOURCE_PAGE (user_data)->search));
}

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_dataset_refresh (COMPTOIR_RESOURCE_PAGE (user_data)->dataset);
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_dataset_cancel (COMPTOIR_RESOURCE_PAGE (user_data)->dataset);
}

static void
on_copy_cell (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  ComptoirRow *row = comptoir_table_view_get_current_row (self->table);
  ComptoirTableColumn *column = comptoir_table_view_get_current_column (self->table);
  g_autofree char *text = NULL;

  if (row == NULL || column == NULL)
    return;
  text = comptoir_display_cell (self->shop, comptoir_row_get_table (row),
                                comptoir_row_get_index (row), column->index);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text != NULL ? text : "");
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirResourcePage) self = user_data;
  g_autoptr (GBytes) text = comptoir_table_text_finish (result, NULL);
  g_autoptr (GdkContentProvider) content = NULL;

  if (text == NULL)
    return;
  /* As bytes, which aren't copied again: 100,000 rows are many. */
  content = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
copy_rows (ComptoirResourcePage *self, ComptoirTableTextForm form)
{
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  g_autoptr (GArray) rows = comptoir_table_view_dup_selected_rows (self->table);
  g_autoptr (GArray) columns
      = comptoir_table_layout_dup_visible (comptoir_table_view_get_layout (self->table));

  if (table != NULL && rows->len > 0)
    comptoir_table_text_async (self->shop, table, rows, columns, form, self->cancellable, on_copied,
                               g_object_ref (self));
}

static void
on_copy_rows (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_rows (user_data, COMPTOIR_TABLE_TEXT_TABS);
}

static void
on_copy_csv (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_rows (user_data, COMPTOIR_TABLE_TEXT_CSV);
}

/* Ctrl+C: the cell one is at, or the rows when several are selected. */
static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;

  if (comptoir_table_view_get_n_selected (self->table) > 1)
    on_copy_rows (action, parameter, user_data);
  else
    on_copy_cell (action, parameter, user_data);
}

static void
on_spreadsheet_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirResourcePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_spreadsheet_open_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    comptoir_resource_page_toast (self, error->message);
}

static void
on_open_spreadsheet (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  g_autoptr (GArray) rows = comptoir_table_view_dup_rows (self->table);
  g_autoptr (GArray) columns
      = comptoir_table_layout_dup_visible (comptoir_table_view_get_layout (self->table));

  if (table != NULL)
    comptoir_spreadsheet_open_async (GTK_WIDGET (self), self->shop, table, rows, columns,
                                     self->cancellable, on_spreadsheet_opened, g_object_ref (self));
}

static void
on_export_done (const char *sentence, gpointer user_data)
{
  comptoir_resource_page_toast (user_data, sentence);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  KashFormat format;

  if (kash_format_from_name (g_variant_get_string (parameter, NULL), &format))
    comptoir_export_resource (GTK_WIDGET (self), self->shop, self->resource, format,
                              self->cancellable, on_export_done, self);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
  g_autoptr (GArray) rows = comptoir_table_view_dup_rows (self->table);
  g_autoptr (GArray) columns
      = comptoir_table_layout_dup_visible (comptoir_table_view_get_layout (self->table));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (table == NULL)
    return;
  operation = comptoir_table_print_new (self->shop, kash_resource_get_title (self->resource), table,
                                        rows, columns);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Printing failed: %s"), error->message);

      comptoir_resource_page_toast (self, sentence);
    }
}

static void
on_details_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_widget_set_visible (GTK_WIDGET (self->details), g_variant_get_boolean (state));
  comptoir_detail_pane_update (self->details);
  comptoir_resource_page_state_changed (self);
}

static void
on_columns (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (COMPTOIR_RESOURCE_PAGE (user_data)->columns_button);
}

static void
on_add_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (COMPTOIR_RESOURCE_PAGE (user_data)->filter_button);
}

static void
on_filter_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;

  comptoir_filter_popover_set_column (self->filter_popover, g_variant_get_string (parameter, NULL));
  gtk_menu_button_popup (self->filter_button);
}

static void
on_filter_value (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  ComptoirRow *row = comptoir_table_view_get_current_row (self->table);
  ComptoirTableColumn *column = comptoir_table_view_get_current_column (self->table);
  g_autoptr (GTimeZone) zone = comptoir_display_dup_zone (self->shop);
  g_autoptr (ComptoirFilter) filter = NULL;
  g_autofree char *value = NULL;
  ComptoirCellKind kind;
  const char *text = NULL;
  gsize length = 0;

  if (row == NULL || column == NULL)
    return;
  kind = comptoir_table_get_cell (comptoir_row_get_table (row), comptoir_row_get_index (row),
                                  column->index, &text, &length);
  value = comptoir_cell_dup_value (column->type, kind, text, length, zone);
  filter = comptoir_filter_new (column->name,
                                *value != '\0' ? COMPTOIR_FILTER_IS : COMPTOIR_FILTER_EMPTY, value);
  comptoir_resource_page_add_filter (self, filter);
}

static void
on_clear_filters (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_resource_page_set_filters (user_data, NULL);
}

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_resource_page_clear (user_data);
}

static void
sort (ComptoirResourcePage *self, const char *name, gboolean descending)
{
  comptoir_table_view_set_sort (self->table, name, descending);
  comptoir_resource_page_state_changed (self);
}

static void
on_sort_ascending (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sort (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
on_sort_descending (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sort (user_data, g_variant_get_string (parameter, NULL), TRUE);
}

static void
on_sort_none (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sort (user_data, NULL, FALSE);
}

static void
on_hide_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirTableLayout *layout
      = comptoir_table_view_get_layout (COMPTOIR_RESOURCE_PAGE (user_data)->table);
  GtkColumnViewColumn *column
      = comptoir_table_layout_find (layout, g_variant_get_string (parameter, NULL));

  if (column != NULL)
    gtk_column_view_column_set_visible (column, FALSE);
}

static void
on_show_reference (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirResourcePage *self = user_data;
  g_autofree char *id = NULL;
  const char *resource;

  if (comptoir_table_view_dup_reference (self->table, &resource, &id))
    comptoir_resource_page_follow (self, resource, id);
}

static void
on_save_reply (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_resource_page_save_reply (user_data);
}

/* Asks where to save the reply that could not be read. */
void
comptoir_resource_page_save_reply (ComptoirResourcePage *self)
{
  GBytes *reply = comptoir_dataset_get_unreadable (self->dataset);

  if (reply != NULL)
    comptoir_export_reply (GTK_WIDGET (self), self->resource, reply, self->cancellable,
                           on_export_done, self);
}

/* Puts the group "page" on the widget. */
void
comptoir_resource_page_add_actions (ComptoirResourcePage *self)
{
  static const GActionEntry entries[] = {
    { "search", on_search },
    { "refresh", on_refresh },
    { "cancel", on_cancel },
    { "copy", on_copy },
    { "copy-cell", on_copy_cell },
    { "copy-rows", on_copy_rows },
    { "copy-csv", on_copy_csv },
    { "open-spreadsheet", on_open_spreadsheet },
    { "export", on_export, "s" },
    { "print", on_print },
    { "details", NULL, NULL, "false", on_details_changed },
    { "columns", on_columns },
    { "add-filter", on_add_filter },
    { "filter-column", on_filter_column, "s" },
    { "filter-value", on_filter_value },
    { "clear-filters", on_clear_filters },
    { "clear", on_clear },
    { "sort-ascending", on_sort_ascending, "s" },
    { "sort-descending", on_sort_descending, "s" },
    { "sort-none", on_sort_none, "s" },
    { "hide-column", on_hide_column, "s" },
    { "show-reference", on_show_reference },
    { "save-reply", on_save_reply },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
}

/* What can't be done now is shown so. */
void
comptoir_resource_page_update_actions (ComptoirResourcePage *self)
{
  static const char *const on_row[]
      = { "copy", "copy-cell", "copy-rows", "copy-csv", "filter-value", "show-reference" };
  static const char *const on_rows[] = { "open-spreadsheet", "print", "add-filter", "columns" };
  gboolean loading = comptoir_dataset_get_loading (self->dataset);
  gboolean row = comptoir_table_view_get_current_row (self->table) != NULL;
  gboolean rows = comptoir_dataset_get_n_rows (self->dataset) > 0;

  set_enabled (self, "refresh", !loading);
  set_enabled (self, "cancel", loading);
  set_enabled (self, "save-reply", comptoir_dataset_get_unreadable (self->dataset) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (on_row); i++)
    set_enabled (self, on_row[i], row);
  for (guint i = 0; i < G_N_ELEMENTS (on_rows); i++)
    set_enabled (self, on_rows[i], rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns_button), rows);
}
