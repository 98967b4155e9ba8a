/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rank of each of @n texts in the order of the locale, from 0; texts it holds equal share one.
 * From any thread. %NULL when cancelled; free with g_free(). */
guint32 *comptoir_collation_rank (const char *const *texts, guint n, GCancellable *cancellable);

G_END_DECLS
