/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-download.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kash-exchange.h"
#include "kash-fault.h"
#include "kash-refusal.h"
#include "kash-uri.h"

/* So much is held back to see whether it is a refusal instead of the data. */
#define HELD_BACK (16 * 1024)

#define MAX_REDIRECTS 5

typedef struct
{
  KashDownload parameters;
  SoupSession *session;
  KashExchange *exchange;

  GHashTable *visited;  /* addresses, to notice a circle */
  GByteArray *held;     /* the beginning of the body, or an error page */
  GByteArray *body;     /* NULL when data_func takes it */
  gboolean handed_over; /* to data_func, which can't take it twice */
  gboolean flowing;     /* too much for a refusal came by */
  gboolean retried;
  guint64 received;
} Job;

static void get (GTask *task, const char *uri, gboolean new_connection);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->parameters.uri);
  g_free (job->parameters.other_uri);
  if (job->parameters.secret != NULL)
    explicit_bzero (job->parameters.secret, strlen (job->parameters.secret));
  g_free (job->parameters.secret);
  if (job->parameters.data_destroy != NULL)
    job->parameters.data_destroy (job->parameters.data);

  g_clear_object (&job->session);
  g_clear_object (&job->exchange);
  g_clear_pointer (&job->visited, g_hash_table_unref);
  g_clear_pointer (&job->held, g_byte_array_unref);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_free (job);
}

static void
fail (GTask *task, GError *error)
{
  Job *job = g_task_get_task_data (task);

  g_task_return_error (task, kash_fault_conceal (error, job->parameters.secret));
  g_object_unref (task);
}

static void
hand_over (Job *job, GBytes *bytes, gint64 expected)
{
  gsize size = g_bytes_get_size (bytes);

  job->received += size;
  if (job->body != NULL)
    {
      g_byte_array_append (job->body, g_bytes_get_data (bytes, NULL), size);
      return;
    }
  job->handed_over = TRUE;
  job->parameters.data_func (bytes, job->received, expected, job->parameters.data);
}

static void
hand_over_held (Job *job, gint64 expected)
{
  g_autoptr (GBytes) bytes = NULL;

  if (job->held->len == 0)
    return;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&job->held));
  job->held = g_byte_array_new ();
  hand_over (job, bytes, expected);
}

static void
on_data (GBytes *bytes, guint64 received, gint64 expected, gpointer user_data)
{
  Job *job = g_task_get_task_data (user_data);

  if (job->flowing)
    {
      hand_over (job, bytes, expected);
      return;
    }

  g_byte_array_append (job->held, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (job->held->len > HELD_BACK && kash_exchange_get_status (job->exchange) < 300)
    {
      job->flowing = TRUE;
      hand_over_held (job, expected);
    }
}

/* When the reply was made, by its own account. */
static GDateTime *
dup_edited (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Last-Modified");
  GDateTime *edited = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (edited != NULL)
    return edited;
  text = soup_message_headers_get_one (headers, "Date");
  return text != NULL ? soup_date_time_new_from_http_string (text) : NULL;
}

static void
succeed (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  SoupMessage *message = kash_exchange_get_message (job->exchange);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (KashReply) reply = g_rc_box_new0 (KashReply);

  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->size = job->received;
  reply->edited = dup_edited (headers);
  if (job->body != NULL)
    reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&job->body));

  g_task_return_pointer (task, g_steal_pointer (&reply), (GDestroyNotify) kash_reply_unref);
  g_object_unref (task);
}

static void
conclude (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autofree char *words = NULL;

  if (!job->flowing && kash_refusal_find ((const char *) job->held->data, job->held->len, &words))
    {
      fail (task, kash_fault_from_refusal (words, "a refusal with HTTP 200"));
      return;
    }
  hand_over_held (job, job->held->len);
  succeed (task);
}

/* A redirect takes the key along, so it is followed on the same server only. */
static void
follow (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  SoupMessage *message = kash_exchange_get_message (job->exchange);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (location != NULL)
    uri = g_uri_parse_relative (soup_message_get_uri (message), location,
                                G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    {
      fail (task, kash_error_new (KASH_ERROR_SERVER_FAULT, "a redirect to nowhere", NULL));
      return;
    }
  if (!kash_uri_may_follow (soup_message_get_uri (message), uri))
    {
      fail (task,
            kash_error_new (KASH_ERROR_NOT_SECURE, "a redirect away from the server",
                            _ ("The server sends its visitors on to another one or to an open "
                               "connection, so it was given up. Check the server’s address in "
                               "the account.")));
      return;
    }

  address = g_uri_to_string (uri);
  if (g_hash_table_contains (job->visited, address)
      || g_hash_table_size (job->visited) > MAX_REDIRECTS)
    {
      fail (task, kash_error_new (KASH_ERROR_SERVER_FAULT, "redirects in a circle", NULL));
      return;
    }
  get (task, address, FALSE);
}

static void
on_failed (GTask *task, GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (job->retried || job->handed_over || !kash_exchange_has_broken (job->exchange))
    {
      fail (task, error);
      return;
    }

  g_error_free (error);
  job->retried = TRUE;
  job->flowing = FALSE;
  job->received = 0;
  if (job->body != NULL)
    g_byte_array_set_size (job->body, 0);
  {
    g_autofree char *uri
        = g_uri_to_string (soup_message_get_uri (kash_exchange_get_message (job->exchange)));

    g_hash_table_remove (job->visited, uri);
    get (task, uri, TRUE);
  }
}

static void
on_exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  guint status = kash_exchange_get_status (job->exchange);
  GError *error = NULL;

  if (!kash_exchange_run_finish (job->exchange, result, &error))
    on_failed (task, error);
  else if (status < 300)
    conclude (task);
  else if (status < 400)
    follow (task);
  else if (status == SOUP_STATUS_NOT_FOUND && job->parameters.other_uri != NULL)
    {
      g_autofree char *other_uri = g_steal_pointer (&job->parameters.other_uri);

      get (task, other_uri, FALSE);
    }
  else
    fail (task, kash_fault_from_status (status, (const char *) job->held->data, job->held->len));
}

static void
get (GTask *task, const char *uri, gboolean new_connection)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);

  if (message == NULL)
    {
      fail (task, kash_error_new (KASH_ERROR_SERVER_FAULT, "an address that can’t be read", NULL));
      return;
    }
  if (new_connection)
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);

  g_byte_array_set_size (job->held, 0);
  g_hash_table_add (job->visited, g_uri_to_string (soup_message_get_uri (message)));
  g_clear_object (&job->exchange);
  job->exchange = kash_exchange_new (job->session, message, job->parameters.deadline,
                                     job->parameters.max_size);
  kash_exchange_run_async (job->exchange, on_data, task, g_task_get_cancellable (task),
                           on_exchanged, task);
}

/**
 * kash_download_async:
 * @source: whose operation it is
 * @source_tag: which of its operations
 * @session: from kash_session_new()
 * @download: (transfer none): what to get; the strings are copied, the data is taken over
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Gets a body: follows redirects on the same server, tries a second time when the connection broke
 * before anything was handed over, and tells a refusal from data.
 */
void
kash_download_async (GObject *source,
                     gpointer source_tag,
                     SoupSession *session,
                     const KashDownload *download,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, job_free);

  job->parameters = *download;
  job->parameters.uri = g_strdup (download->uri);
  job->parameters.other_uri = g_strdup (download->other_uri);
  job->parameters.secret = g_strdup (download->secret);
  job->session = g_object_ref (session);
  job->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->held = g_byte_array_new ();
  job->body = download->data_func == NULL ? g_byte_array_new () : NULL;

  get (task, job->parameters.uri, FALSE);
}

/**
 * kash_download_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the reply; %NULL with a %KASH_ERROR or %G_IO_ERROR_CANCELLED
 */
KashReply *
kash_download_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
