/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A thread that does one job after the other, in the order they were given. */
typedef struct _ComptoirWorker ComptoirWorker;

typedef void (*ComptoirWorkerFunc) (gpointer data);

ComptoirWorker *comptoir_worker_new (const char *name);
void comptoir_worker_push (ComptoirWorker *self, ComptoirWorkerFunc func, gpointer data);
void comptoir_worker_flush (ComptoirWorker *self);
void comptoir_worker_free (ComptoirWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirWorker, comptoir_worker_free)

G_END_DECLS
