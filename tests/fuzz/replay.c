/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a target over the files of a folder, each a test: what fuzzing once found stays found.
 *
 * usage: TARGET --tap FOLDER */

#include "fuzz.h"

#include <string.h>

static void
replay (gconstpointer path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
  /* And every beginning of it, as of a reply that is cut short. */
  for (gsize cut = 0; cut < length; cut += MAX (1, length / 64))
    LLVMFuzzerTestOneInput ((const uint8_t *) data, cut);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
      g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), replay);
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
