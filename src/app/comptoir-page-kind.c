/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-page-kind.h"

#include "comptoir-order-page.h"
#include "comptoir-resource-page.h"
#include "comptoir-sales-page.h"
#include "comptoir-sent-orders-page.h"

static GtkWidget *
create_resource_page (ComptoirShop *shop, const ComptoirDestination *destination, const char *state)
{
  GtkWidget *page = comptoir_resource_page_new (shop, (KashResource) destination->resource);

  if (state != NULL)
    comptoir_resource_page_set_state (COMPTOIR_RESOURCE_PAGE (page), state);
  return page;
}

static char *
dup_resource_state (GtkWidget *page)
{
  return comptoir_resource_page_dup_state (COMPTOIR_RESOURCE_PAGE (page));
}

static void
set_resource_active (GtkWidget *page, gboolean active)
{
  comptoir_resource_page_set_active (COMPTOIR_RESOURCE_PAGE (page), active);
}

static GtkWidget *
create_sales_page (ComptoirShop *shop, const ComptoirDestination *destination, const char *state)
{
  GtkWidget *page = comptoir_sales_page_new (shop);

  if (state != NULL)
    comptoir_sales_page_set_state (COMPTOIR_SALES_PAGE (page), state);
  return page;
}

static char *
dup_sales_state (GtkWidget *page)
{
  return comptoir_sales_page_dup_state (COMPTOIR_SALES_PAGE (page));
}

static void
set_sales_active (GtkWidget *page, gboolean active)
{
  comptoir_sales_page_set_active (COMPTOIR_SALES_PAGE (page), active);
}

/* An order's state is its number in the journal. */
static GtkWidget *
create_order_page (ComptoirShop *shop, const ComptoirDestination *destination, const char *state)
{
  gint64 id = state != NULL ? g_ascii_strtoll (state, NULL, 10) : 0;

  return comptoir_order_page_new (shop, comptoir_shop_get_journal (shop), id);
}

static char *
dup_order_state (GtkWidget *page)
{
  gint64 id = comptoir_order_page_get_id (COMPTOIR_ORDER_PAGE (page));

  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static GtkWidget *
create_sent_orders_page (ComptoirShop *shop,
                         const ComptoirDestination *destination,
                         const char *state)
{
  return comptoir_sent_orders_page_new (shop, comptoir_shop_get_journal (shop));
}

/**
 * comptoir_page_kind_get:
 * @destination: a page to go to
 *
 * Returns: (transfer none): how to deal with it
 */
const ComptoirPageKind *
comptoir_page_kind_get (const ComptoirDestination *destination)
{
  static const ComptoirPageKind resource
      = { create_resource_page, dup_resource_state, set_resource_active };
  static const ComptoirPageKind sales = { create_sales_page, dup_sales_state, set_sales_active };
  static const ComptoirPageKind order = { create_order_page, dup_order_state, NULL };
  static const ComptoirPageKind sent_orders = { create_sent_orders_page, NULL, NULL };

  g_return_val_if_fail (destination != NULL, NULL);

  if (g_str_equal (destination->name, COMPTOIR_DESTINATION_SALES))
    return &sales;
  if (g_str_equal (destination->name, COMPTOIR_DESTINATION_ORDER))
    return &order;
  if (g_str_equal (destination->name, COMPTOIR_DESTINATION_SENT_ORDERS))
    return &sent_orders;
  return &resource;
}
