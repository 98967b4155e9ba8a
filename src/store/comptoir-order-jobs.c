/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-journal-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ComptoirOrderJournal *journal;
  gint64 id; /* 0 when it is about the problem */
  char *problem;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->journal);
  g_free (news->problem);
  g_free (news);
}

static gboolean
deliver_news (gpointer data)
{
  News *news = data;

  if (news->id != 0)
    comptoir_order_journal_emit_changed (news->journal, news->id);
  else
    comptoir_order_journal_set_problem (news->journal, news->problem);
  return G_SOURCE_REMOVE;
}

/* On the worker's thread. At the priority of a task's callback, which comes after it. */
static void
send_news (ComptoirOrderJournal *self, gint64 id, const char *problem)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->journal = g_object_ref (self);
  news->id = id;
  news->problem = g_strdup (problem);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_news, news, news_free);
  g_source_attach (source, self->context);
}

/* What the store says of its other things would be wrong of an order: that it lasts for this
 * session. */
static const char *
get_sentence (const GError *error)
{
  switch ((ComptoirStoreError) error->code)
    {
    case COMPTOIR_STORE_ERROR_FULL:
      return _ ("The disk is full: orders can’t be kept, and none is sent. Make room, then try "
                "again.");
    case COMPTOIR_STORE_ERROR_READ_ONLY:
      return _ ("Comptoir may not write to its folder: orders can’t be kept, and none is sent.");
    case COMPTOIR_STORE_ERROR_NEWER:
      return _ ("The orders on this computer were written by a later version of Comptoir: none can "
                "be kept, and none is sent.");
    case COMPTOIR_STORE_ERROR_BUSY:
      return _ ("This order is being sent by another window or program, or was sent already.");
    case COMPTOIR_STORE_ERROR_NOT_FOUND:
      return _ ("This order was thrown away.");
    case COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE:
    case COMPTOIR_STORE_ERROR_DAMAGED:
    case COMPTOIR_STORE_ERROR_FAILED:
    default:
      return _ ("Orders can’t be kept on this computer, and none is sent.");
    }
}

static GError *
explain (GError *error)
{
  g_free (error->message);
  error->message = g_strdup (get_sentence (error));
  return error;
}

static gboolean
sweep (ComptoirOrderJournal *self, GError **error)
{
  g_autoptr (GArray) swept = comptoir_order_database_sweep (self->backend->database, error);

  for (guint i = 0; swept != NULL && i < swept->len; i++)
    send_news (self, g_array_index (swept, gint64, i), NULL);
  return swept != NULL;
}

/* Tried anew by every job while it fails: the disk may have room again. */
static ComptoirOrderDatabase *
ensure_open (ComptoirOrderJournal *self, GError **error)
{
  ComptoirOrderBackend *backend = self->backend;
  g_autofree char *set_aside = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GError) local_error = NULL;

  if (backend->database != NULL)
    return backend->database;
  backend->database = comptoir_order_database_open (backend->folder, &set_aside, &local_error);
  if (backend->database != NULL && !sweep (self, &local_error))
    g_clear_pointer (&backend->database, comptoir_order_database_close);

  if (set_aside != NULL)
    /* Translators: %s is the name of a file. */
    problem = g_strdup_printf (_ ("The orders kept on this computer were damaged. They have been "
                                  "set aside as “%s” in the folder “%s”."),
                               set_aside, backend->folder);
  else if (local_error != NULL)
    problem = g_strdup (get_sentence (local_error));
  send_news (self, 0, problem);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return backend->database;
}

/* Does what @request asks for, in an open database. */
typedef gboolean (*ChangeFunc) (ComptoirOrderDatabase *database,
                                const ComptoirOrderRequest *request,
                                GError **error);

static void
run_change (GTask *task, ChangeFunc func)
{
  ComptoirOrderJournal *self = g_task_get_source_object (task);
  ComptoirOrderRequest *request = g_task_get_task_data (task);
  GError *error = NULL;

  if (ensure_open (self, &error) != NULL && func (self->backend->database, request, &error))
    {
      send_news (self, request->id, NULL);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, explain (error));
}

static gboolean
discard (ComptoirOrderDatabase *database, const ComptoirOrderRequest *request, GError **error)
{
  return comptoir_order_database_discard (database, request->id, error);
}

static gboolean
claim (ComptoirOrderDatabase *database, const ComptoirOrderRequest *request, GError **error)
{
  return comptoir_order_database_claim (database, request->id, request->text, error);
}

static gboolean
settle (ComptoirOrderDatabase *database, const ComptoirOrderRequest *request, GError **error)
{
  return comptoir_order_database_settle (database, request->id, request->state, request->number,
                                         request->text, error);
}

/* From here on its text isn't replaced any more. */
static void
seal_save (ComptoirOrderJournal *self, ComptoirOrderSave *save)
{
  g_mutex_lock (&self->mutex);
  if (g_hash_table_lookup (self->waiting, &save->typed->id) == save)
    g_hash_table_remove (self->waiting, &save->typed->id);
  g_mutex_unlock (&self->mutex);
}

static void
save_free (ComptoirOrderSave *save)
{
  g_object_unref (save->journal);
  comptoir_order_record_free (save->typed);
  g_ptr_array_unref (save->tasks);
  g_free (save);
}

void
comptoir_order_journal_run_open (gpointer data)
{
  g_autoptr (ComptoirOrderJournal) self = data;

  ensure_open (self, NULL);
}

void
comptoir_order_journal_run_list (gpointer data)
{
  g_autoptr (GTask) task = data;
  ComptoirOrderJournal *self = g_task_get_source_object (task);
  ComptoirOrderRequest *request = g_task_get_task_data (task);
  GPtrArray *records = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (ensure_open (self, &error) != NULL && sweep (self, &error))
    records = comptoir_order_database_list (self->backend->database, request->text, &error);
  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, explain (error));
}

void
comptoir_order_journal_run_save (gpointer data)
{
  ComptoirOrderSave *save = data;
  ComptoirOrderJournal *self = save->journal;
  g_autofree char *reference = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  seal_save (self, save);
  if (ensure_open (self, &error) != NULL)
    id = comptoir_order_database_save (self->backend->database, save->typed, &reference, &error);
  if (id != 0)
    send_news (self, id, NULL);
  else
    explain (error);
  for (guint i = 0; i < save->tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (save->tasks, i);

      g_task_set_task_data (task, g_strdup (reference), g_free);
      if (id != 0)
        g_task_return_int (task, id);
      else
        g_task_return_error (task, g_error_copy (error));
    }
  save_free (save);
}

void
comptoir_order_journal_run_discard (gpointer data)
{
  g_autoptr (GTask) task = data;

  run_change (task, discard);
}

void
comptoir_order_journal_run_claim (gpointer data)
{
  g_autoptr (GTask) task = data;

  if (!g_task_return_error_if_cancelled (task))
    run_change (task, claim);
}

void
comptoir_order_journal_run_settle (gpointer data)
{
  g_autoptr (GTask) task = data;

  run_change (task, settle);
}

void
comptoir_order_journal_run_close (gpointer data)
{
  ComptoirOrderBackend *backend = data;

  comptoir_order_database_close (backend->database);
  g_free (backend->folder);
  g_free (backend);
}
