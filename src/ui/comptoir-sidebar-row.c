/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sidebar-row.h"

#include <glib/gi18n-lib.h>

struct _ComptoirSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *image;
  GtkLabel *title_label;
  GtkLabel *count_label;

  const ComptoirDestination *destination;
  GSignalGroup *dataset;
};

G_DEFINE_FINAL_TYPE (ComptoirSidebarRow, comptoir_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_count (ComptoirSidebarRow *self)
{
  g_autoptr (ComptoirDataset) dataset = g_signal_group_dup_target (self->dataset);
  const char *title = gtk_label_get_label (self->title_label);
  guint n = 0;
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  if (dataset == NULL || comptoir_dataset_get_table (dataset) == NULL)
    {
      gtk_label_set_label (self->count_label, "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      return;
    }
  n = comptoir_dataset_get_n_rows (dataset);
  count = g_strdup_printf ("%'u", n);
  gtk_label_set_label (self->count_label, count);
  /* Translators: a page of the sidebar and how many rows it has, as a screen reader says it. */
  name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u row", "%s, %u rows", n), title, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
comptoir_sidebar_row_dispose (GObject *object)
{
  ComptoirSidebarRow *self = COMPTOIR_SIDEBAR_ROW (object);

  g_clear_object (&self->dataset);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (comptoir_sidebar_row_parent_class)->dispose (object);
}

static void
comptoir_sidebar_row_class_init (ComptoirSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebarRow, image);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebarRow, count_label);
}

static void
comptoir_sidebar_row_init (ComptoirSidebarRow *self)
{
  self->dataset = g_signal_group_new (COMPTOIR_TYPE_DATASET);
  g_signal_group_connect_swapped (self->dataset, "notify::n-rows", G_CALLBACK (update_count), self);
  g_signal_group_connect_swapped (self->dataset, "notify::table", G_CALLBACK (update_count), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_sidebar_row_new:
 * @destination: the page it leads to
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
comptoir_sidebar_row_new (const ComptoirDestination *destination)
{
  ComptoirSidebarRow *self = g_object_new (COMPTOIR_TYPE_SIDEBAR_ROW, NULL);

  self->destination = destination;
  gtk_image_set_from_icon_name (self->image, destination->icon_name);
  gtk_label_set_label (self->title_label, comptoir_destination_get_title (destination));
  update_count (self);
  return GTK_WIDGET (self);
}

/**
 * comptoir_sidebar_row_get_destination:
 * @self: a row
 *
 * Returns: (transfer none): the page it leads to
 */
const ComptoirDestination *
comptoir_sidebar_row_get_destination (ComptoirSidebarRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIDEBAR_ROW (self), NULL);

  return self->destination;
}

/**
 * comptoir_sidebar_row_set_dataset:
 * @self: a row
 * @dataset: (nullable): what is counted
 *
 * Shows how many rows @dataset has, from when that is known.
 */
void
comptoir_sidebar_row_set_dataset (ComptoirSidebarRow *self, ComptoirDataset *dataset)
{
  g_return_if_fail (COMPTOIR_IS_SIDEBAR_ROW (self));
  g_return_if_fail (dataset == NULL || COMPTOIR_IS_DATASET (dataset));

  g_signal_group_set_target (self->dataset, dataset);
  update_count (self);
}
