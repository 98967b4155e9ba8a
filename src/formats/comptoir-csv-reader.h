/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-csv-dialect.h"
#include "comptoir-format-fault.h"

G_BEGIN_DECLS

/* Fills a table from delimited text that comes in any slices; the dialect is known beforehand. */
typedef struct _ComptoirCsvReader ComptoirCsvReader;

ComptoirCsvReader *comptoir_csv_reader_new (ComptoirTable *table,
                                            const ComptoirCsvDialect *dialect);
gboolean comptoir_csv_reader_feed (ComptoirCsvReader *self,
                                   const char *data,
                                   gsize length,
                                   gsize *consumed,
                                   ComptoirFormatFault *fault);
gboolean comptoir_csv_reader_finish (ComptoirCsvReader *self, ComptoirFormatFault *fault);
void comptoir_csv_reader_free (ComptoirCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirCsvReader, comptoir_csv_reader_free)

G_END_DECLS
