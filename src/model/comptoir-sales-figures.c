/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-private.h"

#include "comptoir-sales-reader.h"

/* A report that is on its way, or came, or didn't. */
typedef struct
{
  ComptoirLoadedReport *report; /* (nullable) */
  GError *error;                /* (nullable) */
} Part;

typedef struct
{
  GDate day;
  GTimeZone *zone;
  gboolean refresh;
  guint n_pending;
  Part fec;
  Part csv;
  char *column; /* (nullable): as chosen when it was asked */
} Load;

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->report, comptoir_loaded_report_unref);
  g_clear_error (&part->error);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_time_zone_unref (load->zone);
  part_clear (&load->fec);
  part_clear (&load->csv);
  g_free (load->column);
  g_free (load);
}

/* Asking again tomorrow will give the same answer: there is no such report for this shop. */
static gboolean
is_lasting (const GError *error)
{
  return g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED)
         || g_error_matches (error, KASH_ERROR, KASH_ERROR_NOT_FOUND)
         || g_error_matches (error, KASH_ERROR, KASH_ERROR_UNREADABLE);
}

/* Whether there is no more to be learnt tomorrow than now. */
static gboolean
is_settled (const Load *load, ComptoirSummarySource source)
{
  if (source == COMPTOIR_SUMMARY_CSV)
    return load->csv.report->final
           && !g_error_matches (load->fec.error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
  if (!load->fec.report->final)
    return FALSE;
  return load->csv.report != NULL ? load->csv.report->final : is_lasting (load->csv.error);
}

/* Whether the day can do with its CSV: the service answered and has no FEC to give. A key that it
 * takes for the CSV in the same minute isn't the wrong one, it lacks the licence for the FEC. */
static gboolean
may_go_without_fec (const Load *load)
{
  const GError *error = load->fec.error;

  if (load->csv.report == NULL)
    return FALSE;
  if (g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY))
    return !load->csv.report->kept;
  return is_lasting (error) || g_error_matches (error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
}

static void
remember (ComptoirSales *self, Load *load, const ComptoirSalesSummary *summary)
{
  ComptoirDayFigures *figures = g_new0 (ComptoirDayFigures, 1);
  gboolean from_fec = summary->source == COMPTOIR_SUMMARY_FEC;
  const ComptoirLoadedReport *report = from_fec ? load->fec.report : load->csv.report;

  figures->day = load->day;
  figures->summary = comptoir_sales_summary_copy (summary);
  figures->edited = g_date_time_ref (report->edited);
  figures->column = from_fec ? NULL : g_strdup (load->column);
  figures->final = is_settled (load, summary->source);
  comptoir_figures_take (self->figures, figures);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirSales *self = g_task_get_source_object (task);
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  GError *error = NULL;

  summary = comptoir_sales_reader_read_finish (result, &error);
  if (summary == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  remember (self, g_task_get_task_data (task), summary);
  g_task_return_pointer (task, g_steal_pointer (&summary),
                         (GDestroyNotify) comptoir_sales_summary_free);
}

static void
fail (GTask *task, GError *error)
{
  comptoir_sales_tell_of_refused_key (g_task_get_source_object (task), error);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
read_reports (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  GBytes *fec = load->fec.report != NULL ? load->fec.report->body : NULL;
  GBytes *csv = load->csv.report != NULL ? load->csv.report->body : NULL;

  if (fec == NULL && !may_go_without_fec (load))
    {
      /* Why there is no FEC matters less than why there is nothing at all. */
      Part *reason
          = load->csv.error != NULL && is_lasting (load->fec.error) ? &load->csv : &load->fec;

      fail (task, g_steal_pointer (&reason->error));
      return;
    }
  comptoir_sales_reader_read_async (fec, csv, load->column, g_task_get_cancellable (task), on_read,
                                    task);
}

static void
take_part (Part *part, GObject *loader, GAsyncResult *result, GTask *task)
{
  Load *load = g_task_get_task_data (task);

  part->report = comptoir_report_loader_load_finish (COMPTOIR_REPORT_LOADER (loader), result, NULL,
                                                     &part->error);
  if (--load->n_pending == 0)
    read_reports (task);
}

static void
on_fec_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Load *load = g_task_get_task_data (user_data);

  take_part (&load->fec, object, result, user_data);
}

static void
on_csv_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Load *load = g_task_get_task_data (user_data);

  take_part (&load->csv, object, result, user_data);
}

static void
load_reports (GTask *task)
{
  ComptoirSales *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  load->n_pending = 2;
  comptoir_report_loader_load_async (self->reports, KASH_REPORT_FEC, &load->day, load->zone,
                                     load->refresh, cancellable, on_fec_loaded, task);
  comptoir_report_loader_load_async (self->reports, KASH_REPORT_CSV, &load->day, load->zone,
                                     load->refresh, cancellable, on_csv_loaded, task);
}

static void
on_figures_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  ComptoirSales *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  const ComptoirDayFigures *figures;
  GError *error = NULL;

  if (!comptoir_figures_load_finish (COMPTOIR_FIGURES (object), result, &error))
    {
      fail (task, error);
      return;
    }
  figures = comptoir_sales_peek_figures (self, &load->day);
  if (figures == NULL || !figures->final)
    {
      load_reports (task);
      return;
    }
  g_task_return_pointer (task, comptoir_sales_summary_copy (figures->summary),
                         (GDestroyNotify) comptoir_sales_summary_free);
  g_object_unref (task);
}

/**
 * comptoir_sales_load_summary_async:
 * @day: of which day
 * @refresh: asks the service even where the figures are kept
 *
 * Gets a day's figures: what is kept, else what its FEC and CSV yield, which are then kept where
 * they are final. Where the service has no FEC to give, the CSV's figures.
 */
void
comptoir_sales_load_summary_async (ComptoirSales *self,
                                   const GDate *day,
                                   gboolean refresh,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;
  Load *load;

  g_return_if_fail (COMPTOIR_IS_SALES (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_sales_load_summary_async);
  load = g_new0 (Load, 1);
  load->day = *day;
  load->zone = comptoir_sales_dup_time_zone (self);
  load->refresh = refresh;
  load->column = g_strdup (comptoir_sales_get_total_column (self));
  g_task_set_task_data (task, load, load_free);
  if (refresh)
    load_reports (task);
  else
    comptoir_figures_load_async (self->figures, day, day, cancellable, on_figures_loaded, task);
}

/**
 * comptoir_sales_load_summary_finish:
 * @error: %KASH_ERROR; %COMPTOIR_FORMAT_ERROR_NOT_DATA where there is only a CSV and it can't be
 *   told which column holds the totals; %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the figures
 */
ComptoirSalesSummary *
comptoir_sales_load_summary_finish (ComptoirSales *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
