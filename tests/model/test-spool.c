/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-spool.h"

#include <string.h>
#include <sys/resource.h>

#define MB    (1024u * 1024)
#define PIECE (64u * 1024)

/* Different pieces, so that none is taken for another. */
static GBytes *
make_piece (guint number)
{
  guint8 *data = g_malloc (PIECE);

  memset (data, (int) (number % 251), PIECE);
  memcpy (data, &number, sizeof number);
  return g_bytes_new_take (data, PIECE);
}

static GBytes *
fill (guint n_pieces)
{
  g_autoptr (ComptoirSpool) spool = comptoir_spool_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (guint i = 0; i < n_pieces; i++)
    {
      g_autoptr (GBytes) piece = make_piece (i);

      comptoir_spool_append (spool, piece, &error);
      g_assert_no_error (error);
    }
  bytes = comptoir_spool_finish (spool, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What comes out is what went in, on either side of the bound. */
static void
test_sizes (void)
{
  static const guint sizes[] = { 0, 1, 127, 128, 129, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = fill (sizes[i]);
      const char *data = g_bytes_get_data (bytes, NULL);

      g_assert_cmpuint (g_bytes_get_size (bytes), ==, (gsize) sizes[i] * PIECE);
      for (guint j = 0; j < sizes[i]; j++)
        {
          g_autoptr (GBytes) piece = make_piece (j);

          g_assert_cmpmem (data + (gsize) j * PIECE, PIECE, g_bytes_get_data (piece, NULL), PIECE);
        }
    }
}

/* COMPTOIR_LONG_TESTS: 300 MB, else 60, with less memory than that. */
static void
test_flat (void)
{
  guint size = g_getenv ("COMPTOIR_LONG_TESTS") != NULL ? 300 : 60;
  const struct rlimit limit = { 48 * MB, 48 * MB };
  g_autoptr (GBytes) bytes = NULL;

#if defined __SANITIZE_ADDRESS__
  g_test_skip ("the sanitizer takes memory of its own");
  return;
#endif
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_no_errno (setrlimit (RLIMIT_DATA, &limit));
  bytes = fill (size * (MB / PIECE));
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, (gsize) size * MB);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spool/sizes", test_sizes);
  g_test_add_func ("/spool/flat", test_flat);
  return g_test_run ();
}
