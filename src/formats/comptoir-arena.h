/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* What cells without bytes of their own are stored as; real texts begin after these. */
#define COMPTOIR_ARENA_ABSENT     0
#define COMPTOIR_ARENA_NULL       1
#define COMPTOIR_ARENA_TRUE       2
#define COMPTOIR_ARENA_FALSE      3
#define COMPTOIR_ARENA_EMPTY_TEXT 4
#define COMPTOIR_ARENA_FIRST      16

/* The texts of a table, each named by a 32-bit offset, in chunks that never move. One thread may
 * add while others read what was handed to them by an atomic of the caller's. */
typedef struct _ComptoirArena ComptoirArena;

ComptoirArena *comptoir_arena_new (void);
void comptoir_arena_free (ComptoirArena *self);
gboolean comptoir_arena_add (ComptoirArena *self,
                             ComptoirCellKind kind,
                             const char *text,
                             gsize length,
                             guint32 *offset);
ComptoirCellKind
comptoir_arena_get (ComptoirArena *self, guint32 offset, const char **text, gsize *length);
gsize comptoir_arena_get_memory_size (ComptoirArena *self);

G_END_DECLS
