/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter-text.h"

#include <glib/gi18n-lib.h>

#include "comptoir-decimal.h"
#include "comptoir-display.h"
#include "comptoir-field.h"

static gboolean
is_ordered (ComptoirColumnType type)
{
  return comptoir_display_is_numeric (type) || type == COMPTOIR_COLUMN_DATE;
}

/* ISO 8601, or day, month and year in the locale's usual European order. */
static char *
parse_date (const char *typed)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) iso = g_date_time_new_from_iso8601 (typed, utc);
  GDate date;

  if (iso != NULL)
    return g_strdup (typed);
  g_date_clear (&date, 1);
  g_date_set_parse (&date, typed);
  if (!g_date_valid (&date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * comptoir_filter_operators_for:
 * @type: what the column holds
 * @operators: (out caller-allocates): at least %COMPTOIR_MAX_FILTER_OPERATORS of them
 *
 * Returns: how many make sense, the most usual first
 */
guint
comptoir_filter_operators_for (ComptoirColumnType type, ComptoirFilterOperator *operators)
{
  guint n = 0;

  if (type == COMPTOIR_COLUMN_TEXT || type == COMPTOIR_COLUMN_NESTED)
    operators[n++] = COMPTOIR_FILTER_CONTAINS;
  if (type != COMPTOIR_COLUMN_NESTED)
    {
      operators[n++] = COMPTOIR_FILTER_IS;
      operators[n++] = COMPTOIR_FILTER_IS_NOT;
    }
  if (is_ordered (type))
    {
      operators[n++] = COMPTOIR_FILTER_GREATER;
      operators[n++] = COMPTOIR_FILTER_LESS;
    }
  operators[n++] = COMPTOIR_FILTER_EMPTY;
  operators[n++] = COMPTOIR_FILTER_NOT_EMPTY;
  return n;
}

/**
 * comptoir_filter_operator_title:
 *
 * Returns: (transfer none): the operator in words, translated
 */
const char *
comptoir_filter_operator_title (ComptoirFilterOperator op, ComptoirColumnType type)
{
  gboolean date = type == COMPTOIR_COLUMN_DATE;

  switch (op)
    {
    case COMPTOIR_FILTER_IS:
      return C_ ("filter", "is");
    case COMPTOIR_FILTER_IS_NOT:
      return C_ ("filter", "is not");
    case COMPTOIR_FILTER_CONTAINS:
      return C_ ("filter", "contains");
    case COMPTOIR_FILTER_GREATER:
      return date ? C_ ("filter", "is after") : C_ ("filter", "is more than");
    case COMPTOIR_FILTER_LESS:
      return date ? C_ ("filter", "is before") : C_ ("filter", "is less than");
    case COMPTOIR_FILTER_EMPTY:
      return C_ ("filter", "is empty");
    case COMPTOIR_FILTER_NOT_EMPTY:
      return C_ ("filter", "is not empty");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * comptoir_filter_needs_value:
 */
gboolean
comptoir_filter_needs_value (ComptoirFilterOperator op)
{
  return op != COMPTOIR_FILTER_EMPTY && op != COMPTOIR_FILTER_NOT_EMPTY;
}

/**
 * comptoir_filter_describe:
 * @shop: (nullable): for references and currency
 * @table: (nullable): for the column's type
 *
 * Returns: (transfer full): the filter in words: "Department is Bread", "Price > 5.00 €"
 */
char *
comptoir_filter_describe (const ComptoirFilter *filter, ComptoirShop *shop, ComptoirTable *table)
{
  const char *title = NULL, *reference = NULL;
  ComptoirColumnType type = COMPTOIR_COLUMN_TEXT;
  g_autofree char *value = NULL;
  guint column;

  g_return_val_if_fail (filter != NULL, NULL);

  if (table != NULL)
    {
      title = comptoir_field_get_title (comptoir_table_get_resource (table), filter->column);
      if (comptoir_table_find_column (table, filter->column, &column))
        {
          type = comptoir_table_get_column_type (table, column);
          reference = comptoir_table_get_column_reference (table, column);
        }
    }
  if (title == NULL)
    title = filter->column;
  if (filter->value != NULL)
    value = comptoir_display_value (shop, type, reference, filter->value);

  switch (filter->op)
    {
    case COMPTOIR_FILTER_IS:
      /* Translators: a filter on a table, "Department is Bread" */
      return g_strdup_printf (_ ("%s is %s"), title, value);
    case COMPTOIR_FILTER_IS_NOT:
      /* Translators: a filter on a table, "Department is not Bread" */
      return g_strdup_printf (_ ("%s is not %s"), title, value);
    case COMPTOIR_FILTER_CONTAINS:
      /* Translators: a filter on a table, "Title contains “bread”" */
      return g_strdup_printf (_ ("%s contains “%s”"), title, filter->value);
    case COMPTOIR_FILTER_GREATER:
      if (type == COMPTOIR_COLUMN_DATE)
        /* Translators: a filter on a table, "Birth date after 3 May 1990" */
        return g_strdup_printf (_ ("%s after %s"), title, value);
      return g_strdup_printf ("%s > %s", title, value);
    case COMPTOIR_FILTER_LESS:
      if (type == COMPTOIR_COLUMN_DATE)
        /* Translators: a filter on a table, "Birth date before 3 May 1990" */
        return g_strdup_printf (_ ("%s before %s"), title, value);
      return g_strdup_printf ("%s < %s", title, value);
    case COMPTOIR_FILTER_EMPTY:
      /* Translators: a filter on a table, "Barcode is empty" */
      return g_strdup_printf (_ ("%s is empty"), title);
    case COMPTOIR_FILTER_NOT_EMPTY:
      /* Translators: a filter on a table, "Barcode is not empty" */
      return g_strdup_printf (_ ("%s is not empty"), title);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * comptoir_filter_parse_value:
 * @typed: what a person typed
 * @problem: (out) (transfer none) (nullable): a sentence to show beside the entry; %NULL when
 *   nothing is wrong but that nothing was typed yet
 *
 * Returns: (transfer full) (nullable): the value as #ComptoirFilter wants it
 */
char *
comptoir_filter_parse_value (ComptoirColumnType type, const char *typed, const char **problem)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  ComptoirDecimal decimal;
  char *date;

  *problem = NULL;
  if (*stripped == '\0')
    return NULL;
  if (comptoir_display_is_numeric (type))
    {
      if (comptoir_decimal_parse_typed (stripped, &decimal))
        return comptoir_decimal_to_string (decimal);
      *problem = _ ("This column holds numbers: enter one.");
      return NULL;
    }
  if (type == COMPTOIR_COLUMN_DATE)
    {
      date = parse_date (stripped);
      if (date == NULL)
        *problem = _ ("This column holds dates: enter one, like 2024-03-18.");
      return date;
    }
  return g_steal_pointer (&stripped);
}
