/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-outcome.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"

struct _ComptoirOrderOutcome
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkBox *links;
  GtkWidget *looking;
  GtkLabel *evidence;
  GtkWidget *after;
  GtkWidget *new_button;
  GtkWidget *same_button;
  GtkWidget *decision;
  GtkWidget *recorded_button;
  GtkWidget *again_button;
  GtkWidget *look_button;
};

G_DEFINE_FINAL_TYPE (ComptoirOrderOutcome, comptoir_order_outcome, ADW_TYPE_BIN)

enum
{
  NEW_ORDER,
  SAME_AGAIN,
  RECORDED,
  SEND_AGAIN,
  LOOK_AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_new (ComptoirOrderOutcome *self)
{
  g_signal_emit (self, signals[NEW_ORDER], 0);
}

static void
on_same (ComptoirOrderOutcome *self)
{
  g_signal_emit (self, signals[SAME_AGAIN], 0);
}

static void
on_recorded (ComptoirOrderOutcome *self)
{
  g_signal_emit (self, signals[RECORDED], 0);
}

static void
on_again (ComptoirOrderOutcome *self)
{
  g_signal_emit (self, signals[SEND_AGAIN], 0);
}

static void
on_look (ComptoirOrderOutcome *self)
{
  g_signal_emit (self, signals[LOOK_AGAIN], 0);
}

static void
on_link (GtkButton *button, const char *uri)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

static void
clear_links (ComptoirOrderOutcome *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    gtk_box_remove (self->links, child);
}

static void
add_link (ComptoirOrderOutcome *self, const char *label, const char *uri)
{
  GtkWidget *button;

  if (uri == NULL)
    return;
  button = gtk_button_new_with_mnemonic (label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_link), g_strdup (uri),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (self->links, button);
}

static void
show_page (ComptoirOrderOutcome *self,
           ComptoirOrderState state,
           const char *title,
           const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

  adw_status_page_set_icon_name (self->page, comptoir_order_state_get_icon_name (state));
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, markup);
  clear_links (self);
  gtk_widget_set_visible (self->looking, FALSE);
  gtk_label_set_label (self->evidence, "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), FALSE);
  gtk_widget_set_visible (self->after, state == COMPTOIR_ORDER_STATE_ACCEPTED);
  gtk_widget_set_visible (self->decision, state == COMPTOIR_ORDER_STATE_UNKNOWN);
}

static gboolean
comptoir_order_outcome_grab_focus (GtkWidget *widget)
{
  ComptoirOrderOutcome *self = COMPTOIR_ORDER_OUTCOME (widget);

  if (gtk_widget_get_visible (self->after))
    return gtk_widget_grab_focus (self->new_button);
  /* None of the two answers is a default: what looks once more does no harm. */
  return gtk_widget_get_visible (self->decision) && gtk_widget_grab_focus (self->look_button);
}

static void
comptoir_order_outcome_dispose (GObject *object)
{
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_ORDER_OUTCOME);
  G_OBJECT_CLASS (comptoir_order_outcome_parent_class)->dispose (object);
}

static guint
create_signal (const char *name, GType type)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_order_outcome_class_init (ComptoirOrderOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_order_outcome_dispose;
  widget_class->grab_focus = comptoir_order_outcome_grab_focus;
  signals[NEW_ORDER] = create_signal ("new-order", type);
  signals[SAME_AGAIN] = create_signal ("same-again", type);
  signals[RECORDED] = create_signal ("recorded", type);
  signals[SEND_AGAIN] = create_signal ("send-again", type);
  signals[LOOK_AGAIN] = create_signal ("look-again", type);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-order-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, page);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, links);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, looking);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, after);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, new_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, same_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, decision);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, recorded_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, again_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderOutcome, look_button);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_same);
  gtk_widget_class_bind_template_callback (widget_class, on_recorded);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
}

static void
comptoir_order_outcome_init (ComptoirOrderOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_order_outcome_show_accepted:
 * @number: (nullable): the order's number at the service
 * @reply: (nullable): what the service said, %NULL when that was in another session
 */
void
comptoir_order_outcome_show_accepted (ComptoirOrderOutcome *self,
                                      const char *number,
                                      const KashOrderReply *reply)
{
  g_autofree char *title = NULL;

  g_return_if_fail (COMPTOIR_IS_ORDER_OUTCOME (self));

  title = number != NULL ? g_strdup_printf (_ ("Order %s Was Recorded"), number)
                         : g_strdup (_ ("The Order Was Recorded"));
  show_page (self, COMPTOIR_ORDER_STATE_ACCEPTED, title, reply != NULL ? reply->message : NULL);
  if (reply == NULL)
    return;
  add_link (self, _ ("Show _Invoice"), reply->invoice);
  add_link (self, _ ("Show _Quote"), reply->quote);
  add_link (self, _ ("_Payment Page"), reply->payment_link);
}

/**
 * comptoir_order_outcome_show_unknown:
 * @sentence: why it isn't known whether the order was recorded
 */
void
comptoir_order_outcome_show_unknown (ComptoirOrderOutcome *self, const char *sentence)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_OUTCOME (self));
  show_page (self, COMPTOIR_ORDER_STATE_UNKNOWN, _ ("Was the Order Recorded?"), sentence);
}

/**
 * comptoir_order_outcome_show_looking:
 *
 * Says that the order is being looked for at the service. A decision can be made meanwhile.
 */
void
comptoir_order_outcome_show_looking (ComptoirOrderOutcome *self)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_OUTCOME (self));

  gtk_widget_set_visible (self->looking, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), FALSE);
  gtk_widget_set_sensitive (self->look_button, FALSE);
}

/**
 * comptoir_order_outcome_show_evidence:
 * @evidence: (nullable): what was found
 * @problem: (nullable): why it could not be looked for
 */
void
comptoir_order_outcome_show_evidence (ComptoirOrderOutcome *self,
                                      const ComptoirEvidence *evidence,
                                      const char *problem)
{
  const char *text = evidence != NULL ? evidence->sentence : problem;

  g_return_if_fail (COMPTOIR_IS_ORDER_OUTCOME (self));

  gtk_widget_set_visible (self->looking, FALSE);
  gtk_widget_set_sensitive (self->look_button, TRUE);
  gtk_label_set_label (self->evidence, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), text != NULL);
  if (evidence != NULL && evidence->found == COMPTOIR_FOUND_REFERENCE)
    gtk_widget_add_css_class (self->recorded_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->recorded_button, "suggested-action");
}

/**
 * comptoir_order_outcome_show_elsewhere:
 *
 * Says that the order is being sent from another window.
 */
void
comptoir_order_outcome_show_elsewhere (ComptoirOrderOutcome *self)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_OUTCOME (self));
  show_page (self, COMPTOIR_ORDER_STATE_SENDING, _ ("Being Sent Elsewhere"),
             comptoir_order_state_get_sentence (COMPTOIR_ORDER_STATE_SENDING));
}
