/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where COMPTOIR_TRACE_STALLS is set: says on stderr each time the main loop was away for longer
 * than half a frame, how long, and in which source. Otherwise nothing at all. Once, on the main
 * thread, before its loop runs. */
void comptoir_stall_trace_start (void);

G_END_DECLS
