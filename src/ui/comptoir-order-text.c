/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-text.h"

#include <glib/gi18n-lib.h>

#include "comptoir-decimal.h"
#include "comptoir-lookup.h"

/* clang-format off */

/* By the service's numbers (kash-api.md §4). */
static const char *const delivery_titles[COMPTOIR_N_DELIVERY_METHODS] = {
  NC_ ("delivery", "Take away"),
  NC_ ("delivery", "To be delivered"),
  NC_ ("delivery", "On site"),
  NC_ ("delivery", "Drive-thru"),
  NC_ ("delivery", "Counter sale"),
  NC_ ("delivery", "Relay point"),
  NC_ ("delivery", "To be shipped"),
};

static const char *const client_titles[KASH_N_CLIENT_FIELDS] = {
  N_ ("Last Name"),
  N_ ("First Name"),
  N_ ("E-mail"),
  N_ ("Phone"),
  N_ ("Address"),
  N_ ("Address, Second Line"),
  N_ ("Comment on the Address"),
  N_ ("Postcode"),
  N_ ("City"),
  N_ ("Country"),
  N_ ("VAT Number"),
  N_ ("Registration Number"),
  N_ ("Barcode"),
  N_ ("Second Phone"),
  N_ ("Latitude"),
  N_ ("Longitude"),
};

static const struct
{
  const char *title;
  const char *sentence;
  const char *icon_name;
} states[] = {
  [COMPTOIR_ORDER_STATE_DRAFT] = {
    NC_ ("order", "Draft"),
    N_ ("Not sent yet."),
    "document-edit-symbolic",
  },
  [COMPTOIR_ORDER_STATE_SENDING] = {
    NC_ ("order", "Being sent"),
    N_ ("It is being sent from an open window."),
    "content-loading-symbolic",
  },
  [COMPTOIR_ORDER_STATE_ACCEPTED] = {
    NC_ ("order", "Recorded"),
    N_ ("The service recorded it."),
    "object-select-symbolic",
  },
  [COMPTOIR_ORDER_STATE_REFUSED] = {
    NC_ ("order", "Refused"),
    N_ ("The service refused it. It can be changed and sent again."),
    "action-unavailable-symbolic",
  },
  [COMPTOIR_ORDER_STATE_UNKNOWN] = {
    NC_ ("order", "Outcome unknown"),
    N_ ("It went out, and it is not known whether the service recorded it."),
    "dialog-question-symbolic",
  },
};

/* clang-format on */

/**
 * comptoir_delivery_get_title:
 *
 * Returns: the method's translated title; for %KASH_DELIVERY_UNSET that none is chosen
 */
const char *
comptoir_delivery_get_title (KashDeliveryMethod method)
{
  if (method < 0 || method >= COMPTOIR_N_DELIVERY_METHODS)
    return C_ ("delivery", "Not chosen");
  return g_dpgettext2 (GETTEXT_PACKAGE, "delivery", delivery_titles[method]);
}

/**
 * comptoir_delivery_needs_address:
 *
 * Returns: whether the goods go to the client
 */
gboolean
comptoir_delivery_needs_address (KashDeliveryMethod method)
{
  return method == KASH_DELIVERY_TO_BE_DELIVERED || method == KASH_DELIVERY_TO_BE_SHIPPED;
}

/**
 * comptoir_client_field_get_title:
 *
 * Returns: the field's translated title
 */
const char *
comptoir_client_field_get_title (KashClientField field)
{
  g_return_val_if_fail (field < KASH_N_CLIENT_FIELDS, NULL);
  return _ (client_titles[field]);
}

/**
 * comptoir_order_state_get_title:
 *
 * Returns: the state in a word or two, translated
 */
const char *
comptoir_order_state_get_title (ComptoirOrderState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "order", states[state].title);
}

/**
 * comptoir_order_state_get_sentence:
 *
 * Returns: what the state means, translated
 */
const char *
comptoir_order_state_get_sentence (ComptoirOrderState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);
  return _ (states[state].sentence);
}

/**
 * comptoir_order_state_get_icon_name:
 *
 * Returns: a symbolic icon to go with the state's title
 */
const char *
comptoir_order_state_get_icon_name (ComptoirOrderState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);
  return states[state].icon_name;
}

/**
 * comptoir_order_dup_money:
 * @shop: whose currency it is
 *
 * Returns: (transfer full): the amount by the locale, with at least two decimals
 */
char *
comptoir_order_dup_money (ComptoirShop *shop, ComptoirDecimal amount)
{
  ComptoirDecimal rounded;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  if (amount.scale < 2 && comptoir_decimal_round (amount, 2, &rounded))
    amount = rounded;
  return comptoir_decimal_format_money (
      amount, comptoir_account_entry_get_currency (comptoir_shop_get_entry (shop)));
}

/**
 * comptoir_order_dup_money_text:
 * @decimal: (nullable): decimal text with a point
 *
 * Returns: (transfer full): the amount by the locale, "" where there is none
 */
char *
comptoir_order_dup_money_text (ComptoirShop *shop, const char *decimal)
{
  ComptoirDecimal amount;

  if (decimal == NULL || !comptoir_decimal_parse (decimal, -1, &amount))
    return g_strdup ("");
  return comptoir_order_dup_money (shop, amount);
}

/**
 * comptoir_order_dup_moment:
 * @microseconds: Unix time
 *
 * Returns: (transfer full): a clock time today, else with its day
 */
char *
comptoir_order_dup_moment (gint64 microseconds)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (microseconds / G_USEC_PER_SEC);

  if (then == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (now) == g_date_time_get_year (then)
      && g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (then))
    return g_date_time_format (then, "%R");
  return g_date_time_format (then, "%x %R");
}

/**
 * comptoir_order_dup_reference:
 * @resource: what @id is an id of
 * @id: a row's id
 *
 * Returns: (transfer full): the row's title, or its number while that isn't known
 */
char *
comptoir_order_dup_reference (ComptoirShop *shop, KashResource resource, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  ComptoirDataset *dataset = comptoir_shop_get_dataset (shop, resource);
  char *title = NULL;
  guint row;

  comptoir_dataset_load (dataset);
  if (comptoir_dataset_get_table (dataset) != NULL
      && comptoir_dataset_find_row (dataset, text, &row))
    title = comptoir_lookup_dup_title (comptoir_dataset_get_table (dataset), row);
  /* Translators: a client, a table … whose title isn't known: its number at the service */
  return title != NULL ? title : g_strdup_printf (_ ("No. %s"), text);
}
