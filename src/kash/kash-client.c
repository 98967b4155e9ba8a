/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-client-private.h"

#include <glib/gi18n-lib.h>

#include "kash-download.h"
#include "kash-exchange.h"
#include "kash-session.h"
#include "kash-uri.h"

#define DEFAULT_MAX_SIZE (G_GUINT64_CONSTANT (256) * 1024 * 1024)

/* An audit file may have hundreds of MB. Who takes it as it comes in doesn't hold it in memory. */
#define AUDIT_FILE_FACTOR 8
#define DEFAULT_DEADLINE  60

struct _KashClient
{
  GObject parent_instance;

  KashAccount *account;
  guint64 max_size;
  guint deadline;
  SoupSession *session;
};

G_DEFINE_FINAL_TYPE (KashClient, kash_client, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_MAX_SIZE,
  PROP_DEADLINE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
download (KashClient *self,
          gpointer source_tag,
          KashDownload *parameters,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  parameters->secret = (char *) kash_account_get_key (self->account);
  parameters->deadline = self->deadline;
  if (parameters->max_size == 0)
    parameters->max_size = self->max_size;
  kash_download_async (G_OBJECT (self), source_tag, self->session, parameters, cancellable,
                       callback, user_data);
}

static char *
build_resource_uri (KashClient *self, const char *endpoint, KashFormat format)
{
  if (endpoint == NULL)
    return NULL;

  return kash_uri_build (kash_account_get_base_url (self->account), endpoint, "idboutique",
                         kash_account_get_shop_id (self->account), "key",
                         kash_account_get_key (self->account), "format",
                         kash_format_get_name (format), NULL);
}

static void
kash_client_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KashClient *self = KASH_CLIENT (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_MAX_SIZE:
      g_value_set_uint64 (value, self->max_size);
      break;
    case PROP_DEADLINE:
      g_value_set_uint (value, self->deadline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kash_client_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KashClient *self = KASH_CLIENT (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      kash_client_set_account (self, g_value_get_object (value));
      break;
    case PROP_MAX_SIZE:
      if (self->max_size != g_value_get_uint64 (value))
        {
          self->max_size = g_value_get_uint64 (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_DEADLINE:
      if (self->deadline != g_value_get_uint (value))
        {
          self->deadline = g_value_get_uint (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kash_client_finalize (GObject *object)
{
  KashClient *self = KASH_CLIENT (object);

  g_clear_object (&self->account);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (kash_client_parent_class)->finalize (object);
}

static void
kash_client_class_init (KashClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kash_client_get_property;
  object_class->set_property = kash_client_set_property;
  object_class->finalize = kash_client_finalize;

  /**
   * KashClient:account:
   *
   * Whom requests are made for. A request under way goes on with the account it began with.
   */
  props[PROP_ACCOUNT]
      = g_param_spec_object ("account", NULL, NULL, KASH_TYPE_ACCOUNT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * KashClient:max-size:
   *
   * The largest reply that is taken in, in decoded bytes.
   */
  props[PROP_MAX_SIZE]
      = g_param_spec_uint64 ("max-size", NULL, NULL, 1, G_MAXUINT64, DEFAULT_MAX_SIZE,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * KashClient:deadline:
   *
   * Seconds without progress before an exchange is given up. The whole of it may last ten times
   * that.
   */
  props[PROP_DEADLINE]
      = g_param_spec_uint ("deadline", NULL, NULL, 1, G_MAXUINT / 10, DEFAULT_DEADLINE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kash_client_init (KashClient *self)
{
  self->max_size = DEFAULT_MAX_SIZE;
  self->deadline = DEFAULT_DEADLINE;
}

/**
 * kash_client_new:
 * @account: whom requests are made for
 *
 * Returns: (transfer full): a client; it belongs to the thread it is made on
 */
KashClient *
kash_client_new (KashAccount *account)
{
  g_return_val_if_fail (KASH_IS_ACCOUNT (account), NULL);

  return g_object_new (KASH_TYPE_CLIENT, "account", account, NULL);
}

/**
 * kash_client_get_account:
 *
 * Returns: (transfer none): whom requests are made for
 */
KashAccount *
kash_client_get_account (KashClient *self)
{
  g_return_val_if_fail (KASH_IS_CLIENT (self), NULL);

  return self->account;
}

/**
 * kash_client_set_account:
 * @self: a client
 * @account: an account, perhaps the same with a new key
 *
 * Goes on with another account.
 */
void
kash_client_set_account (KashClient *self, KashAccount *account)
{
  g_return_if_fail (KASH_IS_CLIENT (self));
  g_return_if_fail (KASH_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  g_clear_object (&self->session);
  self->session = kash_session_new (kash_account_get_base_url (account));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
}

/**
 * kash_client_start_exchange:
 * @self: a client
 * @message: a request
 * @max_size: the largest reply, in decoded bytes
 *
 * Returns: (transfer full): an exchange with this client's session and deadline
 */
KashExchange *
kash_client_start_exchange (KashClient *self, SoupMessage *message, guint64 max_size)
{
  return kash_exchange_new (self->session, message, self->deadline, max_size);
}

/**
 * kash_client_get_session:
 *
 * Returns: (transfer none): the session requests go through
 */
SoupSession *
kash_client_get_session (KashClient *self)
{
  return self->session;
}

/**
 * kash_client_download_resource_async:
 * @self: a client
 * @resource: what to get
 * @format: in which form
 * @data_func: (nullable) (scope notified) (closure data) (destroy data_destroy): takes the data as
 *   it comes in; %NULL collects it in the reply
 * @data: for @data_func
 * @data_destroy: (nullable): frees @data
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Gets one of the shop's lists (kash-api.md §3).
 */
void
kash_client_download_resource_async (KashClient *self,
                                     KashResource resource,
                                     KashFormat format,
                                     KashDataFunc data_func,
                                     gpointer data,
                                     GDestroyNotify data_destroy,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autofree char *uri = NULL;
  g_autofree char *other_uri = NULL;
  KashDownload parameters = { .data_func = data_func, .data = data, .data_destroy = data_destroy };

  g_return_if_fail (KASH_IS_CLIENT (self));
  g_return_if_fail ((guint) resource < KASH_N_RESOURCES);
  g_return_if_fail ((guint) format <= KASH_FORMAT_HTML);

  parameters.uri = uri = build_resource_uri (self, kash_resource_get_endpoint (resource), format);
  parameters.other_uri = other_uri
      = build_resource_uri (self, kash_resource_get_other_endpoint (resource), format);
  download (self, kash_client_download_resource_async, &parameters, cancellable, callback,
            user_data);
}

/**
 * kash_client_download_resource_finish:
 * @self: a client
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the reply; %NULL with a %KASH_ERROR or %G_IO_ERROR_CANCELLED
 */
KashReply *
kash_client_download_resource_finish (KashClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KASH_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kash_client_download_resource_async),
                        NULL);

  return kash_download_finish (result, error);
}

/**
 * kash_client_download_report_async:
 * @self: a client
 * @report: in which form
 * @day: which day's sales
 * @data_func: (nullable) (scope notified) (closure data) (destroy data_destroy): takes the data as
 *   it comes in; %NULL collects it in the reply
 * @data: for @data_func
 * @data_destroy: (nullable): frees @data
 * @cancellable: (nullable): to give it up
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Gets a day's sales report (kash-api.md §2). The day is always sent: the service's own "day
 * before" is the server's. An audit file that @data_func takes may be eight times as large as
 * other replies.
 */
void
kash_client_download_report_async (KashClient *self,
                                   KashReport report,
                                   const GDate *day,
                                   KashDataFunc data_func,
                                   gpointer data,
                                   GDestroyNotify data_destroy,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autofree char *uri = NULL;
  g_autofree char *d = NULL;
  g_autofree char *m = NULL;
  g_autofree char *y = NULL;
  KashDownload parameters = { .data_func = data_func, .data = data, .data_destroy = data_destroy };

  g_return_if_fail (KASH_IS_CLIENT (self));
  g_return_if_fail ((guint) report < KASH_N_REPORTS);
  g_return_if_fail (day != NULL && g_date_valid (day));

  if (report == KASH_REPORT_SAFT && data_func != NULL
      && !g_uint64_checked_mul (&parameters.max_size, self->max_size, AUDIT_FILE_FACTOR))
    parameters.max_size = G_MAXUINT64;
  d = g_strdup_printf ("%d", g_date_get_day (day));
  m = g_strdup_printf ("%d", (int) g_date_get_month (day));
  y = g_strdup_printf ("%d", g_date_get_year (day));
  parameters.uri = uri = kash_uri_build (
      kash_account_get_base_url (self->account), "getSales.php", "idboutique",
      kash_account_get_shop_id (self->account), "key", kash_account_get_key (self->account), "d", d,
      "m", m, "y", y, "formatExport", kash_report_get_parameter (report), NULL);
  download (self, kash_client_download_report_async, &parameters, cancellable, callback, user_data);
}

/**
 * kash_client_download_report_finish:
 * @self: a client
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the reply; %NULL with a %KASH_ERROR or %G_IO_ERROR_CANCELLED
 */
KashReply *
kash_client_download_report_finish (KashClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KASH_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kash_client_download_report_async), NULL);

  return kash_download_finish (result, error);
}
