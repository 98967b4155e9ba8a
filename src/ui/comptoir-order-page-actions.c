/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ComptoirOrderDraft *draft;
  ComptoirDraftLine *line;
  guint position;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->draft);
  g_object_unref (removal->line);
  g_free (removal);
}

static void
on_undo (AdwToast *toast, Removal *removal)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (removal->draft));

  comptoir_order_draft_insert (removal->draft, MIN (removal->position, n), removal->line);
}

static void
on_sent_orders_wanted (AdwToast *toast, ComptoirOrderPage *self)
{
  g_signal_emit_by_name (self, "show-sent-orders");
}

static void
park (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (widget);
  AdwToast *toast;

  if (comptoir_order_draft_is_empty (self->draft) || self->sending != NULL || self->preparing)
    return;
  comptoir_order_page_start_new (self);
  toast = adw_toast_new (_ ("The order is kept under Sent Orders"));
  adw_toast_set_button_label (toast, _ ("_Show"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_sent_orders_wanted), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comptoir_order_page_review (COMPTOIR_ORDER_PAGE (widget));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comptoir_order_page_cancel (COMPTOIR_ORDER_PAGE (widget));
}

static void
open_free_lines (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    comptoir_item_entry_open_free_lines (self->entry);
}

static void
focus_entry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_ORDER_PAGE (widget)->entry));
}

/* A line was removed: it can come back. */
void
comptoir_order_page_removed (ComptoirOrderPage *self, ComptoirDraftLine *line, guint position)
{
  AdwToast *toast = adw_toast_new (_ ("Line removed"));
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal){ g_object_ref (self->draft), g_object_ref (line), position };
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), removal, removal_free, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Whoever pressed Enter once more than they meant to has not seen the number yet. */
static void
say_recorded (ComptoirOrderPage *self)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Order %s was recorded"), self->number);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

/* An empty order, in place of the one before. */
void
comptoir_order_page_start_new (ComptoirOrderPage *self)
{
  g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_new (self->shop);

  if (self->state == COMPTOIR_ORDER_STATE_ACCEPTED && self->number != NULL)
    say_recorded (self);
  comptoir_order_page_set_draft (self, draft, 0, NULL);
  comptoir_order_page_show (self, "form");
}

/* Another order with the same in it. */
void
comptoir_order_page_start_same (ComptoirOrderPage *self)
{
  g_autofree char *text = comptoir_order_draft_to_text (self->draft);
  g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_from_text (self->shop, text);

  comptoir_order_page_set_draft (self, draft, 0, NULL);
  comptoir_draft_keeper_flush_async (self->keeper, NULL, NULL);
  comptoir_order_page_show (self, "form");
}

void
comptoir_order_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "order.review", NULL, review);
  gtk_widget_class_install_action (widget_class, "order.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "order.park", NULL, park);
  gtk_widget_class_install_action (widget_class, "order.free-line", NULL, open_free_lines);
  gtk_widget_class_install_action (widget_class, "order.entry", NULL, focus_entry);
}
