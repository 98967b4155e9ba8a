/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-catalogue-data.h"
#include "demo-resources.h"

/* clang-format off */

const char *const demo_item_columns[] = {
  "id", "title", "shortTitle", "description", "price", "buyingPrice", "deptID", "vatID", "eatinvatID",
  "supplierID", "supplier", "unitID", "barcode", "stock", "stockAlert", "weight", "calories",
  "variationID0", "variationID1", "variationID2", "variationID3", "variationID4",
  "shopHide", "keyboardHide", "needPrepa", "prepaLength", "position", "activityCode", "consumptionDate",
  "allergens", "prices", NULL
};

const char *const demo_client_columns[] = {
  "id", "surname", "name", "email", "phone", "phone2", "addressline1", "addressline2", "adressComment",
  "postcode", "city", "country", "lat", "lng", "VATnum", "registrationNumber", "barcode",
  "commentPrivate", "birthDate", "creationDate", "clientGroupID", "blacklist", NULL
};

const char *const demo_pending_columns[] = {
  "id", "date", "validated", "total", "deliveryMethod", "userID", "cashboxID", "clientID", "tableID",
  "numCouverts", "pagerNum", "publicComment", "privateComment", "payment", "items", "client", NULL
};

static const char *const allergens[] = {
  [DEMO_DEPT_BREAD] = "[\"gluten\"]",
  [DEMO_DEPT_PASTRY] = "[\"gluten\",\"lait\",\"œufs\"]",
  [DEMO_DEPT_CAKE] = "[\"gluten\",\"lait\",\"œufs\",\"fruits à coque\"]",
  [DEMO_DEPT_SWEETS] = "[\"lait\",\"fruits à coque\",\"soja\"]",
  [DEMO_DEPT_SANDWICH] = "[\"gluten\",\"moutarde\"]",
  [DEMO_DEPT_KITCHEN] = "[]",
  [DEMO_DEPT_HOT_DRINK] = "[\"lait\"]",
  [DEMO_DEPT_COLD_DRINK] = "[]",
  [DEMO_DEPT_ALCOHOL] = "[\"sulfites\"]",
};

static const char *const set_columns[] = {
  "variationID0", "variationID1", "variationID2", "variationID3", "variationID4",
};

/* clang-format on */

static gboolean
is_prepared (const DemoItem *item)
{
  return item->department == DEMO_DEPT_SANDWICH || item->department == DEMO_DEPT_KITCHEN
         || item->department == DEMO_DEPT_HOT_DRINK;
}

static void
add_item_prices (const DemoItem *item, DemoRow *row)
{
  g_autoptr (GString) prices = g_string_new ("{\"takeAway\":\"");

  demo_append_money (prices, item->price);
  g_string_append (prices, "\",\"eatIn\":\"");
  demo_append_money (prices, item->price + 20);
  g_string_append (prices, "\"}");
  demo_row_add (row, DEMO_FIELD_JSON, "prices", prices->str);
}

/* Fields that say nothing are left out of some items, as they are in the service's replies. */
void
demo_fill_item (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoItem *item = &g_array_index (books->catalogue->items, DemoItem, index);
  const DemoDepartment *department
      = demo_catalogue_get_department (books->catalogue, item->department);

  demo_row_add_int (row, "id", item->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", item->title);
  demo_row_add (row, DEMO_FIELD_TEXT, "shortTitle", item->short_title);
  demo_row_add (row, DEMO_FIELD_TEXT, "description", item->description);
  demo_row_add_money (row, "price", item->price);
  demo_row_add_money (row, "buyingPrice", item->buying_price);
  demo_row_add_int (row, "deptID", item->department);
  demo_row_add_int (row, "vatID", department->vat);
  demo_row_add_int (row, "eatinvatID", department->vat_eat_in);
  demo_row_add_int (row, "supplierID", item->supplier + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "supplier", books->catalogue->suppliers[item->supplier]);
  demo_row_add_int (row, "unitID", item->by_weight ? 2 : 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "barcode", item->barcode);
  if (item->stock >= 0)
    demo_row_add_number (row, "stock", item->stock);
  else
    demo_row_add (row, DEMO_FIELD_JSON, "stock", "null");
  if (item->stock >= 0)
    demo_row_add_number (row, "stockAlert", item->stock_alert);
  demo_row_add_thousandths (row, "weight", item->by_weight ? 1000 : 50 + item->price * 2 / 3);
  if (item->department != DEMO_DEPT_ALCOHOL)
    demo_row_add_int (row, "calories", 40 + item->id * 37 % 560);
  for (guint i = 0; i < G_N_ELEMENTS (item->sets); i++)
    demo_row_add_int (row, set_columns[i], item->sets[i]);
  demo_row_add_int (row, "shopHide", item->popularity < 3);
  demo_row_add_int (row, "keyboardHide", 0);
  demo_row_add_int (row, "needPrepa", is_prepared (item));
  if (is_prepared (item))
    demo_row_add_int (row, "prepaLength", item->department == DEMO_DEPT_KITCHEN ? 12 : 4);
  demo_row_add_int (row, "position", item->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "activityCode", "10.71C");
  if (item->department == DEMO_DEPT_CAKE)
    demo_row_add_int (row, "consumptionDate", 2);
  demo_row_add (row, DEMO_FIELD_JSON, "allergens", allergens[item->department]);
  if (department->vat != department->vat_eat_in)
    add_item_prices (item, row);
}

static void
add_if_any (DemoRow *row, const char *name, const char *value)
{
  if (value != NULL)
    demo_row_add (row, DEMO_FIELD_TEXT, name, value);
}

void
demo_fill_client (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoClient *client = &g_array_index (books->catalogue->clients, DemoClient, index);

  demo_row_add_int (row, "id", client->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "surname", client->first_name);
  demo_row_add (row, DEMO_FIELD_TEXT, "name", client->last_name);
  demo_row_add (row, DEMO_FIELD_TEXT, "email", client->email);
  demo_row_add (row, DEMO_FIELD_TEXT, "phone", client->phone);
  add_if_any (row, "phone2", client->phone2);
  demo_row_add (row, DEMO_FIELD_TEXT, "addressline1", client->address1);
  demo_row_add (row, DEMO_FIELD_TEXT, "addressline2", client->address2);
  add_if_any (row, "adressComment", client->address_comment);
  demo_row_add (row, DEMO_FIELD_TEXT, "postcode", client->postcode);
  demo_row_add (row, DEMO_FIELD_TEXT, "city", client->city);
  demo_row_add (row, DEMO_FIELD_TEXT, "country", client->country);
  demo_row_add_degrees (row, "lat", client->latitude);
  demo_row_add_degrees (row, "lng", client->longitude);
  add_if_any (row, "VATnum", client->vat_number);
  add_if_any (row, "registrationNumber", client->registration);
  demo_row_add (row, DEMO_FIELD_TEXT, "barcode", client->barcode);
  add_if_any (row, "commentPrivate", client->comment);
  add_if_any (row, "birthDate", client->birth_date);
  demo_row_add_int (row, "creationDate", 1640991600 + (gint64) client->id % 1000 * 79200);
  demo_row_add_int (row, "clientGroupID", client->vat_number != NULL ? 2 : 1);
  demo_row_add_int (row, "blacklist", client->blacklist);
}

static void
append_text (GString *json, const char *text)
{
  demo_append_json_string (json, text != NULL ? text : "", text != NULL ? strlen (text) : 0, FALSE);
}

static void
add_pending_items (const DemoSale *sale, DemoRow *row)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < sale->lines->len; i++)
    {
      const DemoLine *line = &g_array_index (sale->lines, DemoLine, i);

      g_string_append_printf (json, "%s{\"id\":%d,\"title\":", i > 0 ? "," : "", line->item);
      append_text (json, line->title);
      g_string_append_printf (json, ",\"quantity\":\"%" G_GINT64_FORMAT ".%03d\",\"price\":\"",
                              line->quantity / 1000, (int) (ABS (line->quantity) % 1000));
      demo_append_money (json, line->unit_price);
      g_string_append (json, "\",\"variations\":[");
      for (guint j = 0; j < G_N_ELEMENTS (line->variations) && line->variations[j] != 0; j++)
        g_string_append_printf (json, "%s%d", j > 0 ? "," : "", line->variations[j]);
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');
  demo_row_add (row, DEMO_FIELD_JSON, "items", json->str);
}

static void
add_pending_client (const DemoCatalogue *catalogue, const DemoSale *sale, DemoRow *row)
{
  const DemoClient *client = demo_catalogue_get_client (catalogue, sale->client);
  g_autoptr (GString) json = NULL;

  if (client == NULL)
    return;
  json = g_string_new (NULL);
  g_string_append_printf (json, "{\"id\":%d,\"surname\":", client->id);
  append_text (json, client->first_name);
  g_string_append (json, ",\"name\":");
  append_text (json, client->last_name);
  g_string_append (json, ",\"phone\":");
  append_text (json, client->phone);
  g_string_append_c (json, '}');
  demo_row_add (row, DEMO_FIELD_JSON, "client", json->str);
}

void
demo_fill_pending (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoOrder *order = g_ptr_array_index (books->pending, index);
  const DemoSale *sale = order->sale;

  demo_row_add_int (row, "id", order->id);
  demo_row_add_int (row, "date", sale->time);
  demo_row_add_int (row, "validated", sale->payment == -1);
  demo_row_add_money (row, "total", sale->total);
  demo_row_add_int (row, "deliveryMethod", sale->delivery_method);
  demo_row_add_int (row, "userID", sale->user);
  demo_row_add_int (row, "cashboxID", sale->cashbox);
  if (sale->client != 0)
    demo_row_add_int (row, "clientID", sale->client);
  if (sale->table != 0)
    demo_row_add_int (row, "tableID", sale->table);
  if (sale->place_settings >= 0)
    demo_row_add_int (row, "numCouverts", sale->place_settings);
  if (order->pager >= 0)
    demo_row_add_int (row, "pagerNum", order->pager);
  demo_row_add (row, DEMO_FIELD_TEXT, "publicComment", sale->public_comment);
  demo_row_add (row, DEMO_FIELD_TEXT, "privateComment", sale->private_comment);
  demo_row_add_number (row, "payment", sale->payment);
  add_pending_items (sale, row);
  add_pending_client (books->catalogue, sale, row);
}
