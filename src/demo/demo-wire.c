/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/socket.h>

#include "demo-wire.h"

/* What was written is given a moment to arrive before the connection is reset under it. */
#define RESET_DELAY_MS 60

typedef struct
{
  GIOStream *stream;
  GSocket *socket;
  DemoWirePlan *plan;
  GCancellable *cancellable;
  guint *n_running;
  gsize n_trickled;
  guint64 n_repeated;
  char byte;
} DemoWire;

static void write_next (DemoWire *self);

static void
demo_wire_free (DemoWire *self)
{
  (*self->n_running)--;
  g_io_stream_close (self->stream, NULL, NULL);
  g_socket_close (self->socket, NULL);
  g_object_unref (self->stream);
  g_object_unref (self->socket);
  g_object_unref (self->cancellable);
  demo_wire_plan_free (self->plan);
  g_free (self);
}

/* A timer on the thread's own context, which also ends when the shop stops. */
static void
add_timer (DemoWire *self, guint milliseconds, GSourceFunc callback)
{
  g_autoptr (GSource) source = g_timeout_source_new (milliseconds);
  g_autoptr (GSource) cancelled = g_cancellable_source_new (self->cancellable);

  g_source_set_dummy_callback (cancelled);
  g_source_add_child_source (source, cancelled);
  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static gboolean
on_reset (gpointer data)
{
  DemoWire *self = data;
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (self->socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  demo_wire_free (self);

  return G_SOURCE_REMOVE;
}

static void
on_other_side (GObject *source, GAsyncResult *result, gpointer data)
{
  DemoWire *self = data;
  gssize n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (n_read <= 0)
    demo_wire_free (self);
  else
    g_input_stream_read_async (G_INPUT_STREAM (source), &self->byte, 1, G_PRIORITY_DEFAULT,
                               self->cancellable, on_other_side, self);
}

static void
finish (DemoWire *self)
{
  switch (self->plan->end)
    {
    case DEMO_WIRE_RESET:
      add_timer (self, RESET_DELAY_MS, on_reset);
      break;
    case DEMO_WIRE_HANG:
      g_input_stream_read_async (g_io_stream_get_input_stream (self->stream), &self->byte, 1,
                                 G_PRIORITY_DEFAULT, self->cancellable, on_other_side, self);
      break;
    case DEMO_WIRE_CLOSE:
    default:
      demo_wire_free (self);
      break;
    }
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  DemoWire *self = data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL)
      || g_cancellable_is_cancelled (self->cancellable))
    demo_wire_free (self);
  else
    write_next (self);
}

static void
write_bytes (DemoWire *self, GBytes *bytes, gsize offset, gsize length)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_output_stream_write_all_async (g_io_stream_get_output_stream (self->stream), data + offset,
                                   length, G_PRIORITY_DEFAULT, self->cancellable, on_written, self);
}

static gboolean
on_second (gpointer data)
{
  DemoWire *self = data;

  write_bytes (self, self->plan->trickle, self->n_trickled++, 1);

  return G_SOURCE_REMOVE;
}

static void
write_next (DemoWire *self)
{
  DemoWirePlan *plan = self->plan;

  if (plan->trickle != NULL && self->n_trickled < g_bytes_get_size (plan->trickle))
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        demo_wire_free (self);
      else
        add_timer (self, 1000, on_second);
    }
  else if (plan->repeat != NULL && (plan->n_repeat == 0 || self->n_repeated < plan->n_repeat))
    {
      self->n_repeated++;
      write_bytes (self, plan->repeat, 0, g_bytes_get_size (plan->repeat));
    }
  else if (plan->tail != NULL)
    {
      g_autoptr (GBytes) tail = g_steal_pointer (&plan->tail);

      /* Kept alive by taking the place of what was written first. */
      g_clear_pointer (&plan->bytes, g_bytes_unref);
      plan->bytes = g_bytes_ref (tail);
      write_bytes (self, plan->bytes, 0, g_bytes_get_size (plan->bytes));
    }
  else
    {
      finish (self);
    }
}

/**
 * demo_wire_plan_new:
 * @bytes: (transfer full): what is written at once
 * @end: how the connection ends
 *
 * Returns: (transfer full): a plan
 */
DemoWirePlan *
demo_wire_plan_new (GBytes *bytes, DemoWireEnd end)
{
  DemoWirePlan *self = g_new0 (DemoWirePlan, 1);

  self->bytes = bytes;
  self->end = end;

  return self;
}

/**
 * demo_wire_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
demo_wire_plan_free (DemoWirePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->trickle, g_bytes_unref);
  g_clear_pointer (&self->repeat, g_bytes_unref);
  g_clear_pointer (&self->tail, g_bytes_unref);
  g_free (self);
}

/**
 * demo_wire_run:
 * @stream: (transfer full): a connection taken out of the server's hands
 * @socket: its socket
 * @plan: (transfer full): what happens on it
 * @cancellable: ends it
 * @n_running: counts the plans that are being followed
 *
 * Follows the plan on the thread-default main context, then lets go of the connection.
 */
void
demo_wire_run (GIOStream *stream,
               GSocket *socket,
               DemoWirePlan *plan,
               GCancellable *cancellable,
               guint *n_running)
{
  DemoWire *self;

  g_return_if_fail (G_IS_IO_STREAM (stream) && G_IS_SOCKET (socket));
  g_return_if_fail (plan != NULL && G_IS_CANCELLABLE (cancellable));

  self = g_new0 (DemoWire, 1);
  self->stream = stream;
  self->socket = g_object_ref (socket);
  self->plan = plan;
  self->cancellable = g_object_ref (cancellable);
  self->n_running = n_running;
  (*n_running)++;
  write_bytes (self, plan->bytes, 0, g_bytes_get_size (plan->bytes));
}
