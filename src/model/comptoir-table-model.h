/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-dataset.h"
#include "comptoir-filter.h"
#include "comptoir-row.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_MODEL (comptoir_table_model_get_type ())

/* The rows of a dataset as a GListModel of ComptoirRow, searched, filtered and sorted.
 *
 * The work is done on an array of row numbers in a worker thread and ends in one items-changed;
 * what was asked for last wins. Rows that stream in are appended. After a refresh the rows are
 * the new table's; find one again by its id.
 *
 * Properties: "dataset", "search" (string, nullable: words that all must occur somewhere in the
 * row, case and accents aside, references by their title), "busy" (boolean: a result is on its
 * way), "n-items" (notified). */
G_DECLARE_FINAL_TYPE (ComptoirTableModel, comptoir_table_model, COMPTOIR, TABLE_MODEL, GObject)

ComptoirTableModel *comptoir_table_model_new (ComptoirShop *shop, /* (nullable): no references */
                                              ComptoirDataset *dataset);
ComptoirDataset *comptoir_table_model_get_dataset (ComptoirTableModel *self);
void comptoir_table_model_set_search (ComptoirTableModel *self, const char *search);
const char *comptoir_table_model_get_search (ComptoirTableModel *self);
void comptoir_table_model_set_filters (
    ComptoirTableModel *self,
    GPtrArray *filters); /* (element-type ComptoirFilter) (nullable), copied */
GPtrArray *comptoir_table_model_get_filters (ComptoirTableModel *self); /* (transfer none) */
void comptoir_table_model_set_sort (ComptoirTableModel *self,
                                    const char *column, /* (nullable): the server's order */
                                    gboolean descending);
const char *comptoir_table_model_get_sort (ComptoirTableModel *self, gboolean *descending);
gboolean comptoir_table_model_get_busy (ComptoirTableModel *self);
guint comptoir_table_model_get_row_index (ComptoirTableModel *self,
                                          guint position); /* the table's row */
gboolean comptoir_table_model_find_position (ComptoirTableModel *self, guint row, guint *position);

/* The distinct values of a column with their counts, most frequent first, at most @max. */
typedef struct
{
  char *value;   /* as comptoir_filter's value wants it */
  char *display; /* as a person reads it */
  guint count;
} ComptoirColumnValue;

GPtrArray *comptoir_table_model_dup_values (ComptoirTableModel *self,
                                            const char *column,
                                            guint max); /* (element-type ComptoirColumnValue) */

G_END_DECLS
