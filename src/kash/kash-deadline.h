/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Cancels what makes no progress. */
typedef struct _KashDeadline KashDeadline;

KashDeadline *kash_deadline_new (guint seconds, GCancellable *cancellable);
void kash_deadline_free (KashDeadline *self);
void kash_deadline_note_progress (KashDeadline *self);
gboolean kash_deadline_has_passed (KashDeadline *self);

G_END_DECLS
