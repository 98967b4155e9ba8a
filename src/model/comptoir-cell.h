/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* What a cell says, whichever way the service wrote it (kash-api.md §3). From any thread. */

/* Longer numbers with a decimal comma stay text. */
#define COMPTOIR_CELL_BUFFER 64

gboolean comptoir_cell_is_empty (ComptoirCellKind kind, const char *text, gsize length);
gboolean
comptoir_cell_read_boolean (ComptoirCellKind kind, const char *text, gsize length, gboolean *value);
gboolean comptoir_cell_read_number (const char **text, gsize *length, char *buffer);
char *comptoir_cell_dup_value (ComptoirColumnType type,
                               ComptoirCellKind kind,
                               const char *text,
                               gsize length,
                               GTimeZone *zone);

G_END_DECLS
