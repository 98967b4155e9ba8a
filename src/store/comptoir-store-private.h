/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-journal.h"
#include "comptoir-store.h"
#include "comptoir-value-writer.h"
#include "comptoir-worker.h"

G_BEGIN_DECLS

/* The files have a thread of their own, so that a long reply holds up no value. */
struct _ComptoirStore
{
  GObject parent_instance;

  char *folder;
  GMainContext *context;
  GWeakRef *weak;       /* g_atomic_rc_box, for reports that are under way */
  GHashTable *accounts; /* account → GHashTable of name → value */
  ComptoirValueWriter *writer;
  ComptoirWorker *files;
  ComptoirOrderJournal *journal; /* (nullable): not asked for yet */
  GError *open_error;
  char *open_problem;
  char *write_problem;
};

G_END_DECLS
