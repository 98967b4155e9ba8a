/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-arena.h"

#include <string.h>

/* An offset is the chunk's number and a position in it. A text too big for sharing a chunk gets
 * one of its own, of any size, and stands at its beginning. */
#define POSITION_BITS    20
#define CHUNK_SIZE       (1u << POSITION_BITS)
#define FIRST_CHUNK_SIZE 4096u
#define SHARED_SIZE      (CHUNK_SIZE / 4)
#define MAX_CHUNKS       (1u << (32 - POSITION_BITS))
#define CHUNKS_IN_GROUP  64u
#define N_GROUPS         (MAX_CHUNKS / CHUNKS_IN_GROUP)

/* Before each text stands one byte with its kind and its length; a length that doesn't fit there
 * follows in four more. After it stands a NUL. */
#define LENGTH_BITS 6
#define LONG_LENGTH ((1u << LENGTH_BITS) - 1)
#define MAX_HEADER  (1 + sizeof (guint32))

/* Short texts that came not long ago are stored once. */
#define MAX_REPEATED 24
#define N_RECENT     2048u

typedef struct
{
  guint32 hash;
  guint32 offset;
} Recent;

struct _ComptoirArena
{
  char **groups[N_GROUPS];
  guint n_chunks;
  guint current;
  gsize position;
  gsize size;
  gsize allocated; /* atomic */
  Recent recent[N_RECENT];
};

static char *
add_chunk (ComptoirArena *self, gsize size, guint *number)
{
  guint group = self->n_chunks / CHUNKS_IN_GROUP;
  char *chunk;

  if (self->n_chunks == MAX_CHUNKS)
    return NULL;
  if (self->groups[group] == NULL)
    self->groups[group] = g_new0 (char *, CHUNKS_IN_GROUP);
  chunk = g_try_malloc (size);
  if (chunk == NULL)
    return NULL;
  *number = self->n_chunks++;
  self->groups[group][*number % CHUNKS_IN_GROUP] = chunk;
  g_atomic_pointer_add (&self->allocated, (gssize) size);
  return chunk;
}

static inline char *
get_address (ComptoirArena *self, guint32 offset)
{
  guint chunk = offset >> POSITION_BITS;

  return self->groups[chunk / CHUNKS_IN_GROUP][chunk % CHUNKS_IN_GROUP]
         + (offset & (CHUNK_SIZE - 1));
}

/* Room for @size bytes, NULL when the arena is full. */
static char *
reserve (ComptoirArena *self, gsize size, guint32 *offset)
{
  char *room;

  if (size > SHARED_SIZE)
    {
      guint number;

      room = add_chunk (self, size, &number);
      *offset = number << POSITION_BITS;
      return room;
    }
  if (size > self->size - self->position)
    {
      gsize chunk_size = self->size < CHUNK_SIZE ? self->size * 2 : CHUNK_SIZE;

      while (chunk_size < size)
        chunk_size *= 2;
      if (add_chunk (self, chunk_size, &self->current) == NULL)
        return NULL;
      self->size = chunk_size;
      self->position = 0;
    }
  *offset = (self->current << POSITION_BITS) | (guint32) self->position;
  room = get_address (self, *offset);
  self->position += size;
  return room;
}

static inline guint64
load (const char *text, gsize n)
{
  guint64 word = 0;

  memcpy (&word, text, n);
  return word;
}

/* Mixes the words a short text consists of; they may overlap. */
static inline guint32
hash_short (ComptoirCellKind kind, const char *text, gsize length)
{
  guint64 hash = (length << 8) + kind;

  if (length >= 8)
    {
      hash ^= load (text, 8);
      hash = (hash ^ (hash >> 29)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      if (length > 16)
        hash = (hash ^ load (text + 8, 8)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
      hash ^= load (text + length - 8, 8);
    }
  else if (length >= 4)
    hash ^= (load (text, 4) << 32) ^ (load (text + length - 4, 4) << 13);
  else
    hash ^= (load (text, 1) << 40) ^ (load (text + length / 2, 1) << 24)
            ^ (load (text + length - 1, 1) << 16);
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return (guint32) (hash >> 32);
}

static inline char
make_header (ComptoirCellKind kind, gsize length)
{
  guint code = kind == COMPTOIR_CELL_TEXT ? 0 : kind == COMPTOIR_CELL_NUMBER ? 1 : 2;

  return (char) ((code << LENGTH_BITS) | (guint) MIN (length, LONG_LENGTH));
}

static gboolean
store (ComptoirArena *self, ComptoirCellKind kind, const char *text, gsize length, guint32 *offset)
{
  gsize header = length < LONG_LENGTH ? 1 : MAX_HEADER;
  char *room;

  if (length > G_MAXUINT32)
    return FALSE;
  room = reserve (self, header + length + 1, offset);
  if (room == NULL)
    return FALSE;
  room[0] = make_header (kind, length);
  if (header > 1)
    memcpy (room + 1, &(guint32){ (guint32) length }, sizeof (guint32));
  memcpy (room + header, text, length);
  room[header + length] = '\0';
  return TRUE;
}

/**
 * comptoir_arena_new:
 *
 * Returns: (transfer full): an arena without texts; free it with comptoir_arena_free()
 */
ComptoirArena *
comptoir_arena_new (void)
{
  ComptoirArena *self = g_new0 (ComptoirArena, 1);

  self->allocated = sizeof *self;
  self->size = FIRST_CHUNK_SIZE;
  add_chunk (self, self->size, &self->current);
  self->position = COMPTOIR_ARENA_FIRST;
  return self;
}

/**
 * comptoir_arena_free:
 * @self: (transfer full): an arena nobody reads any more
 */
void
comptoir_arena_free (ComptoirArena *self)
{
  for (guint i = 0; i < self->n_chunks; i++)
    g_free (self->groups[i / CHUNKS_IN_GROUP][i % CHUNKS_IN_GROUP]);
  for (guint i = 0; i < N_GROUPS; i++)
    g_free (self->groups[i]);
  g_free (self);
}

/**
 * comptoir_arena_add:
 * @self: an arena
 * @kind: any kind of cell
 * @text: (nullable): its text, where the kind has one
 * @length: the text's length in bytes; it may contain NUL
 * @offset: (out): the text's name; the same for a text that is kept already
 *
 * Returns: %FALSE when the arena is full (4,096 chunks of 1 MiB) or memory is
 */
gboolean
comptoir_arena_add (ComptoirArena *self,
                    ComptoirCellKind kind,
                    const char *text,
                    gsize length,
                    guint32 *offset)
{
  Recent *recent;
  guint32 hash;

  switch (kind)
    {
    case COMPTOIR_CELL_ABSENT:
      *offset = COMPTOIR_ARENA_ABSENT;
      return TRUE;
    case COMPTOIR_CELL_NULL:
      *offset = COMPTOIR_ARENA_NULL;
      return TRUE;
    case COMPTOIR_CELL_TRUE:
      *offset = COMPTOIR_ARENA_TRUE;
      return TRUE;
    case COMPTOIR_CELL_FALSE:
      *offset = COMPTOIR_ARENA_FALSE;
      return TRUE;
    case COMPTOIR_CELL_TEXT:
    case COMPTOIR_CELL_NUMBER:
    case COMPTOIR_CELL_NESTED:
    default:
      break;
    }
  if (length == 0)
    {
      *offset = COMPTOIR_ARENA_EMPTY_TEXT;
      return TRUE;
    }
  if (length > MAX_REPEATED)
    return store (self, kind, text, length, offset);
  hash = hash_short (kind, text, length);
  recent = &self->recent[hash % N_RECENT];
  if (recent->hash == hash && recent->offset != 0)
    {
      const char *kept = get_address (self, recent->offset);

      if (kept[0] == make_header (kind, length) && memcmp (kept + 1, text, length) == 0)
        {
          *offset = recent->offset;
          return TRUE;
        }
    }
  if (!store (self, kind, text, length, offset))
    return FALSE;
  *recent = (Recent){ hash, *offset };
  return TRUE;
}

/**
 * comptoir_arena_get:
 * @self: an arena
 * @offset: what comptoir_arena_add() named it
 * @text: (out) (nullable): the text, NUL-terminated, as long as the arena lives; %NULL where the
 *   kind has none
 * @length: (out): its length in bytes
 *
 * Returns: the kind it was added with
 */
ComptoirCellKind
comptoir_arena_get (ComptoirArena *self, guint32 offset, const char **text, gsize *length)
{
  static const ComptoirCellKind kinds[]
      = { COMPTOIR_CELL_TEXT, COMPTOIR_CELL_NUMBER, COMPTOIR_CELL_NESTED };
  static const ComptoirCellKind plain[]
      = { COMPTOIR_CELL_ABSENT, COMPTOIR_CELL_NULL, COMPTOIR_CELL_TRUE, COMPTOIR_CELL_FALSE };
  const char *kept;
  guint header;

  if (offset < COMPTOIR_ARENA_FIRST)
    {
      *length = 0;
      *text = offset == COMPTOIR_ARENA_EMPTY_TEXT ? "" : NULL;
      return offset == COMPTOIR_ARENA_EMPTY_TEXT ? COMPTOIR_CELL_TEXT : plain[offset];
    }
  kept = get_address (self, offset);
  header = (guchar) kept[0];
  *length = header & LONG_LENGTH;
  *text = kept + 1;
  if (*length == LONG_LENGTH)
    {
      guint32 long_length;

      memcpy (&long_length, kept + 1, sizeof long_length);
      *length = long_length;
      *text = kept + MAX_HEADER;
    }
  return kinds[header >> LENGTH_BITS];
}

/**
 * comptoir_arena_get_memory_size:
 * @self: an arena
 *
 * Returns: the bytes it occupies; any thread may ask
 */
gsize
comptoir_arena_get_memory_size (ComptoirArena *self)
{
  return (gsize) g_atomic_pointer_get (&self->allocated);
}
