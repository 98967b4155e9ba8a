/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-choice-row.h"

struct _ComptoirChoiceRow
{
  AdwActionRow parent_instance;

  GtkLabel *value;
  GtkWidget *popover;

  gint64 current;
};

G_DEFINE_FINAL_TYPE (ComptoirChoiceRow, comptoir_choice_row, ADW_TYPE_ACTION_ROW)

static guint chosen_signal;

static void
show_current (ComptoirChoiceRow *self, const char *unknown)
{
  const ComptoirMatch *choice
      = comptoir_choice_popover_find (COMPTOIR_CHOICE_POPOVER (self->popover), self->current);
  const char *text = choice != NULL ? choice->title : unknown;

  gtk_label_set_label (self->value, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
on_activated (ComptoirChoiceRow *self)
{
  comptoir_choice_popover_open (COMPTOIR_CHOICE_POPOVER (self->popover), self->current);
}

static void
on_chosen (ComptoirChoiceRow *self, gint64 id)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

/* The first letter of what one is after opens the choice and is already typed there. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ComptoirChoiceRow *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isgraph (letter) || gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  on_activated (self);
  return gtk_event_controller_key_forward (
      controller, gtk_root_get_focus (gtk_widget_get_root (self->popover)));
}

static void
comptoir_choice_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (comptoir_choice_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (COMPTOIR_CHOICE_ROW (widget)->popover));
}

static void
comptoir_choice_row_dispose (GObject *object)
{
  ComptoirChoiceRow *self = COMPTOIR_CHOICE_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_CHOICE_ROW);
  G_OBJECT_CLASS (comptoir_choice_row_parent_class)->dispose (object);
}

static void
comptoir_choice_row_class_init (ComptoirChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_choice_row_dispose;
  widget_class->size_allocate = comptoir_choice_row_size_allocate;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirChoiceRow, value);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
comptoir_choice_row_init (ComptoirChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = comptoir_choice_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (on_chosen), self);
}

/**
 * comptoir_choice_row_set_choices:
 * @choices: (element-type ComptoirMatch) (transfer full): what to choose from; it frees them
 *
 * Follow it with comptoir_choice_row_set_current().
 */
void
comptoir_choice_row_set_choices (ComptoirChoiceRow *self, GPtrArray *choices)
{
  g_return_if_fail (COMPTOIR_IS_CHOICE_ROW (self));
  comptoir_choice_popover_set_choices (COMPTOIR_CHOICE_POPOVER (self->popover), choices);
}

/**
 * comptoir_choice_row_set_current:
 * @id: what is chosen
 * @unknown: what to show for it while it is not among the choices
 */
void
comptoir_choice_row_set_current (ComptoirChoiceRow *self, gint64 id, const char *unknown)
{
  g_return_if_fail (COMPTOIR_IS_CHOICE_ROW (self));
  self->current = id;
  show_current (self, unknown);
}

/**
 * comptoir_choice_row_get_current:
 *
 * Returns: what is chosen
 */
gint64
comptoir_choice_row_get_current (ComptoirChoiceRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_CHOICE_ROW (self), 0);
  return self->current;
}

/**
 * comptoir_choice_row_set_remark:
 * @sentence: (nullable): what is the matter with it
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_choice_row_set_remark (ComptoirChoiceRow *self, const char *sentence, gboolean blocks)
{
  g_return_if_fail (COMPTOIR_IS_CHOICE_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence != NULL ? sentence : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self), blocks ? "warning" : "error");
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), blocks ? "error" : "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), blocks ? "error" : "warning");
}
