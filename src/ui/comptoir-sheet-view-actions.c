/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sheet-view-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-table-text.h"

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSheetView) self = user_data;
  g_autoptr (GBytes) text = comptoir_table_text_finish (result, NULL);
  g_autofree char *string = NULL;
  gsize length;
  const char *data;

  if (text == NULL)
    return;
  data = g_bytes_get_data (text, &length);
  string = g_strndup (data, length);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), string);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSheetView *self = user_data;
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  g_autoptr (GArray) rows = comptoir_table_view_dup_selected_rows (self->table);
  g_autoptr (GArray) columns
      = comptoir_table_layout_dup_visible (comptoir_table_view_get_layout (self->table));

  if (table != NULL && rows->len > 0)
    comptoir_table_text_async (self->shop, table, rows, columns, COMPTOIR_TABLE_TEXT_TABS,
                               self->cancellable, on_copied, g_object_ref (self));
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sheet_view_focus_search (user_data);
}

static void
on_filter_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirSheetView *self = user_data;

  comptoir_filter_popover_set_column (self->filter_popover, g_variant_get_string (parameter, NULL));
  gtk_menu_button_popup (self->filter_button);
}

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sheet_view_clear (user_data);
}

static void
on_clear_filters (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sheet_view_set_filters (user_data, NULL);
}

static void
on_sort_ascending (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_table_view_set_sort (COMPTOIR_SHEET_VIEW (user_data)->table,
                                g_variant_get_string (parameter, NULL), FALSE);
}

static void
on_sort_descending (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_table_view_set_sort (COMPTOIR_SHEET_VIEW (user_data)->table,
                                g_variant_get_string (parameter, NULL), TRUE);
}

static void
on_sort_none (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_table_view_set_sort (COMPTOIR_SHEET_VIEW (user_data)->table, NULL, FALSE);
}

static void
on_hide_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirTableLayout *layout
      = comptoir_table_view_get_layout (COMPTOIR_SHEET_VIEW (user_data)->table);
  GtkColumnViewColumn *column
      = comptoir_table_layout_find (layout, g_variant_get_string (parameter, NULL));

  if (column != NULL)
    gtk_column_view_column_set_visible (column, FALSE);
}

/* Puts the group "page" on the widget: what the headers of a table ask for. */
void
comptoir_sheet_view_add_actions (ComptoirSheetView *self)
{
  static const GActionEntry entries[] = {
    { "copy", on_copy },
    { "search", on_search },
    { "filter-column", on_filter_column, "s" },
    { "clear", on_clear },
    { "clear-filters", on_clear_filters },
    { "sort-ascending", on_sort_ascending, "s" },
    { "sort-descending", on_sort_descending, "s" },
    { "sort-none", on_sort_none, "s" },
    { "hide-column", on_hide_column, "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
}
