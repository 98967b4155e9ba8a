/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The ways of payment that are not an id of a payment method (kash-api.md §4). */
#define KASH_PAYMENT_QUOTE      (-2)
#define KASH_PAYMENT_TO_BE_PAID (-1)

#define KASH_MAX_VARIATIONS 5

typedef enum
{
  KASH_DELIVERY_UNSET = -1,
  KASH_DELIVERY_TAKE_AWAY,
  KASH_DELIVERY_TO_BE_DELIVERED,
  KASH_DELIVERY_ON_SITE,
  KASH_DELIVERY_DRIVE_THRU,
  KASH_DELIVERY_COUNTER_SALE,
  KASH_DELIVERY_RELAY_POINT,
  KASH_DELIVERY_TO_BE_SHIPPED,
} KashDeliveryMethod;

/* The fields of a new client, in the order of the API page. */
typedef enum
{
  KASH_CLIENT_NOM,
  KASH_CLIENT_PRENOM,
  KASH_CLIENT_EMAIL,
  KASH_CLIENT_TELEPHONE,
  KASH_CLIENT_ADRESSELIGNE1,
  KASH_CLIENT_ADRESSELIGNE2,
  KASH_CLIENT_COMMENTAIREADRESSE,
  KASH_CLIENT_CODEPOSTAL,
  KASH_CLIENT_VILLE,
  KASH_CLIENT_PAYS,
  KASH_CLIENT_NUMTVA,
  KASH_CLIENT_RCS,
  KASH_CLIENT_CODEBARRE,
  KASH_CLIENT_TELEPHONE2,
  KASH_CLIENT_LAT,
  KASH_CLIENT_LNG,
} KashClientField;

#define KASH_N_CLIENT_FIELDS (KASH_CLIENT_LNG + 1)

typedef enum
{
  KASH_LINE_ITEM,       /* ID, ID_QTY, ID_QTY_TITLE_PRICE[_V1…_V5] */
  KASH_LINE_DEPARTMENT, /* -DEPT_PRICE_TITLE */
  KASH_LINE_FREE,       /* Free_PRICE_TITLE */
} KashLineKind;

/**
 * KashOrderLine:
 * @kind: which of the forms of itemsList[]
 * @id: the item's or department's id, 0 or more
 * @quantity: (nullable): decimal text with a point, above 0; %NULL for one of it
 * @title: (nullable): own title; %NULL keeps the catalogue's
 * @price: (nullable): own unit price including VAT, decimal text with a point
 * @variations: ids, 0 in unused places
 */
typedef struct
{
  KashLineKind kind;
  gint64 id;
  char *quantity;
  char *title;
  char *price;
  gint64 variations[KASH_MAX_VARIATIONS];
} KashOrderLine;

KashOrderLine *kash_order_line_new (KashLineKind kind, gint64 id);
KashOrderLine *kash_order_line_copy (const KashOrderLine *self);
void kash_order_line_free (KashOrderLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KashOrderLine, kash_order_line_free)

/**
 * KashOrder:
 * @payment: a method's id, %KASH_PAYMENT_QUOTE or %KASH_PAYMENT_TO_BE_PAID; 0 = not chosen
 * @id_user, @id_client, @id_table, @id_cashbox: ids; 0 where absent
 * @place_settings, @pager: -1 where absent
 * @client: a new client's fields, each (nullable); ignored when @id_client is set
 * @lines: (element-type KashOrderLine)
 *
 * An order as the API can express it, and nothing else. Boxed; copied, not shared.
 */
typedef struct
{
  gint64 payment;
  KashDeliveryMethod delivery_method;
  gint64 id_user;
  gint64 id_client;
  gint64 id_table;
  gint64 id_cashbox;
  int place_settings;
  int pager;
  char *public_comment;
  char *private_comment;
  char *client[KASH_N_CLIENT_FIELDS];
  GPtrArray *lines;
} KashOrder;

#define KASH_TYPE_ORDER (kash_order_get_type ())

GType kash_order_get_type (void);
KashOrder *kash_order_new (void);
KashOrder *kash_order_copy (const KashOrder *self);
void kash_order_free (KashOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KashOrder, kash_order_free)

const char *kash_client_field_get_name (KashClientField field); /* "nom" … */
gboolean kash_order_validate (const KashOrder *self, GError **error);
char *kash_order_line_encode (const KashOrderLine *self);
char *kash_order_encode (const KashOrder *self, const char *shop_id, const char *key);
KashOrder *kash_order_decode (const char *body, GError **error);
KashOrder *kash_order_from_json (const char *json, gssize length, GError **error);
char *kash_order_to_json (const KashOrder *self);

G_END_DECLS
