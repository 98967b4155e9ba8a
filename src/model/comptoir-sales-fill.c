/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-private.h"

#include "comptoir-sales-day.h"

/* A day takes two requests, so that six are under way at a time. */
#define N_DAYS_AT_ONCE 3

/* After so many days in a row that failed the service is left alone. */
#define MAX_FAILURES 3

typedef struct
{
  GDate first;
  GDate last;
  GTimeZone *zone;
  GDate next; /* the next day to look at; before @first when there is none */
  guint n_running;
  guint n_failures; /* in a row */
  GError *error;    /* (nullable): why nothing more is asked for */
} Fill;

static void fetch_more (GTask *task);

static void
fill_free (gpointer data)
{
  Fill *fill = data;

  g_time_zone_unref (fill->zone);
  g_clear_error (&fill->error);
  g_free (fill);
}

/* What will befall the other days just as well. */
static gboolean
is_of_all_days (const GError *error)
{
  static const KashError codes[]
      = { KASH_ERROR_NO_NETWORK, KASH_ERROR_NO_ANSWER, KASH_ERROR_NOT_SECURE,
          KASH_ERROR_REFUSED_KEY, KASH_ERROR_TOO_MANY };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, KASH_ERROR, codes[i]))
      return TRUE;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_summary_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Fill *fill = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSalesSummary) summary
      = comptoir_sales_load_summary_finish (COMPTOIR_SALES (object), result, &error);

  fill->n_running--;
  fill->n_failures = summary != NULL ? 0 : fill->n_failures + 1;
  if (error != NULL && fill->error == NULL
      && (is_of_all_days (error) || fill->n_failures >= MAX_FAILURES))
    fill->error = g_steal_pointer (&error);
  fetch_more (task);
}

/* Today's figures are fetched when there are none, not because they are old. */
static gboolean
is_missing (ComptoirSales *self, Fill *fill, const GDate *day)
{
  const ComptoirDayFigures *figures = comptoir_sales_peek_figures (self, day);
  g_autoptr (GDateTime) now = NULL;

  if (figures == NULL)
    return TRUE;
  now = g_date_time_new_now_utc ();
  return !figures->final && comptoir_sales_day_is_over (day, fill->zone, now);
}

static void
fetch_more (GTask *task)
{
  ComptoirSales *self = g_task_get_source_object (task);
  Fill *fill = g_task_get_task_data (task);

  g_object_ref (task);
  while (fill->error == NULL && fill->n_running < N_DAYS_AT_ONCE
         && g_date_compare (&fill->next, &fill->first) >= 0)
    {
      GDate day = fill->next;

      g_date_subtract_days (&fill->next, 1);
      if (!is_missing (self, fill, &day))
        continue;
      fill->n_running++;
      comptoir_sales_load_summary_async (self, &day, FALSE, g_task_get_cancellable (task),
                                         on_summary_loaded, task);
    }
  if (fill->n_running == 0 && !g_task_get_completed (task))
    {
      if (fill->error != NULL)
        g_task_return_error (task, g_steal_pointer (&fill->error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  g_object_unref (task);
}

static void
on_figures_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Fill *fill = g_task_get_task_data (task);

  comptoir_figures_load_finish (COMPTOIR_FIGURES (object), result, &fill->error);
  fetch_more (task);
}

/**
 * comptoir_sales_fill_async:
 * @last: the last day; days that haven't come yet are left out
 * @n_days: how many up to @last, at least 1
 *
 * Makes the figures of @n_days known: reads what is kept of them, then fetches what is missing,
 * the newest first. #ComptoirSales::summary-changed tells of each. A day that fails is passed over;
 * when the service doesn't answer at all, or fails for several days on end, it is left alone.
 */
void
comptoir_sales_fill_async (ComptoirSales *self,
                           const GDate *last,
                           guint n_days,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Fill *fill;
  GDate today;

  g_return_if_fail (COMPTOIR_IS_SALES (self));
  g_return_if_fail (last != NULL && g_date_valid (last));
  g_return_if_fail (n_days > 0 && n_days < g_date_get_julian (last));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sales_fill_async);
  fill = g_new0 (Fill, 1);
  fill->zone = comptoir_sales_dup_time_zone (self);
  fill->first = fill->last = *last;
  g_date_subtract_days (&fill->first, n_days - 1);
  comptoir_sales_get_today (self, &today);
  fill->next = g_date_compare (last, &today) > 0 ? today : *last;
  g_task_set_task_data (task, fill, fill_free);
  comptoir_figures_load_async (self->figures, &fill->first, &fill->last, cancellable,
                               on_figures_loaded, task);
}

/**
 * comptoir_sales_fill_finish:
 * @error: %KASH_ERROR where the service was left alone, %G_IO_ERROR_CANCELLED
 */
gboolean
comptoir_sales_fill_finish (ComptoirSales *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
