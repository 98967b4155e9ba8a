/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-lookup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-distinct.h"

#define SET_ID    "idVariation"
#define SET_TITLE "variationTitle"

struct _ComptoirLookup
{
  ComptoirTable *table;
  ComptoirDistinct *ids;
  GArray *rows; /* guint32, by the id's number: the first row that has it */
  guint n_rows; /* rows gone through */
  gboolean for_references;
};

/* "deptID", "idVariation": ids under a longer name. */
static gboolean
is_like_an_id (const char *name)
{
  return g_str_has_suffix (name, "ID") || g_str_has_suffix (name, "_id")
         || g_str_has_prefix (name, "id_")
         || (g_str_has_prefix (name, "id") && g_ascii_isupper (name[2]));
}

/* Where variations come as one row a choice, those of a set share its id and title, and an item
 * names the set. */
static gboolean
has_sets (ComptoirTable *table)
{
  guint column;

  return g_strcmp0 (comptoir_table_get_resource (table), "variations") == 0
         && comptoir_table_find_column (table, SET_ID, &column)
         && comptoir_table_find_column (table, SET_TITLE, &column);
}

static gboolean
find_key_column (ComptoirLookup *self, guint *column)
{
  return self->for_references && has_sets (self->table)
             ? comptoir_table_find_column (self->table, SET_ID, column)
             : comptoir_lookup_find_id_column (self->table, column);
}

/* An order that isn't paid names no method of the shop (kash-api.md §4). */
static const char *
get_payment_word (ComptoirLookup *self, const char *id, gsize length)
{
  if (!self->for_references || length != 2
      || g_strcmp0 (comptoir_table_get_resource (self->table), "payment-methods") != 0)
    return NULL;
  if (memcmp (id, "-1", 2) == 0)
    return _ ("To be paid");
  return memcmp (id, "-2", 2) == 0 ? _ ("Quote") : NULL;
}

static void
add_new_rows (ComptoirLookup *self)
{
  guint n_rows = comptoir_table_get_n_rows (self->table);
  guint column;

  if (self->n_rows == n_rows || !find_key_column (self, &column))
    return;

  for (; self->n_rows < n_rows; self->n_rows++)
    {
      const char *text = NULL;
      gsize length = 0;
      gboolean added;
      guint32 row = self->n_rows;
      ComptoirCellKind kind = comptoir_table_get_cell (self->table, row, column, &text, &length);

      if (kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER)
        continue;
      comptoir_distinct_add (self->ids, text, length, &added);
      if (added)
        g_array_append_val (self->rows, row);
    }
}

/* Appends a cell's words, parted by a blank; nothing when it is empty or no text. */
static void
append_words (GString *title, ComptoirTable *table, guint row, const char *column_name)
{
  const char *text = NULL;
  gsize length = 0;
  guint column;
  ComptoirCellKind kind;

  if (!comptoir_table_find_column (table, column_name, &column))
    return;
  kind = comptoir_table_get_cell (table, row, column, &text, &length);
  if ((kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER) || length == 0)
    return;
  if (title->len > 0)
    g_string_append_c (title, ' ');
  g_string_append_len (title, text, (gssize) length);
}

ComptoirLookup *
comptoir_lookup_new (ComptoirTable *table)
{
  ComptoirLookup *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirLookup, 1);
  self->table = g_object_ref (table);
  self->ids = comptoir_distinct_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * comptoir_lookup_new_for_references:
 * @table: what other tables' columns refer to
 *
 * Like comptoir_lookup_new(), by the ids that references to the table name: of variations, the
 * sets' where there are sets.
 *
 * Returns: (transfer full): a lookup
 */
ComptoirLookup *
comptoir_lookup_new_for_references (ComptoirTable *table)
{
  ComptoirLookup *self = comptoir_lookup_new (table);

  g_return_val_if_fail (self != NULL, NULL);
  self->for_references = TRUE;
  return self;
}

ComptoirTable *
comptoir_lookup_get_table (ComptoirLookup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

/**
 * comptoir_lookup_find:
 * @id: the id as the cell has it
 * @length: in bytes
 * @row: (out): the first row with that id
 *
 * Not for several threads at once: the first look goes through the rows.
 */
gboolean
comptoir_lookup_find (ComptoirLookup *self, const char *id, gsize length, guint *row)
{
  guint number;

  g_return_val_if_fail (self != NULL && id != NULL && row != NULL, FALSE);

  add_new_rows (self);
  if (!comptoir_distinct_find (self->ids, id, length, &number))
    return FALSE;
  *row = g_array_index (self->rows, guint32, number);
  return TRUE;
}

/**
 * comptoir_lookup_dup_title_of:
 * @id: the id as the cell has it
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): what the row of that id, or the set of variations, is called
 */
char *
comptoir_lookup_dup_title_of (ComptoirLookup *self, const char *id, gsize length)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint row;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (get_payment_word (self, id, length) != NULL)
    return g_strdup (get_payment_word (self, id, length));
  if (!comptoir_lookup_find (self, id, length, &row))
    return NULL;
  if (self->for_references && has_sets (self->table))
    append_words (title, self->table, row, SET_TITLE);
  return title->len > 0 ? g_utf8_make_valid (title->str, (gssize) title->len)
                        : comptoir_lookup_dup_title (self->table, row);
}

void
comptoir_lookup_free (ComptoirLookup *self)
{
  if (self == NULL)
    return;
  comptoir_distinct_free (self->ids);
  g_array_unref (self->rows);
  g_object_unref (self->table);
  g_free (self);
}

/**
 * comptoir_lookup_find_id_column:
 * @column: (out): the column that holds the rows' own ids
 *
 * The column "id" in any case, else the first that is named like one and doesn't point to another
 * resource: "idVariation" in variations. From any thread.
 */
gboolean
comptoir_lookup_find_id_column (ComptoirTable *table, guint *column)
{
  guint n_columns;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table) && column != NULL, FALSE);

  if (comptoir_table_find_column (table, "id", column))
    return TRUE;

  n_columns = comptoir_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    if (g_ascii_strcasecmp (comptoir_table_get_column_name (table, i), "id") == 0)
      {
        *column = i;
        return TRUE;
      }
  for (guint i = 0; i < n_columns; i++)
    {
      const char *reference = comptoir_table_get_column_reference (table, i);

      if (is_like_an_id (comptoir_table_get_column_name (table, i))
          && (reference == NULL || g_strcmp0 (reference, comptoir_table_get_resource (table)) == 0))
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * comptoir_lookup_dup_title:
 *
 * What a row is called: a client by first and last name, another row by its title, else the first
 * name-like field it has. From any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when the row has nothing of a name
 */
char *
comptoir_lookup_dup_title (ComptoirTable *table, guint row)
{
  /* In clients "title" is the form of address (kash-api.md §3). */
  static const char *const names[] = { "title", "name",  "surname", "shortTitle", "label", "nom",
                                       "login", "email", "barcode", "comment",    NULL };
  g_autoptr (GString) title = g_string_new (NULL);
  const char *resource;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);
  g_return_val_if_fail (row < comptoir_table_get_n_rows (table), NULL);

  resource = comptoir_table_get_resource (table);
  if (g_strcmp0 (resource, "clients") == 0 || g_strcmp0 (resource, "users") == 0)
    {
      append_words (title, table, row, "surname");
      append_words (title, table, row, "name");
    }
  for (guint i = 0; names[i] != NULL && title->len == 0; i++)
    append_words (title, table, row, names[i]);
  if (title->len == 0)
    return NULL;
  return g_utf8_make_valid (title->str, (gssize) title->len);
}
