/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-collation.h"

#include <string.h>

/* Texts for which another thread is worth its while. */
#define WORTH_A_THREAD 4096
#define MAX_THREADS    4

/* Keys made between two looks at the cancellable. */
#define STRIDE 1024

/* Bytes of keys in one piece: no key is moved when there are more. */
#define KEY_BLOCK (256 * 1024)

/* Most keys differ in their first bytes, which stand here as a number. */
typedef struct
{
  guint64 start;
  const char *key;
  guint32 text;
} Sorted;

/* A run of texts whose keys are made and sorted by one thread. */
typedef struct
{
  const char *const *texts;
  guint first;
  guint n;
  GCancellable *cancellable;
  gboolean utf8;
  GStringChunk *keys;
  Sorted *sorted; /* the slice's own part, n long */
  guint next;     /* while slices are merged */
} Slice;

/* Whether the text is the same in Unicode's normal form KC: true of ASCII, the letters of Latin-1
 * and œ, which is nearly all a shop writes, when none but these are next to each other. */
static gboolean
is_normal (const char *text)
{
  for (const guint8 *at = (const guint8 *) text; *at != '\0'; at++)
    {
      if (*at < 0x80)
        continue;
      if (*at != 0xc3 && !(*at == 0xc5 && (at[1] == 0x92 || at[1] == 0x93)))
        return FALSE;
      if (at[1] == '\0')
        return FALSE;
      at++;
    }
  return TRUE;
}

static const char *
transform (Slice *slice, const char *text)
{
  char buffer[1024];
  gsize length = strxfrm (buffer, text, sizeof buffer);
  g_autofree char *large = NULL;

  if (length < sizeof buffer)
    return g_string_chunk_insert_len (slice->keys, buffer, (gssize) length);
  large = g_malloc (length + 1);
  strxfrm (large, text, length + 1);
  return g_string_chunk_insert_len (slice->keys, large, (gssize) length);
}

/* The order of g_utf8_collate_key(), which normalizes what is normal already, makes wide
 * characters of it and transforms each text twice. */
static const char *
make_key (Slice *slice, const char *text)
{
  g_autofree char *made = NULL;

  if (!slice->utf8)
    {
      made = g_utf8_collate_key (text, -1);
      return g_string_chunk_insert (slice->keys, made);
    }
  if (!is_normal (text))
    made = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return transform (slice, made != NULL ? made : text);
}

static int
compare_sorted (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->key, second->key);
}

static void
set_sorted (Sorted *sorted, const char *key, guint32 text)
{
  char start[sizeof (guint64)] = { 0 };

  memcpy (start, key, strnlen (key, sizeof start));
  memcpy (&sorted->start, start, sizeof start);
  sorted->start = GUINT64_FROM_BE (sorted->start);
  sorted->key = key;
  sorted->text = text;
}

static gpointer
sort_slice (gpointer data)
{
  Slice *slice = data;

  for (guint i = 0; i < slice->n; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (slice->cancellable))
        return NULL;
      set_sorted (&slice->sorted[i], make_key (slice, slice->texts[slice->first + i]),
                  slice->first + i);
    }
  g_qsort_with_data (slice->sorted, (int) slice->n, sizeof *slice->sorted, compare_sorted, NULL);
  return NULL;
}

/* The first slice on this thread, the others each on one of their own. */
static void
sort_slices (Slice *slices, guint n_slices)
{
  GThread *threads[MAX_THREADS] = { NULL };

  for (guint i = 1; i < n_slices; i++)
    threads[i] = g_thread_try_new ("collation", sort_slice, &slices[i], NULL);
  for (guint i = 0; i < n_slices; i++)
    if (threads[i] == NULL)
      sort_slice (&slices[i]);
  for (guint i = 1; i < n_slices; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/* Returns: (nullable): the least of what is left of all slices */
static const Sorted *
take_least (Slice *slices, guint n_slices)
{
  Slice *least = NULL;

  for (guint i = 0; i < n_slices; i++)
    if (slices[i].next < slices[i].n
        && (least == NULL
            || compare_sorted (&slices[i].sorted[slices[i].next], &least->sorted[least->next], NULL)
                   < 0))
      least = &slices[i];
  return least != NULL ? &least->sorted[least->next++] : NULL;
}

static guint32 *
rank_slices (Slice *slices, guint n_slices, guint n)
{
  guint32 *ranks = g_new (guint32, n + 1);
  const Sorted *before = NULL, *sorted;
  guint32 rank = 0;

  while ((sorted = take_least (slices, n_slices)) != NULL)
    {
      if (before != NULL && compare_sorted (sorted, before, NULL) != 0)
        rank++;
      ranks[sorted->text] = rank;
      before = sorted;
    }
  return ranks;
}

/**
 * comptoir_collation_rank:
 * @texts: (array length=n): UTF-8
 *
 * Returns: (transfer full) (nullable) (array length=n): the ranks
 */
guint32 *
comptoir_collation_rank (const char *const *texts, guint n, GCancellable *cancellable)
{
  Slice slices[MAX_THREADS];
  guint n_slices = CLAMP (n / WORTH_A_THREAD, 1, MIN (MAX_THREADS, g_get_num_processors ()));
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);
  guint32 *ranks = NULL;
  gboolean utf8 = g_get_charset (NULL);

  g_return_val_if_fail (n <= G_MAXINT, NULL);

  for (guint i = 0, first = 0; i < n_slices; i++)
    {
      guint next = (guint) ((guint64) n * (i + 1) / n_slices);

      slices[i] = (Slice){ .texts = texts,
                           .first = first,
                           .n = next - first,
                           .cancellable = cancellable,
                           .utf8 = utf8,
                           .keys = g_string_chunk_new (KEY_BLOCK),
                           .sorted = sorted + first };
      first = next;
    }
  sort_slices (slices, n_slices);
  if (!g_cancellable_is_cancelled (cancellable))
    ranks = rank_slices (slices, n_slices, n);
  for (guint i = 0; i < n_slices; i++)
    g_string_chunk_free (slices[i].keys);
  return ranks;
}
