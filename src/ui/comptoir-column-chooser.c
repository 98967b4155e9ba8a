/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-column-chooser.h"

#include <glib/gi18n-lib.h>

struct _ComptoirColumnChooser
{
  GtkPopover parent_instance;

  GtkListBox *list;
  ComptoirTableLayout *layout;
};

G_DEFINE_FINAL_TYPE (ComptoirColumnChooser, comptoir_column_chooser, GTK_TYPE_POPOVER)

/* The list is made anew where a column moved: keep the focus on the button that moved it. */
static void
focus_button (ComptoirColumnChooser *self, GtkColumnViewColumn *column, gboolean up)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      GtkWidget *box;

      if (row == NULL)
        return;
      if (g_object_get_data (G_OBJECT (row), "column") != column)
        continue;
      box = gtk_list_box_row_get_child (row);
      gtk_widget_grab_focus (up ? gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box))
                                : gtk_widget_get_last_child (box));
      return;
    }
}

static void
move (GtkWidget *button, gboolean up)
{
  ComptoirColumnChooser *self
      = COMPTOIR_COLUMN_CHOOSER (gtk_widget_get_ancestor (button, COMPTOIR_TYPE_COLUMN_CHOOSER));
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr (GtkColumnViewColumn) column
      = g_object_ref (g_object_get_data (G_OBJECT (row), "column"));

  comptoir_table_layout_move (self->layout, column, up ? -1 : 1);
  focus_button (self, column, up);
}

static void
on_up (GtkWidget *button)
{
  move (button, TRUE);
}

static void
on_down (GtkWidget *button)
{
  move (button, FALSE);
}

static GtkWidget *
move_button (const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (button, "clicked", callback, NULL);
  return button;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkColumnViewColumn *column = item;
  const char *title = gtk_column_view_column_get_title (column);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  g_autofree char *left = g_strdup_printf (_ ("Move “%s” to the left"), title);
  g_autofree char *right = g_strdup_printf (_ ("Move “%s” to the right"), title);

  gtk_widget_set_hexpand (check, TRUE);
  g_object_bind_property (column, "visible", check, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), move_button ("go-up-symbolic", left, G_CALLBACK (on_up)));
  gtk_box_append (GTK_BOX (box), move_button ("go-down-symbolic", right, G_CALLBACK (on_down)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "column", g_object_ref (column), g_object_unref);
  return row;
}

static void
on_reset (ComptoirColumnChooser *self)
{
  if (self->layout != NULL)
    comptoir_table_layout_reset (self->layout);
}

static void
comptoir_column_chooser_dispose (GObject *object)
{
  ComptoirColumnChooser *self = COMPTOIR_COLUMN_CHOOSER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->layout);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_COLUMN_CHOOSER);
  G_OBJECT_CLASS (comptoir_column_chooser_parent_class)->dispose (object);
}

static void
comptoir_column_chooser_class_init (ComptoirColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_column_chooser_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirColumnChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
comptoir_column_chooser_init (ComptoirColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_column_chooser_set_layout:
 * @layout: the columns to choose from
 */
void
comptoir_column_chooser_set_layout (ComptoirColumnChooser *self, ComptoirTableLayout *layout)
{
  g_return_if_fail (COMPTOIR_IS_COLUMN_CHOOSER (self));
  g_return_if_fail (COMPTOIR_IS_TABLE_LAYOUT (layout));

  if (g_set_object (&self->layout, layout))
    gtk_list_box_bind_model (self->list, comptoir_table_layout_get_columns (layout), create_row,
                             NULL, NULL);
}
