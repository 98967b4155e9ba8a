/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-private.h"

#include "comptoir-arena.h"
#include "comptoir-facts.h"

#include <string.h>

/* Rows and columns stand in segments of doubling size that never move: segment 0 holds the first
 * 1 << bits, segment n as many as all before it. */
#define ROW_BITS          5
#define COLUMN_BITS       4
#define N_ROW_SEGMENTS    (33 - ROW_BITS)
#define MAX_COLUMNS       (1u << 11)
#define N_COLUMN_SEGMENTS (12 - COLUMN_BITS)

typedef struct
{
  char *name;
  ComptoirNameHints hints;
  guint facts;                       /* atomic */
  guint32 *segments[N_ROW_SEGMENTS]; /* atomic; NULL while all its cells are absent */
} Column;

struct _ComptoirTable
{
  GObject parent_instance;

  char *resource;
  ComptoirArena *arena;
  Column *columns[N_COLUMN_SEGMENTS]; /* atomic */
  guint n_columns;                    /* atomic */
  guint n_rows;                       /* atomic */
  gboolean full;

  /* The appending thread's own. */
  GHashTable *by_name; /* name → its Column's number + 1 */
  guint row;
  guint row_segment;
  guint row_position;
};

G_DEFINE_FINAL_TYPE (ComptoirTable, comptoir_table, G_TYPE_OBJECT)

static inline guint
locate (guint index, guint bits, guint *position)
{
  guint top;

  if (index >> bits == 0)
    {
      *position = index;
      return 0;
    }
  top = g_bit_storage (index) - 1;
  *position = index - (1u << top);
  return top - bits + 1;
}

static inline gsize
get_segment_size (guint segment, guint bits)
{
  return (gsize) 1 << (segment == 0 ? bits : bits + segment - 1);
}

static inline Column *
get_column (ComptoirTable *self, guint number)
{
  guint position;
  guint segment = locate (number, COLUMN_BITS, &position);

  return (Column *) g_atomic_pointer_get (&self->columns[segment]) + position;
}

static guint32 *
add_segment (ComptoirTable *self, Column *column)
{
  guint32 *segment = g_try_new0 (guint32, get_segment_size (self->row_segment, ROW_BITS));

  g_atomic_pointer_set (&column->segments[self->row_segment], segment);
  return segment;
}

static void
locate_row (ComptoirTable *self)
{
  self->row_segment = locate (self->row, ROW_BITS, &self->row_position);
}

static void
comptoir_table_finalize (GObject *object)
{
  ComptoirTable *self = COMPTOIR_TABLE (object);

  g_hash_table_unref (self->by_name);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = get_column (self, i);

      for (guint j = 0; j < N_ROW_SEGMENTS; j++)
        g_free (column->segments[j]);
      g_free (column->name);
    }
  for (guint i = 0; i < N_COLUMN_SEGMENTS; i++)
    g_free (self->columns[i]);
  comptoir_arena_free (self->arena);
  g_free (self->resource);
  G_OBJECT_CLASS (comptoir_table_parent_class)->finalize (object);
}

static void
comptoir_table_class_init (ComptoirTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_table_finalize;
}

static void
comptoir_table_init (ComptoirTable *self)
{
  self->arena = comptoir_arena_new ();
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * comptoir_table_new:
 * @resource: (nullable): the name of the resource the rows are of
 *
 * Returns: (transfer full): a table without rows and columns
 */
ComptoirTable *
comptoir_table_new (const char *resource)
{
  ComptoirTable *self = g_object_new (COMPTOIR_TYPE_TABLE, NULL);

  self->resource = g_strdup (resource);
  return self;
}

/**
 * comptoir_table_get_resource:
 * @self: a table
 *
 * Returns: (nullable) (transfer none): the name of the resource the rows are of
 */
const char *
comptoir_table_get_resource (ComptoirTable *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (self), NULL);

  return self->resource;
}

/**
 * comptoir_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows committed so far; any thread may ask, here and in all that follows
 */
guint
comptoir_table_get_n_rows (ComptoirTable *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (self), 0);

  return g_atomic_int_get (&self->n_rows);
}

/**
 * comptoir_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns met so far
 */
guint
comptoir_table_get_n_columns (ComptoirTable *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (self), 0);

  return g_atomic_int_get (&self->n_columns);
}

/**
 * comptoir_table_get_column_name:
 * @self: a table
 * @column: a column's number
 *
 * Returns: (transfer none): the field's name as it came, for as long as the table lives
 */
const char *
comptoir_table_get_column_name (ComptoirTable *self, guint column)
{
  g_return_val_if_fail (column < comptoir_table_get_n_columns (self), NULL);

  return get_column (self, column)->name;
}

/**
 * comptoir_table_get_column_type:
 * @self: a table
 * @column: a column's number
 *
 * Returns: what the column holds, judged from its name and the rows so far
 */
ComptoirColumnType
comptoir_table_get_column_type (ComptoirTable *self, guint column)
{
  Column *found;

  g_return_val_if_fail (column < comptoir_table_get_n_columns (self), COMPTOIR_COLUMN_TEXT);

  found = get_column (self, column);
  return comptoir_facts_get_type (g_atomic_int_get (&found->facts), &found->hints);
}

/**
 * comptoir_table_get_column_reference:
 * @self: a table
 * @column: a column's number
 *
 * Returns: (nullable) (transfer none): the name of the resource whose ids the column holds
 */
const char *
comptoir_table_get_column_reference (ComptoirTable *self, guint column)
{
  if (comptoir_table_get_column_type (self, column) != COMPTOIR_COLUMN_REFERENCE)
    return NULL;
  return get_column (self, column)->hints.reference;
}

/**
 * comptoir_table_find_column:
 * @self: a table
 * @name: a field's name as it came
 * @column: (out) (optional): its column's number
 *
 * Returns: whether the table has that column
 */
gboolean
comptoir_table_find_column (ComptoirTable *self, const char *name, guint *column)
{
  guint n_columns = comptoir_table_get_n_columns (self);

  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < n_columns; i++)
    if (strcmp (get_column (self, i)->name, name) == 0)
      {
        if (column != NULL)
          *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * comptoir_table_get_cell:
 * @self: a table
 * @row: a row's number
 * @column: a column's number
 * @text: (out) (optional) (nullable) (transfer none): the cell's text in UTF-8, NUL-terminated, for
 *   as long as the table lives; %NULL for the kinds that have none
 * @length: (out) (optional): the text's length in bytes; it may contain NUL
 *
 * Returns: how the cell came in
 */
ComptoirCellKind
comptoir_table_get_cell (ComptoirTable *self,
                         guint row,
                         guint column,
                         const char **text,
                         gsize *length)
{
  const char *found_text = NULL;
  gsize found_length = 0;
  ComptoirCellKind kind = COMPTOIR_CELL_ABSENT;
  const guint32 *segment;
  guint position;

  g_return_val_if_fail (row < comptoir_table_get_n_rows (self), COMPTOIR_CELL_ABSENT);
  g_return_val_if_fail (column < comptoir_table_get_n_columns (self), COMPTOIR_CELL_ABSENT);

  segment = g_atomic_pointer_get (
      &get_column (self, column)->segments[locate (row, ROW_BITS, &position)]);
  if (segment != NULL)
    kind = comptoir_arena_get (self->arena, segment[position], &found_text, &found_length);
  if (text != NULL)
    *text = found_text;
  if (length != NULL)
    *length = found_length;
  return kind;
}

/**
 * comptoir_table_get_memory_size:
 * @self: a table
 *
 * Returns: the bytes the table occupies
 */
gsize
comptoir_table_get_memory_size (ComptoirTable *self)
{
  guint n_columns = comptoir_table_get_n_columns (self);
  gsize size = sizeof *self + comptoir_arena_get_memory_size (self->arena);

  for (guint i = 0; i < n_columns; i++)
    {
      Column *column = get_column (self, i);

      size += sizeof *column + strlen (column->name) + 1;
      for (guint j = 0; j < N_ROW_SEGMENTS; j++)
        if (g_atomic_pointer_get (&column->segments[j]) != NULL)
          size += get_segment_size (j, ROW_BITS) * sizeof (guint32);
    }
  return size;
}

/**
 * comptoir_table_ensure_column:
 * @self: a table, on its appending thread
 * @name: a field's name
 * @length: the name's length in bytes, -1 if NUL-terminated; what follows a NUL is left out
 *
 * Returns: the number of the column of that name, which is added if there is none. When there are
 * 2,048 columns already, the last one, and the table is full.
 */
guint
comptoir_table_ensure_column (ComptoirTable *self, const char *name, gssize length)
{
  g_autofree char *copy = NULL;
  guint segment, position, number;
  gpointer found;
  Column *column;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  copy = length < 0 ? g_strdup (name) : g_strndup (name, length);
  found = g_hash_table_lookup (self->by_name, copy);
  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  number = self->n_columns;
  if (number == MAX_COLUMNS)
    {
      self->full = TRUE;
      return number - 1;
    }
  segment = locate (number, COLUMN_BITS, &position);
  if (position == 0)
    g_atomic_pointer_set (&self->columns[segment],
                          g_new0 (Column, get_segment_size (segment, COLUMN_BITS)));
  column = get_column (self, number);
  column->name = g_steal_pointer (&copy);
  comptoir_name_hints_init (&column->hints, self->resource, column->name);
  g_hash_table_insert (self->by_name, column->name, GUINT_TO_POINTER (number + 1));
  g_atomic_int_set (&self->n_columns, number + 1);
  return number;
}

/**
 * comptoir_table_add_column:
 * @self: a table, on its appending thread
 * @name: the name it should have
 * @length: the name's length in bytes, -1 if NUL-terminated
 *
 * A second column of a name becomes "name (2)", a third "name (3)".
 *
 * Returns: the number of a column that has no cell in the row being made
 */
guint
comptoir_table_add_column (ComptoirTable *self, const char *name, gssize length)
{
  guint column = comptoir_table_ensure_column (self, name, length);
  g_autofree char *base = g_strdup (comptoir_table_get_column_name (self, column));

  for (guint n = 2; comptoir_table_has_cell (self, column) && !self->full; n++)
    {
      g_autofree char *other = g_strdup_printf ("%s (%u)", base, n);

      column = comptoir_table_ensure_column (self, other, -1);
    }
  return column;
}

/**
 * comptoir_table_has_cell:
 * @self: a table, on its appending thread
 * @column: a column's number
 *
 * Returns: whether the row being made has a cell in that column
 */
gboolean
comptoir_table_has_cell (ComptoirTable *self, guint column)
{
  const guint32 *segment = get_column (self, column)->segments[self->row_segment];

  return segment != NULL && segment[self->row_position] != COMPTOIR_ARENA_ABSENT;
}

/**
 * comptoir_table_is_full:
 * @self: a table, on its appending thread
 *
 * Returns: whether something found no room: more than 2,048 columns, 4,294,967,294 rows or some
 * 4 GiB of text. What was committed before is as it was.
 */
gboolean
comptoir_table_is_full (ComptoirTable *self)
{
  return self->full;
}

/**
 * comptoir_table_set_cell:
 * @self: a table, on its appending thread
 * @column: a column's number
 * @kind: how the cell came in
 * @text: (nullable): its text in UTF-8, where the kind has one
 * @length: the text's length in bytes
 *
 * Sets a cell of the row being made.
 */
void
comptoir_table_set_cell (ComptoirTable *self,
                         guint column,
                         ComptoirCellKind kind,
                         const char *text,
                         gsize length)
{
  Column *target;
  guint32 *segment;
  guint facts;

  g_return_if_fail (COMPTOIR_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  target = get_column (self, column);
  segment = target->segments[self->row_segment];
  if (segment == NULL)
    segment = add_segment (self, target);
  if (segment == NULL
      || !comptoir_arena_add (self->arena, kind, text, length, &segment[self->row_position]))
    {
      self->full = TRUE;
      return;
    }
  /* Once there were words, nothing more needs to be known but whether values nest. */
  if ((target->facts & COMPTOIR_FACT_WORDS) != 0 && kind == COMPTOIR_CELL_TEXT)
    return;
  facts = target->facts | comptoir_facts_of_cell (kind, text, length);
  if (facts != target->facts)
    g_atomic_int_set (&target->facts, facts);
}

/**
 * comptoir_table_commit_row:
 * @self: a table, on its appending thread
 *
 * Makes the row visible to all threads and begins the next one.
 */
void
comptoir_table_commit_row (ComptoirTable *self)
{
  g_return_if_fail (COMPTOIR_IS_TABLE (self));

  if (self->full || self->row == G_MAXUINT - 1)
    {
      self->full = TRUE;
      return;
    }
  self->row++;
  locate_row (self);
  g_atomic_int_set (&self->n_rows, self->row);
}
