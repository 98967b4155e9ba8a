/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comptoir-export-folder.h"
#include "comptoir-report-drag.h"

static GBytes *
get_bytes (SalesTest *test)
{
  return comptoir_report_view_get_bytes (comptoir_sales_page_get_report (test->page));
}

/* (nullable): the dialog of a type that is on screen */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_dialog (GType type)
{
  ui_test_wait_until (find_dialog (type) != NULL);
  return find_dialog (type);
}

static gsize
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gsize) status.st_size : 0;
}

static void
give_time (void)
{
  for (guint i = 0; i < 50; i++)
    ui_test_turn ();
}

static void
assert_private_copy (const char *path, GBytes *bytes)
{
  g_autofree char *data = NULL;
  gsize length;
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpmem (data, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Saves what is in front in a folder and takes it away again.
 * @chosen: (nullable): the folder to go to, if the dialog isn't there already */
static char *
save (SalesTest *test, const char *folder, const char *chosen)
{
  GtkFileChooser *dialog;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  sales_test_activate (test, "save-as");
  dialog = GTK_FILE_CHOOSER (wait_for_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG));
  name = gtk_file_chooser_get_current_name (dialog);
  path = g_build_filename (folder, name, NULL);
  if (chosen != NULL)
    {
      g_autoptr (GFile) wanted = g_file_new_for_path (chosen);

      /* The folder it opens with may not be left before it is read. */
      give_time ();
      g_assert_true (gtk_file_chooser_set_current_folder (dialog, wanted, NULL));
    }
  /* Folders are read little by little. */
  do
    {
      ui_test_turn ();
      g_clear_object (&file);
      file = gtk_file_chooser_get_file (dialog);
    }
  while (file == NULL || g_strcmp0 (g_file_peek_path (file), path) != 0);
  give_time ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ui_test_wait_until (get_size (path) == g_bytes_get_size (get_bytes (test)));
  ui_test_wait_until (find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
  assert_private_copy (path, get_bytes (test));
  g_assert_cmpint (g_remove (path), ==, 0);
  return g_steal_pointer (&path);
}

/* Every report is saved as it came, under a name that says what it is, where the one before went.
 */
static void
test_save (void)
{
  static const struct
  {
    const char *view;
    const char *extension;
  } reports[]
      = { { "report", ".html" }, { "pdf", ".pdf" }, { "table", ".csv" }, { "excel", ".xlsx" } };
  SalesTest test = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
  g_autofree char *day = NULL;
  g_autoptr (GFile) remembered = NULL;

  sales_test_start (&test);
  day = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&test.page->day),
                         g_date_get_month (&test.page->day), g_date_get_day (&test.page->day));
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = NULL;

      sales_test_show_view (&test, reports[i].view);
      path = save (&test, folder, i == 0 ? folder : NULL);
      g_assert_true (g_str_has_suffix (path, reports[i].extension));
      g_assert_nonnull (strstr (path, day));
      give_time ();
    }
  remembered = comptoir_export_folder_dup ();
  g_assert_cmpstr (g_file_peek_path (remembered), ==, folder);
  sales_test_stop (&test);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static char *
dup_answer_path (void)
{
  return g_build_filename (g_get_user_runtime_dir (), "comptoir-test-answer", NULL);
}

/* A program for web pages, that says what it was given. GIO looks for programs once and then waits
 * for news, so it comes first. */
static void
install_program (void)
{
  g_autofree char *answer = dup_answer_path ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *script = g_build_filename (folder, "comptoir-test.sh", NULL);
  g_autofree char *entry = g_build_filename (folder, "comptoir-test.desktop", NULL);
  g_autofree char *list = g_build_filename (folder, "mimeapps.list", NULL);
  g_autofree char *commands = g_strdup_printf (
      "#!/bin/sh\nprintf %%s \"$1\" >%s.part\nmv %s.part %s\n", answer, answer, answer);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Test\n"
                                           "Exec=sh %s %%f\nMimeType=text/html;\n",
                                           script);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (script, commands, -1, NULL));
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (g_file_set_contents (
      list, "[Added Associations]\ntext/html=comptoir-test.desktop;\n", -1, NULL));
}

/* The program that is chosen is given a copy that only this person can read. */
static void
test_open (void)
{
  SalesTest test = { 0 };
  g_autofree char *answer = dup_answer_path ();
  g_autofree char *path = NULL;
  GtkWidget *dialog;

  sales_test_start (&test);
  sales_test_show_view (&test, "report");
  sales_test_activate (&test, "open-with");
  dialog = wait_for_dialog (GTK_TYPE_APP_CHOOSER_DIALOG);
  ui_test_wait_until (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK)
                      != NULL);
  ui_test_wait_until (gtk_widget_get_sensitive (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK)));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  ui_test_wait_until (g_file_test (answer, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (answer, &path, NULL, NULL));
  g_assert_true (g_str_has_suffix (path, ".html"));
  assert_private_copy (path, get_bytes (&test));
  sales_test_stop (&test);
  g_assert_cmpint (g_remove (answer), ==, 0);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* (transfer full): what whoever the file is dropped on is given */
static char *
take (GdkContentProvider *content)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean written = FALSE;

  gdk_content_provider_write_mime_type_async (content, "text/uri-list", stream, G_PRIORITY_DEFAULT,
                                              NULL, on_written, &written);
  ui_test_wait_until (written);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/* The file is dragged by its handle; it is written when it is taken, once. */
static void
test_drag (void)
{
  SalesTest test = { 0 };
  g_autoptr (GListModel) controllers = NULL;
  GtkDragSource *drag = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentProvider) nothing = NULL;
  g_autofree char *list = NULL;
  g_autofree char *again = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) uris = NULL;

  sales_test_start (&test);
  g_assert_false (gtk_widget_get_visible (test.page->file_handle));
  controllers = gtk_widget_observe_controllers (test.page->file_handle);
  for (guint i = 0; drag == NULL; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        drag = GTK_DRAG_SOURCE (controller);
    }
  g_signal_emit_by_name (drag, "prepare", 0.0, 0.0, &nothing);
  g_assert_null (nothing);

  sales_test_show_view (&test, "pdf");
  g_assert_true (gtk_widget_get_visible (test.page->file_handle));
  g_signal_emit_by_name (drag, "prepare", 0.0, 0.0, &content);
  list = take (content);
  again = take (content);
  g_assert_cmpstr (list, ==, again);
  g_assert_true (g_str_has_suffix (list, "\r\n"));
  uris = g_uri_list_extract_uris (list);
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  path = g_filename_from_uri (uris[0], NULL, NULL);
  g_assert_true (g_str_has_suffix (path, ".pdf"));
  assert_private_copy (path, get_bytes (&test));
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  install_program ();
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/report-file/save", test_save);
  g_test_add_func ("/ui/report-file/open", test_open);
  g_test_add_func ("/ui/report-file/drag", test_drag);
  return g_test_run ();
}
