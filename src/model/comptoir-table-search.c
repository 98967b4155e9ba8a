/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-search.h"

#include <string.h>

#include "comptoir-distinct.h"
#include "comptoir-fold.h"
#include "comptoir-lookup.h"

/* A row is folded into one buffer, cell after cell, and the words are looked for in it. Keeping
 * the folded text of a table instead would double what it takes in memory, and gain little: most
 * cells are ASCII, which is folded as fast as it is read. */

/* Between cells, so that no word is found across two of them. */
#define SEPARATOR '\n'

typedef struct
{
  guint column;
  ComptoirLookup *lookup; /* (nullable): of the table it refers to */
  ComptoirDistinct *ids;  /* seen in the column */
  GArray *starts;         /* gsize, by number: where in titles the id's title begins */
  GString *titles;        /* folded, each closed by the separator */
} Column;

struct _ComptoirTableSearch
{
  ComptoirTable *table;
  GStrv words;
  GStrv other_words; /* with a decimal point in place of a comma, else empty */
  GArray *columns;   /* Column: those that can hold one of the words */
  GString *buffer;
};

static void
clear_column (Column *column)
{
  g_clear_pointer (&column->lookup, comptoir_lookup_free);
  g_clear_pointer (&column->ids, comptoir_distinct_free);
  g_clear_pointer (&column->starts, g_array_unref);
  if (column->titles != NULL)
    g_string_free (g_steal_pointer (&column->titles), TRUE);
}

/* Whether a word can occur in a column, going by the letters that such values are made of. */
static gboolean
can_hold (ComptoirColumnType type, const char *word)
{
  switch (type)
    {
    case COMPTOIR_COLUMN_INTEGER:
    case COMPTOIR_COLUMN_DECIMAL:
    case COMPTOIR_COLUMN_MONEY:
      return strspn (word, "0123456789.,+-e") == strlen (word);
    case COMPTOIR_COLUMN_DATE:
      return strspn (word, "0123456789-+:./tz") == strlen (word);
    case COMPTOIR_COLUMN_BOOLEAN: /* shown as yes and no: a hit on "1" would puzzle */
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
can_hold_any (ComptoirColumnType type, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (can_hold (type, words[i]))
      return TRUE;
  return FALSE;
}

static void
append_title (Column *column, const char *id, gsize length)
{
  guint row;
  gsize start = column->titles->len;

  g_array_append_val (column->starts, start);
  if (comptoir_lookup_find (column->lookup, id, length, &row))
    {
      g_autofree char *title
          = comptoir_lookup_dup_title (comptoir_lookup_get_table (column->lookup), row);

      if (title != NULL)
        comptoir_fold_append (column->titles, title, strlen (title));
    }
  g_string_append_c (column->titles, SEPARATOR);
}

static void
fold_reference (Column *column, GString *buffer, const char *id, gsize length)
{
  gboolean added;
  guint number = comptoir_distinct_add (column->ids, id, length, &added);
  gsize start, end;

  if (added)
    append_title (column, id, length);
  start = g_array_index (column->starts, gsize, number);
  end = number + 1 < column->starts->len ? g_array_index (column->starts, gsize, number + 1)
                                         : column->titles->len;
  g_string_append_len (buffer, column->titles->str + start, (gssize) (end - start));
}

static void
fold_row (ComptoirTableSearch *self, guint row)
{
  g_string_truncate (self->buffer, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
      const char *text = NULL;
      gsize length = 0;
      ComptoirCellKind kind
          = comptoir_table_get_cell (self->table, row, column->column, &text, &length);

      if (kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER
          && kind != COMPTOIR_CELL_NESTED)
        continue;
      comptoir_fold_append (self->buffer, text, length);
      g_string_append_c (self->buffer, SEPARATOR);
      if (column->lookup != NULL)
        fold_reference (column, self->buffer, text, length);
    }
}

static gboolean
has_word (GString *buffer, const char *word)
{
  return memmem (buffer->str, buffer->len, word, strlen (word)) != NULL;
}

/* "12,5" is looked for as "12.5" too, which is how the service writes it. */
static char *
dup_with_point (const char *word)
{
  g_autofree char *other = NULL;

  if (strchr (word, ',') == NULL || !can_hold (COMPTOIR_COLUMN_DECIMAL, word))
    return g_strdup ("");
  other = g_strdup (word);
  return g_strdelimit (g_steal_pointer (&other), ",", '.');
}

/**
 * comptoir_table_search_split:
 * @search: (nullable): what a person typed
 *
 * Returns: (transfer full): the folded words of it, maybe none
 */
char **
comptoir_table_search_split (const char *search)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = comptoir_fold (search != NULL ? search : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

/**
 * comptoir_table_search_narrows:
 *
 * Whether every row that holds all of @words holds all of @wider, so that only the hits of
 * @wider need be looked at: each of the wider words is part of one of the others.
 */
gboolean
comptoir_table_search_narrows (const char *const *words, const char *const *wider)
{
  for (guint i = 0; wider[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; words[j] != NULL && !found; j++)
        found = strstr (words[j], wider[i]) != NULL && strchr (words[j], ',') == NULL;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/**
 * comptoir_table_search_new:
 * @references: (nullable) (array length=n_references): by column, the table its values refer to
 *   or %NULL
 * @words: folded, as from comptoir_table_search_split()
 */
ComptoirTableSearch *
comptoir_table_search_new (ComptoirTable *table,
                           ComptoirTable *const *references,
                           guint n_references,
                           const char *const *words)
{
  ComptoirTableSearch *self;
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  guint n_columns;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (ComptoirTableSearch, 1);
  self->table = g_object_ref (table);
  self->words = g_strdupv ((char **) words);
  self->buffer = g_string_sized_new (1024);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clear_column);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *other = dup_with_point (words[i]);

      g_strv_builder_add (others, other);
    }
  self->other_words = g_strv_builder_end (others);

  n_columns = comptoir_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    {
      Column column = { i };

      if (!can_hold_any (comptoir_table_get_column_type (table, i), words))
        continue;
      if (i < n_references && references[i] != NULL)
        {
          column.lookup = comptoir_lookup_new (references[i]);
          column.ids = comptoir_distinct_new ();
          column.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
          column.titles = g_string_new (NULL);
        }
      g_array_append_val (self->columns, column);
    }
  return self;
}

/**
 * comptoir_table_search_matches:
 *
 * Returns: whether each word occurs in some cell of the row
 */
gboolean
comptoir_table_search_matches (ComptoirTableSearch *self, guint row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  fold_row (self, row);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (!has_word (self->buffer, self->words[i])
        && (*self->other_words[i] == '\0' || !has_word (self->buffer, self->other_words[i])))
      return FALSE;
  return TRUE;
}

void
comptoir_table_search_free (ComptoirTableSearch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->table);
  g_strfreev (self->words);
  g_strfreev (self->other_words);
  g_array_unref (self->columns);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}
