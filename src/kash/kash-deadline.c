/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-deadline.h"

/* The whole may last this many deadlines, however steadily it drips. */
#define PATIENCE 10

struct _KashDeadline
{
  GCancellable *cancellable;
  GSource *timer;
  gint64 patience;   /* µs */
  gint64 begun;      /* µs, 0 before anything has happened */
  gint64 progressed; /* µs */
  gboolean passed;
};

static gint64
due_time (KashDeadline *self)
{
  return MIN (self->progressed + self->patience, self->begun + PATIENCE * self->patience);
}

static gboolean
on_timer (gpointer user_data)
{
  KashDeadline *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (self->begun == 0)
    g_source_set_ready_time (self->timer, now + self->patience);
  else if (now < due_time (self))
    g_source_set_ready_time (self->timer, due_time (self));
  else
    {
      g_source_set_ready_time (self->timer, -1);
      self->passed = TRUE;
      g_cancellable_cancel (self->cancellable);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_timer (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

/**
 * kash_deadline_new:
 * @seconds: how long nothing may happen
 * @cancellable: what to cancel then
 *
 * The clock starts with the first kash_deadline_note_progress(): a request that waits for one of
 * the connections to become free isn't late. It runs on the thread's default main context.
 *
 * Returns: (transfer full): a deadline
 */
KashDeadline *
kash_deadline_new (guint seconds, GCancellable *cancellable)
{
  static GSourceFuncs timer_funcs = { .dispatch = dispatch_timer };
  KashDeadline *self = g_new0 (KashDeadline, 1);

  self->cancellable = g_object_ref (cancellable);
  self->patience = (gint64) seconds * G_USEC_PER_SEC;

  self->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_static_name (self->timer, "KashDeadline");
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_set_ready_time (self->timer, g_get_monotonic_time () + self->patience);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  return self;
}

/**
 * kash_deadline_free:
 *
 * Stops the clock.
 */
void
kash_deadline_free (KashDeadline *self)
{
  g_source_destroy (self->timer);
  g_source_unref (self->timer);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * kash_deadline_note_progress:
 *
 * Tells that something has happened.
 */
void
kash_deadline_note_progress (KashDeadline *self)
{
  self->progressed = g_get_monotonic_time ();
  if (self->begun == 0)
    self->begun = self->progressed;
}

/**
 * kash_deadline_has_passed:
 *
 * Returns: whether it was cancelled for lack of progress
 */
gboolean
kash_deadline_has_passed (KashDeadline *self)
{
  return self->passed;
}
