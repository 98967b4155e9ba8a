/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-filter.h"
#include "comptoir-search-text.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

/* Which rows of a table to show and in what order: a question and its answer. Immutable once
 * made, so that a worker thread can go through it; reference counted. */
typedef struct _ComptoirTableQuery ComptoirTableQuery;

ComptoirTableQuery *comptoir_table_query_new (ComptoirTable *table,
                                              guint n_rows,
                                              ComptoirShop *shop, /* (nullable) */
                                              const char *search, /* (nullable) */
                                              GPtrArray *filters, /* (nullable) */
                                              const char *sort,   /* (nullable) */
                                              gboolean descending);
ComptoirTableQuery *comptoir_table_query_ref (ComptoirTableQuery *self);
void comptoir_table_query_unref (ComptoirTableQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirTableQuery, comptoir_table_query_unref)

ComptoirTable *comptoir_table_query_get_table (ComptoirTableQuery *self);
guint comptoir_table_query_get_n_rows (ComptoirTableQuery *self);
gboolean comptoir_table_query_is_plain (ComptoirTableQuery *self);
gboolean comptoir_table_query_searches (ComptoirTableQuery *self);
gboolean comptoir_table_query_uses_references (ComptoirTableQuery *self);

/* From any thread: the row numbers (guint32), or %NULL when cancelled. @before and @rows: another
 * query and its answer to build on, where this one only narrows it. @text: (inout) (nullable): the
 * folded rows, made where those given aren't of this query. */
GArray *comptoir_table_query_run (ComptoirTableQuery *self,
                                  ComptoirTableQuery *before, /* (nullable) */
                                  GArray *rows,               /* (nullable) */
                                  ComptoirSearchText **text,
                                  GCancellable *cancellable);

G_END_DECLS
