/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-summary-dialog.h"
#include "kash-error.h"

/* The keyboard leaves the form before it is locked: a field that loses it unheard goes on blinking.
 * It doesn't go to the button that cancels, which a second Enter, in a hurry, would press. */
static void
lock (ComptoirOrderPage *self, gboolean locked)
{
  gtk_stack_set_visible_child_name (self->bar, locked ? "sending" : "ready");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.cancel", locked);
  if (locked)
    gtk_widget_grab_focus (self->sending_box);
  gtk_widget_set_sensitive (self->form, !locked);
  g_object_notify (G_OBJECT (self), "loading");
}

static void
show_reply (ComptoirOrderPage *self, const KashOrderReply *reply)
{
  if (reply->outcome == KASH_OUTCOME_ACCEPTED)
    {
      self->state = COMPTOIR_ORDER_STATE_ACCEPTED;
      g_free (self->number);
      self->number = g_strdup (reply->order_id);
      comptoir_order_outcome_show_accepted (self->outcome, reply->order_id, reply);
      comptoir_order_page_show (self, "outcome");
      return;
    }
  self->state = COMPTOIR_ORDER_STATE_REFUSED;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  comptoir_order_page_show_refusal (self, reply->message != NULL ? reply->message
                                                                 : _ ("It did not say why."));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = comptoir_submission_send_finish (result, &error);

  g_clear_object (&self->sending);
  if (self->draft == NULL)
    return;
  lock (self, FALSE);
  if (reply != NULL)
    show_reply (self, reply);
  else if (g_error_matches (error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME))
    comptoir_order_page_show_unknown (self, error->message);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    comptoir_order_page_show_message (
        self, _ ("Cancelled before anything was sent. The order is still here."), NULL);
  else if (g_error_matches (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY))
    comptoir_order_page_open (self, comptoir_order_page_get_id (self));
  else
    comptoir_order_page_show_message (
        self, _ ("Nothing was sent. The order is still here, and can be sent again."),
        error->message);
}

static void
on_send (ComptoirOrderPage *self)
{
  if (self->sending != NULL || self->order == NULL)
    return;
  self->sending = g_cancellable_new ();
  comptoir_order_page_show_message (self, NULL, NULL);
  lock (self, TRUE);
  comptoir_submission_send_async (self->shop, self->journal,
                                  comptoir_draft_keeper_get_id (self->keeper), self->order,
                                  self->sending, on_sent, g_object_ref (self));
  g_clear_pointer (&self->order, kash_order_free);
}

static void
show_summary (ComptoirOrderPage *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  GtkWidget *dialog;

  if (window == NULL)
    return;
  dialog = comptoir_order_summary_dialog_new (GTK_WINDOW (window), self->shop, self->draft,
                                              self->order);
  g_set_weak_pointer (&self->summary, dialog);
  g_signal_connect_object (dialog, "send", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The order is in the journal as it stands: only then is there a reference to send with it. */
static void
on_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  ComptoirDraftKeeper *keeper = COMPTOIR_DRAFT_KEEPER (source);
  g_autoptr (GError) error = NULL;
  gboolean kept = comptoir_draft_keeper_flush_finish (keeper, result, &error);

  self->preparing = FALSE;
  if (self->keeper != keeper)
    return;
  g_clear_pointer (&self->order, kash_order_free);
  if (kept)
    self->order = comptoir_order_draft_to_order (
        self->draft, comptoir_draft_keeper_get_reference (keeper), &error);
  if (self->order != NULL)
    show_summary (self);
  else
    comptoir_order_page_show_message (self, _ ("The order can’t be sent yet."), error->message);
}

/* Looks the order over: what stands in the way gets the keyboard, else the summary comes. */
void
comptoir_order_page_review (ComptoirOrderPage *self)
{
  ComptoirDraftPlace place;
  guint line;
  int field;

  if (self->sending != NULL || self->preparing || self->summary != NULL || self->loading
      || self->state == COMPTOIR_ORDER_STATE_ACCEPTED
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") != 0)
    return;
  self->tried = TRUE;
  if (comptoir_order_page_update_remarks (self, &place, &line, &field))
    {
      comptoir_order_page_edit (self, place, line, field);
      return;
    }
  self->preparing = TRUE;
  comptoir_draft_keeper_flush_async (self->keeper, on_flushed, g_object_ref (self));
}

void
comptoir_order_page_cancel (ComptoirOrderPage *self)
{
  if (self->sending != NULL)
    g_cancellable_cancel (self->sending);
}
