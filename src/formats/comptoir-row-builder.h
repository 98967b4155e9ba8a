/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* Makes the rows of a table from the fields of JSON objects and arrays, one row at a time. */
typedef struct _ComptoirRowBuilder ComptoirRowBuilder;

ComptoirRowBuilder *comptoir_row_builder_new (ComptoirTable *table);
void comptoir_row_builder_set_key (ComptoirRowBuilder *self, const char *key, gsize length);
const char *comptoir_row_builder_get_key (ComptoirRowBuilder *self, gsize *length);
void comptoir_row_builder_begin (ComptoirRowBuilder *self, gboolean keyed);
const char *
comptoir_row_builder_match_field (ComptoirRowBuilder *self, const char *json, const char *end);
void comptoir_row_builder_enter_field (ComptoirRowBuilder *self, const char *name, gsize length);
void comptoir_row_builder_enter_place (ComptoirRowBuilder *self, guint place);
void comptoir_row_builder_set (ComptoirRowBuilder *self,
                               ComptoirCellKind kind,
                               const char *text,
                               gsize length);
void comptoir_row_builder_end (ComptoirRowBuilder *self);
void comptoir_row_builder_free (ComptoirRowBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirRowBuilder, comptoir_row_builder_free)

G_END_DECLS
