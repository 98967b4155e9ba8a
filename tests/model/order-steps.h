/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The steps in which an order goes out, as the kernel sees them: each write to the journal, each
 * word to and from the service, before it and after it. */
void order_steps_kill_at (guint step); /* from 1; 0 for never */
guint order_steps_get_n (void);        /* so far */

G_END_DECLS
