/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const kinds[] = { "item", "department", "free" };

static const char *const field_names[COMPTOIR_N_DRAFT_FIELDS] = {
  "user", "table", "cashbox", "placeSettings", "pager", "publicComment", "privateComment",
};

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
add_variations (JsonBuilder *builder, const gint64 *variations)
{
  json_builder_set_member_name (builder, "variations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    if (variations[i] != 0)
      json_builder_add_int_value (builder, variations[i]);
  json_builder_end_array (builder);
}

/* A line as it was typed, or as an order has it; @catalogue_title is "" for the latter. */
static void
add_line (JsonBuilder *builder, const KashOrderLine *line, const char *catalogue_title)
{
  json_builder_begin_object (builder);
  add_text (builder, "kind", kinds[line->kind]);
  add_integer (builder, "id", line->id);
  add_text (builder, "quantity", line->quantity);
  add_text (builder, "title", line->title);
  add_text (builder, "price", line->price);
  add_text (builder, "catalogueTitle", catalogue_title);
  add_variations (builder, line->variations);
  json_builder_end_object (builder);
}

static void
add_typed_line (JsonBuilder *builder, ComptoirDraftLine *line)
{
  KashOrderLine typed = {
    .kind = comptoir_draft_line_get_kind (line),
    .id = comptoir_draft_line_get_id (line),
    .quantity = (char *) comptoir_draft_line_get_quantity (line),
    .title = (char *) comptoir_draft_line_get_title (line),
    .price = (char *) comptoir_draft_line_get_price (line),
  };

  memcpy (typed.variations, comptoir_draft_line_get_variations (line), sizeof typed.variations);
  add_line (builder, &typed, comptoir_draft_line_get_catalogue_title (line));
}

static void
add_new_client (JsonBuilder *builder, char *const *fields)
{
  json_builder_set_member_name (builder, "newClient");
  json_builder_begin_object (builder);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    add_text (builder, kash_client_field_get_name ((KashClientField) i), fields[i]);
  json_builder_end_object (builder);
}

static void
add_number (JsonBuilder *builder, ComptoirDraftField field, gint64 number, gint64 absent)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (number != absent)
    add_text (builder, field_names[field], text);
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
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

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_integer (builder, "payment", self->payment);
  add_integer (builder, "delivery", self->delivery);
  add_integer (builder, "client", self->client);
  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    add_text (builder, field_names[i], self->fields[i]);
  add_new_client (builder, self->client_fields);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++)
    add_typed_line (builder, g_ptr_array_index (self->lines, i));
  return end (builder);
}

/**
 * comptoir_order_draft_text_of_order:
 * @order: an order that wasn't keyed in, from a file say
 *
 * Returns: (transfer full): text that comptoir_order_draft_from_text() makes a draft of, which
 *   comes to the same order
 */
char *
comptoir_order_draft_text_of_order (const KashOrder *order)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (order != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_integer (builder, "payment", order->payment);
  add_integer (builder, "delivery", order->delivery_method);
  add_integer (builder, "client", order->id_client);
  add_number (builder, COMPTOIR_DRAFT_USER, order->id_user, 0);
  add_number (builder, COMPTOIR_DRAFT_TABLE, order->id_table, 0);
  add_number (builder, COMPTOIR_DRAFT_CASHBOX, order->id_cashbox, 0);
  add_number (builder, COMPTOIR_DRAFT_PLACE_SETTINGS, order->place_settings, -1);
  add_number (builder, COMPTOIR_DRAFT_PAGER, order->pager, -1);
  add_text (builder, field_names[COMPTOIR_DRAFT_PUBLIC_COMMENT], order->public_comment);
  add_text (builder, field_names[COMPTOIR_DRAFT_PRIVATE_COMMENT], order->private_comment);
  add_new_client (builder, order->client);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < order->lines->len; i++)
    add_line (builder, g_ptr_array_index (order->lines, i), "");
  return end (builder);
}
