/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DEMO_WIRE_CLOSE, /* as an ordinary end */
  DEMO_WIRE_RESET, /* the other side sees a broken connection */
  DEMO_WIRE_HANG,  /* nothing more happens until the other side goes away */
} DemoWireEnd;

/* What is written to a connection by hand, for what no HTTP library would do. */
typedef struct
{
  GBytes *bytes;    /* written at once */
  GBytes *trickle;  /* (nullable): then written a byte a second */
  GBytes *repeat;   /* (nullable): then written again and again … */
  guint64 n_repeat; /* … so many times, 0 without end */
  GBytes *tail;     /* (nullable): then written */
  DemoWireEnd end;
} DemoWirePlan;

DemoWirePlan *demo_wire_plan_new (GBytes *bytes, DemoWireEnd end);
void demo_wire_plan_free (DemoWirePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoWirePlan, demo_wire_plan_free)

void demo_wire_run (GIOStream *stream,
                    GSocket *socket,
                    DemoWirePlan *plan,
                    GCancellable *cancellable,
                    guint *n_running);

G_END_DECLS
