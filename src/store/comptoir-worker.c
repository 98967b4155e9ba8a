/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-worker.h"

struct _ComptoirWorker
{
  GThread *thread;
  GAsyncQueue *jobs;
};

/* A job without a function ends the thread. */
typedef struct
{
  ComptoirWorkerFunc func;
  gpointer data;
} Job;

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean reached;
} Mark;

static void
push_job (GAsyncQueue *jobs, ComptoirWorkerFunc func, gpointer data)
{
  Job *job = g_new (Job, 1);

  job->func = func;
  job->data = data;
  g_async_queue_push (jobs, job);
}

static gpointer
work (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;

  while (TRUE)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->func == NULL)
        return NULL;
      job->func (job->data);
    }
}

static void
reach_mark (gpointer data)
{
  Mark *mark = data;

  g_mutex_lock (&mark->mutex);
  mark->reached = TRUE;
  g_cond_signal (&mark->cond);
  g_mutex_unlock (&mark->mutex);
}

/**
 * comptoir_worker_new:
 * @name: the thread's name, at most 15 bytes
 *
 * Returns: (transfer full): a worker that waits for its first job
 */
ComptoirWorker *
comptoir_worker_new (const char *name)
{
  ComptoirWorker *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ComptoirWorker, 1);
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work, g_async_queue_ref (self->jobs));
  return self;
}

/**
 * comptoir_worker_push:
 * @func: called on the worker's thread after all that was pushed before
 * @data: handed to @func, which owns it
 */
void
comptoir_worker_push (ComptoirWorker *self, ComptoirWorkerFunc func, gpointer data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  push_job (self->jobs, func, data);
}

/**
 * comptoir_worker_flush:
 *
 * Waits until every job pushed so far is done. Not to be called by a job of this worker.
 */
void
comptoir_worker_flush (ComptoirWorker *self)
{
  Mark mark = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (g_thread_self () != self->thread);

  g_mutex_init (&mark.mutex);
  g_cond_init (&mark.cond);
  push_job (self->jobs, reach_mark, &mark);
  g_mutex_lock (&mark.mutex);
  while (!mark.reached)
    g_cond_wait (&mark.cond, &mark.mutex);
  g_mutex_unlock (&mark.mutex);
  g_cond_clear (&mark.cond);
  g_mutex_clear (&mark.mutex);
}

/**
 * comptoir_worker_free:
 *
 * Waits until every job pushed so far is done, then ends the thread. Called by a job of this
 * worker (which may drop the last reference to the worker's owner), it ends the thread after
 * that job.
 */
void
comptoir_worker_free (ComptoirWorker *self)
{
  g_return_if_fail (self != NULL);

  push_job (self->jobs, NULL, NULL);
  if (g_thread_self () == self->thread)
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}
