/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-order.h"

G_BEGIN_DECLS

gboolean kash_decimal_is_valid (const char *text, gboolean negative);
gboolean kash_decimal_is_zero (const char *text);

gboolean kash_order_line_validate (const KashOrderLine *self, guint number, GError **error);
KashOrderLine *kash_order_line_decode (const char *text);

/* The whole-number fields of an order, in the order they are sent. */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean is_int;
  gint64 absent;
  gint64 least;
} KashOrderNumber;

#define KASH_N_ORDER_NUMBERS 8

extern const KashOrderNumber kash_order_numbers[KASH_N_ORDER_NUMBERS];

gint64 kash_order_get_number (const KashOrder *self, const KashOrderNumber *number);
void kash_order_set_number (KashOrder *self, const KashOrderNumber *number, gint64 value);

G_END_DECLS
