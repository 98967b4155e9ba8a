/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* The rows of a table folded into one text, to look for words in. Immutable once made, so that
 * any thread may look; reference counted. */
typedef struct _ComptoirSearchText ComptoirSearchText;

ComptoirSearchText *comptoir_search_text_new (ComptoirTable *table,
                                              guint n_rows,
                                              GPtrArray *references,      /* (nullable) */
                                              GCancellable *cancellable); /* (nullable) */
ComptoirSearchText *comptoir_search_text_ref (ComptoirSearchText *self);
void comptoir_search_text_unref (ComptoirSearchText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirSearchText, comptoir_search_text_unref)

gboolean comptoir_search_text_is_of (ComptoirSearchText *self,
                                     ComptoirTable *table,
                                     guint n_rows,
                                     GPtrArray *references);
GArray *comptoir_search_text_find (ComptoirSearchText *self,
                                   const char *const *words,
                                   GArray *among); /* (nullable) */
gsize comptoir_search_text_get_memory_size (ComptoirSearchText *self);

char **comptoir_search_text_split (const char *search);
gboolean comptoir_search_text_narrows (const char *const *words, const char *const *wider);

G_END_DECLS
