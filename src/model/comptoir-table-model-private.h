/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-row-cache.h"
#include "comptoir-table-model.h"
#include "comptoir-table-query.h"

G_BEGIN_DECLS

struct _ComptoirTableModel
{
  GObject parent_instance;

  ComptoirShop *shop; /* (nullable) */
  ComptoirDataset *dataset;

  char *search; /* (nullable) */
  GPtrArray *filters;
  char *sort; /* (nullable) */
  gboolean descending;

  ComptoirTableQuery *asked; /* (nullable): last put, maybe not answered yet */
  GCancellable *running;     /* (nullable): of the thread that works on it */
  ComptoirTableQuery *run;   /* (nullable): what that thread was asked */
  gboolean run_again;        /* it makes the text that the next one needs: let it */
  guint stream_timeout;      /* the dataset has grown, and will be asked about */

  /* What is shown. */
  ComptoirTableQuery *answered; /* (nullable): what the rows are the answer to */
  ComptoirTable *table;         /* (nullable) */
  GArray *rows;                 /* (nullable) guint32: the table's own order when NULL */
  ComptoirSearchText *text;     /* (nullable): the rows folded, while there is a search */
  guint n_items;
  ComptoirRowCache *cache; /* (nullable) */
};

static inline guint32
comptoir_table_model_row_at (GArray *rows, guint position)
{
  return rows != NULL ? g_array_index (rows, guint32, position) : position;
}

/* comptoir-table-model-ask.c: which rows to show. */
void comptoir_table_model_ask (ComptoirTableModel *self);
void comptoir_table_model_follow_rows (ComptoirTableModel *self);
void comptoir_table_model_follow_references (ComptoirTableModel *self);

G_END_DECLS
