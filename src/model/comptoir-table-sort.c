/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-sort.h"

#include <string.h>

#include "comptoir-decimal.h"
#include "comptoir-distinct.h"
#include "comptoir-lookup.h"
#include "comptoir-cell.h"
#include "comptoir-collation.h"
#include "comptoir-moment.h"

/* Beyond 15 digits two numbers may share one double. */
#define EXACT_IN_DOUBLE G_GINT64_CONSTANT (1000000000000000)

/* Rows between two looks at the cancellable. */
#define STRIDE 4096

typedef enum
{
  PLACE_VALUE,
  PLACE_MISFIT, /* what isn't of the column's type: after all that is */
  PLACE_EMPTY,
} Place;

/* What a row is ordered by: @order as an unsigned number, so that all types compare alike. */
typedef struct
{
  guint64 order;
  guint32 row;
  guint16 place; /* Place */
  guint16 exact; /* equal orders are equal values */
} Key;

typedef struct
{
  ComptoirTable *table;
  guint column;
  ComptoirColumnType type;
  gboolean descending;
  ComptoirLookup *lookup; /* (nullable) */
  GTimeZone *zone;
  ComptoirDistinct *texts;
} Sort;

static guint64
order_of_double (double number)
{
  guint64 bits;

  number += 0.0; /* -0 is 0 */
  memcpy (&bits, &number, sizeof bits);
  return (bits >> 63) != 0 ? ~bits : bits | (G_GUINT64_CONSTANT (1) << 63);
}

static guint64
order_of_integer (gint64 number)
{
  return (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63);
}

/* The nearest double keeps the order of any two decimals, or makes them equal. */
static gboolean
set_number (Key *key, const char *text, gsize length)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  char buffer[COMPTOIR_CELL_BUFFER];
  g_autofree char *copy = NULL;
  ComptoirDecimal decimal;

  if (!comptoir_cell_read_number (&text, &length, buffer))
    return FALSE;
  if (comptoir_decimal_parse (text, (gssize) length, &decimal) && decimal.value < EXACT_IN_DOUBLE
      && decimal.value > -EXACT_IN_DOUBLE)
    {
      key->order = order_of_double ((double) decimal.value / powers[decimal.scale]);
      key->exact = TRUE;
      return TRUE;
    }
  copy = g_strndup (text, length);
  key->order = order_of_double (g_ascii_strtod (copy, NULL));
  key->exact = FALSE;
  return TRUE;
}

static gboolean
is_text (ComptoirColumnType type)
{
  return type == COMPTOIR_COLUMN_TEXT || type == COMPTOIR_COLUMN_REFERENCE
         || type == COMPTOIR_COLUMN_NESTED;
}

/* Returns: whether the cell is of the column's type */
static gboolean
set_typed (Sort *sort, Key *key, ComptoirCellKind kind, const char *text, gsize length)
{
  ComptoirMoment moment;
  gboolean yes;

  switch (sort->type)
    {
    case COMPTOIR_COLUMN_INTEGER:
    case COMPTOIR_COLUMN_DECIMAL:
    case COMPTOIR_COLUMN_MONEY:
      return set_number (key, text, length);
    case COMPTOIR_COLUMN_DATE:
      if (!comptoir_moment_parse (text, length, sort->zone, &moment))
        return FALSE;
      key->order = order_of_integer (moment.time);
      return TRUE;
    case COMPTOIR_COLUMN_BOOLEAN:
      if (!comptoir_cell_read_boolean (kind, text, length, &yes))
        return FALSE;
      key->order = yes ? 1 : 0;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_key (Sort *sort, Key *key)
{
  const char *text = NULL;
  gsize length = 0;
  ComptoirCellKind kind
      = comptoir_table_get_cell (sort->table, key->row, sort->column, &text, &length);

  key->exact = TRUE;
  if (comptoir_cell_is_empty (kind, text, length))
    {
      key->place = PLACE_EMPTY;
      return;
    }
  if (set_typed (sort, key, kind, text, length))
    return;

  /* For now the text's number; set_ranks() makes it the text's rank. */
  key->place = is_text (sort->type) ? PLACE_VALUE : PLACE_MISFIT;
  key->order = comptoir_distinct_add (sort->texts, text, length, NULL);
  key->exact = TRUE;
}

/* What a text is ordered by: of a reference, what it refers to is called. */
static const char *
get_name (Sort *sort, GPtrArray *titles, const char *text, gsize length)
{
  char *title
      = sort->lookup != NULL ? comptoir_lookup_dup_title_of (sort->lookup, text, length) : NULL;

  if (title == NULL)
    return text;
  g_ptr_array_add (titles, title);
  return title;
}

static guint32 *
rank_texts (Sort *sort, GCancellable *cancellable)
{
  guint n = comptoir_distinct_get_n (sort->texts);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **names = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const char *text = comptoir_distinct_get (sort->texts, i, &length);

      names[i] = get_name (sort, titles, text, length);
    }
  return comptoir_collation_rank (names, n, cancellable);
}

static gboolean
set_ranks (Sort *sort, Key *keys, guint n_keys, GCancellable *cancellable)
{
  g_autofree guint32 *ranks = NULL;

  if (comptoir_distinct_get_n (sort->texts) == 0)
    return TRUE;
  ranks = rank_texts (sort, cancellable);
  if (ranks == NULL)
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    if (keys[i].place == PLACE_MISFIT || (keys[i].place == PLACE_VALUE && is_text (sort->type)))
      keys[i].order = ranks[keys[i].order];
  return TRUE;
}

static int
compare_exactly (const Sort *sort, const Key *a, const Key *b)
{
  const char *a_text = NULL, *b_text = NULL;
  gsize a_length = 0, b_length = 0;
  char a_buffer[COMPTOIR_CELL_BUFFER], b_buffer[COMPTOIR_CELL_BUFFER];

  comptoir_table_get_cell (sort->table, a->row, sort->column, &a_text, &a_length);
  comptoir_table_get_cell (sort->table, b->row, sort->column, &b_text, &b_length);
  comptoir_cell_read_number (&a_text, &a_length, a_buffer);
  comptoir_cell_read_number (&b_text, &b_length, b_buffer);
  return comptoir_number_compare (a_text, a_length, b_text, b_length);
}

static int
compare_keys (gconstpointer a_pointer, gconstpointer b_pointer, gpointer data)
{
  const Key *a = a_pointer, *b = b_pointer;
  const Sort *sort = data;
  int order;

  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  order = (a->order > b->order) - (a->order < b->order);
  if (order == 0 && !(a->exact && b->exact))
    order = compare_exactly (sort, a, b);
  if (order == 0)
    return (a->row > b->row) - (a->row < b->row);
  return sort->descending ? -order : order;
}

static gboolean
set_keys (Sort *sort, Key *keys, const guint32 *rows, guint n_rows, GCancellable *cancellable)
{
  for (guint i = 0; i < n_rows; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      keys[i].row = rows[i];
      set_key (sort, &keys[i]);
    }
  return set_ranks (sort, keys, n_rows, cancellable);
}

static gboolean
is_ascending (const guint32 *rows, guint n_rows)
{
  for (guint i = 1; i < n_rows; i++)
    if (rows[i] < rows[i - 1])
      return FALSE;
  return TRUE;
}

/* Texts have ranks, each a place to count to; rows of one rank stay in order. */
static void
place_by_rank (Sort *sort, const Key *keys, guint32 *rows, guint n_rows)
{
  guint n_ranks = comptoir_distinct_get_n (sort->texts), place = 0;
  g_autofree guint32 *places = g_new0 (guint32, (gsize) n_ranks + 1);
  g_autofree guint32 *ranks = g_new (guint32, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      guint32 rank = (guint32) keys[i].order;

      ranks[i] = keys[i].place == PLACE_EMPTY ? n_ranks
                 : sort->descending           ? n_ranks - 1 - rank
                                              : rank;
      places[ranks[i]]++;
    }
  for (guint i = 0; i <= n_ranks; i++)
    {
      guint n = places[i];

      places[i] = place;
      place += n;
    }
  for (guint i = 0; i < n_rows; i++)
    rows[places[ranks[i]]++] = keys[i].row;
}

gboolean
comptoir_table_sort (ComptoirTable *table,
                     guint column,
                     gboolean descending,
                     ComptoirTable *reference,
                     GTimeZone *zone,
                     guint32 *rows,
                     guint n_rows,
                     GCancellable *cancellable)
{
  g_autofree Key *keys = NULL;
  g_autoptr (ComptoirDistinct) texts = NULL;
  g_autoptr (ComptoirLookup) lookup = NULL;
  Sort sort;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);
  g_return_val_if_fail (n_rows <= G_MAXINT, FALSE);

  keys = g_new0 (Key, n_rows);
  texts = comptoir_distinct_new ();
  if (reference != NULL)
    lookup = comptoir_lookup_new_for_references (reference);
  sort = (Sort){ table, column, comptoir_table_get_column_type (table, column), descending, lookup,
                 zone,  texts };

  if (!set_keys (&sort, keys, rows, n_rows, cancellable))
    return FALSE;
  if (is_text (sort.type) && is_ascending (rows, n_rows))
    {
      place_by_rank (&sort, keys, rows, n_rows);
      return TRUE;
    }
  g_qsort_with_data (keys, (int) n_rows, sizeof *keys, compare_keys, &sort);
  for (guint i = 0; i < n_rows; i++)
    rows[i] = keys[i].row;
  return TRUE;
}
