/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-catalogue.h"

#include "comptoir-lookup.h"

/* The vendor's field names (kash-api.md §3): an item's variationID0…4 are sets, and a variation's
 * idVariation is its set where the row has an id of its own. */
static const char *const set_fields[KASH_MAX_VARIATIONS]
    = { "variationID0", "variationID1", "variationID2", "variationID3", "variationID4" };

#define SET_FIELD "idVariation"

static void
variation_free (gpointer data)
{
  ComptoirVariation *variation = data;

  g_free (variation->set);
  g_free (variation->title);
  g_free (variation);
}

static gboolean
find_id_field (ComptoirTable *table, const char **field)
{
  guint column;

  if (!comptoir_lookup_find_id_column (table, &column))
    return FALSE;
  *field = comptoir_table_get_column_name (table, column);
  return TRUE;
}

/* Reads what has no text. A price difference that isn't there is none. */
static gboolean
read_figures (ComptoirTable *table, guint row, ComptoirVariation *variation)
{
  const char *id_field;

  if (!find_id_field (table, &id_field)
      || !comptoir_catalogue_read_integer (table, row, id_field, &variation->id)
      || variation->id <= 0)
    return FALSE;
  if (!comptoir_catalogue_read_decimal (table, row, "deltaPrice", &variation->delta))
    variation->delta = (ComptoirDecimal){ 0, 0 };
  variation->unavailable = comptoir_catalogue_read_boolean (table, row, "unavailable");
  return TRUE;
}

static char *
dup_or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static void
add_variation (GPtrArray *variations, ComptoirTable *table, guint row)
{
  ComptoirVariation figures = { 0 };
  ComptoirVariation *variation;

  if (!read_figures (table, row, &figures))
    return;
  variation = g_memdup2 (&figures, sizeof figures);
  variation->title = dup_or_empty (comptoir_lookup_dup_title (table, row));
  variation->set = dup_or_empty (comptoir_catalogue_read_text (table, row, "variationTitle"));
  g_ptr_array_add (variations, variation);
}

/* Returns: whether the data says which sets the item has; none is an answer too */
static gboolean
get_sets (ComptoirCatalogue *self, gint64 item, gint64 sets[KASH_MAX_VARIATIONS])
{
  ComptoirDataset *items = comptoir_catalogue_get_dataset (self, KASH_RESOURCE_ITEMS);
  ComptoirTable *table = comptoir_dataset_get_table (items);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item);
  gboolean said = FALSE;
  guint row, column;

  if (table == NULL || !comptoir_dataset_find_row (items, id, &row))
    return FALSE;
  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    {
      said = said || comptoir_table_find_column (table, set_fields[i], &column);
      if (!comptoir_catalogue_read_integer (table, row, set_fields[i], &sets[i]))
        sets[i] = 0;
    }
  return said;
}

static gboolean
is_in_sets (ComptoirTable *table, guint row, const gint64 sets[KASH_MAX_VARIATIONS], guint place)
{
  gint64 set;

  return sets[place] > 0 && comptoir_catalogue_read_integer (table, row, SET_FIELD, &set)
         && set == sets[place];
}

static gboolean
has_sets (ComptoirTable *table)
{
  const char *id_field;
  guint column;

  return comptoir_table_find_column (table, SET_FIELD, &column) && find_id_field (table, &id_field)
         && !g_str_equal (id_field, SET_FIELD);
}

/**
 * comptoir_catalogue_get_variation:
 * @variation: (out caller-allocates): its id, price difference and whether it can't be had; no
 * texts
 *
 * Returns: %FALSE while it isn't known
 */
gboolean
comptoir_catalogue_get_variation (ComptoirCatalogue *self, gint64 id, ComptoirVariation *variation)
{
  ComptoirDataset *dataset;
  g_autofree char *text = NULL;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (variation != NULL, FALSE);

  dataset = comptoir_catalogue_get_dataset (self, KASH_RESOURCE_VARIATIONS);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  *variation = (ComptoirVariation){ 0 };
  return comptoir_dataset_find_row (dataset, text, &row)
         && read_figures (comptoir_dataset_get_table (dataset), row, variation);
}

/**
 * comptoir_catalogue_dup_variations:
 * @item: an item's id
 *
 * Returns: (transfer full) (element-type ComptoirVariation): those of the item's own sets, set
 * after set; all where the data doesn't say which
 */
GPtrArray *
comptoir_catalogue_dup_variations (ComptoirCatalogue *self, gint64 item)
{
  GPtrArray *variations = g_ptr_array_new_with_free_func (variation_free);
  ComptoirDataset *dataset;
  ComptoirTable *table;
  gint64 sets[KASH_MAX_VARIATIONS] = { 0 };
  guint n_rows;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), variations);

  dataset = comptoir_catalogue_get_dataset (self, KASH_RESOURCE_VARIATIONS);
  table = comptoir_dataset_get_table (dataset);
  n_rows = comptoir_dataset_get_n_rows (dataset);
  if (table != NULL && has_sets (table) && get_sets (self, item, sets))
    {
      for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
        for (guint row = 0; row < n_rows; row++)
          if (is_in_sets (table, row, sets, i))
            add_variation (variations, table, row);
    }
  else if (table != NULL)
    for (guint row = 0; row < n_rows; row++)
      add_variation (variations, table, row);
  return variations;
}
