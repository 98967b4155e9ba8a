/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sheet-view-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-table-print.h"
#include "comptoir-table-sum.h"

G_DEFINE_FINAL_TYPE (ComptoirSheetView, comptoir_sheet_view, ADW_TYPE_BIN)

static gboolean
is_narrowed (ComptoirSheetView *self)
{
  const char *search = comptoir_table_model_get_search (self->model);

  return (search != NULL && *search != '\0')
         || comptoir_table_model_get_filters (self->model)->len > 0;
}

static void
update (ComptoirSheetView *self)
{
  guint all = comptoir_dataset_get_n_rows (self->dataset);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean narrowed = is_narrowed (self);
  g_autofree char *text = NULL;

  if (narrowed)
    text = g_strdup_printf (ngettext ("%'u of %'u row", "%'u of %'u rows", all), shown, all);
  else
    text = g_strdup_printf (ngettext ("%'u row", "%'u rows", all), all);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), all > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns_button), all > 0);
  if (comptoir_table_model_get_busy (self->model))
    return;
  gtk_stack_set_visible_child_name (self->stack, all == 0                 ? "empty"
                                                 : narrowed && shown == 0 ? "no-match"
                                                                          : "table");
}

static void
update_selected (ComptoirSheetView *self)
{
  g_autofree char *text = NULL;

  if (self->dataset == NULL)
    return;
  text = comptoir_table_sum_dup_selected (self->table, self->shop,
                                          comptoir_dataset_get_table (self->dataset));
  gtk_label_set_label (self->selected, text);
}

static void
show_filters (ComptoirSheetView *self)
{
  comptoir_filter_bar_show_filters (self->filter_bar, self->shop,
                                    comptoir_dataset_get_table (self->dataset),
                                    comptoir_table_model_get_filters (self->model));
}

static void
on_search_changed (ComptoirSheetView *self)
{
  if (self->model == NULL)
    return;
  comptoir_table_model_set_search (self->model,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update (self);
}

static void
on_search_started (ComptoirSheetView *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
on_stop_search (ComptoirSheetView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_search_activate (ComptoirSheetView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_filter_made (ComptoirSheetView *self, const ComptoirFilter *filter)
{
  GPtrArray *old = comptoir_table_model_get_filters (self->model);
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();

  for (guint i = 0; i < old->len; i++)
    g_ptr_array_add (filters, g_ptr_array_index (old, i));
  g_ptr_array_add (filters, (gpointer) filter);
  comptoir_sheet_view_set_filters (self, filters);
}

static void
on_filter_removed (ComptoirSheetView *self, guint place)
{
  GPtrArray *filters = comptoir_table_model_get_filters (self->model);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < filters->len; i++)
    if (i != place)
      g_ptr_array_add (rest, g_ptr_array_index (filters, i));
  comptoir_sheet_view_set_filters (self, rest);
}

static void
on_selection_changed (ComptoirSheetView *self)
{
  update_selected (self);
}

static gboolean
comptoir_sheet_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_SHEET_VIEW (widget)->table));
}

static void
comptoir_sheet_view_dispose (GObject *object)
{
  ComptoirSheetView *self = COMPTOIR_SHEET_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->model != NULL && self->table != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (self->table, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SHEET_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->dataset);
  g_clear_object (&self->shop);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (comptoir_sheet_view_parent_class)->dispose (object);
}

static void
comptoir_sheet_view_finalize (GObject *object)
{
  ComptoirSheetView *self = COMPTOIR_SHEET_VIEW (object);

  g_clear_object (&self->cancellable);
  g_free (self->title);
  G_OBJECT_CLASS (comptoir_sheet_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_COLUMN_CHOOSER);
  g_type_ensure (COMPTOIR_TYPE_FILTER_BAR);
  g_type_ensure (COMPTOIR_TYPE_FILTER_POPOVER);
  g_type_ensure (COMPTOIR_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, search);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, table);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, count);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSheetView, selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_made);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
}

static void
comptoir_sheet_view_class_init (ComptoirSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_sheet_view_dispose;
  object_class->finalize = comptoir_sheet_view_finalize;
  widget_class->grab_focus = comptoir_sheet_view_grab_focus;
  bind_template (widget_class);
}

static void
comptoir_sheet_view_init (ComptoirSheetView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  comptoir_sheet_view_add_actions (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->table));
}

/**
 * comptoir_sheet_view_new:
 * @shop: for its currency
 * @title: what the table is, for printing
 *
 * Returns: a view without a table
 */
GtkWidget *
comptoir_sheet_view_new (ComptoirShop *shop, const char *title)
{
  ComptoirSheetView *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_SHEET_VIEW, NULL);
  self->shop = g_object_ref (shop);
  self->title = g_strdup (title);
  self->dataset = comptoir_dataset_new_given ();
  self->model = comptoir_table_model_new (shop, self->dataset);
  g_signal_connect_object (self->model, "notify::n-items", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::busy", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  comptoir_filter_popover_set_model (self->filter_popover, self->model);
  comptoir_column_chooser_set_layout (self->column_chooser,
                                      comptoir_table_view_get_layout (self->table));
  comptoir_table_view_set_model (self->table, shop, self->model);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * comptoir_sheet_view_set_table:
 * @table: (nullable): a whole table
 */
void
comptoir_sheet_view_set_table (ComptoirSheetView *self, ComptoirTable *table)
{
  g_return_if_fail (COMPTOIR_IS_SHEET_VIEW (self));

  comptoir_dataset_give_table (self->dataset, table);
  show_filters (self);
  update (self);
  update_selected (self);
}

/**
 * comptoir_sheet_view_get_table:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
ComptoirTable *
comptoir_sheet_view_get_table (ComptoirSheetView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHEET_VIEW (self), NULL);

  return comptoir_dataset_get_table (self->dataset);
}

void
comptoir_sheet_view_focus_search (ComptoirSheetView *self)
{
  g_return_if_fail (COMPTOIR_IS_SHEET_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * comptoir_sheet_view_print:
 *
 * Returns: (transfer full) (nullable): the printing of the rows and columns that show; %NULL where
 *   there are none
 */
GtkPrintOperation *
comptoir_sheet_view_print (ComptoirSheetView *self)
{
  ComptoirTable *table;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SHEET_VIEW (self), NULL);

  table = comptoir_dataset_get_table (self->dataset);
  if (table == NULL)
    return NULL;
  rows = comptoir_table_view_dup_rows (self->table);
  columns = comptoir_table_layout_dup_visible (comptoir_table_view_get_layout (self->table));
  return comptoir_table_print_new (self->shop, self->title, table, rows, columns);
}

/* @filters: (nullable): copied */
void
comptoir_sheet_view_set_filters (ComptoirSheetView *self, GPtrArray *filters)
{
  comptoir_table_model_set_filters (self->model, filters);
  show_filters (self);
  update (self);
}

/* No search, no filters: all rows. */
void
comptoir_sheet_view_clear (ComptoirSheetView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  comptoir_table_model_set_search (self->model, NULL);
  comptoir_sheet_view_set_filters (self, NULL);
}
