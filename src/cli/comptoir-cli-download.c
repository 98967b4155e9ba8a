/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-download.h"

#include "comptoir-cli-account.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ComptoirCliSession *session;
  ComptoirCliConsumer consumer;
  gpointer user_data;
  GError *error;
} Download;

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  Download *self = user_data;
  gsize length;
  const char *bytes = g_bytes_get_data (data, &length);

  if (self->error == NULL && !self->consumer (bytes, length, self->user_data, &self->error))
    g_cancellable_cancel (self->session->cancellable);
}

static KashClient *
create_client (ComptoirCliSession *session, GError **error)
{
  g_autoptr (KashAccount) account = comptoir_cli_account_find (session, error);

  return account != NULL ? kash_client_new (account) : NULL;
}

/* What the consumer found wrong comes before the cancelling that followed from it. */
static gboolean
finish (Download *self, KashReply *reply, GError *cause, GError **error)
{
  if (reply != NULL)
    kash_reply_unref (reply);
  if (self->error != NULL)
    {
      g_clear_error (&cause);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

/**
 * comptoir_cli_download_resource:
 * @consumer: given the bytes as they come in
 *
 * Gets a list from the service, with the account that comptoir_cli_account_find() finds.
 */
gboolean
comptoir_cli_download_resource (ComptoirCliSession *session,
                                KashResource resource,
                                KashFormat format,
                                ComptoirCliConsumer consumer,
                                gpointer user_data,
                                GError **error)
{
  Download self = { session, consumer, user_data, NULL };
  g_autoptr (KashClient) client = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  KashReply *reply;
  GError *cause = NULL;

  g_return_val_if_fail (session != NULL && consumer != NULL, FALSE);

  client = create_client (session, error);
  if (client == NULL)
    return FALSE;
  kash_client_download_resource_async (client, resource, format, on_data, &self, NULL,
                                       session->cancellable, comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  reply = kash_client_download_resource_finish (client, result, &cause);
  return finish (&self, reply, cause, error);
}

/**
 * comptoir_cli_download_report:
 * @client: whom to ask
 * @consumer: given the bytes as they come in
 *
 * Gets a day's report from the service, as comptoir_cli_download_resource() does a list.
 */
gboolean
comptoir_cli_download_report (ComptoirCliSession *session,
                              KashClient *client,
                              KashReport report,
                              const GDate *day,
                              ComptoirCliConsumer consumer,
                              gpointer user_data,
                              GError **error)
{
  Download self = { session, consumer, user_data, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  KashReply *reply;
  GError *cause = NULL;

  g_return_val_if_fail (session != NULL && consumer != NULL, FALSE);
  g_return_val_if_fail (KASH_IS_CLIENT (client), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  kash_client_download_report_async (client, report, day, on_data, &self, NULL,
                                     session->cancellable, comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  reply = kash_client_download_report_finish (client, result, &cause);
  return finish (&self, reply, cause, error);
}

/**
 * comptoir_cli_download_find_resource:
 * @names: (nullable): what was given on the command line
 * @resource: (out): the resource
 *
 * Returns: whether exactly one resource is named
 */
gboolean
comptoir_cli_download_find_resource (char **names, KashResource *resource, GError **error)
{
  g_return_val_if_fail (resource != NULL, FALSE);

  if (names != NULL && g_strv_length (names) == 1 && kash_resource_from_name (names[0], resource))
    return TRUE;
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                       _ ("Name one of the lists that --help shows."));
  return FALSE;
}

/**
 * comptoir_cli_download_describe_resources:
 *
 * Returns: (transfer full): the names of the resources, for a command's help
 */
char *
comptoir_cli_download_describe_resources (void)
{
  GString *text = g_string_new (_ ("Lists:"));

  for (int i = 0; i < KASH_N_RESOURCES; i++)
    g_string_append_printf (text, "\n  %-18s %s", kash_resource_get_name (i),
                            kash_resource_get_title (i));
  return g_string_free (text, FALSE);
}
