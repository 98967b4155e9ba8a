/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-sender.h"

/* Replies of more rows than this are sent in pieces as they are written, without a length. */
#define MAX_WHOLE_ROWS 2000

static void
append_piece (SoupServerMessage *message, DemoListing *listing)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  g_autoptr (GBytes) piece = demo_listing_read (listing);

  if (piece == NULL)
    soup_message_body_complete (body);
  else if (g_bytes_get_size (piece) > 0)
    soup_message_body_append_bytes (body, piece);
  else
    append_piece (message, listing);
}

static void
on_wrote_chunk (SoupServerMessage *message, gpointer listing)
{
  append_piece (message, listing);
}

static void
send_listing (SoupServerMessage *message, DemoListing *listing)
{
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect_data (message, "wrote-chunk", G_CALLBACK (on_wrote_chunk), listing,
                         (GClosureNotify) (GCallback) demo_listing_free, 0);
  append_piece (message, listing);
}

/**
 * demo_sender_send:
 * @message: a message that waits for its answer
 * @reply: the answer; a long listing in it is used up
 *
 * Sends the answer as HTTP has it.
 */
void
demo_sender_send (SoupServerMessage *message, DemoReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, reply->status, NULL);
  if (reply->content_type != NULL)
    soup_message_headers_append (headers, "Content-Type", reply->content_type);
  if (reply->location != NULL)
    soup_message_headers_append (headers, "Location", reply->location);
  if (reply->encoding != NULL)
    soup_message_headers_append (headers, "Content-Encoding", reply->encoding);
  if (reply->file_name != NULL)
    {
      g_autofree char *disposition
          = g_strdup_printf ("attachment; filename=\"%s\"", reply->file_name);

      soup_message_headers_append (headers, "Content-Disposition", disposition);
    }
  if (reply->listing != NULL && demo_listing_get_n_rows (reply->listing) > MAX_WHOLE_ROWS)
    send_listing (message, g_steal_pointer (&reply->listing));
  else if (g_bytes_get_size (demo_reply_get_body (reply)) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), reply->body);
  soup_server_message_unpause (message);
}

/**
 * demo_sender_follow:
 * @message: a message that waits for its answer
 * @socket: (nullable): the one its connection is on
 * @plan: (transfer full): what happens on its connection instead
 * @cancellable: ends it
 * @n_running: counts the plans that are being followed
 *
 * Takes the connection out of the server's hands and follows the plan on it.
 */
void
demo_sender_follow (SoupServerMessage *message,
                    GSocket *socket,
                    DemoWirePlan *plan,
                    GCancellable *cancellable,
                    guint *n_running)
{
  GIOStream *stream = soup_server_message_steal_connection (message);

  if (stream != NULL && socket != NULL)
    {
      demo_wire_run (stream, socket, plan, cancellable, n_running);
      return;
    }
  /* The other side has gone already. */
  g_clear_object (&stream);
  demo_wire_plan_free (plan);
}
