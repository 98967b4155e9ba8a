/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-catalogue.h"

#include "comptoir-fold.h"
#include "comptoir-item-index.h"
#include "comptoir-lookup.h"

static void
item_match_free (gpointer data)
{
  ComptoirItemMatch *match = data;

  g_free (match->title);
  g_free (match->department);
  g_free (match);
}

static ComptoirItemMatch *
item_match_new (ComptoirCatalogue *self, ComptoirTable *table, guint row, gint64 id)
{
  ComptoirItemMatch *match = g_new0 (ComptoirItemMatch, 1);
  gint64 department;

  match->id = id;
  match->title = comptoir_lookup_dup_title (table, row);
  if (match->title == NULL)
    match->title = g_strdup ("");
  if (comptoir_catalogue_read_integer (table, row, "deptID", &department))
    match->department = comptoir_catalogue_dup_title (self, KASH_RESOURCE_DEPARTMENTS, department);
  if (match->department == NULL)
    match->department = g_strdup ("");
  match->has_price = comptoir_catalogue_read_decimal (table, row, "price", &match->price);
  return match;
}

/* An item whose id is no number can't be ordered (kash-api.md §4). */
static void
add_row (ComptoirCatalogue *self,
         GPtrArray *matches,
         ComptoirTable *table,
         guint row,
         gboolean exact)
{
  ComptoirItemMatch *match;
  guint column;
  gint64 id;

  if (!comptoir_lookup_find_id_column (table, &column)
      || !comptoir_catalogue_read_integer (table, row,
                                           comptoir_table_get_column_name (table, column), &id)
      || id <= 0)
    return;
  for (guint i = 0; i < matches->len; i++)
    if (((ComptoirItemMatch *) g_ptr_array_index (matches, i))->id == id)
      return;
  match = item_match_new (self, table, row, id);
  match->by_barcode = exact;
  g_ptr_array_add (matches, match);
}

/**
 * comptoir_catalogue_match:
 * @typed: part of a name, an id or a barcode
 * @max: how many to find at most
 *
 * Returns: (transfer full) (element-type ComptoirItemMatch): what it may mean, best first: a whole
 *   barcode, a whole id, then titles
 */
GPtrArray *
comptoir_catalogue_match (ComptoirCatalogue *self, const char *typed, guint max)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (item_match_free);
  g_autofree char *folded = NULL;
  g_autoptr (GArray) rows = NULL;
  ComptoirDataset *items;
  ComptoirTable *table;
  ComptoirItemIndex *index;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), matches);
  g_return_val_if_fail (typed != NULL, matches);

  items = comptoir_catalogue_get_dataset (self, KASH_RESOURCE_ITEMS);
  table = comptoir_dataset_get_table (items);
  folded = g_strstrip (comptoir_fold (typed));
  if (table == NULL || *folded == '\0')
    return matches;

  index = comptoir_item_index_get (table);
  comptoir_item_index_extend (index, comptoir_dataset_get_n_rows (items), G_MAXUINT);
  if (comptoir_item_index_find_barcode (index, folded, &row))
    add_row (self, matches, table, row, TRUE);
  if (comptoir_dataset_find_row (items, folded, &row))
    add_row (self, matches, table, row, TRUE);
  rows = comptoir_item_index_find (index, folded, max);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, matches, table, g_array_index (rows, guint, i), FALSE);
  if (matches->len > max)
    g_ptr_array_set_size (matches, (int) max);
  return matches;
}
