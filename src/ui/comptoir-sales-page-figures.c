/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-page-private.h"

/* The chart's days, and those that its first average needs. */
#define FILL_DAYS 37

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
restart (GCancellable **cancellable)
{
  stop (cancellable);
  *cancellable = g_cancellable_new ();
}

/* Whether a result is of no use any more: another was asked for, or the page is gone. Nothing else
 * keeps the page, so this comes before all that touches it. */
static gboolean
is_given_up (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

/* Each day showed as it came. What went wrong was fetched unasked: the chart lacks those days. */
static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;

  comptoir_sales_fill_finish (COMPTOIR_SALES (source), result, NULL);
  if (!is_given_up (result))
    g_clear_object (&self->fill_cancellable);
}

/* The same day a week before, to compare with: without it there is just nothing beside. */
static void
on_week_before (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSalesSummary) summary
      = comptoir_sales_load_summary_finish (COMPTOIR_SALES (source), result, NULL);
}

static void
load_week_before (ComptoirSalesPage *self)
{
  GDate day = self->day;

  g_date_subtract_days (&day, 7);
  if (comptoir_sales_peek_summary (self->sales, &day) == NULL)
    comptoir_sales_load_summary_async (self->sales, &day, FALSE, self->summary_cancellable,
                                       on_week_before, NULL);
}

static void
on_summary (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirSalesPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSalesSummary) summary
      = comptoir_sales_load_summary_finish (COMPTOIR_SALES (source), result, &error);

  if (is_given_up (result))
    return;
  self->loading = FALSE;
  if (summary != NULL)
    {
      comptoir_sales_summary_view_update (self->summary);
      load_week_before (self);
    }
  else if (comptoir_sales_peek_summary (self->sales, &self->day) != NULL)
    comptoir_sales_page_toast (self, error->message);
  else
    comptoir_sales_summary_view_show_error (self->summary, error);
  comptoir_sales_page_update (self);
  comptoir_sales_page_fill (self);
}

/* Asks for the day's figures; the days around come afterwards, so as not to hold these up. */
void
comptoir_sales_page_load_summary (ComptoirSalesPage *self, gboolean refresh)
{
  restart (&self->summary_cancellable);
  self->loading = TRUE;
  if (comptoir_sales_peek_summary (self->sales, &self->day) == NULL)
    comptoir_sales_summary_view_show_error (self->summary, NULL);
  comptoir_sales_load_summary_async (self->sales, &self->day, refresh, self->summary_cancellable,
                                     on_summary, self);
  comptoir_sales_page_update (self);
}

/* Fetches what the chart lacks, while the page is in front. */
void
comptoir_sales_page_fill (ComptoirSalesPage *self)
{
  GDate last;

  if (!self->active || self->loading)
    return;
  comptoir_sales_get_yesterday (self->sales, &last);
  if (g_date_days_between (&self->day, &last) >= 30)
    last = self->day;
  restart (&self->fill_cancellable);
  comptoir_sales_fill_async (self->sales, &last, FILL_DAYS, self->fill_cancellable, on_filled,
                             self);
}

void
comptoir_sales_page_stop_filling (ComptoirSalesPage *self)
{
  stop (&self->fill_cancellable);
}
