/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

static void
on_search_changed (ComptoirResourcePage *self)
{
  if (self->model == NULL)
    return;
  comptoir_table_model_set_search (self->model,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)));
  comptoir_resource_page_update_status (self);
}

/* Typing over the table began: the key itself is already in the entry. */
static void
on_search_started (ComptoirResourcePage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
on_stop_search (ComptoirResourcePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_search_activate (ComptoirResourcePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               ComptoirResourcePage *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return GDK_EVENT_STOP;
}

static void
on_filter_made (ComptoirResourcePage *self, const ComptoirFilter *filter)
{
  comptoir_resource_page_add_filter (self, filter);
}

static void
on_filter_removed (ComptoirResourcePage *self, guint place)
{
  GPtrArray *filters = comptoir_table_model_get_filters (self->model);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < filters->len; i++)
    if (i != place)
      g_ptr_array_add (rest, g_ptr_array_index (filters, i));
  comptoir_resource_page_set_filters (self, rest);
}

/* Shows the filters in force, now that columns or titles are known better. */
void
comptoir_resource_page_show_filters (ComptoirResourcePage *self)
{
  comptoir_filter_bar_show_filters (self->filter_bar, self->shop,
                                    comptoir_dataset_get_table (self->dataset),
                                    comptoir_table_model_get_filters (self->model));
}

/* @filters: (nullable): copied */
void
comptoir_resource_page_set_filters (ComptoirResourcePage *self, GPtrArray *filters)
{
  comptoir_table_model_set_filters (self->model, filters);
  comptoir_resource_page_show_filters (self);
  comptoir_resource_page_update_status (self);
  comptoir_resource_page_state_changed (self);
}

void
comptoir_resource_page_add_filter (ComptoirResourcePage *self, const ComptoirFilter *filter)
{
  GPtrArray *old = comptoir_table_model_get_filters (self->model);
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();

  for (guint i = 0; i < old->len; i++)
    g_ptr_array_add (filters, g_ptr_array_index (old, i));
  g_ptr_array_add (filters, (gpointer) filter);
  comptoir_resource_page_set_filters (self, filters);
}

/* No search, no filters: all rows. */
void
comptoir_resource_page_clear (ComptoirResourcePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  comptoir_table_model_set_search (self->model, NULL);
  comptoir_resource_page_set_filters (self, NULL);
}

/* Binds the callbacks of the search entry and the filters that the template names. */
void
comptoir_resource_page_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_made);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_removed);
}
