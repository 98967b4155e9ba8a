/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-distinct.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint32 length;
  guint32 hash;
} Entry;

struct _ComptoirDistinct
{
  GArray *entries; /* Entry */
  guint32 *slots;  /* number + 1, or 0 */
  guint32 mask;
};

#define FIRST_SLOTS 256

/* Eight bytes a step; the multiplier is the golden ratio's, after Fibonacci hashing. */
static guint32
hash_text (const char *text, gsize length)
{
  const guint64 golden = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = length * golden;

  while (length > 0)
    {
      guint64 part = 0;
      gsize step = MIN (length, sizeof part);

      memcpy (&part, text, step);
      hash = (hash ^ part) * golden;
      hash ^= hash >> 29;
      text += step;
      length -= step;
    }
  return (guint32) (hash ^ (hash >> 32));
}

/* The slot that holds the text, or the free one where it belongs. */
static guint32
find_slot (ComptoirDistinct *self, const char *text, gsize length, guint32 hash)
{
  guint32 slot = hash & self->mask;

  while (self->slots[slot] != 0)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, self->slots[slot] - 1);

      if (entry->hash == hash && entry->length == length
          && (length == 0 || memcmp (entry->text, text, length) == 0))
        break;
      slot = (slot + 1) & self->mask;
    }
  return slot;
}

static void
grow (ComptoirDistinct *self)
{
  self->mask = self->mask * 2 + 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint32 slot = g_array_index (self->entries, Entry, i).hash & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = i + 1;
    }
}

ComptoirDistinct *
comptoir_distinct_new (void)
{
  ComptoirDistinct *self = g_new0 (ComptoirDistinct, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  return self;
}

/**
 * comptoir_distinct_add:
 * @text: not copied, need not end in NUL
 * @length: in bytes
 * @added: (out) (optional): whether the text is new
 *
 * Returns: the text's number
 */
guint
comptoir_distinct_add (ComptoirDistinct *self, const char *text, gsize length, gboolean *added)
{
  guint32 hash, slot;
  Entry entry;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (length <= G_MAXUINT32, 0);

  hash = hash_text (text, length);
  slot = find_slot (self, text, length, hash);
  if (added != NULL)
    *added = self->slots[slot] == 0;
  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;

  entry = (Entry){ text, (guint32) length, hash };
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len;
  if (self->entries->len > self->mask / 2)
    grow (self);
  return self->entries->len - 1;
}

/**
 * comptoir_distinct_find:
 * @number: (out) (optional): the text's number
 *
 * Looks, and changes nothing: several threads may look at once.
 */
gboolean
comptoir_distinct_find (ComptoirDistinct *self, const char *text, gsize length, guint *number)
{
  guint32 slot;

  g_return_val_if_fail (self != NULL, FALSE);

  slot = find_slot (self, text, length, hash_text (text, length));
  if (self->slots[slot] == 0)
    return FALSE;
  if (number != NULL)
    *number = self->slots[slot] - 1;
  return TRUE;
}

guint
comptoir_distinct_get_n (ComptoirDistinct *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * comptoir_distinct_get:
 * @length: (out): in bytes
 *
 * Returns: (transfer none): the text as it was added; may lack a closing NUL
 */
const char *
comptoir_distinct_get (ComptoirDistinct *self, guint number, gsize *length)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL && number < self->entries->len, NULL);

  entry = &g_array_index (self->entries, Entry, number);
  *length = entry->length;
  return entry->text;
}

void
comptoir_distinct_free (ComptoirDistinct *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}
