/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-display.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "comptoir-decimal.h"
#include "comptoir-field.h"
#include "comptoir-lookup.h"
#include "comptoir-cell.h"
#include "comptoir-moment.h"

/* Scalars of a nested value that are shown one by one. */
#define MAX_LISTED 6

/* Nested text is read for display up to this size; beyond, it is only named. */
#define MAX_NESTED (64 * 1024)

/* Whole numbers that name something rather than count it are shown as they are: a postcode or a
 * number of an account isn't read with its thousands apart. */
static gboolean
is_a_count (ComptoirTable *table, guint column)
{
  const char *name = comptoir_table_get_column_name (table, column);
  const ComptoirField *field = comptoir_field_lookup (comptoir_table_get_resource (table), name);

  return field != NULL && field->type == COMPTOIR_COLUMN_INTEGER && strcmp (name, "id") != 0;
}

/* Not those with an exponent, or too many digits to compute with: they are shown as they came. */
static gboolean
read_decimal (const char *text, gsize length, ComptoirDecimal *decimal)
{
  char buffer[COMPTOIR_CELL_BUFFER];

  return comptoir_cell_read_number (&text, &length, buffer)
         && comptoir_decimal_parse (text, (gssize) length, decimal);
}

static char *
display_number (const char *text, gsize length)
{
  ComptoirDecimal decimal;

  if (read_decimal (text, length, &decimal))
    return comptoir_decimal_format (decimal);
  return g_strndup (text, length);
}

static char *
display_money (ComptoirShop *shop, const char *text, gsize length)
{
  ComptoirAccountEntry *entry = shop != NULL ? comptoir_shop_get_entry (shop) : NULL;
  ComptoirDecimal decimal;

  if (!read_decimal (text, length, &decimal))
    return g_strndup (text, length);
  if (entry == NULL || comptoir_account_entry_get_currency (entry) == NULL)
    return comptoir_decimal_format (decimal);
  return comptoir_decimal_format_money (decimal, comptoir_account_entry_get_currency (entry));
}

static char *
display_date (ComptoirShop *shop, const char *text, gsize length)
{
  g_autoptr (GTimeZone) zone = comptoir_display_dup_zone (shop);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  ComptoirMoment moment;

  if (comptoir_moment_is_none (text, length))
    return g_strdup ("");
  if (!comptoir_moment_parse (text, length, zone, &moment))
    return g_strndup (text, length);
  utc = g_date_time_new_from_unix_utc (moment.time);
  local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  if (local == NULL)
    return g_strndup (text, length);
  if (moment.has_time)
    /* Translators: a day and a time, see g_date_time_format(): "24 Nov 2026, 08:12" */
    return g_date_time_format (local, _ ("%-e %b %Y, %H:%M"));
  /* Translators: a day, see g_date_time_format(): "24 Nov 2026" */
  return g_date_time_format (local, _ ("%-e %b %Y"));
}

static char *
display_boolean (ComptoirCellKind kind, const char *text, gsize length)
{
  gboolean yes;

  if (!comptoir_cell_read_boolean (kind, text, length, &yes))
    return g_strndup (text, length);
  return g_strdup (yes ? _ ("Yes") : _ ("No"));
}

static char *
display_reference (ComptoirShop *shop, const char *reference, const char *text, gsize length)
{
  g_autofree char *id = g_strndup (text, length);
  const char *title = NULL;

  if (shop != NULL && reference != NULL)
    title = comptoir_shop_get_reference_title (shop, reference, id);
  return title != NULL ? g_strdup (title) : g_steal_pointer (&id);
}

static char *
display_count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
}

static gboolean
append_scalar (GString *list, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                          : json_to_string (node, FALSE);
  /* Translators: between two entries of a list */
  g_string_append_printf (list, "%s%s", list->len > 0 ? C_ ("list separator", ", ") : "", text);
  return TRUE;
}

/* "a, b, c" of a few scalars, else how many there are. */
static char *
display_array (JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n && n <= MAX_LISTED; i++)
    if (!append_scalar (list, json_array_get_element (array, i)))
      return display_count (n);
  if (n > MAX_LISTED)
    return display_count (n);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
display_nested (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (length > MAX_NESTED)
    return g_strdup ("…");
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return g_strndup (text, length);
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    return display_array (json_node_get_array (root));
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return display_count (json_object_get_size (json_node_get_object (root)));
  return g_strndup (text, length);
}

static char *
display (ComptoirShop *shop,
         ComptoirColumnType type,
         const char *reference,
         ComptoirCellKind kind,
         const char *text,
         gsize length)
{
  if (comptoir_cell_is_empty (kind, text, length))
    return g_strdup ("");
  if (kind == COMPTOIR_CELL_TRUE || kind == COMPTOIR_CELL_FALSE)
    return display_boolean (kind, text, length);
  if (kind == COMPTOIR_CELL_NESTED)
    return display_nested (text, length);

  switch (type)
    {
    case COMPTOIR_COLUMN_INTEGER:
    case COMPTOIR_COLUMN_DECIMAL:
      return display_number (text, length);
    case COMPTOIR_COLUMN_MONEY:
      return display_money (shop, text, length);
    case COMPTOIR_COLUMN_DATE:
      return display_date (shop, text, length);
    case COMPTOIR_COLUMN_BOOLEAN:
      return display_boolean (kind, text, length);
    case COMPTOIR_COLUMN_REFERENCE:
      return display_reference (shop, reference, text, length);
    case COMPTOIR_COLUMN_NESTED:
      return display_nested (text, length);
    default:
      return g_utf8_make_valid (text, (gssize) length);
    }
}

typedef struct
{
  guint rank;
  guint column;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

/**
 * comptoir_display_cell:
 * @shop: (nullable): whose currency, time zone and titles to use
 *
 * Returns: (transfer full): the cell as a person reads it, "" when there is nothing in it
 */
char *
comptoir_display_cell (ComptoirShop *shop, ComptoirTable *table, guint row, guint column)
{
  const char *text = NULL;
  gsize length = 0;
  ComptoirCellKind kind;
  ComptoirColumnType type;

  g_return_val_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  kind = comptoir_table_get_cell (table, row, column, &text, &length);
  type = comptoir_table_get_column_type (table, column);
  if (type == COMPTOIR_COLUMN_INTEGER && !is_a_count (table, column))
    type = COMPTOIR_COLUMN_TEXT;
  if (comptoir_display_is_sheet_number (table, kind) && memchr (text, '.', length) != NULL)
    type = COMPTOIR_COLUMN_DECIMAL;
  return display (shop, type, comptoir_table_get_column_reference (table, column), kind, text,
                  length);
}

/**
 * comptoir_display_value:
 * @shop: (nullable): whose currency, time zone and titles to use
 * @reference: (nullable): the resource a reference points to
 * @text: the value as it came, or as a filter has it
 *
 * Returns: (transfer full): the value as a person reads it
 */
char *
comptoir_display_value (ComptoirShop *shop,
                        ComptoirColumnType type,
                        const char *reference,
                        const char *text)
{
  g_return_val_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return display (shop, type, reference, COMPTOIR_CELL_TEXT, text, strlen (text));
}

/**
 * comptoir_display_is_sheet_number:
 *
 * Whether a cell is a number of a spreadsheet, where a column holds anything: it is a number by
 * itself, whatever stands above it.
 */
gboolean
comptoir_display_is_sheet_number (ComptoirTable *table, ComptoirCellKind kind)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), FALSE);

  return kind == COMPTOIR_CELL_NUMBER && comptoir_table_get_resource (table) == NULL;
}

/**
 * comptoir_display_is_numeric:
 *
 * Whether values of @type stand at the right, digit under digit.
 */
gboolean
comptoir_display_is_numeric (ComptoirColumnType type)
{
  return type == COMPTOIR_COLUMN_INTEGER || type == COMPTOIR_COLUMN_DECIMAL
         || type == COMPTOIR_COLUMN_MONEY;
}

/**
 * comptoir_display_age:
 * @then: a moment, before now or, where clocks differ, after
 *
 * Returns: (transfer full): how long ago that is in words, in the system's time zone: by the
 *   minute within the hour, by the time of day within two days, else by date
 */
char *
comptoir_display_age (GDateTime *then)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) yesterday = NULL;
  gint64 minutes;

  g_return_val_if_fail (then != NULL, NULL);

  local = g_date_time_to_local (then);
  yesterday = g_date_time_add_days (now, -1);
  minutes = g_date_time_difference (now, then) / G_TIME_SPAN_MINUTE;
  if (minutes < 1 && minutes > -1)
    return g_strdup (_ ("just now"));
  if (minutes >= 1 && minutes < 60)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d minute ago", "%d minutes ago", (gulong) minutes),
        (int) minutes);
  if (g_date_time_get_year (local) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    return g_date_time_format (local, _ ("today at %H:%M"));
  if (g_date_time_get_year (local) == g_date_time_get_year (yesterday)
      && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (yesterday))
    return g_date_time_format (local, _ ("yesterday at %H:%M"));
  return g_date_time_format (local, _ ("on %-e %b %Y at %H:%M"));
}

/**
 * comptoir_display_row_title:
 * @shop: (nullable): the shop
 *
 * Returns: (transfer full): what to call the row: its title, else what it has of a name, else its
 *   id, else its place
 */
char *
comptoir_display_row_title (ComptoirShop *shop, ComptoirTable *table, guint row)
{
  g_autofree char *title = NULL;
  guint column;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);
  g_return_val_if_fail (row < comptoir_table_get_n_rows (table), NULL);

  title = comptoir_lookup_dup_title (table, row);
  if (title == NULL && comptoir_lookup_find_id_column (table, &column))
    title = comptoir_display_cell (shop, table, row, column);
  if (title == NULL || *title == '\0')
    return g_strdup_printf (_ ("Row %u"), row + 1);
  return g_steal_pointer (&title);
}

/**
 * comptoir_display_order_columns:
 *
 * Returns: (transfer full) (element-type guint): the columns' numbers, known fields by their rank,
 *   then the others as they came; those of a report or a sheet all as they came
 */
GArray *
comptoir_display_order_columns (ComptoirTable *table)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *resource;
  gboolean known;
  guint n_columns;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), columns);

  resource = comptoir_table_get_resource (table);
  known = resource != NULL && kash_resource_from_name (resource, NULL);
  n_columns = comptoir_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = comptoir_table_get_column_name (table, i);
      const ComptoirField *field = known ? comptoir_field_lookup (resource, name) : NULL;
      Ranked one = { field != NULL ? field->rank : G_MAXUINT, i };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (columns, g_array_index (ranked, Ranked, i).column);
  return columns;
}

/**
 * comptoir_display_dup_zone:
 * @shop: (nullable): the shop
 *
 * Returns: (transfer full): the shop's time zone; the system's where it has none, or one that
 *   isn't known here
 */
GTimeZone *
comptoir_display_dup_zone (ComptoirShop *shop)
{
  const char *name = NULL;
  GTimeZone *zone = NULL;

  g_return_val_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop), NULL);

  if (shop != NULL)
    name = comptoir_account_entry_get_time_zone (comptoir_shop_get_entry (shop));
  if (name != NULL)
    zone = g_time_zone_new_identifier (name);
  return zone != NULL ? zone : g_time_zone_new_local ();
}
