/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-summary-dialog.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-summary.h"

struct _ComptoirOrderSummaryDialog
{
  AdwWindow parent_instance;

  GtkWidget *send_button;
  GtkBox *remarks;
  ComptoirOrderSummary *summary;
};

G_DEFINE_FINAL_TYPE (ComptoirOrderSummaryDialog, comptoir_order_summary_dialog, ADW_TYPE_WINDOW)

static guint send_signal;

/* A second click finds the action off: the dialog closes, but the click may be on its way. */
static void
send (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, "dialog.send", FALSE);
  g_signal_emit (widget, send_signal, 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
append_remark (ComptoirOrderSummaryDialog *self, const ComptoirDraftRemark *remark)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (remark->place == COMPTOIR_DRAFT_PLACE_LINE)
    /* Translators: a line of the order by its number, and a sentence about it */
    text = g_strdup_printf (_ ("Line %u: %s"), remark->line + 1, remark->sentence);
  label = gtk_label_new (text != NULL ? text : remark->sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->remarks, label);
}

static void
comptoir_order_summary_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_ORDER_SUMMARY_DIALOG);
  G_OBJECT_CLASS (comptoir_order_summary_dialog_parent_class)->dispose (object);
}

static void
comptoir_order_summary_dialog_class_init (ComptoirOrderSummaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_order_summary_dialog_dispose;
  send_signal = g_signal_new ("send", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "dialog.send", NULL, send);
  g_type_ensure (COMPTOIR_TYPE_ORDER_SUMMARY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-order-summary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummaryDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummaryDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummaryDialog, summary);
}

static void
comptoir_order_summary_dialog_init (ComptoirOrderSummaryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_order_summary_dialog_new:
 * @parent: the window it stands in front of
 * @shop: the shop
 * @draft: the order being keyed in: its total, and what is adjusted in it
 * @order: the order as it would go out
 *
 * Returns: (transfer none): a dialog that GTK owns until it is closed
 */
GtkWidget *
comptoir_order_summary_dialog_new (GtkWindow *parent,
                                   ComptoirShop *shop,
                                   ComptoirOrderDraft *draft,
                                   const KashOrder *order)
{
  ComptoirOrderSummaryDialog *self;
  KashAccount *account = kash_client_get_account (comptoir_shop_get_client (shop));
  g_autofree char *body = kash_order_encode (order, kash_account_get_shop_id (account), "***");
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (draft);
  /* As it arrives: what the encoding adjusts shows. */
  g_autoptr (KashOrder) arriving = kash_order_decode (body, NULL);
  g_autofree char *total = NULL;
  gboolean complete;

  self = g_object_new (COMPTOIR_TYPE_ORDER_SUMMARY_DIALOG, "transient-for", parent, NULL);
  g_object_get (draft, "total", &total, "complete", &complete, NULL);
  for (guint i = 0; i < remarks->len; i++)
    append_remark (self, g_ptr_array_index (remarks, i));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), remarks->len > 0);
  comptoir_order_summary_show_order (self->summary, shop, arriving != NULL ? arriving : order, body,
                                     complete ? total : NULL);
  return GTK_WIDGET (self);
}
