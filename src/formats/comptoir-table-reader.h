/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

#define COMPTOIR_FORMAT_ERROR (comptoir_format_error_quark ())

/* Messages are translated sentences that name the line and the byte offset. */
typedef enum
{
  COMPTOIR_FORMAT_ERROR_MALFORMED, /* it isn't what it should be: the sentence says where and what
                                    */
  COMPTOIR_FORMAT_ERROR_TRUNCATED, /* it ends too early */
  COMPTOIR_FORMAT_ERROR_NOT_DATA,  /* something else came, an HTML page say */
  COMPTOIR_FORMAT_ERROR_TOO_DEEP,  /* nested beyond 512 levels */
  COMPTOIR_FORMAT_ERROR_TOO_LARGE, /* more than 2,048 columns or some 4 GiB of text */
} ComptoirFormatError;

typedef enum
{
  COMPTOIR_TABLE_FORMAT_AUTO, /* decided by the first bytes */
  COMPTOIR_TABLE_FORMAT_JSON,
  COMPTOIR_TABLE_FORMAT_CSV,
} ComptoirTableFormat;

/* Fills a table from bytes as they come in; every shape of kash-api.md §3. Not an object of its
 * own thread: use it on one thread at a time. Rows read before an error stay in the table. */
typedef struct _ComptoirTableReader ComptoirTableReader;

GQuark comptoir_format_error_quark (void);
ComptoirTableReader *comptoir_table_reader_new (ComptoirTable *table, ComptoirTableFormat format);
gboolean comptoir_table_reader_feed (ComptoirTableReader *self,
                                     const char *data,
                                     gsize length,
                                     GError **error);
gboolean comptoir_table_reader_finish (ComptoirTableReader *self, GError **error);
guint64 comptoir_table_reader_get_line (ComptoirTableReader *self);   /* from 1 */
guint64 comptoir_table_reader_get_offset (ComptoirTableReader *self); /* bytes from 0 */
void comptoir_table_reader_free (ComptoirTableReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirTableReader, comptoir_table_reader_free)

ComptoirTable *comptoir_table_read (const char *resource,
                                    const char *data,
                                    gsize length,
                                    ComptoirTableFormat format,
                                    GError **error);

G_END_DECLS
