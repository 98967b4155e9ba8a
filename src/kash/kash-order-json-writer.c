/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-private.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_variations (JsonBuilder *builder, const KashOrderLine *line)
{
  int n_variations = KASH_MAX_VARIATIONS;

  while (n_variations > 0 && line->variations[n_variations - 1] == 0)
    n_variations--;
  if (n_variations == 0)
    return;

  json_builder_set_member_name (builder, "variations");
  json_builder_begin_array (builder);
  for (int i = 0; i < n_variations; i++)
    json_builder_add_int_value (builder, line->variations[i]);
  json_builder_end_array (builder);
}

static void
add_line (JsonBuilder *builder, const KashOrderLine *line)
{
  json_builder_begin_object (builder);
  switch (line->kind)
    {
    case KASH_LINE_ITEM:
      add_integer (builder, "id", line->id);
      break;
    case KASH_LINE_DEPARTMENT:
      add_integer (builder, "department", line->id);
      break;
    case KASH_LINE_FREE:
    default:
      json_builder_set_member_name (builder, "free");
      json_builder_add_boolean_value (builder, TRUE);
      break;
    }
  add_text (builder, "quantity", line->quantity);
  add_text (builder, "title", line->title);
  add_text (builder, "price", line->price);
  add_variations (builder, line);
  json_builder_end_object (builder);
}

static void
add_client (JsonBuilder *builder, const KashOrder *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    any = any || (self->client[i] != NULL && *self->client[i] != '\0');
  if (!any)
    return;

  json_builder_set_member_name (builder, "client");
  json_builder_begin_object (builder);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    add_text (builder, kash_client_field_get_name (i), self->client[i]);
  json_builder_end_object (builder);
}

/**
 * kash_order_to_json:
 * @self: an order, valid or not yet
 *
 * Returns: (transfer full): the order as kash_order_from_json() reads it
 */
char *
kash_order_to_json (const KashOrder *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  for (guint i = 0; i < KASH_N_ORDER_NUMBERS; i++)
    {
      gint64 value = kash_order_get_number (self, &kash_order_numbers[i]);

      if (value != kash_order_numbers[i].absent)
        add_integer (builder, kash_order_numbers[i].name, value);
    }
  add_text (builder, "publicComment", self->public_comment);
  add_text (builder, "privateComment", self->private_comment);
  add_client (builder, self);

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++)
    add_line (builder, g_ptr_array_index (self->lines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
