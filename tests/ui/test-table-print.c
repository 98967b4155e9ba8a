/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-print.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comptoir-table-reader.h"
#include "ui-test.h"

/* Prints a table of @n_rows rows into a PDF file and gives back the number of its pages. */
static int
print (guint n_rows, goffset *size)
{
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *folder = g_dir_make_tmp ("comptoir-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int n_pages;

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append_printf (
          json,
          "%s{\"id\":%u,\"title\":\"A rather long title of an item, number %u\",\"price\":%u.50}",
          i > 0 ? "," : "", i, i, i);
      g_array_append_val (rows, i);
    }
  g_string_append_c (json, ']');
  table = comptoir_table_read ("items", json->str, json->len, COMPTOIR_TABLE_FORMAT_JSON, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
    g_array_append_val (columns, i);

  operation = comptoir_table_print_new (NULL, "Items", table, rows, columns);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_cmpint (strncmp (content, "%PDF", 4), ==, 0);
  *size = (goffset) length;
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return n_pages;
}

static void
test_pages (void)
{
  goffset none, few, many;

  g_assert_cmpint (print (0, &none), ==, 1);
  g_assert_cmpint (print (10, &few), ==, 1);
  g_assert_cmpint (print (500, &many), >, 5);
  g_assert_cmpint (few, >, none);
  g_assert_cmpint (many, >, few);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/table-print/pages", test_pages);
  return g_test_run ();
}
