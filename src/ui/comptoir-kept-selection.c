/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-kept-selection.h"

/* More rows than this aren't looked for again: it would hold up the sort or the refresh. */
#define MAX_KEPT 1000

struct _ComptoirKeptSelection
{
  ComptoirTable *table; /* (nullable): the one that "rows" are of */
  GArray *rows;         /* (element-type guint) */
};

/* (transfer full) (nullable): what a row is known by in the table that replaces this one */
static char *
dup_id (ComptoirTable *table, guint row)
{
  const char *text;
  gsize length;
  guint column;

  if (!comptoir_table_find_column (table, "id", &column))
    return NULL;
  comptoir_table_get_cell (table, row, column, &text, &length);
  return text != NULL ? g_strndup (text, length) : NULL;
}

static gboolean
find_again (ComptoirTableModel *model, ComptoirTable *table, guint row, guint *position)
{
  ComptoirDataset *dataset = comptoir_table_model_get_dataset (model);

  if (comptoir_dataset_get_table (dataset) != table)
    {
      g_autofree char *id = dup_id (table, row);

      if (id == NULL || !comptoir_dataset_find_row (dataset, id, &row))
        return FALSE;
    }
  return comptoir_table_model_find_position (model, row, position);
}

/**
 * comptoir_kept_selection_new:
 *
 * Returns: (transfer full): one with nothing to remember
 */
ComptoirKeptSelection *
comptoir_kept_selection_new (void)
{
  ComptoirKeptSelection *self = g_new0 (ComptoirKeptSelection, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * comptoir_kept_selection_free:
 */
void
comptoir_kept_selection_free (ComptoirKeptSelection *self)
{
  g_clear_object (&self->table);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * comptoir_kept_selection_remember:
 * @selected: the places in @model that are selected; where they are very many, none is remembered
 */
void
comptoir_kept_selection_remember (ComptoirKeptSelection *self,
                                  ComptoirTableModel *model,
                                  GtkBitset *selected)
{
  GtkBitsetIter iter;
  guint position;

  g_return_if_fail (self != NULL);

  g_set_object (&self->table,
                comptoir_dataset_get_table (comptoir_table_model_get_dataset (model)));
  g_array_set_size (self->rows, 0);
  if (gtk_bitset_get_size (selected) > MAX_KEPT
      || !gtk_bitset_iter_init_first (&iter, selected, &position))
    return;
  do
    {
      guint row = comptoir_table_model_get_row_index (model, position);

      g_array_append_val (self->rows, row);
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

/**
 * comptoir_kept_selection_find:
 *
 * Returns: (transfer full): where the remembered rows are in @model now, those that still are
 */
GtkBitset *
comptoir_kept_selection_find (ComptoirKeptSelection *self, ComptoirTableModel *model)
{
  GtkBitset *places;

  g_return_val_if_fail (self != NULL, NULL);

  places = gtk_bitset_new_empty ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint position;

      if (find_again (model, self->table, g_array_index (self->rows, guint, i), &position))
        gtk_bitset_add (places, position);
    }
  return places;
}

/**
 * comptoir_find_row_again:
 * @row: a row of the model's table, or of one it had before
 * @position: (out): its place now
 *
 * Returns: whether the row is still there and shown
 */
gboolean
comptoir_find_row_again (ComptoirTableModel *model, ComptoirRow *row, guint *position)
{
  g_return_val_if_fail (COMPTOIR_IS_ROW (row), FALSE);
  return find_again (model, comptoir_row_get_table (row), comptoir_row_get_index (row), position);
}
