/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row.h"

struct _ComptoirRow
{
  GObject parent_instance;

  ComptoirTable *table;
  guint index;
};

G_DEFINE_FINAL_TYPE (ComptoirRow, comptoir_row, G_TYPE_OBJECT)

static void
comptoir_row_finalize (GObject *object)
{
  ComptoirRow *self = COMPTOIR_ROW (object);

  g_clear_object (&self->table);

  G_OBJECT_CLASS (comptoir_row_parent_class)->finalize (object);
}

static void
comptoir_row_class_init (ComptoirRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_row_finalize;
}

static void
comptoir_row_init (ComptoirRow *self)
{
}

/**
 * comptoir_row_new:
 * @index: the row's number in @table
 *
 * No properties: a list makes and drops rows by the thousand, and cells read the table.
 */
ComptoirRow *
comptoir_row_new (ComptoirTable *table, guint index)
{
  ComptoirRow *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_object_new (COMPTOIR_TYPE_ROW, NULL);
  self->table = g_object_ref (table);
  self->index = index;
  return self;
}

/**
 * comptoir_row_get_table:
 *
 * Returns: (transfer none): the table the row is of
 */
ComptoirTable *
comptoir_row_get_table (ComptoirRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ROW (self), NULL);

  return self->table;
}

guint
comptoir_row_get_index (ComptoirRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ROW (self), 0);

  return self->index;
}
