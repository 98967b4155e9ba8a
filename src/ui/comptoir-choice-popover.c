/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-choice-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-fold.h"

struct _ComptoirChoicePopover
{
  GtkPopover parent_instance;

  GtkEditable *search;
  ComptoirMatchList *list;

  GPtrArray *choices;
  gint64 current;
};

G_DEFINE_FINAL_TYPE (ComptoirChoicePopover, comptoir_choice_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static ComptoirMatch *
copy_match (const ComptoirMatch *match)
{
  ComptoirMatch *copy = comptoir_match_new (match->id, match->title);

  copy->detail = g_strdup (match->detail);
  copy->end = g_strdup (match->end);
  copy->section = g_strdup (match->section);
  return copy;
}

static gboolean
matches (const ComptoirMatch *choice, const char *folded)
{
  g_autofree char *title = comptoir_fold (choice->title);
  g_autofree char *detail = comptoir_fold (choice->detail != NULL ? choice->detail : "");

  return strstr (title, folded) != NULL || strstr (detail, folded) != NULL;
}

static void
on_search_changed (ComptoirChoicePopover *self)
{
  g_autofree char *folded = comptoir_fold (gtk_editable_get_text (self->search));
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);

  for (guint i = 0; i < self->choices->len; i++)
    if (matches (g_ptr_array_index (self->choices, i), folded))
      g_ptr_array_add (shown, copy_match (g_ptr_array_index (self->choices, i)));
  comptoir_match_list_set_matches (self->list, shown,
                                   self->choices->len > 0 ? _ ("Nothing here is called that.")
                                                          : _ ("There is nothing to choose from."));
  if (*folded == '\0')
    comptoir_match_list_select (self->list, self->current);
}

static void
on_activate (ComptoirChoicePopover *self)
{
  comptoir_match_list_choose (self->list);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ComptoirChoicePopover *self)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      comptoir_match_list_move (self->list, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      comptoir_match_list_move (self->list, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_chosen (ComptoirChoicePopover *self, guint position)
{
  gint64 id = comptoir_match_list_get_match (self->list, position)->id;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_show (ComptoirChoicePopover *self)
{
  gtk_editable_set_text (self->search, "");
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
comptoir_choice_popover_dispose (GObject *object)
{
  ComptoirChoicePopover *self = COMPTOIR_CHOICE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_CHOICE_POPOVER);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (comptoir_choice_popover_parent_class)->dispose (object);
}

static void
comptoir_choice_popover_class_init (ComptoirChoicePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_choice_popover_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (COMPTOIR_TYPE_MATCH_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-choice-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirChoicePopover, search);
  gtk_widget_class_bind_template_child (widget_class, ComptoirChoicePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
comptoir_choice_popover_init (ComptoirChoicePopover *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_choice_popover_new:
 *
 * Returns: (transfer floating): a popover with nothing to choose from yet
 */
GtkWidget *
comptoir_choice_popover_new (void)
{
  return g_object_new (COMPTOIR_TYPE_CHOICE_POPOVER, NULL);
}

/**
 * comptoir_choice_popover_set_choices:
 * @choices: (element-type ComptoirMatch) (transfer full): what to choose from; it frees them
 */
void
comptoir_choice_popover_set_choices (ComptoirChoicePopover *self, GPtrArray *choices)
{
  g_return_if_fail (COMPTOIR_IS_CHOICE_POPOVER (self));
  g_return_if_fail (choices != NULL);

  g_ptr_array_unref (self->choices);
  self->choices = choices;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    on_search_changed (self);
}

/**
 * comptoir_choice_popover_find:
 *
 * Returns: (nullable): the choice with @id
 */
const ComptoirMatch *
comptoir_choice_popover_find (ComptoirChoicePopover *self, gint64 id)
{
  g_return_val_if_fail (COMPTOIR_IS_CHOICE_POPOVER (self), NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const ComptoirMatch *choice = g_ptr_array_index (self->choices, i);

      if (choice->id == id)
        return choice;
    }
  return NULL;
}

/**
 * comptoir_choice_popover_open:
 * @current: the id that is chosen now, to begin at
 */
void
comptoir_choice_popover_open (ComptoirChoicePopover *self, gint64 current)
{
  g_return_if_fail (COMPTOIR_IS_CHOICE_POPOVER (self));

  self->current = current;
  gtk_popover_popup (GTK_POPOVER (self));
}
