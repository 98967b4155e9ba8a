/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ComptoirCsvDialect:
 * @start: bytes before the first row: a byte order mark, PHP's warnings, a “sep=” line
 * @separator: what stands between two fields, NUL when a line is one field
 * @has_header: whether the first row names the columns
 */
typedef struct
{
  gsize start;
  char separator;
  gboolean has_header;
} ComptoirCsvDialect;

typedef enum
{
  COMPTOIR_CSV_PROBE_MORE, /* more bytes are needed to tell */
  COMPTOIR_CSV_PROBE_FOUND,
  COMPTOIR_CSV_PROBE_EMPTY, /* nothing but blanks */
  COMPTOIR_CSV_PROBE_NONE,  /* a web page */
} ComptoirCsvProbe;

/* Decide on this much, or on this many rows, at the latest. */
#define COMPTOIR_CSV_PROBE_LIMIT 65536
#define COMPTOIR_CSV_PROBE_ROWS  16

ComptoirCsvProbe comptoir_csv_probe (const char *resource,
                                     const char *data,
                                     gsize length,
                                     gboolean final,
                                     ComptoirCsvDialect *dialect);

G_END_DECLS
