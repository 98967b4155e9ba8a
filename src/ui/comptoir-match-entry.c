/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-match-entry.h"

/* Pixels: the list is as wide as the entry, less what the popover draws around it. */
#define MIN_WIDTH 280
#define FRAME     8

struct _ComptoirMatchEntry
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkWidget *popover;
  ComptoirMatchList *list;
};

G_DEFINE_FINAL_TYPE (ComptoirMatchEntry, comptoir_match_entry, ADW_TYPE_BIN)

enum
{
  TEXT_CHANGED,
  CHOSEN,
  ENTERED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_open (ComptoirMatchEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
on_changed (ComptoirMatchEntry *self)
{
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

static void
on_chosen (ComptoirMatchEntry *self, guint position)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

static void
enter (ComptoirMatchEntry *self)
{
  if (!is_open (self) || !comptoir_match_list_choose (self->list))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
move (ComptoirMatchEntry *self, int steps)
{
  if (is_open (self))
    comptoir_match_list_move (self->list, steps);
  else if (steps > 0 && *comptoir_match_entry_get_text (self) != '\0')
    g_signal_emit (self, signals[TEXT_CHANGED], 0);
  else if (steps > 0)
    g_signal_emit (self, signals[LEFT], 0);
}

/* Escape closes the list first; without one it is for whatever stands around. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ComptoirMatchEntry *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, 6);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -6);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      comptoir_match_entry_hide_matches (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
comptoir_match_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_MATCH_ENTRY (widget)->entry));
}

/* A popover is placed by its parent. */
static void
comptoir_match_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComptoirMatchEntry *self = COMPTOIR_MATCH_ENTRY (widget);

  GTK_WIDGET_CLASS (comptoir_match_entry_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
comptoir_match_entry_dispose (GObject *object)
{
  ComptoirMatchEntry *self = COMPTOIR_MATCH_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_MATCH_ENTRY);
  G_OBJECT_CLASS (comptoir_match_entry_parent_class)->dispose (object);
}

static void
comptoir_match_entry_class_init (ComptoirMatchEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_match_entry_dispose;
  widget_class->grab_focus = comptoir_match_entry_grab_focus;
  widget_class->size_allocate = comptoir_match_entry_size_allocate;

  signals[TEXT_CHANGED]
      = g_signal_new ("text-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENTERED]
      = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-match-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirMatchEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_match_entry_hide_matches);
}

static void
comptoir_match_entry_init (ComptoirMatchEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = COMPTOIR_MATCH_LIST (comptoir_match_list_new ());
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "match-popover");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
}

/**
 * comptoir_match_entry_get_text:
 *
 * Returns: what was typed
 */
const char *
comptoir_match_entry_get_text (ComptoirMatchEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_MATCH_ENTRY (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * comptoir_match_entry_clear:
 *
 * Empties the entry and closes the list.
 */
void
comptoir_match_entry_clear (ComptoirMatchEntry *self)
{
  g_return_if_fail (COMPTOIR_IS_MATCH_ENTRY (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  comptoir_match_entry_hide_matches (self);
}

/**
 * comptoir_match_entry_describe:
 * @label: its accessible name
 * @placeholder: what can be typed
 * @icon_name: a symbolic icon before the text
 */
void
comptoir_match_entry_describe (ComptoirMatchEntry *self,
                               const char *label,
                               const char *placeholder,
                               const char *icon_name)
{
  g_return_if_fail (COMPTOIR_IS_MATCH_ENTRY (self));

  gtk_entry_set_placeholder_text (self->entry, placeholder);
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_PRIMARY, icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * comptoir_match_entry_show_matches:
 * @matches: (element-type ComptoirMatch) (transfer full): it frees them
 * @nothing: what to say when there are none
 */
void
comptoir_match_entry_show_matches (ComptoirMatchEntry *self,
                                   GPtrArray *matches,
                                   const char *nothing)
{
  g_return_if_fail (COMPTOIR_IS_MATCH_ENTRY (self));

  gtk_widget_set_size_request (GTK_WIDGET (self->list),
                               MAX (gtk_widget_get_width (GTK_WIDGET (self)), MIN_WIDTH) - FRAME,
                               -1);
  comptoir_match_list_set_matches (self->list, matches, nothing);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * comptoir_match_entry_hide_matches:
 */
void
comptoir_match_entry_hide_matches (ComptoirMatchEntry *self)
{
  g_return_if_fail (COMPTOIR_IS_MATCH_ENTRY (self));

  if (self->popover != NULL && is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * comptoir_match_entry_get_match:
 *
 * Returns: (nullable): the match at @position
 */
const ComptoirMatch *
comptoir_match_entry_get_match (ComptoirMatchEntry *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_MATCH_ENTRY (self), NULL);
  return comptoir_match_list_get_match (self->list, position);
}
