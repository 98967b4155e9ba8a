/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-item-index.h"

#include <string.h>

#include "comptoir-fold.h"
#include "comptoir-search-text.h"

/* Closes each title and barcode, so that none is found across two of them. */
#define SEPARATOR '\n'

struct _ComptoirItemIndex
{
  ComptoirTable *table; /* unowned: the table owns the index */
  guint n_rows;         /* gone through */
  GString *titles;      /* folded */
  GArray *titles_at;    /* gsize, by row and one more: where each begins */
  GString *barcodes;
  GArray *barcodes_at; /* gsize */
};

/* How well a title fits what was typed; the least fits best. */
typedef enum
{
  RANK_WHOLE,
  RANK_BEGINS,
  RANK_WORD_BEGINS, /* all that was typed stands at the beginning of a word */
  RANK_WORDS_BEGIN, /* each word that was typed does */
  RANK_INSIDE,      /* some stand inside a word only */
} Rank;

typedef struct
{
  Rank rank;
  gsize length;
  guint row;
} Hit;

static void
item_index_free (gpointer data)
{
  ComptoirItemIndex *self = data;

  g_string_free (self->titles, TRUE);
  g_string_free (self->barcodes, TRUE);
  g_array_unref (self->titles_at);
  g_array_unref (self->barcodes_at);
  g_free (self);
}

static ComptoirItemIndex *
item_index_new (ComptoirTable *table)
{
  ComptoirItemIndex *self = g_new0 (ComptoirItemIndex, 1);
  gsize start = 0;

  self->table = table;
  self->titles = g_string_new (NULL);
  self->barcodes = g_string_new (NULL);
  self->titles_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->barcodes_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->titles_at, start);
  g_array_append_val (self->barcodes_at, start);
  return self;
}

/* @column: (nullable): the table may not have the field */
static void
add_cell (ComptoirItemIndex *self, guint row, const guint *column, GString *text, GArray *at)
{
  const char *cell = NULL;
  gsize length = 0;
  ComptoirCellKind kind = COMPTOIR_CELL_ABSENT;

  if (column != NULL)
    kind = comptoir_table_get_cell (self->table, row, *column, &cell, &length);
  if (kind == COMPTOIR_CELL_TEXT || kind == COMPTOIR_CELL_NUMBER)
    comptoir_fold_append (text, cell, length);
  g_string_append_c (text, SEPARATOR);
  length = text->len;
  g_array_append_val (at, length);
}

static gsize
get_start (GArray *at, guint row)
{
  return g_array_index (at, gsize, row);
}

/* The row whose text @offset lies in. */
static guint
find_row (GArray *at, gsize offset)
{
  guint low = 0, high = at->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (at, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_part_of_word (char c)
{
  return g_ascii_isalnum (c) || (guint8) c >= 0x80;
}

static gboolean
begins_word (const char *title, const char *at)
{
  return at == title || !is_part_of_word (at[-1]);
}

/* Returns: 0 when @word isn't in the title, 1 when it is inside a word only, 2 when at the
 * beginning of one */
static int
look_for_word (const char *title, gsize length, const char *word)
{
  gsize word_length = strlen (word);
  const char *end = title + length;
  const char *at = memmem (title, length, word, word_length);
  gboolean found = at != NULL;

  while (at != NULL && !begins_word (title, at))
    at = memmem (at + 1, (gsize) (end - at - 1), word, word_length);
  return found + (at != NULL);
}

static gboolean
rank_title (const char *title, gsize length, const char *typed, char **words, Rank *rank)
{
  gsize typed_length = strlen (typed);
  int worst = 2;

  for (guint i = 0; words[i] != NULL && worst > 0; i++)
    worst = MIN (worst, look_for_word (title, length, words[i]));
  if (worst == 0)
    return FALSE;
  if (worst == 1)
    *rank = RANK_INSIDE;
  else if (length >= typed_length && memcmp (title, typed, typed_length) == 0)
    *rank = length == typed_length ? RANK_WHOLE : RANK_BEGINS;
  else if (words[1] == NULL || look_for_word (title, length, typed) == 2)
    *rank = RANK_WORD_BEGINS;
  else
    *rank = RANK_WORDS_BEGIN;
  return TRUE;
}

static int
compare_hits (const Hit *a, const Hit *b)
{
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return (a->row > b->row) - (a->row < b->row);
}

/* Keeps the best @max, in order. */
static void
add_hit (GArray *hits, const Hit *hit, guint max)
{
  guint place = hits->len;

  while (place > 0 && compare_hits (hit, &g_array_index (hits, Hit, place - 1)) < 0)
    place--;
  if (place == max)
    return;
  if (hits->len == max)
    g_array_set_size (hits, max - 1);
  g_array_insert_val (hits, place, *hit);
}

static const char *
get_longest (char **words)
{
  const char *longest = words[0];

  for (guint i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];
  return longest;
}

/**
 * comptoir_item_index_get:
 * @table: a table of items
 *
 * Returns: (transfer none): the index of @table, which may not have all its rows yet
 */
ComptoirItemIndex *
comptoir_item_index_get (ComptoirTable *table)
{
  static GQuark quark = 0;
  ComptoirItemIndex *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("comptoir-item-index");
  self = g_object_get_qdata (G_OBJECT (table), quark);
  if (self == NULL)
    {
      self = item_index_new (table);
      g_object_set_qdata_full (G_OBJECT (table), quark, self, item_index_free);
    }
  return self;
}

/**
 * comptoir_item_index_extend:
 * @n_rows: how many rows of the table it is to have
 * @max: how many to add at most
 *
 * Returns: whether it has them all
 */
gboolean
comptoir_item_index_extend (ComptoirItemIndex *self, guint n_rows, guint max)
{
  guint title, barcode;
  gboolean has_title, has_barcode;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_rows <= comptoir_table_get_n_rows (self->table), FALSE);

  has_title = comptoir_table_find_column (self->table, "title", &title);
  has_barcode = comptoir_table_find_column (self->table, "barcode", &barcode);
  for (; self->n_rows < n_rows && max > 0; self->n_rows++, max--)
    {
      add_cell (self, self->n_rows, has_title ? &title : NULL, self->titles, self->titles_at);
      add_cell (self, self->n_rows, has_barcode ? &barcode : NULL, self->barcodes,
                self->barcodes_at);
    }
  return self->n_rows >= n_rows;
}

/**
 * comptoir_item_index_find_barcode:
 * @typed: a whole barcode, folded
 * @row: (out): the first row that has it
 *
 * A 12-digit UPC-A is the same number as the EAN-13 with a 0 before it (GS1 General
 * Specifications, 5.2): scanners give either.
 */
gboolean
comptoir_item_index_find_barcode (ComptoirItemIndex *self, const char *typed, guint *row)
{
  gsize length;

  g_return_val_if_fail (self != NULL && typed != NULL && row != NULL, FALSE);

  length = strlen (typed);
  if (length == 0 || strchr (typed, SEPARATOR) != NULL)
    return FALSE;
  for (int padded = 0; padded <= (length == 12); padded++)
    {
      g_autofree char *line = g_strdup_printf ("%s%s%c", padded ? "0" : "", typed, SEPARATOR);
      gsize line_length = strlen (line);
      const char *text = self->barcodes->str;
      const char *end = text + self->barcodes->len;
      const char *at = memmem (text, self->barcodes->len, line, line_length);

      while (at != NULL && at > text && at[-1] != SEPARATOR)
        at = memmem (at + 1, (gsize) (end - at - 1), line, line_length);
      if (at != NULL)
        {
          *row = find_row (self->barcodes_at, (gsize) (at - text));
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * comptoir_item_index_find:
 * @typed: part of a title, folded
 * @max: how many to find at most
 *
 * Returns: (transfer full) (element-type guint): the rows whose title holds every word of @typed,
 *   best first
 */
GArray *
comptoir_item_index_find (ComptoirItemIndex *self, const char *typed, guint max)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (GStrv) words = NULL;
  g_autofree char *phrase = NULL;
  const char *longest;
  guint row = 0;

  g_return_val_if_fail (self != NULL && typed != NULL, rows);

  words = comptoir_search_text_split (typed);
  if (words[0] == NULL || max == 0)
    return rows;
  phrase = g_strjoinv (" ", words);
  longest = get_longest (words);
  while (row < self->n_rows)
    {
      gsize start = get_start (self->titles_at, row);
      const char *at = memmem (self->titles->str + start, self->titles->len - start, longest,
                               strlen (longest));
      const char *title;
      Hit hit;

      if (at == NULL)
        break;
      while (get_start (self->titles_at, row + 1) <= (gsize) (at - self->titles->str))
        row++;
      title = self->titles->str + get_start (self->titles_at, row);
      hit.length = get_start (self->titles_at, row + 1) - get_start (self->titles_at, row) - 1;
      hit.row = row++;
      if (rank_title (title, hit.length, phrase, words, &hit.rank))
        add_hit (hits, &hit, max);
    }
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (rows, g_array_index (hits, Hit, i).row);
  return rows;
}
