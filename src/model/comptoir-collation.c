/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-collation.h"

#include <string.h>

/* Texts for which another thread is worth its while. */
#define WORTH_A_THREAD 4096
#define MAX_THREADS    4

/* Keys made between two looks at the cancellable. */
#define STRIDE 1024

/* A run of texts whose keys are made by one thread. */
typedef struct
{
  const char *const *texts;
  guint n;
  GCancellable *cancellable;
  gboolean utf8;
  GString *keys; /* each closed by NUL */
  gsize *starts; /* where each begins */
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

static void
append_transformed (GString *keys, const char *text)
{
  gsize old = keys->len, room = 8 * strlen (text) + 16, length;

  g_string_set_size (keys, old + room);
  length = strxfrm (keys->str + old, text, room);
  if (length >= room)
    {
      g_string_set_size (keys, old + length + 1);
      strxfrm (keys->str + old, text, length + 1);
    }
  g_string_set_size (keys, old + length + 1);
}

/* The order of g_utf8_collate_key(), which normalizes what is normal already, makes wide
 * characters of it and transforms each text twice. */
static void
append_key (Slice *slice, const char *text)
{
  g_autofree char *made = NULL;

  if (!slice->utf8)
    {
      made = g_utf8_collate_key (text, -1);
      g_string_append_len (slice->keys, made, (gssize) strlen (made) + 1);
      return;
    }
  if (!is_normal (text))
    made = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  append_transformed (slice->keys, made != NULL ? made : text);
}

static gpointer
make_keys (gpointer data)
{
  Slice *slice = data;

  for (guint i = 0; i < slice->n; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (slice->cancellable))
        break;
      slice->starts[i] = slice->keys->len;
      append_key (slice, slice->texts[i]);
    }
  return NULL;
}

/* The first slice on this thread, the others each on one of their own. */
static void
make_all_keys (Slice *slices, guint n_slices)
{
  GThread *threads[MAX_THREADS] = { NULL };

  for (guint i = 1; i < n_slices; i++)
    threads[i] = g_thread_try_new ("collation", make_keys, &slices[i], NULL);
  for (guint i = 0; i < n_slices; i++)
    if (threads[i] == NULL)
      make_keys (&slices[i]);
  for (guint i = 1; i < n_slices; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/* Most keys differ in their first bytes, which stand here as a number. */
typedef struct
{
  guint64 start;
  const char *key;
  guint32 text;
} Sorted;

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

static guint32 *
rank_keys (const Slice *slices, guint n_slices, guint n)
{
  guint32 *ranks = g_new (guint32, n + 1);
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);
  guint32 text = 0, rank = 0;

  for (guint i = 0; i < n_slices; i++)
    for (guint j = 0; j < slices[i].n; j++, text++)
      set_sorted (&sorted[text], slices[i].keys->str + slices[i].starts[j], text);
  g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_sorted, NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && compare_sorted (&sorted[i], &sorted[i - 1], NULL) != 0)
        rank++;
      ranks[sorted[i].text] = rank;
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
  g_autofree gsize *starts = g_new0 (gsize, n + 1);
  guint32 *ranks = NULL;
  gboolean utf8 = g_get_charset (NULL);

  g_return_val_if_fail (n <= G_MAXINT, NULL);

  for (guint i = 0, first = 0; i < n_slices; i++)
    {
      guint next = (guint) ((guint64) n * (i + 1) / n_slices);

      slices[i] = (Slice){ texts + first, next - first,        cancellable,
                           utf8,          g_string_new (NULL), starts + first };
      first = next;
    }
  make_all_keys (slices, n_slices);
  if (!g_cancellable_is_cancelled (cancellable))
    ranks = rank_keys (slices, n_slices, n);
  for (guint i = 0; i < n_slices; i++)
    g_string_free (slices[i].keys, TRUE);
  return ranks;
}
