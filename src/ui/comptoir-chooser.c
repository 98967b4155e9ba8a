/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-chooser.h"

#include "comptoir-destination.h"

struct _ComptoirChooser
{
  AdwBin parent_instance;

  GtkFlowBox *flow_box;
};

G_DEFINE_FINAL_TYPE (ComptoirChooser, comptoir_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

static GtkWidget *
create_card (const ComptoirDestination *destination)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (destination->icon_name);
  GtkWidget *label = gtk_label_new (comptoir_destination_get_title (destination));

  gtk_image_set_icon_size (GTK_IMAGE (image), GTK_ICON_SIZE_LARGE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chooser.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", destination->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  comptoir_destination_get_title (destination), -1);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "page-card");
  return button;
}

static gboolean
comptoir_chooser_grab_focus (GtkWidget *widget)
{
  ComptoirChooser *self = COMPTOIR_CHOOSER (widget);
  GtkFlowBoxChild *first = gtk_flow_box_get_child_at_index (self->flow_box, 0);

  return gtk_widget_grab_focus (gtk_flow_box_child_get_child (first));
}

static void
comptoir_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_CHOOSER);
  G_OBJECT_CLASS (comptoir_chooser_parent_class)->dispose (object);
}

static void
comptoir_chooser_class_init (ComptoirChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_chooser_dispose;
  widget_class->grab_focus = comptoir_chooser_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirChooser, flow_box);
  gtk_widget_class_install_action (widget_class, "chooser.choose", "s", choose);
}

static void
comptoir_chooser_init (ComptoirChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < comptoir_destination_get_n (); i++)
    {
      gtk_flow_box_append (self->flow_box, create_card (comptoir_destination_get (i)));
      /* The buttons take the focus, not what holds them. */
      gtk_widget_set_focusable (
          GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow_box, (int) i)), FALSE);
    }
}

/**
 * comptoir_chooser_new:
 *
 * Returns: (transfer floating): a choice of all pages
 */
GtkWidget *
comptoir_chooser_new (void)
{
  return g_object_new (COMPTOIR_TYPE_CHOOSER, NULL);
}
