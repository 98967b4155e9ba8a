/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row-builder.h"

#include "comptoir-table-private.h"

#include <string.h>

#define NO_COLUMN G_MAXUINT

/* A column as a name in JSON is compared with it. Rows mostly have the same fields in the same
 * order, so each column remembers which came after it. */
typedef struct
{
  const char *name;
  gsize length;
  gboolean plain; /* as it stands between quotes in JSON */
  guint successor;
} KnownColumn;

struct _ComptoirRowBuilder
{
  ComptoirTable *table;
  GArray *known;  /* KnownColumn, by column */
  GArray *places; /* guint, the columns of rows that are arrays */
  guint first;    /* the column rows begin with */
  guint previous;
  guint column; /* where the next value goes */
  guint id_column;
  GString *key;
  gboolean keyed;
  gboolean key_is_id;
};

static inline KnownColumn *
get_known (ComptoirRowBuilder *self, guint column)
{
  while (self->known->len <= column)
    {
      const char *name = comptoir_table_get_column_name (self->table, self->known->len);
      KnownColumn known = { name, strlen (name), TRUE, NO_COLUMN };

      for (const char *p = name; *p != '\0'; p++)
        if (*p == '"' || *p == '\\')
          known.plain = FALSE;
      g_array_append_val (self->known, known);
    }
  return &g_array_index (self->known, KnownColumn, column);
}

/* The next value goes to @column, or beside it when the row has that field twice. */
static inline void
enter_column (ComptoirRowBuilder *self, guint column)
{
  self->previous = column;
  if (comptoir_table_has_cell (self->table, column))
    column = comptoir_table_add_column (self->table,
                                        comptoir_table_get_column_name (self->table, column), -1);
  self->column = column;
}

/* A key that says no more than the row's own id isn't kept. */
static void
put_key (ComptoirRowBuilder *self)
{
  guint column = self->id_column;

  if (comptoir_table_has_cell (self->table, column))
    {
      if (self->key_is_id)
        return;
      column = comptoir_table_add_column (self->table, "key", -1);
    }
  comptoir_table_set_cell (self->table, column, COMPTOIR_CELL_TEXT, self->key->str, self->key->len);
}

/**
 * comptoir_row_builder_new:
 * @table: the table that gets the rows
 *
 * Returns: (transfer full): a builder; free it with comptoir_row_builder_free()
 */
ComptoirRowBuilder *
comptoir_row_builder_new (ComptoirTable *table)
{
  ComptoirRowBuilder *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirRowBuilder, 1);
  self->table = g_object_ref (table);
  self->known = g_array_new (FALSE, FALSE, sizeof (KnownColumn));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->key = g_string_new (NULL);
  self->first = self->previous = self->id_column = NO_COLUMN;
  return self;
}

/**
 * comptoir_row_builder_set_key:
 * @self: a builder
 * @key: the name under which the next row stands in its object
 * @length: its length
 */
void
comptoir_row_builder_set_key (ComptoirRowBuilder *self, const char *key, gsize length)
{
  g_string_truncate (self->key, 0);
  g_string_append_len (self->key, key, length);
}

/**
 * comptoir_row_builder_get_key:
 * @self: a builder
 * @length: (out): the key's length
 *
 * Returns: (transfer none): the key set last
 */
const char *
comptoir_row_builder_get_key (ComptoirRowBuilder *self, gsize *length)
{
  *length = self->key->len;
  return self->key->str;
}

/**
 * comptoir_row_builder_begin:
 * @self: a builder
 * @keyed: whether the row has a key
 *
 * Begins a row. A key is the row's "id" where it has none; where it has another it is its "key".
 */
void
comptoir_row_builder_begin (ComptoirRowBuilder *self, gboolean keyed)
{
  self->previous = NO_COLUMN;
  self->keyed = keyed;
  self->key_is_id = FALSE;
  /* The id stands first, whether the rows have it or their keys are it. */
  if (keyed && self->id_column == NO_COLUMN)
    self->id_column = comptoir_table_ensure_column (self->table, "id", -1);
}

/**
 * comptoir_row_builder_match_field:
 * @self: a builder
 * @json: a quote before a field's name
 * @end: where the bytes end
 *
 * Enters the field that came next in earlier rows if its name stands here.
 *
 * Returns: (nullable): what follows the name's closing quote; %NULL if it is another, or cut
 */
const char *
comptoir_row_builder_match_field (ComptoirRowBuilder *self, const char *json, const char *end)
{
  guint guess
      = self->previous == NO_COLUMN ? self->first : get_known (self, self->previous)->successor;
  const KnownColumn *known;

  if (guess == NO_COLUMN)
    return NULL;
  known = get_known (self, guess);
  if (!known->plain || (gsize) (end - json) <= known->length + 1 || json[known->length + 1] != '"'
      || memcmp (json + 1, known->name, known->length) != 0)
    return NULL;
  enter_column (self, guess);
  return json + known->length + 2;
}

/**
 * comptoir_row_builder_enter_field:
 * @self: a builder
 * @name: a field's name
 * @length: its length
 *
 * The next value is that field's.
 */
void
comptoir_row_builder_enter_field (ComptoirRowBuilder *self, const char *name, gsize length)
{
  guint column = comptoir_table_ensure_column (self->table, name, length);

  get_known (self, column);
  if (self->previous == NO_COLUMN)
    self->first = column;
  else
    get_known (self, self->previous)->successor = column;
  enter_column (self, column);
}

/**
 * comptoir_row_builder_enter_place:
 * @self: a builder
 * @place: a place in a row that is an array, from 0
 *
 * The next value is that place's; its column is named by the place, from 1.
 */
void
comptoir_row_builder_enter_place (ComptoirRowBuilder *self, guint place)
{
  while (self->places->len <= place)
    {
      char name[16];
      guint column;

      g_snprintf (name, sizeof name, "%u", self->places->len + 1);
      column = comptoir_table_ensure_column (self->table, name, -1);
      g_array_append_val (self->places, column);
    }
  self->column = g_array_index (self->places, guint, place);
}

/**
 * comptoir_row_builder_set:
 * @self: a builder
 * @kind: how the value came in
 * @text: (nullable): its text
 * @length: the text's length
 *
 * Sets the value of the field or place that was entered.
 */
void
comptoir_row_builder_set (ComptoirRowBuilder *self,
                          ComptoirCellKind kind,
                          const char *text,
                          gsize length)
{
  if (self->column == self->id_column)
    self->key_is_id
        = length == self->key->len && length > 0 && memcmp (text, self->key->str, length) == 0;
  comptoir_table_set_cell (self->table, self->column, kind, text, length);
}

/**
 * comptoir_row_builder_end:
 * @self: a builder
 *
 * Commits the row.
 */
void
comptoir_row_builder_end (ComptoirRowBuilder *self)
{
  if (self->keyed)
    put_key (self);
  comptoir_table_commit_row (self->table);
}

/**
 * comptoir_row_builder_free:
 * @self: (transfer full): a builder
 */
void
comptoir_row_builder_free (ComptoirRowBuilder *self)
{
  g_object_unref (self->table);
  g_array_unref (self->known);
  g_array_unref (self->places);
  g_string_free (self->key, TRUE);
  g_free (self);
}
