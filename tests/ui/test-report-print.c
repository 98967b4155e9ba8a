/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "comptoir-pdf-document.h"

/* What is done with the print dialog while whoever shows it waits for it. */
typedef struct
{
  const char *uri; /* (nullable): where to print to; %NULL cancels */
  gboolean answered;
} Answer;

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window) && gtk_widget_get_mapped (window))
        return GTK_PRINT_UNIX_DIALOG (window);
    }
  return NULL;
}

static void
choose_file (GtkPrintUnixDialog *dialog, const char *uri)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  GtkPageRange pages = { 0, 1 };

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &pages, 1);
  gtk_print_unix_dialog_set_settings (dialog, settings);
}

/* Printers are listed little by little; the one that prints to a file is always among them. */
static gboolean
on_poll (gpointer user_data)
{
  Answer *answer = user_data;
  GtkPrintUnixDialog *dialog = find_dialog ();

  if (dialog == NULL)
    return G_SOURCE_CONTINUE;
  if (answer->uri != NULL)
    {
      choose_file (dialog, answer->uri);
      if (gtk_print_unix_dialog_get_selected_printer (dialog) == NULL)
        return G_SOURCE_CONTINUE;
    }
  answer->answered = TRUE;
  gtk_dialog_response (GTK_DIALOG (dialog),
                       answer->uri != NULL ? GTK_RESPONSE_OK : GTK_RESPONSE_CANCEL);
  return G_SOURCE_REMOVE;
}

static void
print (SalesTest *test, const char *uri)
{
  Answer answer = { .uri = uri };

  g_timeout_add (50, on_poll, &answer);
  sales_test_activate (test, "print");
  ui_test_wait_until (answer.answered);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirPdfDocument **document = user_data;

  *document = comptoir_pdf_document_open_finish (result, NULL);
}

/* Whether a whole PDF lies there by now. */
static guint
count_pages (const char *path)
{
  g_autoptr (ComptoirPdfDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;
  guint n_pages;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return 0;
  bytes = g_bytes_new_take (data, length);
  if (length < 32 || memmem (data + length - 32, 32, "%%EOF", 5) == NULL)
    return 0;
  comptoir_pdf_document_open_async (bytes, NULL, on_opened, &document);
  ui_test_wait_until (document != NULL);
  n_pages = comptoir_pdf_document_get_n_pages (document);
  comptoir_pdf_document_close (document);
  return n_pages;
}

/* The dialog comes up for either kind; its first two pages are printed to a file. */
static void
test_print (gconstpointer view)
{
  SalesTest test = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  sales_test_start (&test);
  sales_test_show_view (&test, view);
  print (&test, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  print (&test, uri);
  ui_test_wait_until (count_pages (path) == 2);
  sales_test_stop (&test);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/ui/report-print/pdf", "pdf", test_print);
  g_test_add_data_func ("/ui/report-print/html", "report", test_print);
  return g_test_run ();
}
