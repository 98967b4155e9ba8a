/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-plan.h"

#include "comptoir-period-files.h"
#include "comptoir-sales-day.h"

typedef struct
{
  GPtrArray *plan;
  char *folder;
  GTimeZone *zone;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->plan);
  g_free (look->folder);
  g_time_zone_unref (look->zone);
  g_free (look);
}

static void
item_free (gpointer data)
{
  ComptoirPeriodItem *item = data;

  g_free (item->stem);
  g_free (item);
}

static void
find_clear (gpointer data)
{
  ComptoirPeriodFind *find = data;

  g_free (find->name);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Look *look = task_data;
  GArray *finds = g_array_new (FALSE, FALSE, sizeof (ComptoirPeriodFind));

  g_array_set_clear_func (finds, find_clear);
  for (guint i = 0; i < look->plan->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const ComptoirPeriodItem *item = g_ptr_array_index (look->plan, i);
      g_autoptr (GDateTime) changed = NULL;
      ComptoirPeriodFind find = { NULL };

      find.name = comptoir_period_files_find (look->folder, item->stem, item->report, &changed);
      find.finished
          = changed != NULL && comptoir_sales_day_is_over (&item->day, look->zone, changed);
      g_array_append_val (finds, find);
    }
  g_task_return_pointer (task, finds, (GDestroyNotify) g_array_unref);
}

/**
 * comptoir_period_plan_new:
 * @shop_id: whose reports
 * @first: the first day
 * @last: the last day; earlier than @first for none at all
 * @reports: bits by #KashReport
 *
 * Returns: (transfer full) (element-type ComptoirPeriodItem): the files of the period by day
 */
GPtrArray *
comptoir_period_plan_new (const char *shop_id, const GDate *first, const GDate *last, guint reports)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func (item_free);

  for (GDate day = *first; g_date_compare (&day, last) <= 0; g_date_add_days (&day, 1))
    for (guint report = 0; report < KASH_N_REPORTS; report++)
      {
        ComptoirPeriodItem *item;

        if ((reports & (1u << report)) == 0)
          continue;
        item = g_new0 (ComptoirPeriodItem, 1);
        item->day = day;
        item->report = report;
        item->stem = comptoir_period_files_dup_stem (shop_id, &day, report);
        g_ptr_array_add (plan, item);
      }
  return plan;
}

/**
 * comptoir_period_plan_look_async:
 * @plan: from comptoir_period_plan_new(); it doesn't change
 * @folder: the path of a folder, which needn't be there
 * @zone: where the shop is
 *
 * Looks which files of the plan are there.
 */
void
comptoir_period_plan_look_async (GPtrArray *plan,
                                 const char *folder,
                                 GTimeZone *zone,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (plan != NULL && folder != NULL && zone != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_period_plan_look_async);
  look = g_new0 (Look, 1);
  look->plan = g_ptr_array_ref (plan);
  look->folder = g_strdup (folder);
  look->zone = g_time_zone_ref (zone);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * comptoir_period_plan_look_finish:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ComptoirPeriodFind): one for each item
 */
GArray *
comptoir_period_plan_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_period_plan_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
