/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-folder.h"

#include "store-test.h"

#include <errno.h>

static void
test_make (void)
{
  static const mode_t masks[] = { 0, 022, 0477 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *path = g_build_filename (folder, "a", NULL);
      mode_t mask = umask (masks[i]);

      g_assert_true (comptoir_folder_make_private (path));
      umask (mask);
      g_assert_cmphex (store_test_get_mode (path), ==, 0700);
      g_assert_no_errno (g_chmod (path, 0755));
      g_assert_true (comptoir_folder_make_private (path));
      g_assert_cmphex (store_test_get_mode (path), ==, 0700);
    }
}

static void
test_in_the_way (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "a", NULL);
  g_autofree char *path = g_build_filename (file, "b", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_false (comptoir_folder_make_private (path));
  g_assert_cmpint (errno, ==, ENOTDIR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/make", test_make);
  g_test_add_func ("/folder/in-the-way", test_in_the_way);
  return g_test_run ();
}
