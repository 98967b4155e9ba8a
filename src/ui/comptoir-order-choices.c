/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-display.h"
#include "comptoir-lookup.h"
#include "comptoir-order-text.h"

/* Whether a payment method gives money back: the service may say so in a field of its own. */
static gboolean
is_refund (ComptoirTable *table, guint row)
{
  const char *text = NULL;
  gsize length = 0;
  guint column;
  ComptoirCellKind kind;

  if (!comptoir_table_find_column (table, "refund", &column))
    return FALSE;
  kind = comptoir_table_get_cell (table, row, column, &text, &length);
  return kind == COMPTOIR_CELL_TRUE
         || ((kind == COMPTOIR_CELL_NUMBER || kind == COMPTOIR_CELL_TEXT) && length == 1
             && *text == '1')
         || (kind == COMPTOIR_CELL_TEXT && length == 4 && memcmp (text, "true", 4) == 0);
}

static gboolean
get_id (ComptoirTable *table, guint row, gint64 *id)
{
  const char *text = NULL;
  gsize length = 0;
  guint column;
  g_autofree char *number = NULL;

  if (!comptoir_lookup_find_id_column (table, &column))
    return FALSE;
  comptoir_table_get_cell (table, row, column, &text, &length);
  number = g_strndup (text != NULL ? text : "", length);
  return g_ascii_string_to_signed (number, 10, 0, G_MAXINT64, id, NULL);
}

static void
add_row (GPtrArray *choices,
         ComptoirShop *shop,
         ComptoirTable *table,
         guint row,
         const char *section)
{
  g_autofree char *title = comptoir_display_row_title (shop, table, row);
  gint64 id;

  if (get_id (table, row, &id))
    comptoir_order_choices_add (choices, id, title, section);
}

static void
add_payments (GPtrArray *choices, ComptoirShop *shop, gboolean refunds, const char *section)
{
  ComptoirDataset *dataset = comptoir_shop_get_dataset (shop, KASH_RESOURCE_PAYMENT_METHODS);
  ComptoirTable *table = comptoir_dataset_get_table (dataset);

  for (guint row = 0; row < comptoir_dataset_get_n_rows (dataset); row++)
    if (is_refund (table, row) == refunds)
      add_row (choices, shop, table, row, section);
}

/**
 * comptoir_order_choices_new:
 *
 * Returns: (transfer full) (element-type ComptoirMatch): nothing to choose from yet
 */
GPtrArray *
comptoir_order_choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);
}

/**
 * comptoir_order_choices_add:
 * @section: (nullable): the heading it stands under
 */
void
comptoir_order_choices_add (GPtrArray *choices, gint64 id, const char *title, const char *section)
{
  ComptoirMatch *choice = comptoir_match_new (id, title);

  choice->section = g_strdup (section);
  g_ptr_array_add (choices, choice);
}

/**
 * comptoir_order_choices_add_rows:
 * @resource: whose rows to add, as far as they are there
 * @section: (nullable): the heading they stand under
 */
void
comptoir_order_choices_add_rows (GPtrArray *choices,
                                 ComptoirShop *shop,
                                 KashResource resource,
                                 const char *section)
{
  ComptoirDataset *dataset = comptoir_shop_get_dataset (shop, resource);
  ComptoirTable *table = comptoir_dataset_get_table (dataset);

  for (guint row = 0; row < comptoir_dataset_get_n_rows (dataset); row++)
    add_row (choices, shop, table, row, section);
}

/**
 * comptoir_order_choices_dup_deliveries:
 *
 * Returns: (transfer full) (element-type ComptoirMatch): the ways of delivery of kash-api.md §4,
 *   after that none is chosen
 */
GPtrArray *
comptoir_order_choices_dup_deliveries (void)
{
  GPtrArray *choices = comptoir_order_choices_new ();

  for (int method = KASH_DELIVERY_UNSET; method < COMPTOIR_N_DELIVERY_METHODS; method++)
    comptoir_order_choices_add (choices, method, comptoir_delivery_get_title (method), NULL);
  return choices;
}

/**
 * comptoir_order_choices_dup_payments:
 *
 * Returns: (transfer full) (element-type ComptoirMatch): a quote, to be paid, the shop's methods,
 *   those that give money back apart
 */
GPtrArray *
comptoir_order_choices_dup_payments (ComptoirShop *shop)
{
  GPtrArray *choices = comptoir_order_choices_new ();

  comptoir_order_choices_add (choices, KASH_PAYMENT_TO_BE_PAID, _ ("To be paid"), NULL);
  comptoir_order_choices_add (choices, KASH_PAYMENT_QUOTE, _ ("Quote"), NULL);
  add_payments (choices, shop, FALSE, _ ("Paid"));
  add_payments (choices, shop, TRUE, _ ("Money Back"));
  return choices;
}

/**
 * comptoir_order_choices_dup_references:
 * @resource: whose rows to choose from
 *
 * Returns: (transfer full) (element-type ComptoirMatch): none, then the rows
 */
GPtrArray *
comptoir_order_choices_dup_references (ComptoirShop *shop, KashResource resource)
{
  GPtrArray *choices = comptoir_order_choices_new ();

  comptoir_order_choices_add (choices, 0, C_ ("order", "None"), NULL);
  comptoir_order_choices_add_rows (choices, shop, resource, NULL);
  return choices;
}
