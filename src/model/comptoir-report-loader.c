/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-loader.h"

#include "comptoir-report-file.h"
#include "comptoir-sales-day.h"

/* One request of the service, for all who ask for that report. */
typedef struct
{
  ComptoirReportLoader *loader;
  char *name; /* as the report is kept */
  KashReport report;
  GDate day;
  GTimeZone *zone;
  KashAccount *account; /* whom the service was asked for */
  GCancellable *cancellable;
  GQueue waiting; /* (element-type GTask) */
} Flight;

/* A report that can't be found in the store yet. */
typedef struct
{
  ComptoirReportLoader *loader;
  char *name;
  ComptoirLoadedReport *report;
} Saving;

/* One who asks. */
typedef struct
{
  char *name;
  KashReport report;
  GDate day;
  GTimeZone *zone;
  Flight *flight;     /* (nullable): unowned, while waiting for it */
  GSource *cancelled; /* (nullable) */
  GBytes *unreadable; /* (nullable) */
} Ask;

struct _ComptoirReportLoader
{
  GObject parent_instance;

  KashClient *client;
  ComptoirStore *store; /* (nullable) */
  char *account;
  GHashTable *flights; /* Flight by name; unowned: each is its callback's */
  GHashTable *saving;  /* the newest Saving by name; the same */
};

G_DEFINE_FINAL_TYPE (ComptoirReportLoader, comptoir_report_loader, G_TYPE_OBJECT)

static void ask_service (Flight *flight);

static void
loaded_report_clear (gpointer data)
{
  ComptoirLoadedReport *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->edited, g_date_time_unref);
}

static ComptoirLoadedReport *
loaded_report_new (GBytes *body, GDateTime *edited)
{
  ComptoirLoadedReport *self = g_rc_box_new0 (ComptoirLoadedReport);

  self->body = g_bytes_ref (body);
  self->edited = g_date_time_ref (edited);
  return self;
}

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_free (self->name);
  g_time_zone_unref (self->zone);
  g_clear_pointer (&self->cancelled, g_source_unref);
  g_clear_pointer (&self->unreadable, g_bytes_unref);
  g_free (self);
}

static void
flight_free (Flight *flight)
{
  g_free (flight->name);
  g_time_zone_unref (flight->zone);
  g_clear_object (&flight->account);
  g_clear_object (&flight->cancellable);
  g_object_unref (flight->loader);
  g_free (flight);
}

static gboolean
is_under_way (Flight *flight)
{
  return g_hash_table_lookup (flight->loader->flights, flight->name) == flight;
}

/* What comes afterwards starts a flight of its own. */
static void
end_flight (Flight *flight)
{
  if (is_under_way (flight))
    g_hash_table_remove (flight->loader->flights, flight->name);
}

static GTask *
take_waiting (Flight *flight)
{
  GTask *task = g_queue_pop_head (&flight->waiting);
  Ask *ask;

  if (task == NULL)
    return NULL;
  ask = g_task_get_task_data (task);
  ask->flight = NULL;
  if (ask->cancelled != NULL)
    g_source_destroy (ask->cancelled);
  return task;
}

static void
return_report (GTask *task, ComptoirLoadedReport *loaded)
{
  g_task_return_pointer (task, comptoir_loaded_report_ref (loaded),
                         (GDestroyNotify) comptoir_loaded_report_unref);
}

static void
return_kept_report (GTask *task, GBytes *body, GDateTime *edited)
{
  g_autoptr (ComptoirLoadedReport) loaded = loaded_report_new (body, edited);

  loaded->kept = loaded->final = TRUE;
  return_report (task, loaded);
}

static void
give_out (Flight *flight, ComptoirLoadedReport *report)
{
  GTask *task;

  end_flight (flight);
  while ((task = take_waiting (flight)) != NULL)
    {
      return_report (task, report);
      g_object_unref (task);
    }
}

static void
fail_all (Flight *flight, const GError *error, GBytes *unreadable)
{
  GTask *task;

  end_flight (flight);
  while ((task = take_waiting (flight)) != NULL)
    {
      Ask *ask = g_task_get_task_data (task);

      ask->unreadable = unreadable != NULL ? g_bytes_ref (unreadable) : NULL;
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  GHashTable *table = saving->loader->saving;
  g_autoptr (GError) error = NULL;

  /* The report is there all the same; a disk that is full is the store's to tell of. */
  if (!comptoir_store_save_reply_finish (COMPTOIR_STORE (object), result, &error))
    g_debug ("A report was not kept: %s", error->message);
  if (g_hash_table_lookup (table, saving->name) == saving)
    g_hash_table_remove (table, saving->name);
  g_object_unref (saving->loader);
  g_free (saving->name);
  comptoir_loaded_report_unref (saving->report);
  g_free (saving);
}

static void
save (ComptoirReportLoader *self, const char *name, ComptoirLoadedReport *report)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->loader = g_object_ref (self);
  saving->name = g_strdup (name);
  saving->report = comptoir_loaded_report_ref (report);
  g_hash_table_replace (self->saving, saving->name, saving);
  comptoir_store_save_reply_async (self->store, self->account, name, report->body, report->edited,
                                   NULL, on_saved, saving);
}

/* Both the service's clock and ours must say that the day was over. */
static gboolean
is_final (Flight *flight, GDateTime *edited, gboolean whole)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return whole && comptoir_sales_day_is_over (&flight->day, flight->zone, edited)
         && comptoir_sales_day_is_over (&flight->day, flight->zone, now);
}

static void
take_reply (Flight *flight, KashReply *reply)
{
  ComptoirReportLoader *self = flight->loader;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GDateTime *edited = reply->edited != NULL ? reply->edited : now;
  g_autoptr (ComptoirLoadedReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean whole;

  if (!comptoir_report_file_check (flight->report, reply->body, &whole, &error))
    {
      fail_all (flight, error, reply->body);
      return;
    }
  report = loaded_report_new (reply->body, edited);
  report->final = is_final (flight, edited, whole);
  if (report->final && self->store != NULL)
    save (self, flight->name, report);
  give_out (flight, report);
}

static void
on_downloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Flight *flight = user_data;
  KashClient *client = KASH_CLIENT (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply = kash_client_download_report_finish (client, result, &error);

  if (is_under_way (flight) && g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY)
      && flight->account != kash_client_get_account (client))
    {
      ask_service (flight); /* the key was changed meanwhile */
      return;
    }
  if (is_under_way (flight) && reply != NULL)
    take_reply (flight, reply);
  else if (is_under_way (flight))
    fail_all (flight, error, NULL);
  flight_free (flight);
}

static void
ask_service (Flight *flight)
{
  KashClient *client = flight->loader->client;

  g_set_object (&flight->account, kash_client_get_account (client));
  kash_client_download_report_async (client, flight->report, &flight->day, NULL, NULL, NULL,
                                     flight->cancellable, on_downloaded, flight);
}

static Flight *
start_flight (ComptoirReportLoader *self, const Ask *ask)
{
  Flight *flight = g_new0 (Flight, 1);

  flight->loader = g_object_ref (self);
  flight->name = g_strdup (ask->name);
  flight->report = ask->report;
  flight->day = ask->day;
  flight->zone = g_time_zone_ref (ask->zone);
  flight->cancellable = g_cancellable_new ();
  g_queue_init (&flight->waiting);
  g_hash_table_insert (self->flights, flight->name, flight);
  ask_service (flight);
  return flight;
}

/* Who waited last for a flight calls it off. */
static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;
  Ask *ask = g_task_get_task_data (task);
  Flight *flight = g_steal_pointer (&ask->flight);

  g_queue_remove (&flight->waiting, task);
  if (flight->waiting.length == 0)
    {
      end_flight (flight);
      g_cancellable_cancel (flight->cancellable);
    }
  g_task_return_error_if_cancelled (task);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
wait_for_service (GTask *task)
{
  ComptoirReportLoader *self = g_task_get_source_object (task);
  Ask *ask = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Flight *flight = g_hash_table_lookup (self->flights, ask->name);

  if (flight == NULL)
    flight = start_flight (self, ask);
  ask->flight = flight;
  g_queue_push_tail (&flight->waiting, g_object_ref (task));
  if (cancellable == NULL)
    return;
  ask->cancelled = g_cancellable_source_new (cancellable);
  g_task_attach_source (task, ask->cancelled, G_SOURCE_FUNC (on_cancelled));
}

/* What isn't in the store yet. */
static gboolean
return_unsaved (GTask *task)
{
  ComptoirReportLoader *self = g_task_get_source_object (task);
  Ask *ask = g_task_get_task_data (task);
  Saving *saving = g_hash_table_lookup (self->saving, ask->name);

  if (saving != NULL)
    return_kept_report (task, saving->report->body, saving->report->edited);
  return saving != NULL;
}

static void
on_kept_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Ask *ask = g_task_get_task_data (task);
  g_autoptr (GDateTime) edited = NULL;
  g_autoptr (GBytes) body
      = comptoir_store_load_reply_finish (COMPTOIR_STORE (object), result, &edited, NULL);

  if (g_task_return_error_if_cancelled (task) || return_unsaved (task))
    return;
  if (body == NULL || edited == NULL || !comptoir_sales_day_is_over (&ask->day, ask->zone, edited)
      || !comptoir_report_file_check (ask->report, body, NULL, NULL))
    {
      wait_for_service (task);
      return;
    }
  return_kept_report (task, body, edited);
}

static void
comptoir_report_loader_finalize (GObject *object)
{
  ComptoirReportLoader *self = COMPTOIR_REPORT_LOADER (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->flights, g_hash_table_unref);
  g_clear_pointer (&self->saving, g_hash_table_unref);

  G_OBJECT_CLASS (comptoir_report_loader_parent_class)->finalize (object);
}

static void
comptoir_report_loader_class_init (ComptoirReportLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_report_loader_finalize;
}

static void
comptoir_report_loader_init (ComptoirReportLoader *self)
{
  self->flights = g_hash_table_new (g_str_hash, g_str_equal);
  self->saving = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * comptoir_loaded_report_ref:
 *
 * Returns: (transfer full): @self
 */
ComptoirLoadedReport *
comptoir_loaded_report_ref (ComptoirLoadedReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * comptoir_loaded_report_unref:
 * @self: (transfer full): a report
 */
void
comptoir_loaded_report_unref (ComptoirLoadedReport *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, loaded_report_clear);
}

/**
 * comptoir_report_loader_new:
 * @client: whom to ask
 * @store: (nullable): where reports are kept; %NULL keeps none
 * @account: the account's id
 *
 * Returns: (transfer full): a loader
 */
ComptoirReportLoader *
comptoir_report_loader_new (KashClient *client, ComptoirStore *store, const char *account)
{
  ComptoirReportLoader *self;

  g_return_val_if_fail (KASH_IS_CLIENT (client), NULL);
  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_object_new (COMPTOIR_TYPE_REPORT_LOADER, NULL);
  self->client = g_object_ref (client);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->account = g_strdup (account);
  return self;
}

/**
 * comptoir_report_loader_load_async:
 * @report: in which form
 * @day: of which day
 * @zone: where the shop is
 * @refresh: asks the service even where a final report is kept
 *
 * Gets a report. One of a day that was over when it was made is kept, since the vendor freezes it
 * (kash-api.md §5), and taken from there the next time. A kept report is replaced by a newer one
 * only when that came whole.
 */
void
comptoir_report_loader_load_async (ComptoirReportLoader *self,
                                   KashReport report,
                                   const GDate *day,
                                   GTimeZone *zone,
                                   gboolean refresh,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *iso = NULL;
  Ask *ask;

  g_return_if_fail (COMPTOIR_IS_REPORT_LOADER (self));
  g_return_if_fail ((guint) report < KASH_N_REPORTS);
  g_return_if_fail (day != NULL && g_date_valid (day));
  g_return_if_fail (zone != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_report_loader_load_async);
  iso = comptoir_sales_day_to_iso (day);
  ask = g_new0 (Ask, 1);
  ask->name = g_strdup_printf ("report-%s.%s", iso, kash_report_get_name (report));
  ask->report = report;
  ask->day = *day;
  ask->zone = g_time_zone_ref (zone);
  g_task_set_task_data (task, ask, ask_free);

  if (g_task_return_error_if_cancelled (task) || (!refresh && return_unsaved (task)))
    return;
  if (!refresh && self->store != NULL)
    comptoir_store_load_reply_async (self->store, self->account, ask->name, cancellable,
                                     on_kept_loaded, g_object_ref (task));
  else
    wait_for_service (task);
}

/**
 * comptoir_report_loader_load_finish:
 * @unreadable: (out) (optional) (nullable): what came in place of the report, after
 *   %KASH_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (nullable): the report. Errors: %KASH_ERROR, %G_IO_ERROR_CANCELLED
 */
ComptoirLoadedReport *
comptoir_report_loader_load_finish (ComptoirReportLoader *self,
                                    GAsyncResult *result,
                                    GBytes **unreadable,
                                    GError **error)
{
  Ask *ask;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  ask = g_task_get_task_data (G_TASK (result));
  if (unreadable != NULL)
    *unreadable = ask->unreadable != NULL ? g_bytes_ref (ask->unreadable) : NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}
