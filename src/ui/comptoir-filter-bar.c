/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "comptoir-filter-text.h"

struct _ComptoirFilterBar
{
  AdwBin parent_instance;

  GtkBox *chips;
};

G_DEFINE_FINAL_TYPE (ComptoirFilterBar, comptoir_filter_bar, ADW_TYPE_BIN)

static guint filter_removed_signal;

static void
on_chip_clicked (GtkWidget *chip, ComptoirFilterBar *self)
{
  guint place = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); other != chip;
       other = gtk_widget_get_next_sibling (other))
    place++;
  g_signal_emit (self, filter_removed_signal, 0, place);
}

static GtkWidget *
create_chip (ComptoirFilterBar *self, const char *text)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_ ("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
  return chip;
}

static void
comptoir_filter_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (comptoir_filter_bar_parent_class)->dispose (object);
}

static void
comptoir_filter_bar_class_init (ComptoirFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_filter_bar_dispose;
  filter_removed_signal
      = g_signal_new ("filter-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterBar, chips);
}

static void
comptoir_filter_bar_init (ComptoirFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_filter_bar_show_filters:
 * @shop: (nullable): for references and currency
 * @table: (nullable): for titles and types of columns
 * @filters: (element-type ComptoirFilter) (nullable): those in force
 */
void
comptoir_filter_bar_show_filters (ComptoirFilterBar *self,
                                  ComptoirShop *shop,
                                  ComptoirTable *table,
                                  GPtrArray *filters)
{
  GtkWidget *chip;
  guint n = filters != NULL ? filters->len : 0;

  g_return_if_fail (COMPTOIR_IS_FILTER_BAR (self));

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text
          = comptoir_filter_describe (g_ptr_array_index (filters, i), shop, table);

      gtk_box_append (self->chips, create_chip (self, text));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
