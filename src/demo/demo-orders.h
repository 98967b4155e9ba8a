/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-books.h"

G_BEGIN_DECLS

/* An order as it was posted: what was asked for, and the sale it makes. */
typedef struct
{
  int id;
  gboolean posted; /* FALSE for those the shop opens with */
  int pager;       /* -1 = none */
  DemoSale *sale;  /* its number is the order's id until it is in a day's report */
  char *form;      /* the whole form as it came */
} DemoOrder;

DemoOrder *demo_order_new (void);
void demo_order_free (DemoOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoOrder, demo_order_free)

typedef struct _DemoOrders DemoOrders;

DemoOrders *demo_orders_new (const char *path, DemoCatalogue *catalogue, GError **error);
void demo_orders_free (DemoOrders *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoOrders, demo_orders_free)

gboolean
demo_orders_add (DemoOrders *self, DemoOrder *order, const DemoClient *client, GError **error);
DemoOrder *demo_orders_get (DemoOrders *self, int id);
GPtrArray *demo_orders_list_pending (DemoOrders *self);
void demo_orders_add_to_day (DemoOrders *self, DemoDay *day);
guint demo_orders_count (DemoOrders *self, gboolean only_posted);

G_END_DECLS
