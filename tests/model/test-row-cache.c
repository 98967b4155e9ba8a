/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row-cache.h"

#include "model-test.h"

static void
test_same (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'id':1},{'id':2}]");
  g_autoptr (ComptoirRowCache) cache = comptoir_row_cache_new (table);
  g_autoptr (ComptoirRow) row = comptoir_row_cache_dup_row (cache, 1);
  g_autoptr (ComptoirRow) again = comptoir_row_cache_dup_row (cache, 1);
  g_autoptr (ComptoirRow) other = comptoir_row_cache_dup_row (cache, 0);

  g_assert_true (row == again);
  g_assert_true (row != other);
  g_assert_cmpuint (comptoir_row_get_index (row), ==, 1);
}

/* A row that nobody holds is gone, and doesn't come back as a dangling one. */
static void
test_dropped (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'id':1}]");
  g_autoptr (ComptoirRowCache) cache = comptoir_row_cache_new (table);
  ComptoirRow *row = comptoir_row_cache_dup_row (cache, 0);
  gpointer watched = row;

  g_object_add_weak_pointer (G_OBJECT (row), &watched);
  g_object_unref (row);
  g_assert_null (watched);

  row = comptoir_row_cache_dup_row (cache, 0);
  g_assert_cmpuint (G_OBJECT (row)->ref_count, ==, 1);
  g_object_unref (row);
}

static void
test_outlived (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'id':1}]");
  ComptoirRowCache *cache = comptoir_row_cache_new (table);
  g_autoptr (ComptoirRow) row = comptoir_row_cache_dup_row (cache, 0);

  comptoir_row_cache_free (cache);
  g_assert_cmpuint (comptoir_row_get_index (row), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-cache/same", test_same);
  g_test_add_func ("/row-cache/dropped", test_dropped);
  g_test_add_func ("/row-cache/outlived", test_outlived);
  return g_test_run ();
}
