/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-text.h"

#include <glib/gi18n-lib.h>

/* What an empty table says: that it is empty, what would be here, and how to get it. */
static const struct
{
  const char *title;
  const char *description;
} empty[KASH_N_RESOURCES] = {
  [KASH_RESOURCE_ITEMS]
  = { N_ ("No Items Yet"),
      N_ ("The goods this shop sells are listed here. Add them in the Kash web "
          "interface, then refresh.") },
  [KASH_RESOURCE_DEPARTMENTS]
  = { N_ ("No Departments Yet"),
      N_ ("The departments that items are sorted into are listed here. Add "
          "them in the Kash web interface, then refresh.") },
  [KASH_RESOURCE_DEPARTMENT_GROUPS]
  = { N_ ("No Department Groups Yet"),
      N_ ("The groups that departments belong to in the accounts are listed here. Add them in the "
          "Kash web interface, then refresh.") },
  [KASH_RESOURCE_VARIATIONS]
  = { N_ ("No Variations Yet"), N_ ("Sizes, flavours and other choices of an item are listed here. "
                                    "Add them in the Kash web interface, then refresh.") },
  [KASH_RESOURCE_CLIENTS]
  = { N_ ("No Clients Yet"),
      N_ ("Clients are listed here once they are entered at the till, in the "
          "Kash web interface, or with an order.") },
  [KASH_RESOURCE_PENDING_ORDERS]
  = { N_ ("No Pending Orders"),
      N_ ("Orders that are not finished yet are listed here. New ones show up "
          "by themselves within a minute.") },
  [KASH_RESOURCE_DELIVERY_METHODS]
  = { N_ ("No Delivery Methods Yet"),
      N_ ("The ways a client can get an order are listed here. Set them "
          "up in the Kash web interface, then refresh.") },
  [KASH_RESOURCE_DELIVERY_ZONES]
  = { N_ ("No Delivery Zones Yet"),
      N_ ("The areas this shop delivers to are listed here. Set them up "
          "in the Kash web interface, then refresh.") },
  [KASH_RESOURCE_RELAY_POINTS]
  = { N_ ("No Relay Points Yet"),
      N_ ("The places where clients can pick up an order are listed here. "
          "Set them up in the Kash web interface, then refresh.") },
  [KASH_RESOURCE_PAYMENT_METHODS]
  = { N_ ("No Payment Methods Yet"),
      N_ ("The ways a client can pay are listed here. Set them up in the "
          "Kash web interface, then refresh.") },
  [KASH_RESOURCE_DISCOUNTS]
  = { N_ ("No Discounts Yet"),
      N_ ("The discounts this shop gives are listed here. Set them up in the "
          "Kash web interface, then refresh.") },
  [KASH_RESOURCE_CASHBOXES]
  = { N_ ("No Cashboxes Yet"),
      N_ ("The cash registers of this shop are listed here. Set them up in the "
          "Kash web interface, then refresh.") },
  [KASH_RESOURCE_TABLES]
  = { N_ ("No Tables Yet"), N_ ("The tables of the dining room are listed here. Set them up in the "
                                "Kash web interface, then refresh.") },
  [KASH_RESOURCE_USERS]
  = { N_ ("No Users Yet"),
      N_ ("The people who work with the till are listed here. Add them in the Kash "
          "web interface, then refresh.") },
};

/**
 * comptoir_resource_get_empty_title:
 *
 * Returns: a heading for a table without rows
 */
const char *
comptoir_resource_get_empty_title (KashResource resource)
{
  g_return_val_if_fail (resource < KASH_N_RESOURCES, NULL);
  return _ (empty[resource].title);
}

/**
 * comptoir_resource_get_empty_description:
 *
 * Returns: what would be in the table, and how to get it there
 */
const char *
comptoir_resource_get_empty_description (KashResource resource)
{
  g_return_val_if_fail (resource < KASH_N_RESOURCES, NULL);
  return _ (empty[resource].description);
}

/**
 * comptoir_resource_dup_icon_name:
 *
 * Returns: (transfer full): the resource's icon
 */
char *
comptoir_resource_dup_icon_name (KashResource resource)
{
  g_return_val_if_fail (resource < KASH_N_RESOURCES, NULL);
  return g_strdup_printf ("comptoir-%s-symbolic", kash_resource_get_name (resource));
}
