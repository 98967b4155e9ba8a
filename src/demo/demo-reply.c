/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <libsoup/soup.h>

#include "demo-reply.h"

/**
 * demo_reply_new:
 * @status: the HTTP status
 * @content_type: (nullable): the type, %NULL to send none
 * @body: (transfer full): the body
 *
 * Returns: (transfer full): a reply
 */
DemoReply *
demo_reply_new (guint status, const char *content_type, GBytes *body)
{
  DemoReply *self = g_new0 (DemoReply, 1);

  self->status = status;
  self->content_type = g_strdup (content_type);
  self->body = body;

  return self;
}

/**
 * demo_reply_new_text:
 * @status: the HTTP status
 * @content_type: (nullable): the type, %NULL to send none
 * @text: the body
 *
 * Returns: (transfer full): a reply
 */
DemoReply *
demo_reply_new_text (guint status, const char *content_type, const char *text)
{
  return demo_reply_new (status, content_type, g_bytes_new (text, strlen (text)));
}

/**
 * demo_reply_new_error:
 * @status: the HTTP status
 * @member: "message" or "errorMessage"
 * @message: why, in French
 *
 * Returns: (transfer full): the service's refusal
 */
DemoReply *
demo_reply_new_error (guint status, const char *member, const char *message)
{
  g_autoptr (GString) json = g_string_new ("{\"result\":\"ERROR\",\"");

  g_string_append (json, member);
  g_string_append (json, "\":");
  demo_append_json_string (json, message, strlen (message), FALSE);
  g_string_append_c (json, '}');

  return demo_reply_new_text (status, "application/json; charset=utf-8", json->str);
}

/**
 * demo_reply_free:
 * @self: (transfer full) (nullable): a reply
 */
void
demo_reply_free (DemoReply *self)
{
  if (self == NULL)
    return;
  g_free (self->content_type);
  g_free (self->file_name);
  g_free (self->location);
  g_free (self->encoding);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->listing, demo_listing_free);
  g_free (self);
}

/**
 * demo_reply_set_body:
 * @self: a reply
 * @body: (transfer full): what it says instead
 */
void
demo_reply_set_body (DemoReply *self, GBytes *body)
{
  g_return_if_fail (self != NULL && body != NULL);

  g_clear_pointer (&self->listing, demo_listing_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
}

/**
 * demo_reply_get_body:
 * @self: a reply
 *
 * Writes a listing out, where the body is one.
 *
 * Returns: (transfer none): the whole body
 */
GBytes *
demo_reply_get_body (DemoReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->listing != NULL)
    demo_reply_set_body (self, demo_listing_read_all (self->listing));

  return self->body;
}

/**
 * demo_reply_to_head:
 * @self: a reply
 * @length: the Content-Length to claim, −1 for none
 * @close: whether to say that the connection is closed afterwards
 *
 * Returns: (transfer full): the status line and the headers
 */
char *
demo_reply_to_head (const DemoReply *self, gssize length, gboolean close)
{
  GString *head = g_string_new (NULL);

  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", self->status,
                          soup_status_get_phrase (self->status));
  if (self->content_type != NULL)
    g_string_append_printf (head, "Content-Type: %s\r\n", self->content_type);
  if (self->encoding != NULL)
    g_string_append_printf (head, "Content-Encoding: %s\r\n", self->encoding);
  if (length >= 0)
    g_string_append_printf (head, "Content-Length: %" G_GSSIZE_FORMAT "\r\n", length);
  g_string_append (head, close ? "Connection: close\r\n\r\n" : "\r\n");

  return g_string_free (head, FALSE);
}
