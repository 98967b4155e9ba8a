/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-date-button.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-text.h"

struct _ComptoirDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkPopover *popover;
  char *label; /* (nullable): what the day is for, to a screen reader */
  GDate day;
  GDate last; /* invalid where any day may be chosen */
};

G_DEFINE_FINAL_TYPE (ComptoirDateButton, comptoir_date_button, ADW_TYPE_BIN)

static guint day_chosen_signal;

static void
show_day (ComptoirDateButton *self)
{
  g_autofree char *text = comptoir_sales_text_day (&self->day);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (self->button, text);
  if (self->label != NULL)
    /* Translators: what a day is for, and the day: "From: Monday 2 March 2026" */
    name = g_strdup_printf (C_ ("day", "%s: %s"), self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : text, -1);
}

static void
show_in_calendar (ComptoirDateButton *self)
{
  g_autoptr (GDateTime) noon
      = g_date_time_new_local (g_date_get_year (&self->day), (int) g_date_get_month (&self->day),
                               g_date_get_day (&self->day), 12, 0, 0);

  gtk_calendar_select_day (self->calendar, noon);
}

static void
on_popover_shown (ComptoirDateButton *self)
{
  show_in_calendar (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

/* Going from month to month selects days too: only a click or Enter chooses one. */
static void
choose (ComptoirDateButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, g_date_time_get_day_of_month (date), g_date_time_get_month (date),
                  g_date_time_get_year (date));
  gtk_popover_popdown (self->popover);
  if (g_date_valid (&self->last) && g_date_compare (&day, &self->last) > 0)
    day = self->last;
  if (g_date_compare (&day, &self->day) == 0)
    return;
  comptoir_date_button_set_day (self, &day);
  g_signal_emit (self, day_chosen_signal, 0, &day);
}

static void
on_clicked (GtkGestureClick *gesture, int n_press, double x, double y, ComptoirDateButton *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (GTK_IS_LABEL (at) && gtk_widget_has_css_class (at, "day-number"))
    choose (self);
}

/* (transfer full) (nullable): where a key leads from a day */
static GDateTime *
follow_key (GDateTime *day, guint keyval, gboolean rtl)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return g_date_time_add_days (day, rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return g_date_time_add_days (day, rtl ? -1 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return g_date_time_add_days (day, -7);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return g_date_time_add_days (day, 7);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return g_date_time_add_months (day, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return g_date_time_add_months (day, 1);
    default:
      return NULL;
    }
}

/* The calendar's own keys begin at its last day, whichever is selected: here they move the
 * selection, which Enter and the space bar then choose. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ComptoirDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (GDateTime) next = NULL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space
      || keyval == GDK_KEY_KP_Space)
    {
      choose (self);
      return GDK_EVENT_STOP;
    }
  next = follow_key (day, keyval, rtl);
  if (next == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_calendar_select_day (self->calendar, next);
  return GDK_EVENT_STOP;
}

static void
comptoir_date_button_finalize (GObject *object)
{
  g_free (COMPTOIR_DATE_BUTTON (object)->label);
  G_OBJECT_CLASS (comptoir_date_button_parent_class)->finalize (object);
}

static void
comptoir_date_button_class_init (ComptoirDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_date_button_finalize;
  day_chosen_signal
      = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_DATE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
comptoir_date_button_init (ComptoirDateButton *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_date_clear (&self->day, 1);
  g_date_clear (&self->last, 1);
  g_date_set_time_t (&self->day, time (NULL));
  self->calendar
      = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar"), -1);
  g_signal_connect (click, "released", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover_shown), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a Day"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  show_day (self);
}

/**
 * comptoir_date_button_new:
 *
 * Returns: a button that shows the day today
 */
GtkWidget *
comptoir_date_button_new (void)
{
  return g_object_new (COMPTOIR_TYPE_DATE_BUTTON, NULL);
}

/**
 * comptoir_date_button_set_label:
 * @label: (nullable): what the day is for, as a screen reader says it before the day
 */
void
comptoir_date_button_set_label (ComptoirDateButton *self, const char *label)
{
  g_return_if_fail (COMPTOIR_IS_DATE_BUTTON (self));

  g_free (self->label);
  self->label = g_strdup (label);
  show_day (self);
}

void
comptoir_date_button_set_day (ComptoirDateButton *self, const GDate *day)
{
  g_return_if_fail (COMPTOIR_IS_DATE_BUTTON (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  self->day = *day;
  show_day (self);
}

void
comptoir_date_button_get_day (ComptoirDateButton *self, GDate *day)
{
  g_return_if_fail (COMPTOIR_IS_DATE_BUTTON (self));
  g_return_if_fail (day != NULL);

  *day = self->day;
}

/**
 * comptoir_date_button_set_last:
 * @last: the last day there is; a later one that is chosen gives this
 */
void
comptoir_date_button_set_last (ComptoirDateButton *self, const GDate *last)
{
  g_return_if_fail (COMPTOIR_IS_DATE_BUTTON (self));
  g_return_if_fail (last != NULL && g_date_valid (last));

  self->last = *last;
}
