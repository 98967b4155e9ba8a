/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-print.h"

#include <glib/gstdio.h>

#include "preview-test.h"

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *(gboolean *) user_data = TRUE;
}

/* Printed into a file, it has its pages again: each on paper of its own orientation, drawn. */
static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("comptoir-pdf-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *printed = NULL;
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirPdfDocument) document = preview_test_open (bytes, &error);
  g_autoptr (ComptoirPdfDocument) copy = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  const guint32 *pixel;
  gboolean done = FALSE;
  gsize length;

  g_assert_no_error (error);
  operation = comptoir_pdf_print_new (document, "Report", 1);
  gtk_print_operation_set_export_filename (operation, name);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  preview_test_wait_until (done);

  g_assert_true (g_file_get_contents (name, &printed, &length, NULL));
  again = g_bytes_new (printed, length);
  copy = preview_test_open (again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comptoir_pdf_document_get_n_pages (copy), ==, 3);
  pixels = preview_test_render (copy, 1, 595, 842, &error);
  g_assert_no_error (error);
  pixel = g_bytes_get_data (pixels, NULL);
  g_assert_cmphex (pixel[20 * 595 + 20] & 0xffffff, ==, 0xff0000);
  g_assert_cmphex (pixel[400 * 595 + 300] & 0xffffff, ==, 0xffffff);
  g_remove (name);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/pdf-print/export", test_export);

  return g_test_run ();
}
