/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-format-fault.h"
#include "comptoir-json-probe.h"

G_BEGIN_DECLS

/* Fills a table from JSON that comes in any slices; the shape is known beforehand. */
typedef struct _ComptoirJsonReader ComptoirJsonReader;

ComptoirJsonReader *comptoir_json_reader_new (ComptoirTable *table, const ComptoirJsonShape *shape);
gboolean comptoir_json_reader_feed (ComptoirJsonReader *self,
                                    const char *data,
                                    gsize length,
                                    gsize *consumed,
                                    ComptoirFormatFault *fault);
gboolean comptoir_json_reader_finish (ComptoirJsonReader *self, ComptoirFormatFault *fault);
void comptoir_json_reader_free (ComptoirJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirJsonReader, comptoir_json_reader_free)

G_END_DECLS
