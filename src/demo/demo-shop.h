/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DEMO_SHOP_ID  "demo-shop"
#define DEMO_LOGIN    "demo"
#define DEMO_PASSWORD "demo"

/**
 * DemoShopOptions:
 * @port: 0 for any free port
 * @seed: the same seed gives the same shop
 * @n_items, @n_clients: 0 for the believable 180 and 400
 * @latency: milliseconds before each reply
 * @today: (nullable): the last day of sales is the one before; today's are those up to the hour
 * @shape: (nullable): a reply shape by name, see demo-shape.h
 * @faults: (nullable): NAME or NAME:ENDPOINT each, perhaps with *TIMES, see demo-fault.h
 * @database: (nullable): SQLite file of the posted orders; %NULL keeps them in memory
 */
typedef struct
{
  guint16 port;
  guint32 seed;
  guint n_items;
  guint n_clients;
  guint latency;
  const GDate *today;
  const char *shape;
  const char *const *faults;
  const char *database;
} DemoShopOptions;

#define DEMO_TYPE_SHOP (demo_shop_get_type ())

/* A bakery-café that speaks the whole API, served on loopback from a thread of its own. */
G_DECLARE_FINAL_TYPE (DemoShop, demo_shop, DEMO, SHOP, GObject)

DemoShop *demo_shop_new (const DemoShopOptions *options, /* (nullable) */
                         GError **error);
gboolean demo_shop_start (DemoShop *self, GError **error);
void demo_shop_stop (DemoShop *self);
const char *demo_shop_get_base_url (DemoShop *self); /* "http://127.0.0.1:PORT" */
const char *demo_shop_get_key (DemoShop *self);      /* what sign-in gives out */

/* For tests, from any thread, while it serves. */
gboolean demo_shop_set_fault (DemoShop *self,
                              const char *fault, /* (nullable): none */
                              GError **error);
gboolean demo_shop_set_shape (DemoShop *self,
                              const char *shape, /* (nullable): the usual one */
                              GError **error);
void demo_shop_change_key (DemoShop *self); /* the old key is refused from now on */
guint demo_shop_get_n_requests (DemoShop *self, const char *endpoint); /* (nullable): of all */
guint demo_shop_get_n_orders (DemoShop *self);                         /* posted and recorded */

G_END_DECLS
