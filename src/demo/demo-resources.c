/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-resources.h"

/* clang-format off */

static const char *const department_columns[] = {
  "id", "title", "shortTitle", "price", "deptGroupID", "vatID", "eatinvatID", "accountingChapterComplement",
  "color", "position", "shopHide", "keyboardHide", NULL
};
static const char *const group_columns[] = {
  "id", "title", "position", "accountingChapter", "accountingChapterComplement", NULL
};
static const char *const variation_columns[] = {
  "id", "idVariation", "variationTitle", "title", "deltaPrice", "ending", "unavailable", "position", NULL
};
static const char *const method_columns[] = { "id", "title", "enabled", "minimumOrder", "delay", NULL };
static const char *const payment_columns[] = {
  "id", "title", "accountingChapter", "refund", "openDrawer", "position", "client", NULL
};
static const char *const cashbox_columns[] = { "id", "title", "lastClosing", "float", "active", NULL };
static const char *const zone_columns[] = {
  "id", "title", "postcodes", "price", "minimumOrder", "freeFrom", "delay", NULL
};
static const char *const relay_columns[] = {
  "id", "title", "addressline1", "postcode", "city", "country", "lat", "lng", "openingHours", "deliveryZoneID", NULL
};
static const char *const discount_columns[] = { "id", "title", "type", "value", "beginDate", "endDate", NULL };
static const char *const user_columns[] = {
  "id", "login", "surname", "name", "email", "admin", "lastConnection", "cashboxID", NULL
};
static const char *const table_columns[] = { "id", "title", "places", "zone", "x", "y", NULL };

static const struct
{
  const char *title, *postcodes;
  int price, minimum, free_from, delay;
} zones[] = {
  { "Centre-ville",       "[\"35000\"]",                       250,  1000, 3000, 30 },
  { "Rennes nord et sud", "[\"35200\",\"35700\"]",             390,  1500, 4000, 45 },
  { "Première couronne",  "[\"35510\",\"35135\",\"35760\"]",   590,  2500, 6000, 60 },
  { "Bruz et Betton",     "[\"35170\",\"35830\",\"35136\"]",   790,  4000,    0, 90 },
};

static const struct
{
  const char *title, *address, *postcode, *city;
  double latitude, longitude;
  int zone;
} relays[] = {
  { "Tabac des Lices",          "3 place des Lices",       "35000", "Rennes",          48.1127, -1.6842, 1 },
  { "Épicerie Saint-Hélier",    "58 rue Saint-Hélier",     "35000", "Rennes",          48.1046, -1.6660, 1 },
  { "Presse de la Poterie",     "12 rue de la Poterie",    "35200", "Rennes",          48.0869, -1.6441, 2 },
  { "Fleuriste du Vieux-Cours", "7 cours de la Vilaine",   "35510", "Cesson-Sévigné",  48.1205, -1.6045, 3 },
  { "Mairie annexe de Bruz",    "2 place du Vert-Buisson", "35170", "Bruz",            48.0247, -1.7459, 4 },
};

static const char *const logins[] = { "camille", "yann", "ines", "thomas", "maelle", "webservice" };

/* clang-format on */

static guint
count_items (const DemoBooks *books)
{
  return books->catalogue->items->len;
}

static guint
count_departments (const DemoBooks *books)
{
  return books->catalogue->n_departments;
}

static guint
count_groups (const DemoBooks *books)
{
  return books->catalogue->n_groups;
}

static guint
count_clients (const DemoBooks *books)
{
  return books->catalogue->clients->len;
}

static guint
count_variations (const DemoBooks *books)
{
  return books->catalogue->n_variations;
}

static guint
count_methods (const DemoBooks *books)
{
  return 7;
}

static guint
count_payments (const DemoBooks *books)
{
  return books->catalogue->n_payments;
}

static guint
count_cashboxes (const DemoBooks *books)
{
  return books->catalogue->n_cashboxes;
}

static guint
count_zones (const DemoBooks *books)
{
  return G_N_ELEMENTS (zones);
}

static guint
count_relays (const DemoBooks *books)
{
  return G_N_ELEMENTS (relays);
}

static guint
count_discounts (const DemoBooks *books)
{
  return books->catalogue->n_discounts;
}

static guint
count_users (const DemoBooks *books)
{
  return books->catalogue->n_users;
}

static guint
count_tables (const DemoBooks *books)
{
  return books->catalogue->n_tables;
}

static guint
count_pending (const DemoBooks *books)
{
  return books->pending->len;
}

static void
fill_department (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoDepartment *department = &books->catalogue->departments[index];

  demo_row_add_int (row, "id", department->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", department->title);
  demo_row_add (row, DEMO_FIELD_TEXT, "shortTitle", department->short_title);
  demo_row_add_money (row, "price", 0);
  demo_row_add_int (row, "deptGroupID", department->group);
  demo_row_add_int (row, "vatID", department->vat);
  demo_row_add_int (row, "eatinvatID", department->vat_eat_in);
  demo_row_add (row, DEMO_FIELD_TEXT, "accountingChapterComplement", department->account);
  demo_row_add (row, DEMO_FIELD_TEXT, "color", department->color);
  demo_row_add_int (row, "position", department->position);
  demo_row_add_int (row, "shopHide", 0);
  demo_row_add_int (row, "keyboardHide", 0);
}

static void
fill_group (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoGroup *group = &books->catalogue->groups[index];

  demo_row_add_int (row, "id", group->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", group->title);
  demo_row_add_int (row, "position", group->position);
  demo_row_add (row, DEMO_FIELD_TEXT, "accountingChapter", group->account);
  demo_row_add (row, DEMO_FIELD_TEXT, "accountingChapterComplement", "");
}

static void
fill_variation (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoVariation *variation = &books->catalogue->variations[index];

  demo_row_add_int (row, "id", variation->id);
  demo_row_add_int (row, "idVariation", variation->set);
  demo_row_add (row, DEMO_FIELD_TEXT, "variationTitle", variation->set_title);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", variation->title);
  demo_row_add_money (row, "deltaPrice", variation->delta);
  demo_row_add_int (row, "ending", 0);
  demo_row_add_int (row, "unavailable", variation->unavailable);
  demo_row_add_int (row, "position", variation->id);
}

static void
fill_method (const DemoBooks *books, guint index, DemoRow *row)
{
  static const int minimum[] = { 0, 1500, 0, 0, 0, 1000, 2000 };
  static const int delay[] = { 10, 45, 15, 20, 0, 1440, 2880 };

  demo_row_add_int (row, "id", index);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", demo_delivery_method_get_title (index));
  demo_row_add_int (row, "enabled", 1);
  demo_row_add_money (row, "minimumOrder", minimum[index]);
  demo_row_add_number (row, "delay", delay[index]);
}

static void
fill_payment (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoPayment *payment = &books->catalogue->payments[index];

  demo_row_add_int (row, "id", payment->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", payment->title);
  demo_row_add (row, DEMO_FIELD_TEXT, "accountingChapter", payment->account);
  demo_row_add_int (row, "refund", payment->refund);
  demo_row_add_int (row, "openDrawer", strcmp (payment->account, "530") == 0);
  demo_row_add_int (row, "position", index + 1);
  if (strcmp (payment->account, "411") == 0)
    demo_row_add_int (row, "client", 1);
}

static void
fill_cashbox (const DemoBooks *books, guint index, DemoRow *row)
{
  demo_row_add_int (row, "id", index + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", books->catalogue->cashboxes[index]);
  demo_row_add_int (row, "lastClosing", 1750012200 + index * 900);
  demo_row_add_money (row, "float", index == 0 ? 20000 : 15000);
  demo_row_add_int (row, "active", 1);
}

static void
fill_zone (const DemoBooks *books, guint index, DemoRow *row)
{
  demo_row_add_int (row, "id", index + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", zones[index].title);
  demo_row_add (row, DEMO_FIELD_JSON, "postcodes", zones[index].postcodes);
  demo_row_add_money (row, "price", zones[index].price);
  demo_row_add_money (row, "minimumOrder", zones[index].minimum);
  if (zones[index].free_from != 0)
    demo_row_add_money (row, "freeFrom", zones[index].free_from);
  else
    demo_row_add (row, DEMO_FIELD_JSON, "freeFrom", "null");
  demo_row_add_number (row, "delay", zones[index].delay);
}

static void
fill_relay (const DemoBooks *books, guint index, DemoRow *row)
{
  demo_row_add_int (row, "id", index + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", relays[index].title);
  demo_row_add (row, DEMO_FIELD_TEXT, "addressline1", relays[index].address);
  demo_row_add (row, DEMO_FIELD_TEXT, "postcode", relays[index].postcode);
  demo_row_add (row, DEMO_FIELD_TEXT, "city", relays[index].city);
  demo_row_add (row, DEMO_FIELD_TEXT, "country", "FR");
  demo_row_add_degrees (row, "lat", relays[index].latitude);
  demo_row_add_degrees (row, "lng", relays[index].longitude);
  demo_row_add (row, DEMO_FIELD_JSON, "openingHours",
                index % 2 == 0 ? "{\"mon-fri\":\"08:00-19:00\",\"sat\":\"09:00-13:00\"}"
                               : "{\"mon-sat\":\"07:30-20:00\"}");
  demo_row_add_int (row, "deliveryZoneID", relays[index].zone);
}

static void
fill_discount (const DemoBooks *books, guint index, DemoRow *row)
{
  const DemoDiscount *discount = &books->catalogue->discounts[index];

  demo_row_add_int (row, "id", discount->id);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", discount->title);
  demo_row_add (row, DEMO_FIELD_TEXT, "type", discount->percent ? "percent" : "amount");
  /* Per mille and cents: both come out right with two decimals, of per cent and of euros. */
  demo_row_add_money (row, "value", discount->percent ? discount->amount * 10 : discount->amount);
  if (!discount->percent)
    {
      demo_row_add (row, DEMO_FIELD_TEXT, "beginDate", "2024-01-01");
      demo_row_add (row, DEMO_FIELD_TEXT, "endDate", "2029-12-31");
    }
}

static void
fill_user (const DemoBooks *books, guint index, DemoRow *row)
{
  const char *title = books->catalogue->users[index];
  const char *space = strchr (title, ' ');
  g_autofree char *first = space != NULL ? g_strndup (title, space - title) : NULL;

  demo_row_add_int (row, "id", index + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "login", logins[index]);
  demo_row_add (row, DEMO_FIELD_TEXT, "surname", first);
  demo_row_add (row, DEMO_FIELD_TEXT, "name", space != NULL ? space + 1 : title);
  if (space == NULL)
    return;
  if (index < 3)
    {
      g_autofree char *email = g_strdup_printf ("%s@example.com", logins[index]);

      demo_row_add (row, DEMO_FIELD_TEXT, "email", email);
    }
  demo_row_add_int (row, "admin", index == 0);
  demo_row_add_int (row, "lastConnection", 1750050000 - index * 86400);
  demo_row_add_int (row, "cashboxID", index < 3 ? 1 : 2);
}

static void
fill_table (const DemoBooks *books, guint index, DemoRow *row)
{
  const char *title = books->catalogue->tables[index];
  const char *space = strrchr (title, ' ');
  g_autofree char *zone
      = g_strndup (title, space != NULL ? (gsize) (space - title) : strlen (title));

  demo_row_add_int (row, "id", index + 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "title", title);
  demo_row_add_int (row, "places", index < 8 ? 2 + index % 3 * 2 : index < 12 ? 4 : 1);
  demo_row_add (row, DEMO_FIELD_TEXT, "zone", zone);
  demo_row_add_number (row, "x", 40 + index % 4 * 120);
  demo_row_add_number (row, "y", 40 + index / 4 * 110);
}

/* In the order of kash-api.md §3. */
const DemoResource demo_resources[DEMO_N_RESOURCES] = {
  { "getPlus.php", "Articles", demo_item_columns, count_items, demo_fill_item },
  { "getDepartments.php", "Rayons", department_columns, count_departments, fill_department },
  { "getDepartmentGroups.php", "Groupes de rayons", group_columns, count_groups, fill_group },
  { "getClients.php", "Clients", demo_client_columns, count_clients, demo_fill_client },
  { "getDeclinaisons.php", "Déclinaisons", variation_columns, count_variations, fill_variation },
  { "getLivraisons.php", "Méthodes de livraison", method_columns, count_methods, fill_method },
  { "getPaymentModes.php", "Méthodes de paiement", payment_columns, count_payments, fill_payment },
  { "getCashbox.php", "Caisses", cashbox_columns, count_cashboxes, fill_cashbox },
  { "getDeliveryZones.php", "Zones de livraison", zone_columns, count_zones, fill_zone },
  { "getRelayDeposit.php", "Points relais", relay_columns, count_relays, fill_relay },
  { "getDiscounts.php", "Réductions", discount_columns, count_discounts, fill_discount },
  { "getUsers.php", "Utilisateurs", user_columns, count_users, fill_user },
  { "getTables.php", "Tables", table_columns, count_tables, fill_table },
  { "getPending.php", "Commandes en cours", demo_pending_columns, count_pending,
    demo_fill_pending },
};

/**
 * demo_resource_find:
 * @endpoint: "getPlus.php"
 *
 * Returns: (nullable): the resource, %NULL when there is none at this endpoint
 */
const DemoResource *
demo_resource_find (const char *endpoint)
{
  for (guint i = 0; i < DEMO_N_RESOURCES; i++)
    if (strcmp (demo_resources[i].endpoint, endpoint) == 0)
      return &demo_resources[i];

  return NULL;
}
