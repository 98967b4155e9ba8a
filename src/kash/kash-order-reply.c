/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-reply.h"

#include <string.h>

#include "kash-json.h"
#include "kash-refusal.h"
#include "kash-text.h"
#include "kash-uri.h"

#define MAX_TEXT (64 * 1024)

G_DEFINE_BOXED_TYPE (KashOrderReply, kash_order_reply, kash_order_reply_copy, kash_order_reply_free)

static gboolean
is_success (guint status)
{
  return status >= 200 && status < 300;
}

/* Cuts @text so that what is left is still valid UTF-8. */
static char *
dup_cut (const char *text)
{
  const char *end = text + strlen (text);

  if (end - text > MAX_TEXT)
    end = g_utf8_find_prev_char (text, text + MAX_TEXT + 1);
  return g_strndup (text, end - text);
}

static char *
dup_order_id (JsonObject *object)
{
  static const char *const members[]
      = { "orderID", "orderId", "order_id", "idOrder", "idCommande" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = kash_json_get_text (object, members[i]);

      /* 0 and −1 are how PHP says that there is none. */
      if (text != NULL && !g_str_equal (text, "0") && *text != '-')
        return kash_text_plain (text);
    }
  return NULL;
}

/* A link is opened by a click, so it may lead nowhere but to a secure web page. */
static char *
dup_link (JsonObject *object, const char *member)
{
  const char *text = kash_json_get_text (object, member);
  g_autoptr (GUri) uri
      = text != NULL ? g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL)
                     : NULL;

  if (uri == NULL || g_uri_get_userinfo (uri) != NULL || !kash_uri_is_secure (uri))
    return NULL;
  return g_strdup (text);
}

static void
read_object (KashOrderReply *self, guint status, JsonObject *object)
{
  self->order_id = dup_order_id (object);
  self->message = kash_refusal_dup_words (object);
  self->invoice = dup_link (object, "invoice");
  self->quote = dup_link (object, "quote");
  self->payment_link = dup_link (object, "paymentLink");

  switch (kash_refusal_judge (object))
    {
    case KASH_VERDICT_YES:
      if (is_success (status))
        self->outcome = KASH_OUTCOME_ACCEPTED;
      break;
    case KASH_VERDICT_NO:
      /* A no that comes with an order's number isn't a clear one, nor is one from a server that
       * has failed on the way to it. */
      if (status < 500 && self->order_id == NULL)
        self->outcome = KASH_OUTCOME_REFUSED;
      break;
    case KASH_VERDICT_NONE:
    default:
      /* An order's number alone is as good as a bare number. */
      if (is_success (status) && self->order_id != NULL
          && !json_object_has_member (object, "result")
          && !json_object_has_member (object, "success"))
        self->outcome = KASH_OUTCOME_ACCEPTED;
      break;
    }
}

/* A bare number is the order's; the other texts are those that say nothing but yes. */
static void
read_text (KashOrderReply *self, guint status, const char *text)
{
  g_autoptr (GRegex) number = g_regex_new (
      "^\\s*\"?(?:OK\\b[\\s:;,#|-]*)?([1-9][0-9]{0,17})\"?\\s*$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean is_html = *text == '<';

  if (is_html || *text == '\0')
    return;

  if (g_regex_match (number, text, 0, &match))
    self->order_id = g_match_info_fetch (match, 1);
  else
    self->message = kash_text_plain (text);

  if (is_success (status)
      && (self->order_id != NULL
          || g_regex_match_simple (
              "^\\s*\"?(OK|success|"
              "(la )?commande (a été |est )?(bien )?(enregistrée|validée|créée)|"
              "(the )?order (was |has been |is )?(recorded|saved|created|accepted))"
              "\"?[.! ]*\\s*$",
              text, G_REGEX_CASELESS, 0)))
    self->outcome = KASH_OUTCOME_ACCEPTED;
}

/**
 * kash_order_reply_parse:
 * @status: HTTP status
 * @body: the reply's body
 * @length: its length in bytes
 *
 * Reads a reply of webapp.php, whose shapes the service doesn't specify (kash-api.md §4). Only
 * what says yes or no clearly is taken for it: a 5xx, a web page, an empty body or anything else is
 * %KASH_OUTCOME_UNKNOWN.
 *
 * Returns: (transfer full): what the reply says
 */
KashOrderReply *
kash_order_reply_parse (guint status, const char *body, gsize length)
{
  KashOrderReply *self = g_new0 (KashOrderReply, 1);
  g_autofree char *text = kash_text_decode (body != NULL ? body : "", body != NULL ? length : 0);
  g_autoptr (JsonObject) object = kash_json_find_object (text);

  self->outcome = KASH_OUTCOME_UNKNOWN;
  self->text = dup_cut (text);

  if (object != NULL)
    read_object (self, status, object);
  else
    read_text (self, status, g_strchug (text));

  /* Without a key that is accepted nothing is recorded, whatever else is said. */
  if (status == 401 || status == 403)
    self->outcome = KASH_OUTCOME_REFUSED;
  return self;
}

/**
 * kash_order_reply_copy:
 *
 * Returns: (transfer full): a deep copy
 */
KashOrderReply *
kash_order_reply_copy (const KashOrderReply *self)
{
  KashOrderReply *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (KashOrderReply, 1);
  copy->outcome = self->outcome;
  copy->order_id = g_strdup (self->order_id);
  copy->message = g_strdup (self->message);
  copy->invoice = g_strdup (self->invoice);
  copy->quote = g_strdup (self->quote);
  copy->payment_link = g_strdup (self->payment_link);
  copy->text = g_strdup (self->text);
  return copy;
}

/**
 * kash_order_reply_free:
 *
 * Frees a reply.
 */
void
kash_order_reply_free (KashOrderReply *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->order_id);
  g_free (self->message);
  g_free (self->invoice);
  g_free (self->quote);
  g_free (self->payment_link);
  g_free (self->text);
  g_free (self);
}
