/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The distinct texts among many, numbered from 0 in order of first appearance. Open addressing
 * over pointers into text that must outlive it: adding allocates nothing but the growing arrays. */
typedef struct _ComptoirDistinct ComptoirDistinct;

ComptoirDistinct *comptoir_distinct_new (void);
guint
comptoir_distinct_add (ComptoirDistinct *self, const char *text, gsize length, gboolean *added);
gboolean
comptoir_distinct_find (ComptoirDistinct *self, const char *text, gsize length, guint *number);
guint comptoir_distinct_get_n (ComptoirDistinct *self);
const char *comptoir_distinct_get (ComptoirDistinct *self, guint number, gsize *length);
void comptoir_distinct_free (ComptoirDistinct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirDistinct, comptoir_distinct_free)

G_END_DECLS
