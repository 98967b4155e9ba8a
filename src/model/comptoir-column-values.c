/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-column-values.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-distinct.h"
#include "comptoir-cell.h"

static void
column_value_free (ComptoirColumnValue *self)
{
  g_free (self->value);
  g_free (self->display);
  g_free (self);
}

/* Cells by their text; true, false and nothing by a text that stands for them. */
static void
count_texts (ComptoirTable *table,
             guint n_rows,
             guint column,
             ComptoirDistinct *texts,
             GArray *counts)
{
  for (guint row = 0; row < n_rows; row++)
    {
      const char *text = NULL;
      gsize length = 0;
      ComptoirCellKind kind = comptoir_table_get_cell (table, row, column, &text, &length);
      const guint one = 1;
      gboolean added;
      guint number;

      if (kind == COMPTOIR_CELL_TRUE)
        number = comptoir_distinct_add (texts, "true", 4, &added);
      else if (kind == COMPTOIR_CELL_FALSE)
        number = comptoir_distinct_add (texts, "false", 5, &added);
      else if (comptoir_cell_is_empty (kind, text, length))
        number = comptoir_distinct_add (texts, "", 0, &added);
      else
        number = comptoir_distinct_add (texts, text, length, &added);
      if (added)
        g_array_append_val (counts, one);
      else
        g_array_index (counts, guint, number)++;
    }
}

static ComptoirColumnValue *
add_value (GPtrArray *values, char *value, guint n)
{
  ComptoirColumnValue *self = g_new0 (ComptoirColumnValue, 1);

  self->value = value;
  self->count = n;
  g_ptr_array_add (values, self);
  return self;
}

/* Whether equal values are always written alike, so that there is nothing to merge. */
static gboolean
is_written_one_way (ComptoirColumnType type)
{
  return type == COMPTOIR_COLUMN_TEXT || type == COMPTOIR_COLUMN_INTEGER
         || type == COMPTOIR_COLUMN_REFERENCE || type == COMPTOIR_COLUMN_NESTED;
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  GArray *counts = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint first_count = g_array_index (counts, guint, first);
  guint second_count = g_array_index (counts, guint, second);

  if (first_count != second_count)
    return first_count > second_count ? -1 : 1;
  return (first > second) - (first < second);
}

/* Values are made of those texts only that are wanted: there may be as many as rows. */
static GPtrArray *
take_values (ComptoirDistinct *texts, GArray *counts, guint max)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) column_value_free);
  g_autofree guint *numbers = g_new (guint, counts->len + 1);

  for (guint i = 0; i < counts->len; i++)
    numbers[i] = i;
  g_qsort_with_data (numbers, (int) counts->len, sizeof *numbers, compare_numbers, counts);
  for (guint i = 0; i < MIN (max, counts->len); i++)
    {
      gsize length;
      const char *text = comptoir_distinct_get (texts, numbers[i], &length);

      add_value (values, g_strndup (text, length), g_array_index (counts, guint, numbers[i]));
    }
  return values;
}

/* Texts that are one value, "1.50" and "1.5" say, come together. */
static GPtrArray *
merge_values (ComptoirColumnType type, GTimeZone *zone, ComptoirDistinct *texts, GArray *counts)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) column_value_free);
  g_autoptr (GHashTable) by_value = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counts->len; i++)
    {
      gsize length;
      const char *text = comptoir_distinct_get (texts, i, &length);
      g_autofree char *value
          = comptoir_cell_dup_value (type, COMPTOIR_CELL_TEXT, text, length, zone);
      ComptoirColumnValue *column_value = g_hash_table_lookup (by_value, value);

      if (column_value == NULL)
        {
          column_value = add_value (values, g_steal_pointer (&value), 0);
          g_hash_table_insert (by_value, column_value->value, column_value);
        }
      column_value->count += g_array_index (counts, guint, i);
    }
  return values;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const ComptoirColumnValue *first = *(ComptoirColumnValue *const *) a;
  const ComptoirColumnValue *second = *(ComptoirColumnValue *const *) b;

  return (first->count < second->count) - (first->count > second->count);
}

/**
 * comptoir_column_values_count:
 * @n_rows: the rows of @table to count
 * @max: most values to give
 *
 * Returns: (transfer full) (element-type ComptoirColumnValue): the distinct values, most frequent
 *   first, equal ones in order of appearance
 */
GPtrArray *
comptoir_column_values_count (ComptoirShop *shop,
                              ComptoirTable *table,
                              guint n_rows,
                              guint column,
                              guint max)
{
  g_autoptr (ComptoirDistinct) texts = comptoir_distinct_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GTimeZone) zone = comptoir_display_dup_zone (shop);
  g_autoptr (GPtrArray) values = NULL;
  ComptoirColumnType type;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);
  g_return_val_if_fail (column < comptoir_table_get_n_columns (table), NULL);

  type = comptoir_table_get_column_type (table, column);
  count_texts (table, n_rows, column, texts, counts);
  if (is_written_one_way (type))
    values = take_values (texts, counts, max);
  else
    values = merge_values (type, zone, texts, counts);
  g_ptr_array_sort (values, compare_counts);
  if (values->len > max)
    g_ptr_array_set_size (values, (int) max);

  for (guint i = 0; i < values->len; i++)
    {
      ComptoirColumnValue *value = g_ptr_array_index (values, i);

      if (*value->value == '\0')
        value->display = g_strdup (C_ ("value of a column", "Empty"));
      else
        value->display = comptoir_display_value (
            shop, type, comptoir_table_get_column_reference (table, column), value->value);
    }
  return g_steal_pointer (&values);
}
