/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-reply.h"

#include <string.h>

#define WARNING                                                                                 \
  "<br />\n<b>Warning</b>:  Undefined index: x in <b>/srv/webapp.php</b> on line <b>12</b><br " \
  "/>\n"

static void
test_outcomes (void)
{
  static const struct
  {
    guint status;
    const char *body;
    KashOutcome outcome;
    const char *order_id;
    const char *message;
  } cases[] = {
    { 200, "{\"result\":\"OK\",\"orderID\":1234}", KASH_OUTCOME_ACCEPTED, "1234" },
    { 200, "{\"result\":\"OK\",\"orderID\":\"A-12\"}", KASH_OUTCOME_ACCEPTED, "A-12" },
    { 200, "{\"result\":\"OK\"}", KASH_OUTCOME_ACCEPTED },
    { 200, "{\"success\":true,\"orderID\":9007199254740993}", KASH_OUTCOME_ACCEPTED,
      "9007199254740993" },
    { 201, "{\"success\":\"1\"}", KASH_OUTCOME_ACCEPTED },
    { 200, "\xEF\xBB\xBF\n\n{\"result\":\"OK\",\"orderID\":7}\n", KASH_OUTCOME_ACCEPTED, "7" },
    { 200, WARNING "{\"result\":\"OK\",\"orderID\":7}", KASH_OUTCOME_ACCEPTED, "7" },
    { 200, "{\"orderID\":7}", KASH_OUTCOME_ACCEPTED, "7" },
    { 200, "1234", KASH_OUTCOME_ACCEPTED, "1234" },
    { 200, " 1234\n", KASH_OUTCOME_ACCEPTED, "1234" },
    { 200, "\"1234\"", KASH_OUTCOME_ACCEPTED, "1234" },
    { 200, "OK", KASH_OUTCOME_ACCEPTED, NULL, "OK" },
    { 200, "OK 55", KASH_OUTCOME_ACCEPTED, "55" },
    { 200, "Commande enregistrée.", KASH_OUTCOME_ACCEPTED, NULL, "Commande enregistrée." },

    { 200, "{\"result\":\"ERROR\",\"errorMessage\":\"Article inconnu\"}", KASH_OUTCOME_REFUSED,
      NULL, "Article inconnu" },
    { 200,
      "{\"result\":\"ERROR\",\"message\":\"<b>Article</b> &eacute;puis&eacute; &amp; "
      "retir&#233;\"}",
      KASH_OUTCOME_REFUSED, NULL, "Article épuisé & retiré" },
    { 200, "{\"result\":\"ERROR\"}", KASH_OUTCOME_REFUSED },
    { 200, "{\"success\":false,\"result\":\"No such item\"}", KASH_OUTCOME_REFUSED, NULL,
      "No such item" },
    { 200, WARNING "{\"success\":false,\"result\":\"No\"}", KASH_OUTCOME_REFUSED, NULL, "No" },
    { 200, "{\"result\":\"ERROR\",\"message\":\"\xe9puis\xe9\"}", KASH_OUTCOME_REFUSED, NULL,
      "épuisé" },
    { 400, "{\"result\":\"ERROR\",\"message\":\"Bad line\"}", KASH_OUTCOME_REFUSED, NULL,
      "Bad line" },
    { 401, "", KASH_OUTCOME_REFUSED },
    { 403, "<html>Forbidden</html>", KASH_OUTCOME_REFUSED },
    { 403, "{\"message\":\"Bad key\"}", KASH_OUTCOME_REFUSED, NULL, "Bad key" },

    { 200, "", KASH_OUTCOME_UNKNOWN },
    { 200, " \n", KASH_OUTCOME_UNKNOWN },
    { 200, "0", KASH_OUTCOME_UNKNOWN, NULL, "0" },
    { 200, "-1", KASH_OUTCOME_UNKNOWN, NULL, "-1" },
    { 200, "12.5", KASH_OUTCOME_UNKNOWN, NULL, "12.5" },
    { 200, "null", KASH_OUTCOME_UNKNOWN, NULL, "null" },
    { 200, "[]", KASH_OUTCOME_UNKNOWN, NULL, "[]" },
    { 200, "{}", KASH_OUTCOME_UNKNOWN },
    { 200, "Not OK", KASH_OUTCOME_UNKNOWN, NULL, "Not OK" },
    { 200, "Commande non enregistrée", KASH_OUTCOME_UNKNOWN, NULL, "Commande non enregistrée" },
    { 200, "<html><body>OK</body></html>", KASH_OUTCOME_UNKNOWN },
    { 200, "<!DOCTYPE html><p>Maintenance", KASH_OUTCOME_UNKNOWN },
    { 200, WARNING, KASH_OUTCOME_UNKNOWN },
    { 200, "{\"result\":\"OK\",\"orderID\":12", KASH_OUTCOME_UNKNOWN, NULL,
      "{\"result\":\"OK\",\"orderID\":12" },
    { 200, "{\"result\":\"OK\",\"success\":false}", KASH_OUTCOME_UNKNOWN },
    { 200, "{\"result\":\"ERROR\",\"orderID\":12}", KASH_OUTCOME_UNKNOWN, "12" },
    { 200, "{\"message\":\"hello\"}", KASH_OUTCOME_UNKNOWN, NULL, "hello" },
    { 500, "", KASH_OUTCOME_UNKNOWN },
    { 500, "{\"result\":\"ERROR\",\"message\":\"boom\"}", KASH_OUTCOME_UNKNOWN, NULL, "boom" },
    { 502, "1234", KASH_OUTCOME_UNKNOWN, "1234" },
    { 400, "{\"result\":\"OK\",\"orderID\":12}", KASH_OUTCOME_UNKNOWN, "12" },
    { 404, "", KASH_OUTCOME_UNKNOWN },
    { 429, "Slow down", KASH_OUTCOME_UNKNOWN, NULL, "Slow down" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KashOrderReply) reply
          = kash_order_reply_parse (cases[i].status, cases[i].body, strlen (cases[i].body));

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (reply->outcome, ==, cases[i].outcome);
      g_assert_cmpstr (reply->order_id, ==, cases[i].order_id);
      g_assert_cmpstr (reply->message, ==, cases[i].message);
      g_assert_true (g_utf8_validate (reply->text, -1, NULL));
    }
}

static void
test_links (void)
{
  static const char body[] = "{\"success\":true,\"orderID\":5,\"invoice\":\"https://kash.click/"
                             "i?id=5\",\"quote\":\"http://kash.click/q\","
                             "\"paymentLink\":\"http://127.0.0.1:99/p\"}";
  static const char *const refused[] = { "http://kash.click/i",
                                         "javascript:alert(1)",
                                         "file:///etc/passwd",
                                         "//kash.click/i",
                                         "/i",
                                         "https://",
                                         "https://kash.click@evil.example/",
                                         "https:kash.click",
                                         "" };
  g_autoptr (KashOrderReply) reply = kash_order_reply_parse (200, body, strlen (body));
  g_autoptr (KashOrderReply) copy = kash_order_reply_copy (reply);

  g_assert_cmpstr (copy->invoice, ==, "https://kash.click/i?id=5");
  g_assert_null (copy->quote);
  g_assert_cmpstr (copy->payment_link, ==, "http://127.0.0.1:99/p");
  g_assert_cmpstr (copy->order_id, ==, "5");
  g_assert_cmpint (copy->outcome, ==, KASH_OUTCOME_ACCEPTED);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"success\":true,\"invoice\":\"%s\"}", refused[i]);
      g_autoptr (KashOrderReply) parsed = kash_order_reply_parse (200, json, strlen (json));

      g_test_message ("%s", refused[i]);
      g_assert_null (parsed->invoice);
    }
}

static void
test_bounds (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (KashOrderReply) long_reply = NULL;
  g_autoptr (KashOrderReply) deep_reply = NULL;
  g_autoptr (KashOrderReply) nul_reply = NULL;
  g_autoptr (KashOrderReply) no_reply = kash_order_reply_parse (200, NULL, 0);

  g_assert_cmpint (no_reply->outcome, ==, KASH_OUTCOME_UNKNOWN);
  g_assert_cmpstr (no_reply->text, ==, "");

  for (int i = 0; i < 50000; i++)
    g_string_append (body, "€");
  long_reply = kash_order_reply_parse (200, body->str, body->len);
  g_assert_cmpint (long_reply->outcome, ==, KASH_OUTCOME_UNKNOWN);
  g_assert_cmpuint (strlen (long_reply->text), <=, 64 * 1024);
  g_assert_cmpuint (strlen (long_reply->text), >, 64 * 1024 - 4);
  g_assert_true (g_utf8_validate (long_reply->text, -1, NULL));

  g_string_assign (body, "{\"a\":");
  for (int i = 0; i < 1000000; i++)
    g_string_append (body, i % 2 == 0 ? "[" : "{\"a\":");
  deep_reply = kash_order_reply_parse (200, body->str, body->len);
  g_assert_cmpint (deep_reply->outcome, ==, KASH_OUTCOME_UNKNOWN);

  nul_reply = kash_order_reply_parse (200, "{\"result\":\"ERROR\",\"message\":\"a\0b\"}", 34);
  g_assert_cmpint (nul_reply->outcome, ==, KASH_OUTCOME_REFUSED);
  g_assert_cmpstr (nul_reply->message, ==, "a b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/order-reply/outcomes", test_outcomes);
  g_test_add_func ("/kash/order-reply/links", test_links);
  g_test_add_func ("/kash/order-reply/bounds", test_bounds);
  return g_test_run ();
}
