/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

gint64
comptoir_order_draft_get_payment (ComptoirOrderDraft *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), 0);

  return self->payment;
}

/**
 * comptoir_order_draft_set_payment:
 * @payment: a method's id, %KASH_PAYMENT_QUOTE, %KASH_PAYMENT_TO_BE_PAID, or 0 for none chosen
 */
void
comptoir_order_draft_set_payment (ComptoirOrderDraft *self, gint64 payment)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail (payment >= KASH_PAYMENT_QUOTE);

  if (self->payment == payment)
    return;
  self->payment = payment;
  comptoir_order_draft_change (self);
}

KashDeliveryMethod
comptoir_order_draft_get_delivery (ComptoirOrderDraft *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), KASH_DELIVERY_UNSET);

  return self->delivery;
}

/**
 * comptoir_order_draft_set_delivery:
 * @method: one of the seven, or %KASH_DELIVERY_UNSET
 */
void
comptoir_order_draft_set_delivery (ComptoirOrderDraft *self, KashDeliveryMethod method)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail (method >= KASH_DELIVERY_UNSET && method <= KASH_DELIVERY_TO_BE_SHIPPED);

  if (self->delivery == method)
    return;
  self->delivery = method;
  comptoir_order_draft_change (self);
}

gint64
comptoir_order_draft_get_client (ComptoirOrderDraft *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), 0);

  return self->client;
}

/**
 * comptoir_order_draft_set_client:
 * @id: an existing client's id, 0 for none. What was typed of a new one stays.
 */
void
comptoir_order_draft_set_client (ComptoirOrderDraft *self, gint64 id)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail (id >= 0);

  if (self->client == id)
    return;
  self->client = id;
  comptoir_order_draft_change (self);
}

static void
set_text (ComptoirOrderDraft *self, char **place, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_str_equal (*place, valid))
    return;
  g_free (*place);
  *place = g_steal_pointer (&valid);
  comptoir_order_draft_change (self);
}

const char *
comptoir_order_draft_get_client_field (ComptoirOrderDraft *self, KashClientField field)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail ((guint) field < KASH_N_CLIENT_FIELDS, NULL);

  return self->client_fields[field];
}

/**
 * comptoir_order_draft_set_client_field:
 * @text: (nullable): as typed
 */
void
comptoir_order_draft_set_client_field (ComptoirOrderDraft *self,
                                       KashClientField field,
                                       const char *text)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail ((guint) field < KASH_N_CLIENT_FIELDS);

  set_text (self, &self->client_fields[field], text);
}

const char *
comptoir_order_draft_get_field (ComptoirOrderDraft *self, ComptoirDraftField field)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail ((guint) field < COMPTOIR_N_DRAFT_FIELDS, NULL);

  return self->fields[field];
}

/**
 * comptoir_order_draft_set_field:
 * @text: (nullable): as typed; an id as a number, "" for none
 */
void
comptoir_order_draft_set_field (ComptoirOrderDraft *self,
                                ComptoirDraftField field,
                                const char *text)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail ((guint) field < COMPTOIR_N_DRAFT_FIELDS);

  set_text (self, &self->fields[field], text);
}
