/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-export-private.h"

#include "comptoir-period-files.h"
#include "comptoir-period-plan.h"
#include "comptoir-report-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define N_REQUESTS 6

/* Requests and reports that aren't on the disk yet; more would only fill the memory. */
#define N_UNDER_WAY 12

/* So many failures in a row, none of which is about one day, end a run. */
#define MAX_FAILURES 6

/* So many files must have come before the time left can be told. */
#define N_FOR_ESTIMATE 3

/* An item being fetched, then written. */
typedef struct
{
  GTask *run; /* (nullable) */
  guint index;
  char *name;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
} Fetch;

static void go_on (ComptoirPeriodExport *self);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->name);
  g_clear_pointer (&fetch->bytes, g_bytes_unref);
  g_clear_object (&fetch->run);
  g_free (fetch);
}

static void
set_seconds_left (ComptoirPeriodExport *self, int seconds)
{
  if (self->seconds_left == seconds)
    return;
  self->seconds_left = seconds;
  g_object_notify (G_OBJECT (self), "seconds-left");
}

/* The pace so far goes for the rest as well. */
static void
estimate (ComptoirPeriodExport *self)
{
  gint64 elapsed = g_get_monotonic_time () - self->started;

  if (self->n_fetched >= N_FOR_ESTIMATE)
    set_seconds_left (self, (int) (elapsed * (self->n_to_fetch - self->n_fetched) / self->n_fetched
                                   / G_TIME_SPAN_SECOND));
}

/* Takes the error over. The first one counts; the others follow from it. */
static void
end_early (ComptoirPeriodExport *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  g_cancellable_cancel (self->stop);
}

static gboolean
is_about_its_day (const GError *error)
{
  static const KashError codes[]
      = { KASH_ERROR_NO_NETWORK, KASH_ERROR_NO_ANSWER, KASH_ERROR_NOT_SECURE,
          KASH_ERROR_REFUSED_KEY, KASH_ERROR_TOO_MANY };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, KASH_ERROR, codes[i]))
      return FALSE;
  return TRUE;
}

/* Takes the error over. */
static void
add_failure (ComptoirPeriodExport *self, guint index, GError *error)
{
  const ComptoirPeriodItem *item = g_ptr_array_index (self->plan, index);
  ComptoirExportFailure *failure;

  self->n_in_row = is_about_its_day (error) ? 0 : self->n_in_row + 1;
  if (self->n_in_row >= MAX_FAILURES)
    end_early (self, g_error_copy (error));
  failure = g_new0 (ComptoirExportFailure, 1);
  failure->day = item->day;
  failure->report = item->report;
  failure->error = error;
  g_ptr_array_add (self->failures, failure);
  g_object_notify (G_OBJECT (self), "n-failed");
}

static void
set_done (ComptoirPeriodExport *self, guint index)
{
  if (self->states[index].done)
    return;
  self->states[index].done = TRUE;
  self->n_done++;
  g_object_notify (G_OBJECT (self), "n-done");
}

static void
finish (ComptoirPeriodExport *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->run);

  g_cancellable_disconnect (g_task_get_cancellable (task), self->cancelled_id);
  self->cancelled_id = 0;
  g_clear_object (&self->stop);
  set_seconds_left (self, -1);
  g_object_notify (G_OBJECT (self), "running");
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, self->n_done == self->plan->len);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ComptoirPeriodExport *self = source;
  const Fetch *fetch = task_data;
  const ComptoirPeriodState *state = &self->states[fetch->index];
  const char *folder = g_file_peek_path (self->folder);
  GError *error = NULL;

  if (!comptoir_period_files_write (folder, fetch->name, fetch->bytes, state->replace, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* The same report as another kind of file. */
  if (state->older != NULL && !g_str_equal (state->older, fetch->name))
    {
      g_autofree char *path = g_build_filename (folder, state->older, NULL);

      g_unlink (path);
    }
  g_task_return_boolean (task, TRUE);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ComptoirPeriodExport *self = COMPTOIR_PERIOD_EXPORT (object);
  Fetch *fetch = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->n_writes--;
  g_clear_object (&fetch->run);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    set_done (self, fetch->index);
  else
    end_early (self, error);
  go_on (self);
}

/* Takes the fetch over. */
static void
write_report (ComptoirPeriodExport *self, Fetch *fetch)
{
  const ComptoirPeriodItem *item = g_ptr_array_index (self->plan, fetch->index);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);

  fetch->name = g_strconcat (item->stem, ".",
                             comptoir_report_file_get_extension (item->report, fetch->bytes), NULL);
  g_task_set_source_tag (task, write_report);
  g_task_set_task_data (task, fetch, fetch_free);
  self->n_writes++;
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_report_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fetch *fetch = user_data;
  ComptoirPeriodExport *self = g_task_get_source_object (fetch->run);
  g_autoptr (ComptoirPeriodExport) hold G_GNUC_UNUSED = g_object_ref (self);
  GError *error = NULL;

  fetch->bytes = comptoir_sales_load_report_finish (COMPTOIR_SALES (object), result, NULL, &error);
  self->n_requests--;
  if (fetch->bytes != NULL)
    {
      self->n_fetched++;
      self->n_in_row = 0;
      estimate (self);
      write_report (self, fetch);
    }
  else
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        end_early (self, error);
      else
        {
          self->n_fetched++;
          add_failure (self, fetch->index, error);
        }
      fetch_free (fetch);
    }
  go_on (self);
}

static void
ask_for (ComptoirPeriodExport *self, guint index)
{
  const ComptoirPeriodItem *item = g_ptr_array_index (self->plan, index);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->run = g_object_ref (self->run);
  fetch->index = index;
  self->n_requests++;
  comptoir_sales_load_report_async (self->sales, item->report, &item->day, FALSE, self->stop,
                                    on_report_loaded, fetch);
}

static void
go_on (ComptoirPeriodExport *self)
{
  while (self->error == NULL && self->next < self->plan->len && self->n_requests < N_REQUESTS
         && self->n_requests + self->n_writes < N_UNDER_WAY)
    {
      guint index = self->next++;

      if (!self->states[index].done)
        ask_for (self, index);
    }
  if (self->n_requests == 0 && self->n_writes == 0)
    finish (self);
}

static void
take_finds (ComptoirPeriodExport *self, GArray *finds)
{
  for (guint i = 0; i < finds->len; i++)
    {
      ComptoirPeriodFind *find = &g_array_index (finds, ComptoirPeriodFind, i);
      ComptoirPeriodState *state = &self->states[i];

      /* What was there in an earlier run may have been taken away. */
      if (state->done && find->name == NULL)
        {
          state->done = FALSE;
          self->n_done--;
          g_object_notify (G_OBJECT (self), "n-done");
        }
      if (find->name != NULL && find->finished && self->existing == COMPTOIR_EXISTING_KEEP)
        set_done (self, i);
      state->replace = self->existing == COMPTOIR_EXISTING_REPLACE || find->name != NULL;
      g_free (state->older);
      state->older = g_steal_pointer (&find->name);
      self->n_to_fetch += !state->done;
    }
}

static void
on_looked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirPeriodExport *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GArray) finds = comptoir_period_plan_look_finish (result, &error);

  if (finds != NULL)
    take_finds (self, finds);
  else
    end_early (self, error);
  self->started = g_get_monotonic_time ();
  go_on (self);
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ComptoirPeriodExport *self = source;
  const char *folder = g_file_peek_path (self->folder);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int number = errno;

      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (number),
                               _ ("The folder can’t be made: %s"), g_strerror (number));
      return;
    }
  comptoir_period_files_sweep (folder, comptoir_period_export_get_shop_id (self));
  g_task_return_boolean (task, TRUE);
}

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirPeriodExport *self = COMPTOIR_PERIOD_EXPORT (object);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    comptoir_period_export_look (self, self->stop, on_looked, g_steal_pointer (&task));
  else
    {
      end_early (self, error);
      go_on (self);
    }
}

static void
on_cancelled (GCancellable *cancellable, gpointer stop)
{
  g_cancellable_cancel (stop);
}

/**
 * comptoir_period_export_start:
 * @task: the task of the run; its folder is on this computer
 *
 * Begins a run that ends in @task.
 */
void
comptoir_period_export_start (ComptoirPeriodExport *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) preparation = NULL;

  self->stop = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                g_object_ref (self->stop), g_object_unref);
  self->run = g_object_ref (task);
  self->next = self->n_fetched = self->n_to_fetch = self->n_in_row = 0;
  g_ptr_array_set_size (self->failures, 0);
  g_object_notify (G_OBJECT (self), "n-failed");
  g_object_notify (G_OBJECT (self), "running");

  preparation = g_task_new (self, NULL, on_prepared, g_object_ref (task));
  g_task_set_source_tag (preparation, prepare_in_thread);
  g_task_run_in_thread (preparation, prepare_in_thread);
}
