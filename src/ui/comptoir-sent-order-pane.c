/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sent-order-pane.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-summary.h"
#include "comptoir-order-text.h"
#include "comptoir-submission.h"

struct _ComptoirSentOrderPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *sentence;
  GtkLabel *when;
  GtkButton *open_button;
  GtkWidget *look_button;
  GtkWidget *discard_button;
  GtkSpinner *spinner;
  GtkLabel *evidence;
  GtkWidget *sent_heading;
  ComptoirOrderSummary *summary;
  GtkWidget *answer_heading;
  GtkLabel *answer;

  ComptoirShop *shop;
  ComptoirSentOrder *order;
  GCancellable *looking; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ComptoirSentOrderPane, comptoir_sent_order_pane, ADW_TYPE_BIN)

enum
{
  OPEN,
  DISCARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_evidence (ComptoirSentOrderPane *self, const char *sentence)
{
  gtk_label_set_label (self->evidence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), sentence != NULL);
}

static void
stop_looking (ComptoirSentOrderPane *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->spinner != NULL)
    gtk_spinner_stop (self->spinner);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSentOrderPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirEvidence) evidence = comptoir_submission_look_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->order == NULL)
    return;
  stop_looking (self);
  gtk_widget_set_sensitive (self->look_button, TRUE);
  show_evidence (self, evidence != NULL ? evidence->sentence : error->message);
}

static void
on_look (ComptoirSentOrderPane *self)
{
  stop_looking (self);
  self->looking = g_cancellable_new ();
  show_evidence (self, NULL);
  gtk_spinner_start (self->spinner);
  gtk_widget_set_sensitive (self->look_button, FALSE);
  comptoir_submission_look_async (self->shop, comptoir_sent_order_get_record (self->order),
                                  self->looking, on_looked, g_object_ref (self));
}

static void
on_open (ComptoirSentOrderPane *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
on_discard (ComptoirSentOrderPane *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

static const char *
get_open_label (ComptoirOrderState state)
{
  switch (state)
    {
    case COMPTOIR_ORDER_STATE_DRAFT:
      return _ ("_Go On");
    case COMPTOIR_ORDER_STATE_REFUSED:
      return _ ("_Change and Send");
    case COMPTOIR_ORDER_STATE_UNKNOWN:
      return _ ("_Decide…");
    case COMPTOIR_ORDER_STATE_SENDING:
    case COMPTOIR_ORDER_STATE_ACCEPTED:
    default:
      return _ ("_Open");
    }
}

static void
show_state (ComptoirSentOrderPane *self, const ComptoirOrderRecord *record)
{
  g_autofree char *created = comptoir_order_dup_moment (record->created);
  g_autofree char *changed = comptoir_order_dup_moment (record->changed);
  g_autofree char *when = g_strdup_printf (_ ("Begun %s, last changed %s, our reference %s"),
                                           created, changed, record->reference);
  g_autofree char *numbered = NULL;
  const char *title = comptoir_order_state_get_title (record->state);

  if (record->number != NULL)
    /* Translators: an order's state and its number at the service: “Recorded, No. 1234” */
    numbered = g_strdup_printf (_ ("%s, No. %s"), title, record->number);
  gtk_image_set_from_icon_name (self->icon, comptoir_order_state_get_icon_name (record->state));
  gtk_label_set_label (self->heading, numbered != NULL ? numbered : title);
  gtk_label_set_label (self->sentence, comptoir_order_state_get_sentence (record->state));
  gtk_label_set_label (self->when, when);
  gtk_button_set_label (self->open_button, get_open_label (record->state));
  gtk_widget_set_visible (self->look_button, record->state == COMPTOIR_ORDER_STATE_UNKNOWN);
  gtk_widget_set_sensitive (self->look_button, TRUE);
  gtk_widget_set_visible (self->discard_button,
                          record->state == COMPTOIR_ORDER_STATE_DRAFT
                              || record->state == COMPTOIR_ORDER_STATE_REFUSED);
}

/* What can't be read back is shown as it is, in the summary's form. */
static void
show_sent (ComptoirSentOrderPane *self, const ComptoirOrderRecord *record)
{
  gboolean sent = record->sent != NULL && *record->sent != '\0';
  gboolean answered = record->answer != NULL && *record->answer != '\0';

  gtk_widget_set_visible (self->sent_heading, sent);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), sent);
  if (sent)
    {
      g_autoptr (KashOrder) order = kash_order_decode (record->sent, NULL);

      if (order == NULL)
        order = kash_order_new ();
      comptoir_order_summary_show_order (self->summary, self->shop, order, record->sent,
                                         record->total);
    }
  gtk_widget_set_visible (self->answer_heading, answered);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), answered);
  gtk_label_set_label (self->answer, answered ? record->answer : "");
}

static void
comptoir_sent_order_pane_dispose (GObject *object)
{
  ComptoirSentOrderPane *self = COMPTOIR_SENT_ORDER_PANE (object);

  stop_looking (self);
  g_clear_object (&self->order);
  g_clear_object (&self->shop);
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SENT_ORDER_PANE);
  G_OBJECT_CLASS (comptoir_sent_order_pane_parent_class)->dispose (object);
}

static void
comptoir_sent_order_pane_class_init (ComptoirSentOrderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_sent_order_pane_dispose;
  signals[OPEN]
      = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARD]
      = g_signal_new ("discard", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COMPTOIR_TYPE_ORDER_SUMMARY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sent-order-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, icon);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, heading);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, when);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, open_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, look_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, discard_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, sent_heading);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, summary);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, answer_heading);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrderPane, answer);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
comptoir_sent_order_pane_init (ComptoirSentOrderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_sent_order_pane_show_order:
 * @shop: whose orders they are
 * @order: (nullable): the entry to show; %NULL when none is selected
 */
void
comptoir_sent_order_pane_show_order (ComptoirSentOrderPane *self,
                                     ComptoirShop *shop,
                                     ComptoirSentOrder *order)
{
  g_return_if_fail (COMPTOIR_IS_SENT_ORDER_PANE (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));

  stop_looking (self);
  show_evidence (self, NULL);
  g_set_object (&self->shop, shop);
  g_set_object (&self->order, order);
  gtk_stack_set_visible_child_name (self->stack, order != NULL ? "order" : "none");
  if (order == NULL)
    return;
  show_state (self, comptoir_sent_order_get_record (order));
  show_sent (self, comptoir_sent_order_get_record (order));
}
