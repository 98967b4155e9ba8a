/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-details.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-choice-row.h"
#include "comptoir-client-chooser.h"
#include "comptoir-order-choices.h"
#include "comptoir-order-text.h"
#include "comptoir-text-row.h"

#define N_FIELDS (COMPTOIR_DRAFT_PRIVATE_COMMENT + 1)

struct _ComptoirOrderDetails
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *delivery_group;
  GtkWidget *comments_group;
  GtkWidget *place_group;
  ComptoirChoiceRow *delivery;
  ComptoirChoiceRow *relay;
  ComptoirClientChooser *client;
  ComptoirChoiceRow *payment;
  ComptoirChoiceRow *user;
  ComptoirChoiceRow *table;
  ComptoirChoiceRow *cashbox;
  ComptoirTextRow *place_settings;
  ComptoirTextRow *pager;
  ComptoirTextRow *public_comment;
  ComptoirTextRow *private_comment;

  GtkWidget *fields[N_FIELDS]; /* the rows of them, by ComptoirDraftField */
  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  char *relay_text; /* (nullable): what the comment says of the relay point that was chosen */
};

G_DEFINE_FINAL_TYPE (ComptoirOrderDetails, comptoir_order_details, ADW_TYPE_BIN)

static guint show_reference_signal;

/* What the rows choose from; the delivery's seven are always there. */
static const KashResource resources[]
    = { KASH_RESOURCE_PAYMENT_METHODS, KASH_RESOURCE_USERS, KASH_RESOURCE_TABLES,
        KASH_RESOURCE_CASHBOXES, KASH_RESOURCE_RELAY_POINTS };

static void
on_show_reference (ComptoirOrderDetails *self, const char *resource, const char *id)
{
  g_signal_emit (self, show_reference_signal, 0, resource, id);
}

static void
on_delivery (ComptoirOrderDetails *self, gint64 id)
{
  comptoir_order_draft_set_delivery (self->draft, (KashDeliveryMethod) id);
}

static void
on_payment (ComptoirOrderDetails *self, gint64 id)
{
  comptoir_order_draft_set_payment (self->draft, id);
}

/* What the comment says beside the relay point. */
static const char *
get_own_comment (ComptoirOrderDetails *self)
{
  const char *comment = comptoir_order_draft_get_field (self->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT);

  if (self->relay_text == NULL || !g_str_has_prefix (comment, self->relay_text))
    return comment;
  comment += strlen (self->relay_text);
  return comment + strspn (comment, ". ");
}

/* The service has no field for it (kash-api.md §4): it goes where the client reads it too. */
static void
on_relay (ComptoirOrderDetails *self, gint64 id)
{
  g_autofree char *title
      = id != 0 ? comptoir_order_dup_reference (self->shop, KASH_RESOURCE_RELAY_POINTS, id)
                : g_strdup (C_ ("order", "None"));
  g_autofree char *own = g_strdup (get_own_comment (self));
  g_autofree char *text = NULL;

  g_clear_pointer (&self->relay_text, g_free);
  if (id != 0)
    self->relay_text = g_strdup_printf (_ ("Relay point: %s"), title);
  if (id == 0 || *own == '\0')
    text = g_strdup (id != 0 ? self->relay_text : own);
  else
    text = g_strdup_printf ("%s. %s", self->relay_text, own);
  comptoir_choice_row_set_current (self->relay, id, title);
  comptoir_order_draft_set_field (self->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT, text);
}

static void
on_chosen (ComptoirChoiceRow *row, gint64 id, ComptoirOrderDetails *self)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  for (guint field = 0; field < N_FIELDS; field++)
    if (self->fields[field] == GTK_WIDGET (row))
      comptoir_order_draft_set_field (self->draft, field, text);
}

static void
on_text_changed (ComptoirOrderDetails *self, ComptoirTextRow *row)
{
  for (guint field = 0; field < N_FIELDS; field++)
    if (self->fields[field] == GTK_WIDGET (row))
      comptoir_order_draft_set_field (self->draft, field, comptoir_text_row_get_text (row));
}

static void
show_field (ComptoirOrderDetails *self, ComptoirDraftField field)
{
  const char *text = comptoir_order_draft_get_field (self->draft, field);
  g_autofree char *unknown = NULL;

  if (COMPTOIR_IS_TEXT_ROW (self->fields[field]))
    {
      comptoir_text_row_set_text (COMPTOIR_TEXT_ROW (self->fields[field]), text);
      return;
    }
  unknown = *text != '\0' ? g_strdup_printf (_ ("No. %s"), text) : g_strdup (C_ ("order", "None"));
  comptoir_choice_row_set_current (COMPTOIR_CHOICE_ROW (self->fields[field]),
                                   g_ascii_strtoll (text, NULL, 10), unknown);
}

static void
show_payment (ComptoirOrderDetails *self)
{
  gint64 payment = comptoir_order_draft_get_payment (self->draft);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, payment);
  g_autofree char *unknown = payment != 0 ? g_strdup_printf (_ ("No. %s"), number)
                                          : g_strdup (C_ ("payment", "Not chosen"));

  comptoir_choice_row_set_current (self->payment, payment, unknown);
}

/* Tables and place settings come before the client for what is served on site. */
static void
order_groups (ComptoirOrderDetails *self)
{
  KashDeliveryMethod method = comptoir_order_draft_get_delivery (self->draft);

  gtk_widget_set_visible (GTK_WIDGET (self->relay), method == KASH_DELIVERY_RELAY_POINT);
  gtk_box_reorder_child_after (self->box, self->place_group,
                               method == KASH_DELIVERY_ON_SITE ? self->delivery_group
                                                               : self->comments_group);
}

static void
update (ComptoirOrderDetails *self)
{
  KashDeliveryMethod method = comptoir_order_draft_get_delivery (self->draft);

  comptoir_choice_row_set_current (self->delivery, method, comptoir_delivery_get_title (method));
  show_payment (self);
  for (guint field = 0; field < N_FIELDS; field++)
    show_field (self, field);
  order_groups (self);
}

static void
on_rows_changed (ComptoirOrderDetails *self)
{
  comptoir_choice_row_set_choices (self->payment, comptoir_order_choices_dup_payments (self->shop));
  comptoir_choice_row_set_choices (
      self->user, comptoir_order_choices_dup_references (self->shop, KASH_RESOURCE_USERS));
  comptoir_choice_row_set_choices (
      self->table, comptoir_order_choices_dup_references (self->shop, KASH_RESOURCE_TABLES));
  comptoir_choice_row_set_choices (
      self->cashbox, comptoir_order_choices_dup_references (self->shop, KASH_RESOURCE_CASHBOXES));
  comptoir_choice_row_set_choices (
      self->relay, comptoir_order_choices_dup_references (self->shop, KASH_RESOURCE_RELAY_POINTS));
  update (self);
}

static void
follow_shop (ComptoirOrderDetails *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      ComptoirDataset *dataset = comptoir_shop_get_dataset (self->shop, resources[i]);

      g_signal_connect_object (dataset, "notify::loading", G_CALLBACK (on_rows_changed), self,
                               G_CONNECT_SWAPPED);
      comptoir_dataset_load (dataset);
    }
  comptoir_choice_row_set_choices (self->delivery, comptoir_order_choices_dup_deliveries ());
}

static gboolean
comptoir_order_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_ORDER_DETAILS (widget)->delivery));
}

static void
comptoir_order_details_dispose (GObject *object)
{
  ComptoirOrderDetails *self = COMPTOIR_ORDER_DETAILS (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  for (guint i = 0; self->shop != NULL && i < G_N_ELEMENTS (resources); i++)
    g_signal_handlers_disconnect_by_data (comptoir_shop_get_dataset (self->shop, resources[i]),
                                          self);
  g_clear_object (&self->draft);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->relay_text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_ORDER_DETAILS);
  G_OBJECT_CLASS (comptoir_order_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_CHOICE_ROW);
  g_type_ensure (COMPTOIR_TYPE_CLIENT_CHOOSER);
  g_type_ensure (COMPTOIR_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-order-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, box);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, delivery_group);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, comments_group);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, place_group);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, delivery);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, relay);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, client);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, payment);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, user);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, table);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, cashbox);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, place_settings);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, pager);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, public_comment);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderDetails, private_comment);
  gtk_widget_class_bind_template_callback (widget_class, on_delivery);
  gtk_widget_class_bind_template_callback (widget_class, on_relay);
  gtk_widget_class_bind_template_callback (widget_class, on_payment);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_reference);
}

static void
comptoir_order_details_class_init (ComptoirOrderDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_order_details_dispose;
  widget_class->grab_focus = comptoir_order_details_grab_focus;
  show_reference_signal
      = g_signal_new ("show-reference", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
comptoir_order_details_init (ComptoirOrderDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields[COMPTOIR_DRAFT_USER] = GTK_WIDGET (self->user);
  self->fields[COMPTOIR_DRAFT_TABLE] = GTK_WIDGET (self->table);
  self->fields[COMPTOIR_DRAFT_CASHBOX] = GTK_WIDGET (self->cashbox);
  self->fields[COMPTOIR_DRAFT_PLACE_SETTINGS] = GTK_WIDGET (self->place_settings);
  self->fields[COMPTOIR_DRAFT_PAGER] = GTK_WIDGET (self->pager);
  self->fields[COMPTOIR_DRAFT_PUBLIC_COMMENT] = GTK_WIDGET (self->public_comment);
  self->fields[COMPTOIR_DRAFT_PRIVATE_COMMENT] = GTK_WIDGET (self->private_comment);
  comptoir_text_row_set_purpose (self->place_settings, GTK_INPUT_PURPOSE_DIGITS);
  comptoir_text_row_set_purpose (self->pager, GTK_INPUT_PURPOSE_DIGITS);
}

/**
 * comptoir_order_details_set_draft:
 * @shop: whose payment methods, users, tables … to choose from; they are loaded
 * @draft: the order
 */
void
comptoir_order_details_set_draft (ComptoirOrderDetails *self,
                                  ComptoirShop *shop,
                                  ComptoirOrderDraft *draft)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DETAILS (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (update), self);
  if (g_set_object (&self->shop, shop))
    follow_shop (self);
  g_clear_pointer (&self->relay_text, g_free);
  comptoir_choice_row_set_current (self->relay, 0, C_ ("order", "None"));
  comptoir_client_chooser_set_draft (self->client, shop, draft);
  on_rows_changed (self);
}

/**
 * comptoir_order_details_clear_remarks:
 */
void
comptoir_order_details_clear_remarks (ComptoirOrderDetails *self)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DETAILS (self));

  comptoir_client_chooser_clear_remarks (self->client);
  comptoir_choice_row_set_remark (self->delivery, NULL, FALSE);
  comptoir_choice_row_set_remark (self->payment, NULL, FALSE);
  for (guint field = 0; field < N_FIELDS; field++)
    if (COMPTOIR_IS_TEXT_ROW (self->fields[field]))
      comptoir_text_row_set_remark (COMPTOIR_TEXT_ROW (self->fields[field]), NULL, FALSE);
    else
      comptoir_choice_row_set_remark (COMPTOIR_CHOICE_ROW (self->fields[field]), NULL, FALSE);
}

static void
add_field_remark (ComptoirOrderDetails *self, const ComptoirDraftRemark *remark)
{
  GtkWidget *row
      = remark->field >= 0 && remark->field < N_FIELDS ? self->fields[remark->field] : NULL;

  if (COMPTOIR_IS_TEXT_ROW (row))
    comptoir_text_row_set_remark (COMPTOIR_TEXT_ROW (row), remark->sentence, remark->blocks);
  else if (row != NULL)
    comptoir_choice_row_set_remark (COMPTOIR_CHOICE_ROW (row), remark->sentence, remark->blocks);
}

/**
 * comptoir_order_details_add_remark:
 * @remark: what is the matter with a field here; one about the lines is left out
 */
void
comptoir_order_details_add_remark (ComptoirOrderDetails *self, const ComptoirDraftRemark *remark)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DETAILS (self));
  g_return_if_fail (remark != NULL);

  switch (remark->place)
    {
    case COMPTOIR_DRAFT_PLACE_CLIENT:
      comptoir_client_chooser_add_remark (self->client, remark->field, remark->sentence,
                                          remark->blocks);
      break;
    case COMPTOIR_DRAFT_PLACE_PAYMENT:
      comptoir_choice_row_set_remark (self->payment, remark->sentence, remark->blocks);
      break;
    case COMPTOIR_DRAFT_PLACE_DELIVERY:
      comptoir_choice_row_set_remark (self->delivery, remark->sentence, remark->blocks);
      break;
    case COMPTOIR_DRAFT_PLACE_OTHER:
      add_field_remark (self, remark);
      break;
    case COMPTOIR_DRAFT_PLACE_LINE:
    default:
      break;
    }
}

/**
 * comptoir_order_details_edit:
 * @place: where
 * @field: as in a remark
 *
 * Puts the keyboard there.
 */
void
comptoir_order_details_edit (ComptoirOrderDetails *self, ComptoirDraftPlace place, int field)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DETAILS (self));

  if (place == COMPTOIR_DRAFT_PLACE_CLIENT)
    comptoir_client_chooser_edit (self->client, field);
  else if (place == COMPTOIR_DRAFT_PLACE_PAYMENT)
    gtk_widget_grab_focus (GTK_WIDGET (self->payment));
  else if (place == COMPTOIR_DRAFT_PLACE_OTHER && field >= 0 && field < N_FIELDS)
    gtk_widget_grab_focus (self->fields[field]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->delivery));
}
