/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-filter.h"

G_BEGIN_DECLS

/* A filter made ready for one table, for going through many rows. On one thread at a time. */
typedef struct _ComptoirMatcher ComptoirMatcher;

ComptoirMatcher *
comptoir_matcher_new (const ComptoirFilter *filter, ComptoirTable *table, GTimeZone *zone);
gboolean comptoir_matcher_matches (ComptoirMatcher *self, guint row);
void comptoir_matcher_free (ComptoirMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirMatcher, comptoir_matcher_free)

G_END_DECLS
