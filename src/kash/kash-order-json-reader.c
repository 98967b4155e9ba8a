/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "kash-error.h"
#include "kash-json.h"

/* Where something is wrong: in a line (from 1), in the new client, or in the order itself. */
typedef struct
{
  guint line;
  GError **error;
} Place;

static gboolean
set_wrong_member (const Place *place, const char *member)
{
  g_autofree char *sentence = NULL;

  if (place->line > 0)
    sentence = g_strdup_printf (_ ("“%s” in line %u of the order isn’t what belongs there."),
                                member, place->line);
  else
    sentence = g_strdup_printf (_ ("“%s” in the order isn’t what belongs there."), member);
  g_propagate_error (place->error, kash_error_new (KASH_ERROR_INVALID, member, sentence));
  return FALSE;
}

static gboolean
is_absent (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node);
}

/* Numbers come as strings from kash_json_parse(), so both are welcome everywhere. */
static gboolean
read_text (JsonNode *node, char **text)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  g_free (*text);
  *text = json_node_dup_string (node);
  return TRUE;
}

static gboolean
read_integer (JsonNode *node, gint64 least, gint64 most, gint64 *value)
{
  g_autofree char *text = NULL;

  return read_text (node, &text) && g_ascii_string_to_signed (text, 10, least, most, value, NULL);
}

static gboolean
read_variations (JsonNode *node, gint64 variations[KASH_MAX_VARIATIONS])
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  if (json_array_get_length (array) > KASH_MAX_VARIATIONS)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_integer (json_array_get_element (array, i), 0, G_MAXINT64, &variations[i]))
        return FALSE;
    }
  return TRUE;
}

/* "free" may be said with false too, beside an item or a department. */
static gboolean
read_kind (JsonObject *object, KashLineKind *kind)
{
  JsonNode *free_node = json_object_get_member (object, "free");
  gboolean is_free = FALSE;
  guint n_kinds = 0;

  if (free_node != NULL && !is_absent (free_node))
    {
      if (!JSON_NODE_HOLDS_VALUE (free_node)
          || json_node_get_value_type (free_node) != G_TYPE_BOOLEAN)
        return FALSE;
      is_free = json_node_get_boolean (free_node);
    }

  if (is_free)
    {
      *kind = KASH_LINE_FREE;
      n_kinds++;
    }
  if (json_object_has_member (object, "department"))
    {
      *kind = KASH_LINE_DEPARTMENT;
      n_kinds++;
    }
  if (json_object_has_member (object, "id"))
    {
      *kind = KASH_LINE_ITEM;
      n_kinds++;
    }
  return n_kinds == 1;
}

static gboolean
read_line_member (KashOrderLine *line, const char *name, JsonNode *node)
{
  if (g_str_equal (name, "free"))
    return TRUE;
  if (g_str_equal (name, "id") || g_str_equal (name, "department"))
    return read_integer (node, 0, G_MAXINT64, &line->id);
  if (g_str_equal (name, "quantity"))
    return read_text (node, &line->quantity);
  if (g_str_equal (name, "title"))
    return read_text (node, &line->title);
  if (g_str_equal (name, "price"))
    return read_text (node, &line->price);
  if (g_str_equal (name, "variations"))
    return read_variations (node, line->variations);
  return FALSE;
}

static gboolean
set_too_many_variations (const Place *place)
{
  g_autofree char *sentence
      = g_strdup_printf (_ ("Line %u of the order has more than %d variations. Take some out."),
                         place->line, KASH_MAX_VARIATIONS);

  g_propagate_error (place->error, kash_error_new (KASH_ERROR_INVALID, "variations", sentence));
  return FALSE;
}

static KashOrderLine *
read_line (JsonNode *node, const Place *place)
{
  g_autoptr (KashOrderLine) line = NULL;
  KashLineKind kind;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !read_kind (json_node_get_object (node), &kind))
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Line %u of the order must hold one of “id”, "
                                                      "“department” and “free”."),
                                                   place->line);

      g_propagate_error (place->error, kash_error_new (KASH_ERROR_INVALID, "items", sentence));
      return NULL;
    }

  line = kash_order_line_new (kind, 0);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    {
      if (is_absent (member) || read_line_member (line, name, member))
        continue;
      if (g_str_equal (name, "variations") && JSON_NODE_HOLDS_ARRAY (member)
          && json_array_get_length (json_node_get_array (member)) > KASH_MAX_VARIATIONS)
        set_too_many_variations (place);
      else
        set_wrong_member (place, name);
      return NULL;
    }
  return g_steal_pointer (&line);
}

static gboolean
read_lines (KashOrder *self, JsonNode *node, Place *place)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return set_wrong_member (place, "items");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      KashOrderLine *line;

      place->line = i + 1;
      line = read_line (json_array_get_element (array, i), place);
      if (line == NULL)
        return FALSE;
      g_ptr_array_add (self->lines, line);
    }
  place->line = 0;
  return TRUE;
}

static gboolean
read_client_member (KashOrder *self, const char *name, JsonNode *node)
{
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    {
      if (g_str_equal (name, kash_client_field_get_name (i)))
        return read_text (node, &self->client[i]);
    }
  return FALSE;
}

static gboolean
read_client (KashOrder *self, JsonNode *node, const Place *place)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return set_wrong_member (place, "client");

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    {
      if (!is_absent (member) && !read_client_member (self, name, member))
        return set_wrong_member (place, name);
    }
  return TRUE;
}

static gboolean
read_number_member (KashOrder *self, const char *name, JsonNode *node)
{
  for (guint i = 0; i < KASH_N_ORDER_NUMBERS; i++)
    {
      const KashOrderNumber *number = &kash_order_numbers[i];
      gint64 value;

      if (!g_str_equal (name, number->name))
        continue;
      if (!read_integer (node, number->is_int ? G_MININT : G_MININT64,
                         number->is_int ? G_MAXINT : G_MAXINT64, &value))
        return FALSE;
      kash_order_set_number (self, number, value);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_member (KashOrder *self, const char *name, JsonNode *node, Place *place)
{
  if (is_absent (node))
    return TRUE;
  if (g_str_equal (name, "items"))
    return read_lines (self, node, place);
  if (g_str_equal (name, "client"))
    return read_client (self, node, place);

  if (g_str_equal (name, "publicComment"))
    return read_text (node, &self->public_comment) || set_wrong_member (place, name);
  if (g_str_equal (name, "privateComment"))
    return read_text (node, &self->private_comment) || set_wrong_member (place, name);
  return read_number_member (self, name, node) || set_wrong_member (place, name);
}

/**
 * kash_order_from_json:
 * @json: an order as `comptoir-cli order --file` reads it
 * @length: its length in bytes, or -1
 * @error: return location
 *
 * Ids, quantities and prices may be numbers or strings; how they are written is kept. A member
 * that isn't known is an error, so that nothing is left out of an order unseen. Whether the order
 * can be sent is for kash_order_validate().
 *
 * Returns: (transfer full) (nullable): the order; %NULL with %KASH_ERROR_INVALID
 */
KashOrder *
kash_order_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (KashOrder) self = kash_order_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) parse_error = NULL;
  Place place = { 0, error };
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length < 0)
    length = strlen (json);
  if (g_utf8_validate_len (json, length, NULL))
    {
      text = g_strndup (json, length);
      root = kash_json_parse (text, &parse_error);
    }
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_propagate_error (error,
                         kash_error_new (KASH_ERROR_INVALID,
                                         parse_error != NULL ? parse_error->message : NULL,
                                         _ ("The order isn’t well-formed JSON. Correct it.")));
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      if (!read_member (self, name, node, &place))
        return NULL;
    }
  return g_steal_pointer (&self);
}
