/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "demo-row.h"

G_BEGIN_DECLS

/* The shapes a reply of the service may have (kash-api.md §3), by name:
 *
 * array            an array of objects: the usual one
 * keyed-object     an object whose values are the rows, keyed by id
 * wrapped          the array under the key "data" of an object
 * arrays           an array of arrays
 * scalars          an array of the titles alone
 * unequal-keys     objects that differ in their keys and in their order
 * strings          every value as a string
 * numbers          every number as a number
 * nested           most of a row inside an object of its own
 * escaped          all but ASCII as \u escapes
 * pretty           indented, with CRLF line ends
 * empty-body, empty-array, empty-object, null
 * error-200        a refusal with HTTP 200, and error-200-success the other known wording
 * bom              UTF-8 with a byte order mark
 * windows-1252     text in Windows-1252, with a type that says nothing of it
 * php-warning      a PHP warning before the reply
 * blank-lines      blank lines before it
 * wrong-type       text/html for JSON
 * no-type          no Content-Type
 *
 * The last six and the empty and error ones change CSV and HTML as well. */

typedef enum
{
  DEMO_FORMAT_JSON,
  DEMO_FORMAT_CSV,
  DEMO_FORMAT_HTML,
} DemoFormat;

typedef struct _DemoShape DemoShape;

const DemoShape *demo_shape_find (const char *name, GError **error);
const char *demo_shape_get_name (guint index);

const char *demo_shape_get_content_type (const DemoShape *self, DemoFormat format);
const char *demo_shape_get_whole (const DemoShape *self, DemoFormat format);
const char *demo_shape_get_prefix (const DemoShape *self);
void demo_shape_begin (const DemoShape *self, GString *out);
void demo_shape_add_row (const DemoShape *self, const DemoRow *row, guint index, GString *out);
void demo_shape_end (const DemoShape *self, GString *out);
GBytes *demo_shape_encode (const DemoShape *self, GString *text);

G_END_DECLS
