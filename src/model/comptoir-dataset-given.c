/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-dataset-private.h"

/**
 * comptoir_dataset_new_given:
 *
 * Returns: (transfer full): a dataset without rows that asks nobody for any; give it a table with
 *   comptoir_dataset_give_table()
 */
ComptoirDataset *
comptoir_dataset_new_given (void)
{
  return g_object_new (COMPTOIR_TYPE_DATASET, NULL);
}

/**
 * comptoir_dataset_give_table:
 * @self: a dataset of comptoir_dataset_new_given()
 * @table: (nullable): a whole table, in place of the one before
 */
void
comptoir_dataset_give_table (ComptoirDataset *self, ComptoirTable *table)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));
  g_return_if_fail (self->client == NULL);

  if (!g_set_object (&self->table, table))
    return;
  g_clear_pointer (&self->lookup, comptoir_lookup_free);
  self->n_rows = table != NULL ? comptoir_table_get_n_rows (table) : 0;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "table");
  g_object_notify (G_OBJECT (self), "n-rows");
  g_object_thaw_notify (G_OBJECT (self));
}
