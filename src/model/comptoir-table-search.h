/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* Looking for words in the rows of a table. On one thread at a time. */
typedef struct _ComptoirTableSearch ComptoirTableSearch;

char **comptoir_table_search_split (const char *search);
gboolean comptoir_table_search_narrows (const char *const *words, const char *const *wider);

ComptoirTableSearch *comptoir_table_search_new (ComptoirTable *table,
                                                ComptoirTable *const *references,
                                                guint n_references,
                                                const char *const *words);
gboolean comptoir_table_search_matches (ComptoirTableSearch *self, guint row);
void comptoir_table_search_free (ComptoirTableSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirTableSearch, comptoir_table_search_free)

G_END_DECLS
