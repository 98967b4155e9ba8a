/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the service answers to an order or a sign-in. Whatever comes, texts to show are valid, a
 * link leads to the web, and nothing is taken for yes and no at once. */

#include "fuzz.h"

#include <string.h>

#include "kash-order-reply.h"
#include "kash-refusal.h"

static const guint statuses[] = { 200, 201, 302, 400, 401, 403, 404, 429, 500, 502 };

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_link (const char *link)
{
  g_assert_true (link == NULL || g_str_has_prefix (link, "https://")
                 || g_str_has_prefix (link, "http://"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *body = (const char *) data + 1;
  g_autoptr (KashOrderReply) reply = NULL;
  g_autofree char *words = NULL;
  guint status;

  if (size < 1)
    return 0;
  status = statuses[data[0] % G_N_ELEMENTS (statuses)];
  reply = kash_order_reply_parse (status, body, size - 1);
  check_text (reply->order_id);
  check_text (reply->message);
  check_text (reply->text);
  check_link (reply->invoice);
  check_link (reply->quote);
  check_link (reply->payment_link);
  /* A fault of the server is never an order recorded (kash-api.md §4). */
  if (status >= 500)
    g_assert_cmpint (reply->outcome, !=, KASH_OUTCOME_ACCEPTED);
  kash_refusal_find (body, size - 1, &words);
  check_text (words);
  return 0;
}
