/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-day-bar.h"

#include <glib/gi18n-lib.h>

#include "comptoir-date-button.h"

struct _ComptoirDayBar
{
  AdwBin parent_instance;

  ComptoirDateButton *button;
};

G_DEFINE_FINAL_TYPE (ComptoirDayBar, comptoir_day_bar, ADW_TYPE_BIN)

static guint day_chosen_signal;

static void
on_day_chosen (ComptoirDayBar *self, const GDate *day)
{
  g_signal_emit (self, day_chosen_signal, 0, day);
}

static void
comptoir_day_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_DAY_BAR);
  G_OBJECT_CLASS (comptoir_day_bar_parent_class)->dispose (object);
}

static void
comptoir_day_bar_class_init (ComptoirDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_day_bar_dispose;
  day_chosen_signal
      = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_DATE | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (COMPTOIR_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-day-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirDayBar, button);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
}

static void
comptoir_day_bar_init (ComptoirDayBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comptoir_date_button_set_label (self->button, _ ("Day"));
}

/**
 * comptoir_day_bar_show_day:
 * @day: the day shown
 * @today: the last day there is
 */
void
comptoir_day_bar_show_day (ComptoirDayBar *self, const GDate *day, const GDate *today)
{
  g_return_if_fail (COMPTOIR_IS_DAY_BAR (self));

  comptoir_date_button_set_last (self->button, today);
  comptoir_date_button_set_day (self->button, day);
}
