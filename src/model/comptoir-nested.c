/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-nested.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The text is cut up here rather than by JsonParser because a number must come out as it came in
 * (0.10, 1e400), and because only the opened part of a large value is worth reading. */
struct _ComptoirNested
{
  GObject parent_instance;

  GBytes *json;
  char *name;
  gboolean element;
  char *text;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (ComptoirNested, comptoir_nested, G_TYPE_OBJECT)

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && strchr (" \t\r\n", *at) != NULL && *at != '\0')
    at++;
  return at;
}

static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\' && at + 1 < end)
      at++;
  return at < end ? at + 1 : end;
}

/* The end of the value that starts at @at: of the string, of the bracket's partner, or of the word.
 */
static const char *
skip_value (const char *at, const char *end)
{
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        at = skip_string (at, end);
      else if (*at == '{' || *at == '[')
        depth++, at++;
      else if (*at == '}' || *at == ']')
        {
          if (depth == 0)
            break;
          depth--, at++;
        }
      else if (depth == 0 && strchr (",: \t\r\n", *at) != NULL)
        break;
      else
        {
          at++;
          continue;
        }
      if (depth == 0)
        break;
    }
  return at;
}

static char *
decode_string (const char *at, const char *end)
{
  g_autofree char *literal = g_strndup (at, end - at);
  g_autoptr (JsonNode) node = json_from_string (literal, NULL);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return g_steal_pointer (&literal);
}

static ComptoirNested *
nested_new (GBytes *whole, const char *at, const char *end, char *name, gboolean element)
{
  ComptoirNested *self = g_object_new (COMPTOIR_TYPE_NESTED, NULL);
  const char *start = g_bytes_get_data (whole, NULL);

  self->json = g_bytes_new_from_bytes (whole, at - start, end - at);
  self->name = name;
  self->element = element;
  if (at == end)
    self->text = g_strdup ("");
  else if (*at == '"')
    self->text = decode_string (at, end);
  else if (*at != '{' && *at != '[')
    self->text = g_strndup (at, end - at);
  return self;
}

static void
read_children (ComptoirNested *self)
{
  gsize length;
  const char *at = g_bytes_get_data (self->json, &length);
  const char *end = at + length;
  gboolean object = *at == '{';
  guint place = 0;

  self->children = g_list_store_new (COMPTOIR_TYPE_NESTED);
  at = skip_blanks (at + 1, end);
  while (at < end && *at != '}' && *at != ']')
    {
      g_autoptr (ComptoirNested) child = NULL;
      g_autofree char *name = NULL;
      const char *value_end;

      if (object)
        {
          const char *name_end = skip_value (at, end);

          name = decode_string (at, name_end);
          at = skip_blanks (name_end, end);
          if (at < end && *at == ':')
            at = skip_blanks (at + 1, end);
        }
      else
        name = g_strdup_printf ("%u", ++place);

      value_end = skip_value (at, end);
      child = nested_new (self->json, at, value_end, g_steal_pointer (&name), !object);
      g_list_store_append (self->children, child);
      at = skip_blanks (value_end, end);
      if (at == end || *at != ',')
        break;
      at = skip_blanks (at + 1, end);
    }
}

static void
comptoir_nested_finalize (GObject *object)
{
  ComptoirNested *self = COMPTOIR_NESTED (object);

  g_clear_pointer (&self->json, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (comptoir_nested_parent_class)->finalize (object);
}

static void
comptoir_nested_class_init (ComptoirNestedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_nested_finalize;
}

static void
comptoir_nested_init (ComptoirNested *self)
{
}

/**
 * comptoir_nested_new:
 * @json: JSON text, as a cell of kind %COMPTOIR_CELL_NESTED holds it
 * @length: its length in bytes, or -1 when it ends in a NUL
 *
 * Text that isn't JSON after all becomes one value with that text.
 *
 * Returns: (transfer full): the root of the tree
 */
ComptoirNested *
comptoir_nested_new (const char *json, gssize length)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *start, *end;
  gsize size;

  g_return_val_if_fail (json != NULL, NULL);

  bytes = g_bytes_new (json, length < 0 ? strlen (json) : (gsize) length);
  start = g_bytes_get_data (bytes, &size);
  if (start == NULL)
    return nested_new (bytes, NULL, NULL, NULL, FALSE);
  end = start + size;
  return nested_new (bytes, skip_blanks (start, end), end, NULL, FALSE);
}

/**
 * comptoir_nested_get_name:
 *
 * Returns: (nullable): the key in the object that holds it, or the place in the array, from 1;
 *   %NULL for the root
 */
const char *
comptoir_nested_get_name (ComptoirNested *self)
{
  g_return_val_if_fail (COMPTOIR_IS_NESTED (self), NULL);
  return self->name;
}

/**
 * comptoir_nested_is_element:
 *
 * Returns: whether it is an element of an array
 */
gboolean
comptoir_nested_is_element (ComptoirNested *self)
{
  g_return_val_if_fail (COMPTOIR_IS_NESTED (self), FALSE);
  return self->element;
}

/**
 * comptoir_nested_get_text:
 *
 * Returns: (nullable): a string decoded, anything else as its literal ("0.10", "true", "null");
 *   %NULL when it is an object or an array
 */
const char *
comptoir_nested_get_text (ComptoirNested *self)
{
  g_return_val_if_fail (COMPTOIR_IS_NESTED (self), NULL);
  return self->text;
}

/**
 * comptoir_nested_get_children:
 *
 * Returns: (transfer none) (nullable): a list of #ComptoirNested, in the order they came; %NULL
 *   when it is neither an object nor an array
 */
GListModel *
comptoir_nested_get_children (ComptoirNested *self)
{
  g_return_val_if_fail (COMPTOIR_IS_NESTED (self), NULL);

  if (self->text != NULL)
    return NULL;
  if (self->children == NULL)
    read_children (self);
  return G_LIST_MODEL (self->children);
}
