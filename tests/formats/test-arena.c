/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-arena.h"

#include <string.h>

static void
check (ComptoirArena *arena, guint32 offset, ComptoirCellKind kind, const char *text, gsize length)
{
  const char *found;
  gsize found_length;

  g_assert_cmpint (comptoir_arena_get (arena, offset, &found, &found_length), ==, kind);
  g_assert_cmpuint (found_length, ==, length);
  if (text == NULL)
    g_assert_null (found);
  else
    {
      g_assert_cmpmem (found, found_length, text, length);
      g_assert_cmpint (found[length], ==, '\0');
    }
}

static void
test_plain_kinds (void)
{
  static const ComptoirCellKind kinds[]
      = { COMPTOIR_CELL_ABSENT, COMPTOIR_CELL_NULL, COMPTOIR_CELL_TRUE, COMPTOIR_CELL_FALSE };
  ComptoirArena *arena = comptoir_arena_new ();
  gsize size = comptoir_arena_get_memory_size (arena);
  guint32 offset;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (comptoir_arena_add (arena, kinds[i], NULL, 0, &offset));
      check (arena, offset, kinds[i], NULL, 0);
    }
  g_assert_true (comptoir_arena_add (arena, COMPTOIR_CELL_TEXT, "", 0, &offset));
  check (arena, offset, COMPTOIR_CELL_TEXT, "", 0);
  g_assert_cmpuint (comptoir_arena_get_memory_size (arena), ==, size);
  comptoir_arena_free (arena);
}

/* Every length around the bounds of the header, of sharing and of chunks, many times over. */
static void
test_lengths (void)
{
  static const gsize lengths[] = { 1,     2,      3,      4,      7,      8,       9,
                                   15,    16,     17,     23,     24,     25,      61,
                                   62,    63,     64,     65,     1000,   4095,    4096,
                                   50000, 262137, 262138, 262139, 262140, 1048576, 3000000 };
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *text = g_malloc (3000000);
  ComptoirArena *arena = comptoir_arena_new ();
  guint n = 0;

  for (guint round = 0; round < 6; round++)
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        guint32 offset;

        memset (text, 'a' + round, lengths[i]);
        g_assert_true (
            comptoir_arena_add (arena, COMPTOIR_CELL_TEXT + round % 2, text, lengths[i], &offset));
        g_array_append_val (offsets, offset);
      }
  for (guint round = 0; round < 6; round++)
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        memset (text, 'a' + round, lengths[i]);
        check (arena, g_array_index (offsets, guint32, n++), COMPTOIR_CELL_TEXT + round % 2, text,
               lengths[i]);
      }
  comptoir_arena_free (arena);
}

static void
test_sharing (void)
{
  ComptoirArena *arena = comptoir_arena_new ();
  guint32 first, again, number, other;

  comptoir_arena_add (arena, COMPTOIR_CELL_TEXT, "12\0x", 4, &first);
  comptoir_arena_add (arena, COMPTOIR_CELL_TEXT, "12\0x", 4, &again);
  comptoir_arena_add (arena, COMPTOIR_CELL_TEXT, "12\0y", 4, &other);
  comptoir_arena_add (arena, COMPTOIR_CELL_NUMBER, "12\0x", 4, &number);
  g_assert_cmpuint (first, ==, again);
  g_assert_cmpuint (first, !=, other);
  g_assert_cmpuint (first, !=, number);
  check (arena, first, COMPTOIR_CELL_TEXT, "12\0x", 4);
  check (arena, other, COMPTOIR_CELL_TEXT, "12\0y", 4);
  check (arena, number, COMPTOIR_CELL_NUMBER, "12\0x", 4);
  comptoir_arena_free (arena);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/plain-kinds", test_plain_kinds);
  g_test_add_func ("/arena/lengths", test_lengths);
  g_test_add_func ("/arena/sharing", test_sharing);
  return g_test_run ();
}
