/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-sum.h"

#include <glib/gi18n-lib.h>

#include "comptoir-cell.h"
#include "comptoir-decimal.h"
#include "comptoir-display.h"

/* Above this many selected rows no sum is made: it would hold up the selecting. */
#define MAX_SUMMED 5000

/* (transfer full) (nullable): the sum of the selected cells of the current column */
static char *
dup_sum (ComptoirTableView *view, ComptoirShop *shop, ComptoirTable *table, GArray *rows)
{
  ComptoirTableColumn *column = comptoir_table_view_get_current_column (view);
  ComptoirDecimal sum = { 0, 0 };
  GtkColumnViewColumn *shown;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  if (column == NULL || !comptoir_display_is_numeric (column->type))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      char buffer[COMPTOIR_CELL_BUFFER];
      ComptoirDecimal value;
      const char *cell;
      gsize length;

      comptoir_table_get_cell (table, g_array_index (rows, guint, i), column->index, &cell,
                               &length);
      if (cell == NULL || length == 0)
        continue;
      if (!comptoir_cell_read_number (&cell, &length, buffer)
          || !comptoir_decimal_parse (cell, length, &value)
          || !comptoir_decimal_add (sum, value, &sum))
        return NULL;
    }
  shown = comptoir_table_layout_find (comptoir_table_view_get_layout (view), column->name);
  plain = comptoir_decimal_to_string (sum);
  text = comptoir_display_value (shop, column->type, NULL, plain);
  /* Translators: the sum of the selected cells of a column, "Price: 12.50 €" */
  return g_strdup_printf (_ ("%s: %s"), gtk_column_view_column_get_title (shown), text);
}

/**
 * comptoir_table_sum_dup_selected:
 * @shop: (nullable): for currency
 * @table: what @view shows
 *
 * Returns: (transfer full): how many rows are selected, with the sum of the current column where it
 *   holds numbers; "" for fewer than two
 */
char *
comptoir_table_sum_dup_selected (ComptoirTableView *view, ComptoirShop *shop, ComptoirTable *table)
{
  guint n = comptoir_table_view_get_n_selected (view);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *sum = NULL;

  if (n > 1 && n <= MAX_SUMMED && table != NULL)
    {
      rows = comptoir_table_view_dup_selected_rows (view);
      sum = dup_sum (view, shop, table, rows);
    }
  if (n > 1 && sum != NULL)
    return g_strdup_printf (ngettext ("%'u row selected, %s", "%'u rows selected, %s", n), n, sum);
  if (n > 1)
    return g_strdup_printf (ngettext ("%'u row selected", "%'u rows selected", n), n);
  return g_strdup ("");
}
