/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-dataset-private.h"
#include "comptoir-table-loader.h"

/* Microseconds between two notifications of bytes received. */
#define RECEIVED_INTERVAL 16000

/* One try at getting rows, from the store or from the service. Outlives its being given up: the
 * replies that come afterwards find that it isn't the dataset's own any more. */
struct _ComptoirExchange
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
};

static ComptoirExchange *
exchange_ref (ComptoirExchange *exchange)
{
  g_ref_count_inc (&exchange->ref_count);
  return exchange;
}

static void
exchange_unref (ComptoirExchange *exchange)
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
exchange_dup_dataset (ComptoirExchange *exchange)
{
  return exchange->dataset != NULL ? g_object_ref (exchange->dataset) : NULL;
}

static void
notify (ComptoirDataset *self, const char *property)
{
  g_object_notify (G_OBJECT (self), property);
}

static void
set_n_rows (ComptoirDataset *self, guint n_rows)
{
  if (self->n_rows == n_rows)
    return;
  self->n_rows = n_rows;
  notify (self, "n-rows");
}

static void
set_table (ComptoirDataset *self, ComptoirTable *table)
{
  if (!g_set_object (&self->table, table))
    return;
  g_clear_pointer (&self->lookup, comptoir_lookup_free);
  notify (self, "table");
}

static void
set_fetched_at (ComptoirDataset *self, GDateTime *fetched_at)
{
  if (self->fetched_at == fetched_at)
    return;
  g_clear_pointer (&self->fetched_at, g_date_time_unref);
  self->fetched_at = fetched_at != NULL ? g_date_time_ref (fetched_at) : NULL;
  notify (self, "fetched-at");
}

static void
set_failure (ComptoirDataset *self, GError *error, GBytes *unreadable)
{
  if (self->error != NULL || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error;
      notify (self, "error");
    }
  if (self->unreadable != unreadable)
    {
      g_clear_pointer (&self->unreadable, g_bytes_unref);
      self->unreadable = unreadable != NULL ? g_bytes_ref (unreadable) : NULL;
      notify (self, "unreadable");
    }
}

static void
set_received (ComptoirDataset *self, guint64 received, gint64 expected)
{
  gint64 now = g_get_monotonic_time ();

  if (self->expected != expected)
    {
      self->expected = expected;
      notify (self, "expected");
    }
  if (self->received == received)
    return;
  self->received = received;
  if (received == 0 || received == (guint64) expected
      || now - self->received_notified >= RECEIVED_INTERVAL)
    {
      self->received_notified = now;
      notify (self, "received");
    }
}

/* Lets go of the try under way; what it still brings goes nowhere. */
static void
end_exchange (ComptoirDataset *self)
{
  ComptoirExchange *exchange = g_steal_pointer (&self->exchange);

  exchange->dataset = NULL;
  g_cancellable_cancel (exchange->cancellable);
  comptoir_table_loader_cancel (exchange->loader);
  g_signal_handlers_disconnect_by_data (exchange->loader, exchange);
  exchange_unref (exchange);
  notify (self, "received");
  notify (self, "loading");
}

/* The table that was growing on screen is taken away again, unless rows of it are to stay. */
static void
hide_growing_table (ComptoirDataset *self, ComptoirExchange *exchange, gboolean keep_rows)
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
show_whole_table (ComptoirDataset *self, ComptoirExchange *exchange, GDateTime *fetched_at)
{
  ComptoirTable *table = comptoir_table_loader_get_table (exchange->loader);

  set_table (self, table);
  set_n_rows (self, comptoir_table_get_n_rows (table));
  set_fetched_at (self, fetched_at);
}

static void
on_kept_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;
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
      comptoir_dataset_ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  exchange_unref (exchange);
}

static void
on_reply_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;
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
read_to_the_end (ComptoirExchange *exchange)
{
  comptoir_table_loader_close_async (exchange->loader,
                                     exchange->from_store ? on_kept_read : on_reply_read,
                                     exchange_ref (exchange));
}

static void
on_progress (ComptoirTableLoader *loader, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;
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
      && self->received >= COMPTOIR_DATASET_KEEP_UNREADABLE)
    {
      exchange->unreadable = TRUE;
      g_cancellable_cancel (exchange->cancellable);
    }
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;

  if (exchange->dataset == NULL || exchange->unreadable)
    return;
  comptoir_table_loader_push (exchange->loader, data);
  set_received (exchange->dataset, received, expected);
}

/* A key that was changed while the service was being asked is no reason to ask for another. */
static gboolean
is_of_old_key (ComptoirDataset *self, ComptoirExchange *exchange, const GError *error)
{
  return g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY)
         && exchange->account != kash_client_get_account (self->client);
}

static void
on_downloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;
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
      comptoir_dataset_ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  else
    fail (self, g_steal_pointer (&error), NULL);
  exchange_unref (exchange);
}

static void
on_kept_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ComptoirExchange *exchange = user_data;
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
      comptoir_dataset_ask_service (self);
      g_object_thaw_notify (G_OBJECT (self));
    }
  exchange_unref (exchange);
}

static ComptoirExchange *
begin_exchange (ComptoirDataset *self, gsize keep)
{
  ComptoirExchange *exchange = g_new0 (ComptoirExchange, 1);

  g_ref_count_init (&exchange->ref_count);
  exchange->dataset = self;
  exchange->cancellable = g_cancellable_new ();
  exchange->loader = comptoir_table_loader_new (kash_resource_get_name (self->resource),
                                                COMPTOIR_TABLE_FORMAT_JSON, keep);
  g_signal_connect_data (exchange->loader, "progress", G_CALLBACK (on_progress),
                         exchange_ref (exchange), (GClosureNotify) (GCallback) exchange_unref, 0);
  self->exchange = exchange;
  notify (self, "loading");
  return exchange;
}

void
comptoir_dataset_ask_service (ComptoirDataset *self)
{
  ComptoirExchange *exchange;

  g_object_freeze_notify (G_OBJECT (self));
  exchange
      = begin_exchange (self, self->store != NULL ? G_MAXSIZE : COMPTOIR_DATASET_KEEP_UNREADABLE);
  exchange->account = g_object_ref (kash_client_get_account (self->client));
  set_failure (self, NULL, NULL);
  set_received (self, 0, -1);
  kash_client_download_resource_async (self->client, self->resource, KASH_FORMAT_JSON, on_data,
                                       exchange_ref (exchange), (GDestroyNotify) exchange_unref,
                                       exchange->cancellable, on_downloaded,
                                       exchange_ref (exchange));
  g_object_thaw_notify (G_OBJECT (self));
}

void
comptoir_dataset_ask_store (ComptoirDataset *self)
{
  ComptoirExchange *exchange = begin_exchange (self, 0);

  exchange->from_store = TRUE;
  comptoir_store_load_reply_async (self->store, self->account, self->kept_name,
                                   exchange->cancellable, on_kept_loaded, exchange_ref (exchange));
}

/* What was shown before the try stays; of its own rows, none. */
void
comptoir_dataset_give_up (ComptoirDataset *self)
{
  if (self->exchange->from_store)
    self->tried_kept = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  hide_growing_table (self, self->exchange, FALSE);
  end_exchange (self);
  g_object_thaw_notify (G_OBJECT (self));
}
