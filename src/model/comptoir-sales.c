/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-private.h"

#include "comptoir-sales-day.h"

/* Where the choice of a column is kept. */
#define TOTAL_COLUMN "sales-total-column"

G_DEFINE_FINAL_TYPE (ComptoirSales, comptoir_sales, G_TYPE_OBJECT)

enum
{
  SUMMARY_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
get_account (ComptoirSales *self)
{
  return comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop));
}

static void
on_figures_changed (ComptoirFigures *figures, const char *iso_date, ComptoirSales *self)
{
  g_signal_emit (self, signals[SUMMARY_CHANGED], 0, iso_date);
}

static void
on_report_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ComptoirLoadedReport) report = NULL;
  g_autoptr (GBytes) unreadable = NULL;
  g_autoptr (GError) error = NULL;

  report = comptoir_report_loader_load_finish (COMPTOIR_REPORT_LOADER (object), result, &unreadable,
                                               &error);
  if (report != NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&report),
                             (GDestroyNotify) comptoir_loaded_report_unref);
      return;
    }
  comptoir_sales_tell_of_refused_key (g_task_get_source_object (task), error);
  if (unreadable != NULL)
    g_task_set_task_data (task, g_steal_pointer (&unreadable), (GDestroyNotify) g_bytes_unref);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
comptoir_sales_finalize (GObject *object)
{
  ComptoirSales *self = COMPTOIR_SALES (object);

  if (self->figures != NULL)
    g_signal_handlers_disconnect_by_data (self->figures, self);
  g_clear_object (&self->figures);
  g_clear_object (&self->reports);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->total_column, g_free);

  G_OBJECT_CLASS (comptoir_sales_parent_class)->finalize (object);
}

static void
comptoir_sales_class_init (ComptoirSalesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_sales_finalize;

  /**
   * ComptoirSales::summary-changed:
   * @iso_date: the day, "2026-11-23"
   *
   * The figures of that day are there, or newer, see comptoir_sales_peek_summary().
   */
  signals[SUMMARY_CHANGED]
      = g_signal_new ("summary-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comptoir_sales_init (ComptoirSales *self)
{
}

/**
 * comptoir_sales_dup_time_zone:
 *
 * Returns: (transfer full): where the shop is; the system's time zone where the account names none,
 *   or one that isn't known here
 */
GTimeZone *
comptoir_sales_dup_time_zone (ComptoirSales *self)
{
  const char *name = comptoir_account_entry_get_time_zone (comptoir_shop_get_entry (self->shop));
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * comptoir_sales_tell_of_refused_key:
 * @error: why something failed
 *
 * Lets the shop ask for another key where it was for that.
 */
void
comptoir_sales_tell_of_refused_key (ComptoirSales *self, const GError *error)
{
  if (g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY))
    comptoir_shop_tell_key_refused (self->shop);
}

/**
 * comptoir_sales_peek_figures:
 *
 * Returns: (transfer none) (nullable): what is known of a day; figures from another column of the
 *   CSV than the one chosen now don't count
 */
const ComptoirDayFigures *
comptoir_sales_peek_figures (ComptoirSales *self, const GDate *day)
{
  const ComptoirDayFigures *figures = comptoir_figures_peek (self->figures, day);

  if (figures == NULL || figures->summary->source == COMPTOIR_SUMMARY_FEC
      || g_strcmp0 (figures->column, self->total_column) == 0)
    return figures;
  return NULL;
}

/**
 * comptoir_sales_new:
 * @shop: a shop
 *
 * Returns: (transfer full): its sales, nothing of them loaded yet
 */
ComptoirSales *
comptoir_sales_new (ComptoirShop *shop)
{
  ComptoirSales *self;
  ComptoirStore *store;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_SALES, NULL);
  self->shop = g_object_ref (shop);
  store = comptoir_shop_get_store (shop);
  self->reports
      = comptoir_report_loader_new (comptoir_shop_get_client (shop), store, get_account (self));
  self->figures = comptoir_figures_new (store, get_account (self));
  g_signal_connect (self->figures, "changed", G_CALLBACK (on_figures_changed), self);
  if (store != NULL)
    self->total_column = comptoir_store_dup_value (store, get_account (self), TOTAL_COLUMN);
  return self;
}

/**
 * comptoir_sales_get_shop:
 *
 * Returns: (transfer none): whose sales they are
 */
ComptoirShop *
comptoir_sales_get_shop (ComptoirSales *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SALES (self), NULL);

  return self->shop;
}

/**
 * comptoir_sales_get_today:
 * @today: (out caller-allocates): the day it is where the shop is
 */
void
comptoir_sales_get_today (ComptoirSales *self, GDate *today)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_if_fail (COMPTOIR_IS_SALES (self));
  g_return_if_fail (today != NULL);

  zone = comptoir_sales_dup_time_zone (self);
  comptoir_sales_day_get_today (zone, today);
}

/**
 * comptoir_sales_get_yesterday:
 * @yesterday: (out caller-allocates): the last finished day where the shop is
 */
void
comptoir_sales_get_yesterday (ComptoirSales *self, GDate *yesterday)
{
  g_return_if_fail (COMPTOIR_IS_SALES (self));
  g_return_if_fail (yesterday != NULL);

  comptoir_sales_get_today (self, yesterday);
  g_date_subtract_days (yesterday, 1);
}

/**
 * comptoir_sales_load_report_async:
 * @report: in which form
 * @day: of which day
 * @refresh: asks the service even where the report is kept
 *
 * Gets a report. Those of finished days come from the store once they were fetched; the others are
 * asked for each time. Who asks for the same report at the same time shares a request.
 */
void
comptoir_sales_load_report_async (ComptoirSales *self,
                                  KashReport report,
                                  const GDate *day,
                                  gboolean refresh,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTimeZone) zone = NULL;
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_SALES (self));
  g_return_if_fail ((guint) report < KASH_N_REPORTS);
  g_return_if_fail (day != NULL && g_date_valid (day));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sales_load_report_async);
  zone = comptoir_sales_dup_time_zone (self);
  comptoir_report_loader_load_async (self->reports, report, day, zone, refresh, cancellable,
                                     on_report_loaded, task);
}

/**
 * comptoir_sales_load_report_finish:
 * @edited: (out) (optional) (nullable): when the report was made
 * @error: %KASH_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the report as it came. What came in place of it, after
 *   %KASH_ERROR_UNREADABLE, is had from comptoir_sales_get_unreadable()
 */
GBytes *
comptoir_sales_load_report_finish (ComptoirSales *self,
                                   GAsyncResult *result,
                                   GDateTime **edited,
                                   GError **error)
{
  g_autoptr (ComptoirLoadedReport) report = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  report = g_task_propagate_pointer (G_TASK (result), error);
  if (edited != NULL)
    *edited = report != NULL ? g_date_time_ref (report->edited) : NULL;
  return report != NULL ? g_bytes_ref (report->body) : NULL;
}

/**
 * comptoir_sales_get_unreadable:
 * @result: of comptoir_sales_load_report_async()
 *
 * Returns: (transfer none) (nullable): what came in place of the report, to be saved as it came;
 *   valid as long as @result
 */
GBytes *
comptoir_sales_get_unreadable (ComptoirSales *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_sales_load_report_async), NULL);

  return g_task_get_task_data (G_TASK (result));
}

/**
 * comptoir_sales_peek_summary:
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what is known of @day in memory, perhaps of an unfinished
 *   day and old; valid until the next change
 */
const ComptoirSalesSummary *
comptoir_sales_peek_summary (ComptoirSales *self, const GDate *day)
{
  const ComptoirDayFigures *figures;

  g_return_val_if_fail (COMPTOIR_IS_SALES (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  figures = comptoir_sales_peek_figures (self, day);
  return figures != NULL ? figures->summary : NULL;
}

/**
 * comptoir_sales_peek_edited:
 * @day: a day
 *
 * Returns: (transfer none) (nullable): when the report was made that comptoir_sales_peek_summary()
 *   is from; valid until the next change
 */
GDateTime *
comptoir_sales_peek_edited (ComptoirSales *self, const GDate *day)
{
  const ComptoirDayFigures *figures;

  g_return_val_if_fail (COMPTOIR_IS_SALES (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  figures = comptoir_sales_peek_figures (self, day);
  return figures != NULL ? figures->edited : NULL;
}

/**
 * comptoir_sales_get_total_column:
 *
 * Returns: (transfer none) (nullable): the CSV's column of totals that the person chose
 */
const char *
comptoir_sales_get_total_column (ComptoirSales *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SALES (self), NULL);

  return self->total_column;
}

/**
 * comptoir_sales_set_total_column:
 * @column: (nullable): a column's name; %NULL guesses
 *
 * Chooses the CSV's column of totals, for this account, from now on. Figures that are from another
 * column are as if they weren't known.
 */
void
comptoir_sales_set_total_column (ComptoirSales *self, const char *column)
{
  ComptoirStore *store;

  g_return_if_fail (COMPTOIR_IS_SALES (self));

  if (g_strcmp0 (self->total_column, column) == 0)
    return;
  g_free (self->total_column);
  self->total_column = g_strdup (column);
  store = comptoir_shop_get_store (self->shop);
  if (store != NULL)
    comptoir_store_set_value (store, get_account (self), TOTAL_COLUMN, column);
}
