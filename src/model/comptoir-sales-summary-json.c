/* SPDX-License-Identifier: GPL-3.0-or-later */

/* {"source": "fec", "sales_incl_vat": "24.76", "sales_excl_vat": "21.75", "vat": [{"title": "20 %",
 * "account": "445711", "rate": "20", "amount": "1.50", "base": "7.49"}], "payments": [{"title":
 * "Espèces", "account": "530", "amount": "9.00"}], "discounts": "3.15", "refunds": "1.15",
 * "orders": 5, "average": "4.95", "balanced": true, "problems": []}; null is what isn't known. */

#include "comptoir-sales-summary-private.h"
#include "comptoir-table-reader.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
write_amount (JsonBuilder *builder, const char *name, gboolean known, ComptoirDecimal amount)
{
  g_autofree char *text = comptoir_decimal_to_string (amount);

  json_builder_set_member_name (builder, name);
  if (known)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
write_lines (JsonBuilder *builder, const char *name, GPtrArray *lines, gboolean vat)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, line->title);
      json_builder_set_member_name (builder, "account");
      json_builder_add_string_value (builder, line->code);
      if (vat)
        write_amount (builder, "rate", line->has_rate, line->rate);
      write_amount (builder, "amount", TRUE, line->amount);
      if (vat)
        write_amount (builder, "base", line->has_base, line->base);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_orders (JsonBuilder *builder, const ComptoirSalesSummary *self)
{
  ComptoirDecimal average = { 0 };
  gboolean has_average = comptoir_sales_summary_get_average (self, &average);

  json_builder_set_member_name (builder, "orders");
  if (self->n_orders >= 0)
    json_builder_add_int_value (builder, self->n_orders);
  else
    json_builder_add_null_value (builder);
  write_amount (builder, "average", has_average, average);
}

/**
 * comptoir_sales_summary_to_json:
 * @self: a summary
 *
 * Returns: (transfer full): it as a JSON object, amounts as decimal strings
 */
char *
comptoir_sales_summary_to_json (const ComptoirSalesSummary *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "source");
  json_builder_add_string_value (builder, self->source == COMPTOIR_SUMMARY_FEC ? "fec" : "csv");
  write_amount (builder, "sales_incl_vat", TRUE, self->sales_incl_vat);
  write_amount (builder, "sales_excl_vat", self->has_sales_excl_vat, self->sales_excl_vat);
  write_lines (builder, "vat", self->vat, TRUE);
  write_lines (builder, "payments", self->payments, FALSE);
  write_amount (builder, "discounts", self->has_discounts, self->discounts);
  write_amount (builder, "refunds", TRUE, self->refunds);
  write_orders (builder, self);
  json_builder_set_member_name (builder, "balanced");
  json_builder_add_boolean_value (builder, self->balanced);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->problems->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (self->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static const char *
read_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
read_amount (JsonObject *object, const char *name, ComptoirDecimal *amount)
{
  const char *text = read_string (object, name);

  return text != NULL && comptoir_decimal_parse (text, -1, amount);
}

static JsonArray *
read_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_line (JsonNode *node, GPtrArray *lines)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *title = object != NULL ? read_string (object, "title") : NULL;
  const char *code = object != NULL ? read_string (object, "account") : NULL;
  ComptoirSummaryLine *line;
  ComptoirDecimal rate;

  if (title == NULL || code == NULL)
    return FALSE;
  line = comptoir_summary_line_new (title, code);
  g_ptr_array_add (lines, line);
  if (read_amount (object, "rate", &rate))
    comptoir_summary_line_set_rate (line, rate);
  line->has_base = read_amount (object, "base", &line->base);
  return read_amount (object, "amount", &line->amount);
}

static gboolean
read_lines (JsonObject *object, const char *name, GPtrArray *lines)
{
  JsonArray *array = read_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_line (json_array_get_element (array, i), lines))
      return FALSE;
  return array != NULL;
}

static gboolean
read_problems (JsonObject *object, GPtrArray *problems)
{
  JsonArray *array = read_array (object, "problems");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (problems, g_strdup (json_node_get_string (node)));
    }
  return array != NULL;
}

static gboolean
read_object (JsonObject *object, ComptoirSalesSummary *self)
{
  const char *source = read_string (object, "source");
  JsonNode *orders = json_object_get_member (object, "orders");
  JsonNode *balanced = json_object_get_member (object, "balanced");

  if (source == NULL || balanced == NULL || json_node_get_value_type (balanced) != G_TYPE_BOOLEAN)
    return FALSE;
  self->source = strcmp (source, "csv") == 0 ? COMPTOIR_SUMMARY_CSV : COMPTOIR_SUMMARY_FEC;
  self->balanced = json_node_get_boolean (balanced);
  if (orders != NULL && json_node_get_value_type (orders) == G_TYPE_INT64)
    self->n_orders = CLAMP (json_node_get_int (orders), -1, G_MAXINT);
  self->has_sales_excl_vat = read_amount (object, "sales_excl_vat", &self->sales_excl_vat);
  self->has_discounts = read_amount (object, "discounts", &self->discounts);
  return read_amount (object, "sales_incl_vat", &self->sales_incl_vat)
         && read_amount (object, "refunds", &self->refunds) && read_lines (object, "vat", self->vat)
         && read_lines (object, "payments", self->payments)
         && read_problems (object, self->problems);
}

/**
 * comptoir_sales_summary_from_json:
 * @json: what comptoir_sales_summary_to_json() wrote
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): the summary
 */
ComptoirSalesSummary *
comptoir_sales_summary_from_json (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (ComptoirSalesSummary) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  root = json_from_string (json, NULL);
  self = comptoir_sales_summary_new (COMPTOIR_SUMMARY_FEC);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && read_object (json_node_get_object (root), self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED,
                       _ ("The figures that were kept can’t be read."));
  return NULL;
}
