/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-export-private.h"

#include "comptoir-period-plan.h"
#include "comptoir-sales-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ComptoirPeriodExport, comptoir_period_export, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_FILES,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_SECONDS_LEFT,
  PROP_RUNNING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
failure_free (gpointer data)
{
  ComptoirExportFailure *failure = data;

  g_error_free (failure->error);
  g_free (failure);
}

static gboolean
check_folder (ComptoirPeriodExport *self, GTask *task)
{
  if (g_file_peek_path (self->folder) != NULL)
    return TRUE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Choose a folder on this computer."));
  return FALSE;
}

static void
on_counted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GArray) finds = comptoir_period_plan_look_finish (result, &error);
  guint n = 0;

  if (finds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < finds->len; i++)
    n += g_array_index (finds, ComptoirPeriodFind, i).finished;
  g_task_set_task_data (task, GUINT_TO_POINTER (n), NULL);
  g_task_return_boolean (task, TRUE);
}

static void
comptoir_period_export_get_property (GObject *object,
                                     guint property_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  ComptoirPeriodExport *self = COMPTOIR_PERIOD_EXPORT (object);

  switch (property_id)
    {
    case PROP_N_FILES:
      g_value_set_uint (value, self->plan->len);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->failures->len);
      break;
    case PROP_SECONDS_LEFT:
      g_value_set_int (value, self->seconds_left);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->run != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_period_export_finalize (GObject *object)
{
  ComptoirPeriodExport *self = COMPTOIR_PERIOD_EXPORT (object);

  for (guint i = 0; self->plan != NULL && i < self->plan->len; i++)
    g_free (self->states[i].older);
  g_free (self->states);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_object (&self->sales);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (comptoir_period_export_parent_class)->finalize (object);
}

static void
comptoir_period_export_class_init (ComptoirPeriodExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_period_export_get_property;
  object_class->finalize = comptoir_period_export_finalize;

  properties[PROP_N_FILES] = g_param_spec_uint ("n-files", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SECONDS_LEFT]
      = g_param_spec_int ("seconds-left", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_period_export_init (ComptoirPeriodExport *self)
{
  self->failures = g_ptr_array_new_with_free_func (failure_free);
  self->seconds_left = -1;
}

/**
 * comptoir_period_export_get_shop_id:
 *
 * Returns: (transfer none): whose reports
 */
const char *
comptoir_period_export_get_shop_id (ComptoirPeriodExport *self)
{
  ComptoirShop *shop = comptoir_sales_get_shop (self->sales);

  return comptoir_account_entry_get_shop_id (comptoir_shop_get_entry (shop));
}

/**
 * comptoir_period_export_look:
 *
 * Looks which files are there: comptoir_period_plan_look_finish().
 */
void
comptoir_period_export_look (ComptoirPeriodExport *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTimeZone) zone = comptoir_sales_dup_time_zone (self->sales);

  comptoir_period_plan_look_async (self->plan, g_file_peek_path (self->folder), zone, cancellable,
                                   callback, user_data);
}

/**
 * comptoir_period_export_new:
 * @sales: the sales of a shop
 * @first: the first day
 * @last: the last day, not before @first; days that haven't come yet are left out
 * @reports: which reports of each day, bits by #KashReport
 * @folder: where to; made when it isn't there
 * @existing: what becomes of files that are there already
 *
 * Returns: (transfer full): an export that hasn't begun
 */
ComptoirPeriodExport *
comptoir_period_export_new (ComptoirSales *sales,
                            const GDate *first,
                            const GDate *last,
                            guint reports,
                            GFile *folder,
                            ComptoirExisting existing)
{
  ComptoirPeriodExport *self;
  GDate today;

  g_return_val_if_fail (COMPTOIR_IS_SALES (sales), NULL);
  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);
  g_return_val_if_fail (g_date_compare (first, last) <= 0, NULL);
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (COMPTOIR_TYPE_PERIOD_EXPORT, NULL);
  self->sales = g_object_ref (sales);
  self->folder = g_object_ref (folder);
  self->existing = existing;
  comptoir_sales_get_today (sales, &today);
  self->plan
      = comptoir_period_plan_new (comptoir_period_export_get_shop_id (self), first,
                                  g_date_compare (last, &today) > 0 ? &today : last, reports);
  self->states = g_new0 (ComptoirPeriodState, self->plan->len);
  return self;
}

/**
 * comptoir_period_export_count_existing_async:
 *
 * Looks how many files of the period are there already. A file that was written before its day was
 * over doesn't count: it is incomplete, and replaced in any case.
 */
void
comptoir_period_export_count_existing_async (ComptoirPeriodExport *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COMPTOIR_IS_PERIOD_EXPORT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_period_export_count_existing_async);
  if (check_folder (self, task))
    comptoir_period_export_look (self, cancellable, on_counted, g_steal_pointer (&task));
}

/**
 * comptoir_period_export_count_existing_finish:
 * @n_existing: (out): the number of files
 * @error: %G_IO_ERROR_NOT_SUPPORTED for a folder that isn't on this computer,
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_period_export_count_existing_finish (ComptoirPeriodExport *self,
                                              GAsyncResult *result,
                                              guint *n_existing,
                                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (n_existing != NULL, FALSE);

  *n_existing = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * comptoir_period_export_run_async:
 *
 * Fetches the files of the period that aren't there, or that are to be replaced. Run again, it
 * tries again what failed or wasn't come to; files that this export has written aren't fetched
 * again. A file that was written before its day was over, by an export of today say, is replaced.
 *
 * When the service doesn't answer at all, or the disk fails, the run ends early.
 */
void
comptoir_period_export_run_async (ComptoirPeriodExport *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COMPTOIR_IS_PERIOD_EXPORT (self));
  g_return_if_fail (self->run == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_period_export_run_async);
  g_task_set_check_cancellable (task, FALSE);
  if (check_folder (self, task))
    comptoir_period_export_start (self, task);
}

/**
 * comptoir_period_export_run_finish:
 * @error: what ended the run early: %KASH_ERROR, %G_IO_ERROR from the folder or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether every file is there; %FALSE without an error when single days failed, see
 *   comptoir_period_export_get_failures()
 */
gboolean
comptoir_period_export_run_finish (ComptoirPeriodExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * comptoir_period_export_get_failures:
 *
 * Returns: (transfer none) (element-type ComptoirExportFailure): what failed in the last run, in
 *   the order it failed, until the next one begins
 */
GPtrArray *
comptoir_period_export_get_failures (ComptoirPeriodExport *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PERIOD_EXPORT (self), NULL);

  return self->failures;
}
