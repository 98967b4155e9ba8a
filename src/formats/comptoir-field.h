/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/**
 * ComptoirField:
 * @resource: (nullable): the resource's name ("clients"), %NULL for a field of any resource
 * @name: the field's name in the reply
 * @title: untranslated title; comptoir_field_get_title() translates
 * @type: what it holds; a column whose values are something else is judged by them
 * @reference: (nullable): the resource whose ids it holds ("departments")
 * @rank: place in the order of columns, from 0; unknown fields come after all known ones
 * @shown: whether a table shows it unless the person chose otherwise
 *
 * A field that the vendor documents (kash-api.md §3). To name one more, add a line to the table
 * in comptoir-field.c.
 */
typedef struct
{
  const char *resource;
  const char *name;
  const char *title;
  ComptoirColumnType type;
  const char *reference;
  guint rank;
  gboolean shown;
} ComptoirField;

const ComptoirField *comptoir_field_lookup (const char *resource, const char *name);
const char *comptoir_field_get_title (const char *resource, const char *name);

G_END_DECLS
