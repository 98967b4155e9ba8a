/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KASH_OUTCOME_ACCEPTED,
  KASH_OUTCOME_REFUSED,
  KASH_OUTCOME_UNKNOWN,
} KashOutcome;

/**
 * KashOrderReply:
 * @outcome: what the reply clearly says, or %KASH_OUTCOME_UNKNOWN where it is neither clearly yes
 *   nor clearly no (kash-api.md §4)
 * @order_id: (nullable): the order's number at the service
 * @message: (nullable): the service's own words, as plain text
 * @invoice, @quote, @payment_link: (nullable): https addresses, or http on loopback; others are
 * dropped
 * @text: the reply as it came, as valid UTF-8, cut at 64 KiB
 */
typedef struct
{
  KashOutcome outcome;
  char *order_id;
  char *message;
  char *invoice;
  char *quote;
  char *payment_link;
  char *text;
} KashOrderReply;

#define KASH_TYPE_ORDER_REPLY (kash_order_reply_get_type ())

GType kash_order_reply_get_type (void);
KashOrderReply *kash_order_reply_parse (guint status, const char *body, gsize length);
KashOrderReply *kash_order_reply_copy (const KashOrderReply *self);
void kash_order_reply_free (KashOrderReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KashOrderReply, kash_order_reply_free)

G_END_DECLS
