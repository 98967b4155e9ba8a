/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-text.h"

#include "comptoir-table-reader.h"

static const char json[] = "[{\"id\":1,\"title\":\"Pain, \\\"rond\\\"\",\"note\":\"two\\nlines\"},"
                           "{\"id\":2,\"title\":\"Croissant\",\"note\":null},"
                           "{\"id\":3,\"title\":\"Café\",\"note\":\"tab\\there\"}]";

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GBytes **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = comptoir_table_text_finish (result, &error);
  g_assert_no_error (error);
}

static char *
dup_text (const guint *rows, guint n_rows, ComptoirTableTextForm form)
{
  g_autoptr (ComptoirTable) table
      = comptoir_table_read ("items", json, sizeof json - 1, COMPTOIR_TABLE_FORMAT_JSON, NULL);
  g_autoptr (GArray) row_array = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint fields[] = { 1, 2 };
  g_autoptr (GBytes) text = NULL;
  gsize length;
  const char *data;

  g_array_append_vals (row_array, rows, n_rows);
  g_array_append_vals (columns, fields, 2);
  comptoir_table_text_async (NULL, table, row_array, columns, form, NULL, on_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  data = g_bytes_get_data (text, &length);
  return g_strndup (data, length);
}

static void
test_tabs (void)
{
  const guint rows[] = { 2, 0 };
  const guint one[] = { 1 };
  g_autofree char *several = dup_text (rows, 2, COMPTOIR_TABLE_TEXT_TABS);
  g_autofree char *single = dup_text (one, 1, COMPTOIR_TABLE_TEXT_TABS);

  /* A tab or a line end within a cell would make a cell or a row of its own. */
  g_assert_cmpstr (several, ==, "Café\ttab here\nPain, \"rond\"\ttwo lines\n");
  g_assert_cmpstr (single, ==, "Croissant\t");
}

static void
test_csv (void)
{
  const guint rows[] = { 0, 1 };
  g_autofree char *csv = dup_text (rows, 2, COMPTOIR_TABLE_TEXT_CSV);

  g_assert_cmpstr (csv, ==,
                   "title,note\r\n\"Pain, \"\"rond\"\"\",\"two\nlines\"\r\nCroissant,\r\n");
}

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (comptoir_table_text_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_cancel (void)
{
  g_autoptr (ComptoirTable) table
      = comptoir_table_read ("items", json, sizeof json - 1, COMPTOIR_TABLE_FORMAT_JSON, NULL);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;

  comptoir_table_text_async (NULL, table, none, none, COMPTOIR_TABLE_TEXT_CSV, cancellable,
                             on_cancelled, &done);
  g_cancellable_cancel (cancellable);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/table-text/tabs", test_tabs);
  g_test_add_func ("/ui/table-text/csv", test_csv);
  g_test_add_func ("/ui/table-text/cancel", test_cancel);
  return g_test_run ();
}
