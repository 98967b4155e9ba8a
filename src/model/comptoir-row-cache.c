/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row-cache.h"

struct _ComptoirRowCache
{
  ComptoirTable *table;
  GHashTable *live; /* index → Live */
};

typedef struct
{
  ComptoirRowCache *cache;
  ComptoirRow *row; /* unowned, watched */
  guint index;
} Live;

static void
on_row_gone (gpointer data, GObject *row)
{
  Live *live = data;

  live->row = NULL;
  g_hash_table_remove (live->cache->live, GUINT_TO_POINTER (live->index));
}

static void
live_free (Live *live)
{
  if (live->row != NULL)
    g_object_weak_unref (G_OBJECT (live->row), on_row_gone, live);
  g_free (live);
}

ComptoirRowCache *
comptoir_row_cache_new (ComptoirTable *table)
{
  ComptoirRowCache *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirRowCache, 1);
  self->table = g_object_ref (table);
  self->live = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) live_free);
  return self;
}

/**
 * comptoir_row_cache_dup_row:
 * @index: the row's number in the table
 *
 * Returns: (transfer full): the row that is in use, else a new one
 */
ComptoirRow *
comptoir_row_cache_dup_row (ComptoirRowCache *self, guint index)
{
  Live *live;

  g_return_val_if_fail (self != NULL, NULL);

  live = g_hash_table_lookup (self->live, GUINT_TO_POINTER (index));
  if (live != NULL)
    return g_object_ref (live->row);

  live = g_new0 (Live, 1);
  live->cache = self;
  live->row = comptoir_row_new (self->table, index);
  live->index = index;
  g_object_weak_ref (G_OBJECT (live->row), on_row_gone, live);
  g_hash_table_insert (self->live, GUINT_TO_POINTER (index), live);
  return live->row;
}

/* Rows in use live on; they are just not given out again. */
void
comptoir_row_cache_free (ComptoirRowCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->live);
  g_object_unref (self->table);
  g_free (self);
}
