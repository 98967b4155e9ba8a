/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-dataset.h"
#include "comptoir-lookup.h"

G_BEGIN_DECLS

/* Kept of a reply that can't be read, where there is no store to keep it whole for. */
#define COMPTOIR_DATASET_KEEP_UNREADABLE (1024 * 1024)

typedef struct _ComptoirExchange ComptoirExchange;

struct _ComptoirDataset
{
  GObject parent_instance;

  KashClient *client;   /* (nullable): the table is given */
  ComptoirStore *store; /* (nullable) */
  char *account;
  char *kept_name; /* "items.json" */
  KashResource resource;

  ComptoirExchange *exchange; /* (nullable): the try under way */
  gboolean tried_kept;
  gint64 received_notified; /* monotonic */

  ComptoirTable *table;
  guint n_rows;
  guint64 received;
  gint64 expected;
  GDateTime *fetched_at;
  GError *error;
  GBytes *unreadable;
  ComptoirLookup *lookup;
};

/* comptoir-exchange.c: getting rows. One try at a time; "loading" is that there is one. */
void comptoir_dataset_ask_store (ComptoirDataset *self);
void comptoir_dataset_ask_service (ComptoirDataset *self);
void comptoir_dataset_give_up (ComptoirDataset *self);

G_END_DECLS
