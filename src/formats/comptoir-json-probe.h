/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the rows of a reply are (kash-api.md §3). */
typedef enum
{
  COMPTOIR_JSON_ROWS_IN_ARRAY,  /* the elements of an array */
  COMPTOIR_JSON_ROWS_IN_OBJECT, /* the members of an object, keyed by id */
  COMPTOIR_JSON_ROW_IS_OBJECT,  /* one row: the object itself */
} ComptoirJsonRows;

/**
 * ComptoirJsonShape:
 * @start: bytes before the JSON: a byte order mark, blank lines, PHP's warnings
 * @n_wrappers: objects around what holds the rows
 * @rows: what holds the rows
 */
typedef struct
{
  gsize start;
  guint n_wrappers;
  ComptoirJsonRows rows;
} ComptoirJsonShape;

typedef enum
{
  COMPTOIR_JSON_PROBE_MORE, /* more bytes are needed to tell */
  COMPTOIR_JSON_PROBE_FOUND,
  COMPTOIR_JSON_PROBE_EMPTY, /* nothing but blanks */
  COMPTOIR_JSON_PROBE_NONE,  /* something else than JSON */
} ComptoirJsonProbe;

/* Decide on this much at the latest. */
#define COMPTOIR_JSON_PROBE_LIMIT 65536

ComptoirJsonProbe
comptoir_json_probe (const char *data, gsize length, gboolean final, ComptoirJsonShape *shape);
gboolean comptoir_json_is_envelope_name (const char *name, gsize length);

G_END_DECLS
