/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-page-private.h"

#include "comptoir-time-zone-dialog.h"
#include "comptoir-total-column-dialog.h"

static GtkWindow *
get_window (ComptoirSalesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
}

static void
on_column_chosen (ComptoirSalesPage *self)
{
  comptoir_sales_page_load_summary (self, FALSE);
}

/* Another day may be today, and yesterday, there. */
static void
on_zone_chosen (ComptoirSalesPage *self)
{
  GDate day = self->day;

  if (self->follows_yesterday)
    comptoir_sales_get_yesterday (self->sales, &day);
  comptoir_sales_page_set_day (self, &day);
}

static void
on_time_zone (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_sales_page_choose_time_zone (user_data);
}

/* Into the group "sales". */
void
comptoir_sales_page_add_dialogs (ComptoirSalesPage *self)
{
  static const GActionEntry entries[] = { { "time-zone", on_time_zone } };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

void
comptoir_sales_page_choose_column (ComptoirSalesPage *self)
{
  GtkWidget *dialog = comptoir_total_column_dialog_new (get_window (self), self->sales, &self->day);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_column_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
comptoir_sales_page_choose_time_zone (ComptoirSalesPage *self)
{
  GtkWidget *dialog
      = comptoir_time_zone_dialog_new (get_window (self), comptoir_shop_get_entry (self->shop));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_zone_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
