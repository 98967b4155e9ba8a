/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "comptoir-matcher.h"

/* The names under which filters are kept, by operator. */
static const char *const operator_names[] = {
  [COMPTOIR_FILTER_IS] = "is",
  [COMPTOIR_FILTER_IS_NOT] = "is-not",
  [COMPTOIR_FILTER_CONTAINS] = "has",
  [COMPTOIR_FILTER_GREATER] = "greater",
  [COMPTOIR_FILTER_LESS] = "less",
  [COMPTOIR_FILTER_EMPTY] = "empty",
  [COMPTOIR_FILTER_NOT_EMPTY] = "filled",
};

G_DEFINE_BOXED_TYPE (ComptoirFilter, comptoir_filter, comptoir_filter_copy, comptoir_filter_free)

static const char *
get_string_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static ComptoirFilter *
filter_from_json (JsonNode *node)
{
  JsonObject *object;
  const char *column, *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  column = get_string_member (object, "column");
  name = get_string_member (object, "operator");
  if (column == NULL || name == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (operator_names); i++)
    if (strcmp (operator_names[i], name) == 0)
      return comptoir_filter_new (column, (ComptoirFilterOperator) i,
                                  get_string_member (object, "value"));
  return NULL;
}

/**
 * comptoir_filter_new:
 * @column: the field's name
 * @value: (nullable): what to hold cells against, see #ComptoirFilter
 *
 * Returns: (transfer full): a new filter
 */
ComptoirFilter *
comptoir_filter_new (const char *column, ComptoirFilterOperator op, const char *value)
{
  ComptoirFilter *self;

  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail ((guint) op < G_N_ELEMENTS (operator_names), NULL);

  self = g_new0 (ComptoirFilter, 1);
  self->column = g_strdup (column);
  self->op = op;
  self->value = g_strdup (value);
  return self;
}

ComptoirFilter *
comptoir_filter_copy (const ComptoirFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return comptoir_filter_new (self->column, self->op, self->value);
}

void
comptoir_filter_free (ComptoirFilter *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self->value);
  g_free (self);
}

/**
 * comptoir_filter_matches:
 *
 * Whether a row meets the condition: numbers by value to the last digit, dates in the system's
 * time zone. For many rows a #ComptoirMatcher does the same faster.
 */
gboolean
comptoir_filter_matches (const ComptoirFilter *self, ComptoirTable *table, guint row)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (ComptoirMatcher) matcher = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), FALSE);

  zone = g_time_zone_new_local ();
  matcher = comptoir_matcher_new (self, table, zone);
  return comptoir_matcher_matches (matcher, row);
}

/**
 * comptoir_filters_to_string:
 * @filters: (element-type ComptoirFilter) (nullable): none is an empty list
 *
 * Returns: (transfer full): JSON text that comptoir_filters_from_string() reads
 */
char *
comptoir_filters_to_string (GPtrArray *filters)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; filters != NULL && i < filters->len; i++)
    {
      const ComptoirFilter *filter = g_ptr_array_index (filters, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "column");
      json_builder_add_string_value (builder, filter->column);
      json_builder_set_member_name (builder, "operator");
      json_builder_add_string_value (builder, operator_names[filter->op]);
      if (filter->value != NULL)
        {
          json_builder_set_member_name (builder, "value");
          json_builder_add_string_value (builder, filter->value);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * comptoir_filters_from_string:
 * @text: (nullable): what comptoir_filters_to_string() made
 *
 * Leaves out what it can't read: a kept file may be damaged or from another version.
 *
 * Returns: (transfer full) (element-type ComptoirFilter): the filters, maybe none
 */
GPtrArray *
comptoir_filters_from_string (const char *text)
{
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return g_steal_pointer (&filters);

  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      ComptoirFilter *filter = filter_from_json (json_array_get_element (array, i));

      if (filter != NULL)
        g_ptr_array_add (filters, filter);
    }
  return g_steal_pointer (&filters);
}
