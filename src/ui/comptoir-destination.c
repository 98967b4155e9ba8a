/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-destination.h"

#include <glib/gi18n-lib.h>

#define RESOURCE(name, resource)                                                \
  {                                                                             \
    name, "comptoir-" name "-symbolic", NULL, resource, COMPTOIR_SECTION_BROWSE \
  }

#define PAGE(name, title)                                               \
  {                                                                     \
    name, "comptoir-" name "-symbolic", title, -1, COMPTOIR_SECTION_TOP \
  }

/* In the order of the sidebar, section by section. */
static const ComptoirDestination destinations[] = {
  PAGE (COMPTOIR_DESTINATION_SALES, N_ ("Daily Sales")),
  PAGE (COMPTOIR_DESTINATION_ORDER, N_ ("New Order")),
  PAGE (COMPTOIR_DESTINATION_SENT_ORDERS, N_ ("Sent Orders")),
  RESOURCE ("items", KASH_RESOURCE_ITEMS),
  RESOURCE ("departments", KASH_RESOURCE_DEPARTMENTS),
  RESOURCE ("department-groups", KASH_RESOURCE_DEPARTMENT_GROUPS),
  RESOURCE ("variations", KASH_RESOURCE_VARIATIONS),
  RESOURCE ("clients", KASH_RESOURCE_CLIENTS),
  RESOURCE ("pending-orders", KASH_RESOURCE_PENDING_ORDERS),
  RESOURCE ("delivery-methods", KASH_RESOURCE_DELIVERY_METHODS),
  RESOURCE ("delivery-zones", KASH_RESOURCE_DELIVERY_ZONES),
  RESOURCE ("relay-points", KASH_RESOURCE_RELAY_POINTS),
  RESOURCE ("payment-methods", KASH_RESOURCE_PAYMENT_METHODS),
  RESOURCE ("discounts", KASH_RESOURCE_DISCOUNTS),
  RESOURCE ("cashboxes", KASH_RESOURCE_CASHBOXES),
  RESOURCE ("tables", KASH_RESOURCE_TABLES),
  RESOURCE ("users", KASH_RESOURCE_USERS),
};

/**
 * comptoir_destination_get_n:
 *
 * Returns: how many pages there are to go to
 */
guint
comptoir_destination_get_n (void)
{
  return G_N_ELEMENTS (destinations);
}

/**
 * comptoir_destination_get:
 * @position: below comptoir_destination_get_n()
 *
 * Returns: (transfer none): the page at @position, in the order of the sidebar
 */
const ComptoirDestination *
comptoir_destination_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (destinations), NULL);

  return &destinations[position];
}

/**
 * comptoir_destination_lookup:
 * @name: a page's name
 *
 * Returns: (transfer none) (nullable): the page of that name
 */
const ComptoirDestination *
comptoir_destination_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (destinations); i++)
    if (g_str_equal (destinations[i].name, name))
      return &destinations[i];
  return NULL;
}

/**
 * comptoir_destination_get_title:
 * @self: a page
 *
 * Returns: its translated title
 */
const char *
comptoir_destination_get_title (const ComptoirDestination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title != NULL ? _ (self->title)
                             : kash_resource_get_title ((KashResource) self->resource);
}
