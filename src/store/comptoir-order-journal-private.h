/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-database.h"
#include "comptoir-order-journal.h"
#include "comptoir-worker.h"

G_BEGIN_DECLS

/* Of the worker's thread only. Outlives the journal until the last of its jobs is done. */
typedef struct
{
  char *folder;
  ComptoirOrderDatabase *database; /* (nullable): while it can't be opened */
} ComptoirOrderBackend;

/* What a job is to do, the data of its task. */
typedef struct
{
  gint64 id;
  ComptoirOrderState state;
  char *text;   /* (nullable): the account, what is sent, or the answer */
  char *number; /* (nullable) */
} ComptoirOrderRequest;

/* One write for all who asked for it. */
typedef struct
{
  ComptoirOrderJournal *journal;
  ComptoirOrderRecord *typed;
  GPtrArray *tasks;
} ComptoirOrderSave;

struct _ComptoirOrderJournal
{
  GObject parent_instance;

  GMainContext *context;
  ComptoirWorker *worker;
  ComptoirOrderBackend *backend;
  char *problem;

  GMutex mutex;
  GHashTable *waiting; /* gint64 id → ComptoirOrderSave: those whose text may still be replaced */
};

void comptoir_order_journal_set_problem (ComptoirOrderJournal *self, const char *problem);
void comptoir_order_journal_emit_changed (ComptoirOrderJournal *self, gint64 id);

/* Jobs of the worker. The first takes a ComptoirOrderJournal, run_save a ComptoirOrderSave, the
 * others the GTask that asked for them. */
void comptoir_order_journal_run_open (gpointer data);
void comptoir_order_journal_run_save (gpointer data);
void comptoir_order_journal_run_list (gpointer data);
void comptoir_order_journal_run_discard (gpointer data);
void comptoir_order_journal_run_claim (gpointer data);
void comptoir_order_journal_run_settle (gpointer data);
void comptoir_order_journal_run_close (gpointer data);

G_END_DECLS
