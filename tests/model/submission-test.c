/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission-test.h"

#include <glib/gstdio.h>

void
submission_test_set_up (SubmissionTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (test->demo, &error));
  test->folder = g_dir_make_tmp ("comptoir-orders-XXXXXX", &error);
  g_assert_no_error (error);
  test->store = comptoir_store_new (test->folder);
  test->journal = comptoir_store_get_journal (test->store);
  test->shop = order_test_shop (demo_shop_get_base_url (test->demo), demo_shop_get_key (test->demo),
                                test->store);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
submission_test_tear_down (SubmissionTest *test, gconstpointer data)
{
  comptoir_store_flush (test->store);
  for (int i = 0; i < 30; i++)
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&test->shop);
  g_clear_object (&test->store);
  demo_shop_stop (test->demo);
  g_clear_object (&test->demo);
  remove_folder (test->folder);
  g_free (test->folder);
}

ComptoirOrderRecord *
submission_test_get_record (SubmissionTest *test, gint64 id)
{
  g_autoptr (GPtrArray) records = order_test_list (test->shop, test->journal);

  for (guint i = 0; i < records->len; i++)
    {
      ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return comptoir_order_record_copy (record);
    }
  return NULL;
}
