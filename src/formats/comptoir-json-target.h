/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-json-probe.h"
#include "comptoir-json-text.h"
#include "comptoir-table.h"

G_BEGIN_DECLS

/* Objects and arrays open at once. */
#define COMPTOIR_JSON_MAX_DEPTH 512

/* What the parts of a JSON document, told one after another, become in a table: rows, cells, the
 * text of nested values, or nothing. */
typedef struct _ComptoirJsonTarget ComptoirJsonTarget;

ComptoirJsonTarget *comptoir_json_target_new (ComptoirTable *table, const ComptoirJsonShape *shape);
guint comptoir_json_target_get_depth (ComptoirJsonTarget *self);
gboolean comptoir_json_target_is_in_object (ComptoirJsonTarget *self);
void comptoir_json_target_open (ComptoirJsonTarget *self, gboolean object);
void comptoir_json_target_close (ComptoirJsonTarget *self);
const char *
comptoir_json_target_match_name (ComptoirJsonTarget *self, const char *json, const char *end);
gboolean comptoir_json_target_name (ComptoirJsonTarget *self,
                                    const char *text,
                                    gsize length,
                                    ComptoirJsonTextFlags flags);
gboolean comptoir_json_target_text (ComptoirJsonTarget *self,
                                    const char *text,
                                    gsize length,
                                    ComptoirJsonTextFlags flags);
void comptoir_json_target_word (ComptoirJsonTarget *self,
                                ComptoirCellKind kind,
                                const char *word,
                                gsize length);
void comptoir_json_target_colon (ComptoirJsonTarget *self);
void comptoir_json_target_comma (ComptoirJsonTarget *self);
void comptoir_json_target_free (ComptoirJsonTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirJsonTarget, comptoir_json_target_free)

G_END_DECLS
