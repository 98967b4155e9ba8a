/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-service.h"

#include "comptoir-report-file.h"
#include "comptoir-sales-day.h"
#include "comptoir-spool.h"

/* One request, for all who want that report. */
typedef struct
{
  ComptoirReportService *service;
  char *name;
  KashReport report;
  GDate day;
  GTimeZone *zone;
  KashAccount *account; /* whom the service was asked for */
  GCancellable *cancellable;
  ComptoirSpool *spool; /* (nullable): what came so far of what may be too large for memory */
  GError *spool_error;  /* (nullable): why it can't be held */
  gboolean spooled;     /* something came */
  gboolean retried;
  GQueue waiting; /* (element-type GTask) */
} Flight;

/* One who wants it. */
typedef struct
{
  Flight *flight;     /* (nullable): unowned, while waiting for it */
  GSource *cancelled; /* (nullable) */
  GBytes *unreadable; /* (nullable) */
} Wait;

struct _ComptoirReportService
{
  GObject parent_instance;

  KashClient *client;
  GHashTable *flights; /* by name; unowned: each is its callback's */
};

G_DEFINE_FINAL_TYPE (ComptoirReportService, comptoir_report_service, G_TYPE_OBJECT)

static void ask (Flight *flight);

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_clear_pointer (&wait->cancelled, g_source_unref);
  g_clear_pointer (&wait->unreadable, g_bytes_unref);
  g_free (wait);
}

static void
flight_free (Flight *flight)
{
  g_free (flight->name);
  g_time_zone_unref (flight->zone);
  g_clear_object (&flight->account);
  g_clear_object (&flight->cancellable);
  g_clear_pointer (&flight->spool, comptoir_spool_free);
  g_clear_error (&flight->spool_error);
  g_object_unref (flight->service);
  g_free (flight);
}

static gboolean
is_under_way (Flight *flight)
{
  return g_hash_table_lookup (flight->service->flights, flight->name) == flight;
}

/* What comes afterwards starts a flight of its own. */
static void
end_flight (Flight *flight)
{
  if (is_under_way (flight))
    g_hash_table_remove (flight->service->flights, flight->name);
}

static GTask *
take_waiting (Flight *flight)
{
  GTask *task = g_queue_pop_head (&flight->waiting);
  Wait *wait;

  if (task == NULL)
    return NULL;
  wait = g_task_get_task_data (task);
  wait->flight = NULL;
  if (wait->cancelled != NULL)
    g_source_destroy (wait->cancelled);
  return task;
}

static void
give_out (Flight *flight, ComptoirLoadedReport *report)
{
  GTask *task;

  end_flight (flight);
  while ((task = take_waiting (flight)) != NULL)
    {
      g_task_return_pointer (task, comptoir_loaded_report_ref (report),
                             (GDestroyNotify) comptoir_loaded_report_unref);
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
      Wait *wait = g_task_get_task_data (task);

      wait->unreadable = unreadable != NULL ? g_bytes_ref (unreadable) : NULL;
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
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
take_body (Flight *flight, GBytes *body, GDateTime *told)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GDateTime *edited = told != NULL ? told : now;
  g_autoptr (ComptoirLoadedReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean whole;

  if (!comptoir_report_file_check (flight->report, body, &whole, &error))
    {
      fail_all (flight, error, body);
      return;
    }
  report = comptoir_loaded_report_new (body, edited);
  report->final = is_final (flight, edited, whole);
  give_out (flight, report);
}

static void
take_reply (Flight *flight, KashReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;

  body = flight->spool != NULL ? comptoir_spool_finish (flight->spool, &error)
                               : g_bytes_ref (reply->body);
  if (body != NULL)
    take_body (flight, body, reply->edited);
  else
    fail_all (flight, error, NULL);
}

static void
on_data (GBytes *data, guint64 received, gint64 expected, gpointer user_data)
{
  Flight *flight = user_data;

  flight->spooled = TRUE;
  if (flight->spool_error == NULL
      && !comptoir_spool_append (flight->spool, data, &flight->spool_error))
    g_cancellable_cancel (flight->cancellable);
}

/* When the key was changed meanwhile; or when the connection broke once the client had handed
 * something over, so that it couldn't begin anew by itself. */
static gboolean
is_worth_another (Flight *flight, const GError *error)
{
  if (g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY))
    return flight->account != kash_client_get_account (flight->service->client);
  return flight->spooled && !flight->retried && flight->spool_error == NULL
         && g_error_matches (error, KASH_ERROR, KASH_ERROR_NO_ANSWER);
}

static void
on_downloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Flight *flight = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashReply) reply
      = kash_client_download_report_finish (KASH_CLIENT (object), result, &error);

  if (is_under_way (flight) && reply == NULL && is_worth_another (flight, error))
    {
      flight->retried = flight->spooled;
      ask (flight);
      return;
    }
  if (is_under_way (flight) && flight->spool_error != NULL)
    fail_all (flight, flight->spool_error, NULL);
  else if (is_under_way (flight) && reply != NULL)
    take_reply (flight, reply);
  else if (is_under_way (flight))
    fail_all (flight, error, NULL);
  flight_free (flight);
}

static void
ask (Flight *flight)
{
  KashClient *client = flight->service->client;

  g_set_object (&flight->account, kash_client_get_account (client));
  g_clear_pointer (&flight->spool, comptoir_spool_free);
  if (flight->report == KASH_REPORT_SAFT)
    flight->spool = comptoir_spool_new ();
  kash_client_download_report_async (client, flight->report, &flight->day,
                                     flight->spool != NULL ? on_data : NULL, flight, NULL,
                                     flight->cancellable, on_downloaded, flight);
}

static Flight *
start (ComptoirReportService *self,
       const char *name,
       KashReport report,
       const GDate *day,
       GTimeZone *zone)
{
  Flight *flight = g_new0 (Flight, 1);

  flight->service = g_object_ref (self);
  flight->name = g_strdup (name);
  flight->report = report;
  flight->day = *day;
  flight->zone = g_time_zone_ref (zone);
  flight->cancellable = g_cancellable_new ();
  g_queue_init (&flight->waiting);
  g_hash_table_insert (self->flights, flight->name, flight);
  ask (flight);
  return flight;
}

/* Who is the last to wait calls it off. */
static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;
  Wait *wait = g_task_get_task_data (task);
  Flight *flight = g_steal_pointer (&wait->flight);

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
comptoir_report_service_finalize (GObject *object)
{
  ComptoirReportService *self = COMPTOIR_REPORT_SERVICE (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->flights, g_hash_table_unref);

  G_OBJECT_CLASS (comptoir_report_service_parent_class)->finalize (object);
}

static void
comptoir_report_service_class_init (ComptoirReportServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_report_service_finalize;
}

static void
comptoir_report_service_init (ComptoirReportService *self)
{
  self->flights = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * comptoir_report_service_new:
 * @client: whom to ask
 *
 * Returns: (transfer full): the service's reports
 */
ComptoirReportService *
comptoir_report_service_new (KashClient *client)
{
  ComptoirReportService *self;

  g_return_val_if_fail (KASH_IS_CLIENT (client), NULL);

  self = g_object_new (COMPTOIR_TYPE_REPORT_SERVICE, NULL);
  self->client = g_object_ref (client);
  return self;
}

/**
 * comptoir_report_service_fetch_async:
 * @report: in which form
 * @day: of which day
 * @zone: where the shop is
 *
 * Fetches a report and checks that it is one. Who wants the same while it is on its way waits for
 * it as well; it is called off when nobody does any more.
 */
void
comptoir_report_service_fetch_async (ComptoirReportService *self,
                                     KashReport report,
                                     const GDate *day,
                                     GTimeZone *zone,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *name = NULL;
  Wait *wait;

  g_return_if_fail (COMPTOIR_IS_REPORT_SERVICE (self));
  g_return_if_fail ((guint) report < KASH_N_REPORTS);
  g_return_if_fail (day != NULL && g_date_valid (day));
  g_return_if_fail (zone != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_report_service_fetch_async);
  wait = g_new0 (Wait, 1);
  g_task_set_task_data (task, wait, wait_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  iso = comptoir_sales_day_to_iso (day);
  name = g_strdup_printf ("%s.%s", iso, kash_report_get_name (report));
  wait->flight = g_hash_table_lookup (self->flights, name);
  if (wait->flight == NULL)
    wait->flight = start (self, name, report, day, zone);
  g_queue_push_tail (&wait->flight->waiting, g_object_ref (task));
  if (cancellable == NULL)
    return;
  wait->cancelled = g_cancellable_source_new (cancellable);
  g_task_attach_source (task, wait->cancelled, G_SOURCE_FUNC (on_cancelled));
}

/**
 * comptoir_report_service_fetch_finish:
 * @unreadable: (out) (optional) (nullable): what came in place of the report, after
 *   %KASH_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (nullable): the report, the same for all who waited for it. Errors:
 *   %KASH_ERROR, %G_IO_ERROR_CANCELLED
 */
ComptoirLoadedReport *
comptoir_report_service_fetch_finish (ComptoirReportService *self,
                                      GAsyncResult *result,
                                      GBytes **unreadable,
                                      GError **error)
{
  Wait *wait;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  wait = g_task_get_task_data (G_TASK (result));
  if (unreadable != NULL)
    *unreadable = wait->unreadable != NULL ? g_bytes_ref (wait->unreadable) : NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}
