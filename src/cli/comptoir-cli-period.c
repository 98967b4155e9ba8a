/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-period.h"

#include "comptoir-cli-status.h"
#include "comptoir-sales-day.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Where nobody watches, in a log, so many lines tell of the progress. */
#define N_STEPS 10

#define ERASE_LINE "\r\033[K"

typedef struct
{
  gboolean terminal;
  gboolean drawn;
  guint step; /* the last that was told of */
} Progress;

static char *
describe (ComptoirPeriodExport *export)
{
  guint n_done, n_files;
  int seconds_left;

  g_object_get (export, "n-done", &n_done, "n-files", &n_files, "seconds-left", &seconds_left,
                NULL);
  if (seconds_left < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u report is there",
                                         "%u of %u reports are there", n_files),
                            n_done, n_files);
  /* Translators: the last two are minutes and seconds. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u report is there, %d:%02d left",
                                       "%u of %u reports are there, %d:%02d left", n_files),
                          n_done, n_files, seconds_left / 60, seconds_left % 60);
}

static void
on_progress (ComptoirPeriodExport *export, GParamSpec *pspec, Progress *progress)
{
  g_autofree char *line = NULL;
  guint n_done, n_files, step;

  g_object_get (export, "n-done", &n_done, "n-files", &n_files, NULL);
  step = N_STEPS * n_done / n_files;
  if (!progress->terminal && step == progress->step)
    return;
  progress->step = step;
  progress->drawn = TRUE;
  line = describe (export);
  if (progress->terminal)
    g_printerr (ERASE_LINE "%s", line);
  else
    g_printerr ("%s\n", line);
}

static void
report_failures (GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    {
      const ComptoirExportFailure *failure = g_ptr_array_index (failures, i);
      g_autofree char *iso = comptoir_sales_day_to_iso (&failure->day);

      /* Translators: a day, the kind of report, why it couldn't be had. */
      g_printerr (_ ("%s, %s: %s"), iso, kash_report_get_title (failure->report),
                  failure->error->message);
      g_printerr ("\n");
    }
}

/* The exit status is that of the first failure. */
static void
set_failed (GError **error, GPtrArray *failures)
{
  const ComptoirExportFailure *first = g_ptr_array_index (failures, 0);
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u report couldn’t be had. Run this again to get it.",
                   "%u reports couldn’t be had. Run this again to get them.", failures->len),
      failures->len);

  g_propagate_error (error,
                     g_error_new_literal (first->error->domain, first->error->code, sentence));
}

/**
 * comptoir_cli_period_export:
 * @first: the first day
 * @last: the last day, not before @first
 * @reports: bits by #KashReport
 * @folder: the path of a folder, made where it is missing
 * @existing: what becomes of files that are there
 * @error: what ended the export, or what the first of the single reports that failed failed for
 *
 * Gets the reports of a period into a folder. Progress and failures are told on standard error.
 */
gboolean
comptoir_cli_period_export (ComptoirCliSession *session,
                            ComptoirSales *sales,
                            const GDate *first,
                            const GDate *last,
                            guint reports,
                            const char *folder,
                            ComptoirExisting existing,
                            GError **error)
{
  g_autoptr (ComptoirPeriodExport) export = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Progress progress = { .terminal = isatty (STDERR_FILENO) };
  GPtrArray *failures;
  GError *cause = NULL;

  g_return_val_if_fail (session != NULL && folder != NULL, FALSE);
  g_return_val_if_fail (COMPTOIR_IS_SALES (sales), FALSE);

  file = g_file_new_for_path (folder);
  export = comptoir_period_export_new (sales, first, last, reports, file, existing);
  g_signal_connect (export, "notify::n-done", G_CALLBACK (on_progress), &progress);
  comptoir_period_export_run_async (export, session->cancellable, comptoir_cli_session_take,
                                    session);
  result = comptoir_cli_session_wait (session);
  comptoir_period_export_run_finish (export, result, &cause);
  if (progress.terminal && progress.drawn)
    g_printerr ("\n");
  failures = comptoir_period_export_get_failures (export);
  report_failures (failures);
  if (cause != NULL)
    g_propagate_error (error, cause);
  else if (failures->len > 0)
    set_failed (error, failures);
  return cause == NULL && failures->len == 0;
}
