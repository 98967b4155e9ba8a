/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An order as a form body and as JSON: decode(encode(x)) = x. */

#include "fuzz.h"

#include "kash-order.h"

static void
check_round_trip (const KashOrder *order)
{
  g_autoptr (KashOrder) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  g_autofree char *body_again = NULL;
  g_autofree char *json = NULL;

  if (!kash_order_validate (order, NULL))
    return;
  body = kash_order_encode (order, "shop", "key");
  again = kash_order_decode (body, &error);
  g_assert_no_error (error);
  body_again = kash_order_encode (again, "shop", "key");
  g_assert_cmpstr (body, ==, body_again);

  g_clear_pointer (&again, kash_order_free);
  g_clear_pointer (&body_again, g_free);
  json = kash_order_to_json (order);
  again = kash_order_from_json (json, -1, &error);
  g_assert_no_error (error);
  body_again = kash_order_encode (again, "shop", "key");
  g_assert_cmpstr (body, ==, body_again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (KashOrder) from_body = kash_order_decode (text, NULL);
  g_autoptr (KashOrder) from_json = kash_order_from_json ((const char *) data, (gssize) size, NULL);

  if (from_body != NULL)
    check_round_trip (from_body);
  if (from_json != NULL)
    check_round_trip (from_json);
  return 0;
}
