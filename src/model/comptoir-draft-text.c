/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <json-glib/json-glib.h>

static const char *const kinds[] = { "item", "department", "free" };

static const char *const field_names[COMPTOIR_N_DRAFT_FIELDS] = {
  "user", "table", "cashbox", "placeSettings", "pager", "publicComment", "privateComment",
};

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (*text == '\0')
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
add_line (JsonBuilder *builder, ComptoirDraftLine *line)
{
  const gint64 *variations = comptoir_draft_line_get_variations (line);

  json_builder_begin_object (builder);
  add_text (builder, "kind", kinds[comptoir_draft_line_get_kind (line)]);
  add_integer (builder, "id", comptoir_draft_line_get_id (line));
  add_text (builder, "quantity", comptoir_draft_line_get_quantity (line));
  add_text (builder, "title", comptoir_draft_line_get_title (line));
  add_text (builder, "price", comptoir_draft_line_get_price (line));
  add_text (builder, "catalogueTitle", comptoir_draft_line_get_catalogue_title (line));
  if (variations[0] != 0)
    {
      json_builder_set_member_name (builder, "variations");
      json_builder_begin_array (builder);
      for (guint i = 0; i < KASH_MAX_VARIATIONS && variations[i] != 0; i++)
        json_builder_add_int_value (builder, variations[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

static gint64
get_integer (JsonNode *node, gint64 least, gint64 otherwise)
{
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;
  value = json_node_get_int (node);
  return value >= least ? value : otherwise;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
read_variations (ComptoirDraftLine *line, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gint64 id = get_integer (json_array_get_element (array, i), 1, 0);

      if (id != 0)
        comptoir_draft_line_set_variation (line, id, TRUE);
    }
}

static void
read_line (ComptoirOrderDraft *self, JsonObject *object)
{
  g_autoptr (ComptoirDraftLine) line = NULL;
  const char *kind = get_text (object, "kind");
  JsonArray *variations = get_array (json_object_get_member (object, "variations"));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      line = comptoir_draft_line_new (
          self->catalogue, (KashLineKind) i,
          i == KASH_LINE_FREE ? 0 : get_integer (json_object_get_member (object, "id"), 0, 0));
  if (line == NULL)
    return;
  g_object_set (line, "quantity", get_text (object, "quantity"), "title",
                get_text (object, "title"), "price", get_text (object, "price"), NULL);
  comptoir_draft_line_remember_title (line, get_text (object, "catalogueTitle"));
  if (variations != NULL)
    read_variations (line, variations);
  comptoir_order_draft_insert (self, self->lines->len, line);
}

static void
read_draft (ComptoirOrderDraft *self, JsonObject *object)
{
  JsonObject *client = get_object (json_object_get_member (object, "newClient"));
  JsonArray *lines = get_array (json_object_get_member (object, "lines"));
  gint64 delivery = get_integer (json_object_get_member (object, "delivery"), KASH_DELIVERY_UNSET,
                                 KASH_DELIVERY_UNSET);

  comptoir_order_draft_set_payment (
      self, get_integer (json_object_get_member (object, "payment"), KASH_PAYMENT_QUOTE, 0));
  if (delivery <= KASH_DELIVERY_TO_BE_SHIPPED)
    comptoir_order_draft_set_delivery (self, (KashDeliveryMethod) delivery);
  comptoir_order_draft_set_client (self,
                                   get_integer (json_object_get_member (object, "client"), 0, 0));
  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    comptoir_order_draft_set_field (self, (ComptoirDraftField) i,
                                    get_text (object, field_names[i]));
  for (guint i = 0; client != NULL && i < KASH_N_CLIENT_FIELDS; i++)
    comptoir_order_draft_set_client_field (
        self, (KashClientField) i,
        get_text (client, kash_client_field_get_name ((KashClientField) i)));
  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonObject *line = get_object (json_array_get_element (lines, i));

      if (line != NULL)
        read_line (self, line);
    }
}

/**
 * comptoir_order_draft_from_text:
 * @shop: the shop whose items it orders
 * @text: what comptoir_order_draft_to_text() wrote
 *
 * Never fails: what can't be read is left out.
 *
 * Returns: (transfer full): the draft
 */
ComptoirOrderDraft *
comptoir_order_draft_from_text (ComptoirShop *shop, const char *text)
{
  ComptoirOrderDraft *self;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = comptoir_order_draft_new (shop);
  parser = json_parser_new_immutable ();
  if (g_utf8_validate (text, -1, NULL) && json_parser_load_from_data (parser, text, -1, NULL))
    object = get_object (json_parser_get_root (parser));
  if (object != NULL)
    read_draft (self, object);
  return self;
}

/**
 * comptoir_order_draft_to_text:
 *
 * Returns: (transfer full): all that was typed and chosen, as it was typed
 */
char *
comptoir_order_draft_to_text (ComptoirOrderDraft *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_integer (builder, "payment", self->payment);
  add_integer (builder, "delivery", self->delivery);
  add_integer (builder, "client", self->client);
  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    add_text (builder, field_names[i], self->fields[i]);

  json_builder_set_member_name (builder, "newClient");
  json_builder_begin_object (builder);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    add_text (builder, kash_client_field_get_name ((KashClientField) i), self->client_fields[i]);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++)
    add_line (builder, g_ptr_array_index (self->lines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
