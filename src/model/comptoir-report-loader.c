/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-loader.h"

#include "comptoir-report-file.h"
#include "comptoir-report-service.h"
#include "comptoir-sales-day.h"

/* A report that can't be found in the store yet. */
typedef struct
{
  ComptoirReportLoader *loader;
  char *name;
  ComptoirLoadedReport *report;
} Saving;

typedef struct
{
  char *name; /* as the report is kept */
  KashReport report;
  GDate day;
  GTimeZone *zone;
  GBytes *unreadable; /* (nullable) */
} Ask;

struct _ComptoirReportLoader
{
  GObject parent_instance;

  ComptoirReportService *service;
  ComptoirStore *store; /* (nullable) */
  char *account;
  GHashTable *saving; /* the newest Saving by name; unowned: each is its callback's */
};

G_DEFINE_FINAL_TYPE (ComptoirReportLoader, comptoir_report_loader, G_TYPE_OBJECT)

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_free (self->name);
  g_time_zone_unref (self->zone);
  g_clear_pointer (&self->unreadable, g_bytes_unref);
  g_free (self);
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
  g_autoptr (ComptoirLoadedReport) loaded = comptoir_loaded_report_new (body, edited);

  loaded->kept = loaded->final = TRUE;
  return_report (task, loaded);
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
  Saving *saving = g_hash_table_lookup (self->saving, name);

  /* Everybody who waited for it comes by. */
  if (saving != NULL && saving->report == report)
    return;
  saving = g_new0 (Saving, 1);
  saving->loader = g_object_ref (self);
  saving->name = g_strdup (name);
  saving->report = comptoir_loaded_report_ref (report);
  g_hash_table_replace (self->saving, saving->name, saving);
  comptoir_store_save_reply_async (self->store, self->account, name, report->body, report->edited,
                                   NULL, on_saved, saving);
}

static void
on_fetched (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirReportLoader *self = g_task_get_source_object (task);
  Ask *ask = g_task_get_task_data (task);
  g_autoptr (ComptoirLoadedReport) report = NULL;
  GError *error = NULL;

  report = comptoir_report_service_fetch_finish (COMPTOIR_REPORT_SERVICE (object), result,
                                                 &ask->unreadable, &error);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (report->final && self->store != NULL)
    save (self, ask->name, report);
  return_report (task, report);
}

static void
ask_service (GTask *task)
{
  ComptoirReportLoader *self = g_task_get_source_object (task);
  Ask *ask = g_task_get_task_data (task);

  comptoir_report_service_fetch_async (self->service, ask->report, &ask->day, ask->zone,
                                       g_task_get_cancellable (task), on_fetched,
                                       g_object_ref (task));
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
      ask_service (task);
      return;
    }
  return_kept_report (task, body, edited);
}

static void
comptoir_report_loader_finalize (GObject *object)
{
  ComptoirReportLoader *self = COMPTOIR_REPORT_LOADER (object);

  g_clear_object (&self->service);
  g_clear_object (&self->store);
  g_clear_pointer (&self->account, g_free);
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
  self->saving = g_hash_table_new (g_str_hash, g_str_equal);
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
  self->service = comptoir_report_service_new (client);
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
    ask_service (task);
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
