/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-value-writer.h"

#include "comptoir-worker.h"

struct _ComptoirValueWriter
{
  ComptoirWorker *worker;

  /* Of the worker's thread only. */
  ComptoirDatabase *database;
  GQueue unwritten;
  gboolean failing;
  ComptoirValueWriterFunc func;
  gpointer user_data;
};

/* Without a name, all of the account is forgotten; without a value, that value is removed. */
typedef struct
{
  ComptoirValueWriter *writer;
  char *account;
  char *name;
  char *value;
  GError **error;
} Change;

static void
change_free (Change *self)
{
  g_free (self->account);
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static gboolean
change_overrides (Change *self, Change *older)
{
  return g_str_equal (self->account, older->account)
         && (self->name == NULL || g_strcmp0 (self->name, older->name) == 0);
}

/* Without failures the queue is empty here; with them it doesn't grow by the same names. */
static void
queue_change (GQueue *queue, Change *change)
{
  GList *next;

  for (GList *link = queue->head; link != NULL; link = next)
    {
      next = link->next;
      if (change_overrides (change, link->data))
        {
          change_free (link->data);
          g_queue_delete_link (queue, link);
        }
    }
  g_queue_push_tail (queue, change);
}

static gboolean
apply_change (ComptoirValueWriter *self, Change *change, GError **error)
{
  if (change->name == NULL)
    return comptoir_database_forget (self->database, change->account, error);
  return comptoir_database_write_value (self->database, change->account, change->name,
                                        change->value, error);
}

static void
report (ComptoirValueWriter *self, const GError *error)
{
  if (self->failing == (error != NULL))
    return;
  self->failing = error != NULL;
  self->func (error, self->user_data);
}

static void
make_change (gpointer data)
{
  Change *change = data;
  ComptoirValueWriter *self = change->writer;
  GError **destination = g_steal_pointer (&change->error);
  g_autoptr (GError) error = NULL;

  queue_change (&self->unwritten, change);
  while (error == NULL && !g_queue_is_empty (&self->unwritten))
    if (apply_change (self, self->unwritten.head->data, &error))
      change_free (g_queue_pop_head (&self->unwritten));
  report (self, error);
  if (error != NULL && destination != NULL)
    g_propagate_error (destination, g_steal_pointer (&error));
}

static void
push_change (ComptoirValueWriter *self,
             const char *account,
             const char *name,
             const char *value,
             GError **error)
{
  Change *change = g_new0 (Change, 1);

  change->writer = self;
  change->account = g_strdup (account);
  change->name = g_strdup (name);
  change->value = g_strdup (value);
  change->error = error;
  comptoir_worker_push (self->worker, make_change, change);
}

/**
 * comptoir_value_writer_new:
 * @database: (transfer full): what to write to
 * @func: told of failures, on the writer's thread
 */
ComptoirValueWriter *
comptoir_value_writer_new (ComptoirDatabase *database,
                           ComptoirValueWriterFunc func,
                           gpointer user_data)
{
  ComptoirValueWriter *self;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (ComptoirValueWriter, 1);
  self->database = database;
  self->func = func;
  self->user_data = user_data;
  g_queue_init (&self->unwritten);
  self->worker = comptoir_worker_new ("store-values");
  return self;
}

/**
 * comptoir_value_writer_write:
 * @value: (nullable): %NULL to remove it
 */
void
comptoir_value_writer_write (ComptoirValueWriter *self,
                             const char *account,
                             const char *name,
                             const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (account != NULL && name != NULL);

  push_change (self, account, name, value, NULL);
}

/**
 * comptoir_value_writer_forget:
 * @account: whose values to remove
 * @error: (nullable): where the writer's thread puts an error; to be looked at, and to go away,
 *   only after comptoir_value_writer_flush()
 */
void
comptoir_value_writer_forget (ComptoirValueWriter *self, const char *account, GError **error)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (account != NULL);

  push_change (self, account, NULL, NULL, error);
}

/**
 * comptoir_value_writer_flush:
 *
 * Waits until everything asked for so far was tried.
 */
void
comptoir_value_writer_flush (ComptoirValueWriter *self)
{
  g_return_if_fail (self != NULL);

  comptoir_worker_flush (self->worker);
}

/**
 * comptoir_value_writer_free:
 *
 * Waits as comptoir_value_writer_flush() does, then closes the database.
 */
void
comptoir_value_writer_free (ComptoirValueWriter *self)
{
  g_return_if_fail (self != NULL);

  comptoir_worker_free (self->worker);
  g_queue_clear_full (&self->unwritten, (GDestroyNotify) change_free);
  comptoir_database_close (self->database);
  g_free (self);
}
