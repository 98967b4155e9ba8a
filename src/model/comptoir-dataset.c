/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-dataset.h"

#include <string.h>

#include "comptoir-lookup.h"
#include "comptoir-table-loader.h"

/* Kept of a reply that can't be read, where there is no store to keep it whole for. */
#define KEEP_UNREADABLE (1024 * 1024)

/* Microseconds between two notifications of bytes received. */
#define RECEIVED_INTERVAL 16000

/* One try at getting rows, from the store or from the service. Outlives its being given up: the
 * replies that come afterwards find that it isn't the dataset's own any more. */
typedef struct
{
  grefcount ref_count;
  ComptoirDataset *dataset; /* unowned, NULL once given up */
  GCancellable *cancellable;
  ComptoirTableLoader *loader;
  GDateTime *fetched_at; /* (nullable): of a kept copy */
  KashAccount *account;  /* (nullable): whom the service was asked for */
  gboolean from_store;
  gboolean shown;      /* the dataset shows the growing table */
  gboolean unreadable; /* given up downloading what can't be read anyway */
} Exchange;

struct _ComptoirDataset
{
  GObject parent_instance;

  KashClient *client;
  ComptoirStore *store; /* (nullable) */
  char *account;
  char *kept_name; /* "items.json" */
  KashResource resource;

  Exchange *exchange; /* (nullable): the try under way */
  gboolean tried_kept;
  gint64 received_notified; /* monotonic */

  ComptoirTable *table;
  guint n_rows;
  guint64 received;
  gint64 expected;
  GDateTime *fetched_at;
  GError *error;
  GBytes *unreadable;
  ComptoirLookup *lookup;
};

G_DEFINE_FINAL_TYPE (ComptoirDataset, comptoir_dataset, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RESOURCE,
  PROP_TABLE,
  PROP_N_ROWS,
  PROP_LOADING,
  PROP_RECEIVED,
  PROP_EXPECTED,
  PROP_FETCHED_AT,
  PROP_ERROR,
  PROP_UNREADABLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void ask_service (ComptoirDataset *self);

static Exchange *
exchange_ref (Exchange *exchange)
{
  g_ref_count_inc (&exchange->ref_count);
  return exchange;
}

static void
exchange_unref (Exchange *exchange)
{
  if (!g_ref_count_dec (&exchange->ref_count))
    return;
  g_clear_object (&exchange->cancellable);
  g_clear_object (&exchange->loader);
  g_clear_object (&exchange->account);
  g_clear_pointer (&exchange->fetched_at, g_date_time_unref);
  g_free (exchange);
}

/* Held on to, because whoever is notified may drop it. */
static ComptoirDataset *
exchange_dup_dataset (Exchange *exchange)
{
  return exchange->dataset != NULL ? g_object_ref (exchange->dataset) : NULL;
}

static void
notify (ComptoirDataset *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_n_rows (ComptoirDataset *self, guint n_rows)
{
  if (self->n_rows == n_rows)
    return;
  self->n_rows = n_rows;
  notify (self, PROP_N_ROWS);
}

static void
set_table (ComptoirDataset *self, ComptoirTable *table)
{
  if (!g_set_object (&self->table, table))
    return;
  g_clear_pointer (&self->lookup, comptoir_lookup_free);
  notify (self, PROP_TABLE);
}

static void
set_fetched_at (ComptoirDataset *self, GDateTime *fetched_at)
{
  if (self->fetched_at == fetched_at)
    return;
  g_clear_pointer (&self->fetched_at, g_date_time_unref);
  self->fetched_at = fetched_at != NULL ? g_date_time_ref (fetched_at) : NULL;
  notify (self, PROP_FETCHED_AT);
}

static void
set_failure (ComptoirDataset *self, GError *error, GBytes *unreadable)
{
  if (self->error != NULL || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error;
      notify (self, PROP_ERROR);
    }
  if (self->unreadable != unreadable)
    {
      g_clear_pointer (&self->unreadable, g_bytes_unref);
      self->unreadable = unreadable != NULL ? g_bytes_ref (unreadable) : NULL;
      notify (self, PROP_UNREADABLE);
    }
}

static void
set_received (ComptoirDataset *self, guint64 received, gint64 expected)
{
  gint64 now = g_get_monotonic_time ();

  if (self->expected != expected)
    {
      self->expected = expected;
      notify (self, PROP_EXPECTED);
    }
  if (self->received == received)
    return;
  self->received = received;
  if (received == 0 || received == (guint64) expected
      || now - self->received_notified >= RECEIVED_INTERVAL)
    {
      self->received_notified = now;
      notify (self, PROP_RECEIVED);
    }
}

/* Lets go of the try under way; what it still brings goes nowhere. */
static void
end_exchange (ComptoirDataset *self)
{
  Exchange *exchange = g_steal_pointer (&self->exchange);

  exchange->dataset = NULL;
  g_cancellable_cancel (exchange->cancellable);
  comptoir_table_loader_cancel (exchange->loader);
  g_signal_handlers_disconnect_by_data (exchange->loader, exchange);
  exchange_unref (exchange);
  notify (self, PROP_RECEIVED);
  notify (self, PROP_LOADING);
}

/* The table that was growing on screen is taken away again, unless rows of it are to stay. */
static void
hide_growing_table (ComptoirDataset *self, Exchange *exchange, gboolean keep_rows)
{
  ComptoirTable *table = comptoir_table_loader_get_table (exchange->loader);

  if (!exchange->shown)
    return;
  if (keep_rows && comptoir_table_get_n_rows (table) > 0)
    {
      set_n_rows (self, comptoir_table_get_n_rows (table));
      return;
    }
  set_n_rows (self, 0);
  set_table (self, NULL);
}

static void
fail (ComptoirDataset *self, GError *error, GBytes *unreadable)
{
  g_object_freeze_notify (G_OBJECT (self));
  hide_growing_table (self, self->exchange, TRUE);
  end_exchange (self);
  set_failure (self, error, unreadable);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The rows are on screen all the same; a disk that is full is the store's to tell of. */
  if (!comptoir_store_save_reply_finish (COMPTOIR_STORE (object), result, &error))
    g_debug ("A reply was not kept: %s", error->message);
}

static void
show_whole_table (ComptoirDataset *self, Exchange *exchange, GDateTime *fetched_at)
{
  ComptoirTable *table = comptoir_table_loader_get_table (exchange->loader);

  set_table (self, table);
  set_n_rows (self, comptoir_table_get_n_rows (table));
  set_fetched_at (self, fetched_at);
}

static void
on_kept_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (ComptoirDataset) self = exchange_dup_dataset (exchange);
  gboolean read
      = comptoir_table_loader_close_finish (COMPTOIR_TABLE_LOADER (object), result, NULL, NULL);

  if (self != NULL)
    {
      g_object_freeze_notify (G_OBJECT (self));
      if (read)
        show_whole_table (self, exchange, exchange->fetched_at);
      else
        hide_growing_table (self, exchange, FALSE);
      end_exchange (self);
      ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  exchange_unref (exchange);
}

static void
on_reply_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (ComptoirDataset) self = exchange_dup_dataset (exchange);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read
      = comptoir_table_loader_close_finish (COMPTOIR_TABLE_LOADER (object), result, &body, &error);

  if (self != NULL && !read)
    fail (self, g_steal_pointer (&error), body);
  else if (self != NULL)
    {
      now = g_date_time_new_now_utc ();
      g_object_freeze_notify (G_OBJECT (self));
      show_whole_table (self, exchange, now);
      end_exchange (self);
      g_object_thaw_notify (G_OBJECT (self));
      if (self->store != NULL)
        comptoir_store_save_reply_async (self->store, self->account, self->kept_name, body, now,
                                         NULL, on_saved, NULL);
    }
  exchange_unref (exchange);
}

static void
read_to_the_end (Exchange *exchange)
{
  comptoir_table_loader_close_async (exchange->loader,
                                     exchange->from_store ? on_kept_read : on_reply_read,
                                     exchange_ref (exchange));
}

static void
on_progress (ComptoirTableLoader *loader, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (ComptoirDataset) self = exchange_dup_dataset (exchange);
  guint n_rows = comptoir_table_get_n_rows (comptoir_table_loader_get_table (loader));

  if (self == NULL)
    return;
  if (n_rows > 0 && (exchange->shown || self->table == NULL))
    {
      g_object_freeze_notify (G_OBJECT (self));
      exchange->shown = TRUE;
      set_table (self, comptoir_table_loader_get_table (loader));
      set_n_rows (self, n_rows);
      g_object_thaw_notify (G_OBJECT (self));
    }
  if (comptoir_table_loader_get_failed (loader) && !exchange->from_store && !exchange->unreadable
      && self->received >= KEEP_UNREADABLE)
    {
      exchange->unreadable = TRUE;
      g_cancellable_cancel (exchange->cancellable);
    }
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  Exchange *exchange = user_data;

  if (exchange->dataset == NULL || exchange->unreadable)
    return;
  comptoir_table_loader_push (exchange->loader, data);
  set_received (exchange->dataset, received, expected);
}

/* A key that was changed while the service was being asked is no reason to ask for another. */
static gboolean
is_of_old_key (ComptoirDataset *self, Exchange *exchange, const GError *error)
{
  return g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY)
         && exchange->account != kash_client_get_account (self->client);
}

static void
on_downloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (ComptoirDataset) self = exchange_dup_dataset (exchange);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply
      = kash_client_download_resource_finish (KASH_CLIENT (object), result, &error);

  if (self == NULL)
    ;
  else if (reply != NULL || exchange->unreadable)
    read_to_the_end (exchange);
  else if (is_of_old_key (self, exchange, error))
    {
      g_object_freeze_notify (G_OBJECT (self));
      end_exchange (self);
      ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  else
    fail (self, g_steal_pointer (&error), NULL);
  exchange_unref (exchange);
}

static void
on_kept_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (ComptoirDataset) self = exchange_dup_dataset (exchange);
  g_autoptr (GBytes) bytes = comptoir_store_load_reply_finish (COMPTOIR_STORE (object), result,
                                                               &exchange->fetched_at, NULL);

  if (self != NULL && bytes != NULL)
    {
      comptoir_table_loader_push (exchange->loader, bytes);
      read_to_the_end (exchange);
    }
  else if (self != NULL)
    {
      g_object_freeze_notify (G_OBJECT (self));
      end_exchange (self);
      ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  exchange_unref (exchange);
}

static Exchange *
begin_exchange (ComptoirDataset *self, gsize keep)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  g_ref_count_init (&exchange->ref_count);
  exchange->dataset = self;
  exchange->cancellable = g_cancellable_new ();
  exchange->loader = comptoir_table_loader_new (kash_resource_get_name (self->resource),
                                                COMPTOIR_TABLE_FORMAT_JSON, keep);
  g_signal_connect_data (exchange->loader, "progress", G_CALLBACK (on_progress),
                         exchange_ref (exchange), (GClosureNotify) (GCallback) exchange_unref, 0);
  self->exchange = exchange;
  notify (self, PROP_LOADING);
  return exchange;
}

static void
ask_service (ComptoirDataset *self)
{
  Exchange *exchange;

  g_object_freeze_notify (G_OBJECT (self));
  exchange = begin_exchange (self, self->store != NULL ? G_MAXSIZE : KEEP_UNREADABLE);
  exchange->account = g_object_ref (kash_client_get_account (self->client));
  set_failure (self, NULL, NULL);
  set_received (self, 0, -1);
  kash_client_download_resource_async (self->client, self->resource, KASH_FORMAT_JSON, on_data,
                                       exchange_ref (exchange), (GDestroyNotify) exchange_unref,
                                       exchange->cancellable, on_downloaded,
                                       exchange_ref (exchange));
  g_object_thaw_notify (G_OBJECT (self));
}

static void
ask_store (ComptoirDataset *self)
{
  Exchange *exchange = begin_exchange (self, 0);

  exchange->from_store = TRUE;
  comptoir_store_load_reply_async (self->store, self->account, self->kept_name,
                                   exchange->cancellable, on_kept_loaded, exchange_ref (exchange));
}

static void
comptoir_dataset_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  switch (property_id)
    {
    case PROP_RESOURCE:
      g_value_set_int (value, (int) self->resource);
      break;
    case PROP_TABLE:
      g_value_set_object (value, self->table);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->n_rows);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->exchange != NULL);
      break;
    case PROP_RECEIVED:
      g_value_set_uint64 (value, self->received);
      break;
    case PROP_EXPECTED:
      g_value_set_int64 (value, self->expected);
      break;
    case PROP_FETCHED_AT:
      g_value_set_boxed (value, self->fetched_at);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_UNREADABLE:
      g_value_set_boxed (value, self->unreadable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_dataset_dispose (GObject *object)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  if (self->exchange != NULL)
    end_exchange (self);

  G_OBJECT_CLASS (comptoir_dataset_parent_class)->dispose (object);
}

static void
comptoir_dataset_finalize (GObject *object)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  g_clear_pointer (&self->lookup, comptoir_lookup_free);
  g_clear_object (&self->table);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->kept_name, g_free);
  g_clear_pointer (&self->fetched_at, g_date_time_unref);
  g_clear_pointer (&self->unreadable, g_bytes_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (comptoir_dataset_parent_class)->finalize (object);
}

static void
comptoir_dataset_class_init (ComptoirDatasetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_dataset_get_property;
  object_class->dispose = comptoir_dataset_dispose;
  object_class->finalize = comptoir_dataset_finalize;

  properties[PROP_RESOURCE]
      = g_param_spec_int ("resource", NULL, NULL, 0, KASH_N_RESOURCES - 1, 0, flags);
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, COMPTOIR_TYPE_TABLE, flags);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_RECEIVED]
      = g_param_spec_uint64 ("received", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_EXPECTED]
      = g_param_spec_int64 ("expected", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_FETCHED_AT]
      = g_param_spec_boxed ("fetched-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_UNREADABLE] = g_param_spec_boxed ("unreadable", NULL, NULL, G_TYPE_BYTES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_dataset_init (ComptoirDataset *self)
{
  self->expected = -1;
}

/**
 * comptoir_dataset_new:
 * @store: (nullable): where replies are kept; %NULL keeps nothing
 * @account: the account's id in @store
 *
 * Returns: (transfer full): a dataset that has asked for nothing yet
 */
ComptoirDataset *
comptoir_dataset_new (KashClient *client,
                      ComptoirStore *store,
                      const char *account,
                      KashResource resource)
{
  ComptoirDataset *self;

  g_return_val_if_fail (KASH_IS_CLIENT (client), NULL);
  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);
  g_return_val_if_fail (account != NULL, NULL);
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  self = g_object_new (COMPTOIR_TYPE_DATASET, NULL);
  self->client = g_object_ref (client);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->account = g_strdup (account);
  self->resource = resource;
  self->kept_name = g_strconcat (kash_resource_get_name (resource), ".json", NULL);
  return self;
}

KashResource
comptoir_dataset_get_resource (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), KASH_RESOURCE_ITEMS);

  return self->resource;
}

/**
 * comptoir_dataset_get_table:
 *
 * Returns: (transfer none) (nullable): the rows to show, %NULL while there are none
 */
ComptoirTable *
comptoir_dataset_get_table (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->table;
}

/**
 * comptoir_dataset_get_n_rows:
 *
 * Returns: how many rows of the table to show; it may hold more already
 */
guint
comptoir_dataset_get_n_rows (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), 0);

  return self->n_rows;
}

gboolean
comptoir_dataset_get_loading (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), FALSE);

  return self->exchange != NULL;
}

/**
 * comptoir_dataset_get_received:
 *
 * Returns: bytes of the reply that is coming in, or of the last
 */
guint64
comptoir_dataset_get_received (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), 0);

  return self->received;
}

/**
 * comptoir_dataset_get_expected:
 *
 * Returns: bytes that the reply is to have, or -1 where the service didn't say
 */
gint64
comptoir_dataset_get_expected (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), -1);

  return self->expected;
}

/**
 * comptoir_dataset_get_fetched_at:
 *
 * Returns: (transfer none) (nullable): when the shown rows left the service, in UTC; %NULL while
 *   there are none, or only the first of a reply
 */
GDateTime *
comptoir_dataset_get_fetched_at (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->fetched_at;
}

/**
 * comptoir_dataset_get_error:
 *
 * Returns: (transfer none) (nullable): why the last try failed, of %KASH_ERROR or
 *   %COMPTOIR_FORMAT_ERROR, with a sentence to show
 */
const GError *
comptoir_dataset_get_error (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->error;
}

/**
 * comptoir_dataset_get_unreadable:
 *
 * Returns: (transfer none) (nullable): the reply that could not be read, its first mebibyte
 */
GBytes *
comptoir_dataset_get_unreadable (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->unreadable;
}

/**
 * comptoir_dataset_load:
 *
 * Shows the kept copy and asks the service for a newer one, the first time; afterwards, nothing,
 * unless it was cancelled before there was anything to show.
 */
void
comptoir_dataset_load (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->exchange == NULL && self->table == NULL && self->error == NULL)
    comptoir_dataset_refresh (self);
}

/**
 * comptoir_dataset_refresh:
 *
 * Asks the service for the rows as they are now; nothing while that is under way. The first time
 * the kept copy is shown before.
 */
void
comptoir_dataset_refresh (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->exchange != NULL)
    return;
  if (self->store != NULL && !self->tried_kept)
    ask_store (self);
  else
    ask_service (self);
  self->tried_kept = TRUE;
}

/**
 * comptoir_dataset_cancel:
 *
 * Gives up the try under way: what was shown before it stays, and there is no error.
 */
void
comptoir_dataset_cancel (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->exchange == NULL)
    return;
  if (self->exchange->from_store)
    self->tried_kept = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  hide_growing_table (self, self->exchange, FALSE);
  end_exchange (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * comptoir_dataset_find_row:
 * @id: the id as text
 * @row: (out): the row's number in the table
 *
 * Returns: whether a row that is shown has that id
 */
gboolean
comptoir_dataset_find_row (ComptoirDataset *self, const char *id, guint *row)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), FALSE);
  g_return_val_if_fail (id != NULL && row != NULL, FALSE);

  if (self->table == NULL)
    return FALSE;
  if (self->lookup == NULL)
    self->lookup = comptoir_lookup_new (self->table);
  return comptoir_lookup_find (self->lookup, id, strlen (id), row) && *row < self->n_rows;
}
