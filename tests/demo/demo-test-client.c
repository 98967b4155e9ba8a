/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-test-client.h"

void
demo_test_reply_free (DemoTestReply *self)
{
  g_free (self->content_type);
  g_free (self->disposition);
  g_free (self->location);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* The shop @options describe, open. */
DemoShop *
demo_test_open_shop (const DemoShopOptions *options)
{
  g_autoptr (GError) error = NULL;
  DemoShop *shop = demo_shop_new (options, &error);

  g_assert_no_error (error);
  demo_shop_start (shop, &error);
  g_assert_no_error (error);

  return shop;
}

/* Straight to the shop, whatever proxy whoever runs the tests has. */
SoupSession *
demo_test_make_session (void)
{
  return soup_session_new_with_options ("proxy-resolver", NULL, NULL);
}

/* What every call but sign-in carries. */
char *
demo_test_get_credentials (DemoShop *shop)
{
  return g_strdup_printf ("idboutique=" DEMO_SHOP_ID "&key=%s", demo_shop_get_key (shop));
}

static void
read_body (GInputStream *stream, gsize max_size, DemoTestReply *reply)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint8 buffer[16384];
  gssize n_read = 0;

  while (body->len < max_size
         && (n_read = g_input_stream_read (
                 stream, buffer, MIN (sizeof buffer, max_size - body->len), NULL, &reply->error))
                > 0)
    g_byte_array_append (body, buffer, n_read);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/* @text goes into the address of a GET and into the body of a POST. Reading stops at @max_size. */
DemoTestReply *
demo_test_send (DemoShop *shop,
                const char *method,
                const char *endpoint,
                const char *text,
                gsize max_size)
{
  gboolean posted = strcmp (method, "POST") == 0;
  g_autofree char *url = g_strdup_printf ("%s/workers/%s%s%s", demo_shop_get_base_url (shop),
                                          endpoint, posted ? "" : "?", posted ? "" : text);
  g_autoptr (SoupSession) session = demo_test_make_session ();
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GInputStream) stream = NULL;
  DemoTestReply *reply = g_new0 (DemoTestReply, 1);
  SoupMessageHeaders *headers;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (posted)
    {
      g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

      soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);
    }
  stream = soup_session_send (session, message, NULL, &reply->error);
  reply->status = soup_message_get_status (message);
  headers = soup_message_get_response_headers (message);
  reply->content_type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
  reply->disposition = g_strdup (soup_message_headers_get_one (headers, "Content-Disposition"));
  reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  if (stream != NULL)
    read_body (stream, max_size, reply);

  return reply;
}

/* With the credentials; @query: (nullable): what comes after them. */
DemoTestReply *
demo_test_get (DemoShop *shop, const char *endpoint, const char *query)
{
  g_autofree char *credentials = demo_test_get_credentials (shop);
  g_autofree char *text = g_strdup_printf ("%s&%s", credentials, query != NULL ? query : "");

  return demo_test_send (shop, "GET", endpoint, text, G_MAXSIZE);
}

/* With the credentials. */
DemoTestReply *
demo_test_post (DemoShop *shop, const char *endpoint, const char *form)
{
  g_autofree char *credentials = demo_test_get_credentials (shop);
  g_autofree char *text = g_strdup_printf ("%s&%s", credentials, form);

  return demo_test_send (shop, "POST", endpoint, text, G_MAXSIZE);
}

/* The body as text that ends in a NUL, which belongs to the reply. */
const char *
demo_test_reply_get_text (DemoTestReply *self)
{
  gsize size;
  const char *data;
  char *text;

  g_assert_no_error (self->error);
  data = g_bytes_get_data (self->body, &size);
  text = g_malloc (size + 1);
  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  g_bytes_unref (self->body);
  self->body = g_bytes_new_take (text, size);

  return text;
}

JsonNode *
demo_test_reply_parse (DemoTestReply *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, demo_test_reply_get_text (self), -1, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

JsonArray *
demo_test_reply_get_rows (DemoTestReply *self)
{
  g_autoptr (JsonNode) root = demo_test_reply_parse (self);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (root));
  return json_array_ref (json_node_get_array (root));
}

/* (nullable): a text of the object that came, as an interned string. */
const char *
demo_test_reply_get_member (DemoTestReply *self, const char *name)
{
  g_autoptr (JsonNode) root = demo_test_reply_parse (self);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  return g_intern_string (
      json_object_get_string_member_with_default (json_node_get_object (root), name, NULL));
}
