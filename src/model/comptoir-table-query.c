/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-query.h"

#include <string.h>

#include "comptoir-display.h"
#include "comptoir-matcher.h"
#include "comptoir-table-sort.h"

/* Rows between two looks at the cancellable. */
#define STRIDE 1024

struct _ComptoirTableQuery
{
  gatomicrefcount ref_count;
  ComptoirTable *table;
  guint n_rows;
  GPtrArray *references; /* ComptoirTable or NULL, by column */
  GTimeZone *zone;
  GStrv words;
  GPtrArray *filters;
  char *filters_text; /* to compare by */
  char *sort;         /* (nullable) */
  gboolean descending;
};

static void
clear_reference (gpointer table)
{
  if (table != NULL)
    g_object_unref (table);
}

/* Only where titles matter: asking for them makes the shop load the other resource. */
static void
find_references (ComptoirTableQuery *self, ComptoirShop *shop)
{
  guint n_columns = comptoir_table_get_n_columns (self->table);
  guint sorted;
  gboolean has_sorted
      = self->sort != NULL && comptoir_table_find_column (self->table, self->sort, &sorted);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = comptoir_table_get_column_reference (self->table, i);
      ComptoirTable *table = NULL;

      if (shop != NULL && name != NULL && (self->words[0] != NULL || (has_sorted && sorted == i)))
        table = comptoir_shop_get_reference_table (shop, name);
      g_ptr_array_add (self->references, table != NULL ? g_object_ref (table) : NULL);
    }
}

static ComptoirTable *
get_reference (ComptoirTableQuery *self, guint column)
{
  return column < self->references->len ? g_ptr_array_index (self->references, column) : NULL;
}

static gboolean
same_rows_but_words (ComptoirTableQuery *self, ComptoirTableQuery *before)
{
  if (self->table != before->table || self->n_rows != before->n_rows
      || strcmp (self->filters_text, before->filters_text) != 0)
    return FALSE;
  for (guint i = 0; i < self->references->len; i++)
    if (before->words[0] != NULL && get_reference (self, i) != get_reference (before, i))
      return FALSE;
  return comptoir_search_text_narrows ((const char *const *) self->words,
                                       (const char *const *) before->words);
}

static gboolean
same_order (ComptoirTableQuery *self, ComptoirTableQuery *before)
{
  return g_strcmp0 (self->sort, before->sort) == 0 && self->descending == before->descending;
}

static GPtrArray *
make_matchers (ComptoirTableQuery *self)
{
  GPtrArray *matchers = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_matcher_free);

  for (guint i = 0; i < self->filters->len; i++)
    g_ptr_array_add (matchers, comptoir_matcher_new (g_ptr_array_index (self->filters, i),
                                                     self->table, self->zone));
  return matchers;
}

static gboolean
matches_all (GPtrArray *matchers, guint row)
{
  for (guint i = 0; i < matchers->len; i++)
    if (!comptoir_matcher_matches (g_ptr_array_index (matchers, i), row))
      return FALSE;
  return TRUE;
}

/* @among: (nullable): the rows to look at, in this order; all of the table when %NULL */
static GArray *
find_words (ComptoirTableQuery *self,
            GArray *among,
            ComptoirSearchText **text,
            GCancellable *cancellable)
{
  if (*text == NULL
      || !comptoir_search_text_is_of (*text, self->table, self->n_rows, self->references))
    {
      g_clear_pointer (text, comptoir_search_text_unref);
      *text = comptoir_search_text_new (self->table, self->n_rows, self->references, cancellable);
    }
  if (*text == NULL)
    return NULL;
  return comptoir_search_text_find (*text, (const char *const *) self->words, among);
}

/* @among: (nullable): as above */
static GArray *
filter_rows (ComptoirTableQuery *self, GArray *among, GCancellable *cancellable)
{
  guint n = among != NULL ? among->len : self->n_rows;
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_autoptr (GPtrArray) matchers = make_matchers (self);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = among != NULL ? g_array_index (among, guint32, i) : i;

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (matches_all (matchers, row))
        g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static GArray *
select_rows (ComptoirTableQuery *self,
             GArray *among,
             ComptoirSearchText **text,
             GCancellable *cancellable)
{
  g_autoptr (GArray) found = NULL;

  if (self->words[0] == NULL)
    return filter_rows (self, among, cancellable);
  found = find_words (self, among, text, cancellable);
  if (found == NULL || self->filters->len == 0)
    return g_steal_pointer (&found);
  return filter_rows (self, found, cancellable);
}

static gboolean
sort_rows (ComptoirTableQuery *self, GArray *rows, GCancellable *cancellable)
{
  guint column;

  if (self->sort == NULL || !comptoir_table_find_column (self->table, self->sort, &column))
    return TRUE;
  return comptoir_table_sort (self->table, column, self->descending, get_reference (self, column),
                              self->zone, (guint32 *) (gpointer) rows->data, rows->len,
                              cancellable);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

ComptoirTableQuery *
comptoir_table_query_new (ComptoirTable *table,
                          guint n_rows,
                          ComptoirShop *shop,
                          const char *search,
                          GPtrArray *filters,
                          const char *sort,
                          gboolean descending)
{
  ComptoirTableQuery *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);
  g_return_val_if_fail (n_rows <= comptoir_table_get_n_rows (table), NULL);

  self = g_new0 (ComptoirTableQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->table = g_object_ref (table);
  self->n_rows = n_rows;
  self->references = g_ptr_array_new_with_free_func (clear_reference);
  self->zone = comptoir_display_dup_zone (shop);
  self->words = comptoir_search_text_split (search);
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  for (guint i = 0; filters != NULL && i < filters->len; i++)
    g_ptr_array_add (self->filters, comptoir_filter_copy (g_ptr_array_index (filters, i)));
  self->filters_text = comptoir_filters_to_string (self->filters);
  self->sort = g_strdup (sort);
  self->descending = descending;
  find_references (self, shop);
  return self;
}

ComptoirTableQuery *
comptoir_table_query_ref (ComptoirTableQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
comptoir_table_query_unref (ComptoirTableQuery *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->table);
  g_ptr_array_unref (self->references);
  g_time_zone_unref (self->zone);
  g_strfreev (self->words);
  g_ptr_array_unref (self->filters);
  g_free (self->filters_text);
  g_free (self->sort);
  g_free (self);
}

/**
 * comptoir_table_query_get_table:
 *
 * Returns: (transfer none): the table asked about
 */
ComptoirTable *
comptoir_table_query_get_table (ComptoirTableQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

guint
comptoir_table_query_get_n_rows (ComptoirTableQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * comptoir_table_query_is_plain:
 *
 * Whether the answer is all rows in the order of the table, so that it needs no working out.
 */
gboolean
comptoir_table_query_is_plain (ComptoirTableQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->words[0] == NULL && self->filters->len == 0 && self->sort == NULL;
}

/**
 * comptoir_table_query_searches:
 *
 * Whether there are words to look for.
 */
gboolean
comptoir_table_query_searches (ComptoirTableQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->words[0] != NULL;
}

/**
 * comptoir_table_query_uses_references:
 *
 * Whether the answer changes with what the rows of other resources are called.
 */
gboolean
comptoir_table_query_uses_references (ComptoirTableQuery *self)
{
  guint column;

  g_return_val_if_fail (self != NULL, FALSE);

  return self->words[0] != NULL
         || (self->sort != NULL && comptoir_table_find_column (self->table, self->sort, &column)
             && comptoir_table_get_column_reference (self->table, column) != NULL);
}

/**
 * comptoir_table_query_run:
 * @before: (nullable): a query that was answered before
 * @rows: (nullable): its answer
 * @text: (inout) (nullable): the folded rows from before, and those to use the next time
 *
 * From any thread. Where @self only narrows @before, no other rows than @rows are looked at.
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the row numbers, %NULL when cancelled
 */
GArray *
comptoir_table_query_run (ComptoirTableQuery *self,
                          ComptoirTableQuery *before,
                          GArray *rows,
                          ComptoirSearchText **text,
                          GCancellable *cancellable)
{
  g_autoptr (GArray) found = NULL;
  gboolean narrows, sorted;

  g_return_val_if_fail (self != NULL, NULL);

  narrows = before != NULL && rows != NULL && same_rows_but_words (self, before);
  sorted = narrows && same_order (self, before);
  found = select_rows (self, narrows ? rows : NULL, text, cancellable);
  if (found == NULL)
    return NULL;
  if (!sorted && narrows && self->sort == NULL)
    g_array_sort (found, compare_rows);
  else if (!sorted && !sort_rows (self, found, cancellable))
    return NULL;
  return g_steal_pointer (&found);
}
