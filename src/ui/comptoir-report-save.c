/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-save.h"

#include <glib/gi18n-lib.h>

#include "comptoir-export-folder.h"

typedef struct
{
  GtkFileChooserNative *chooser;
  GFile *file;
  GBytes *bytes;
  GCancellable *cancellable;
  ComptoirExportDone done;
  gpointer user_data;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_clear_object (&saving->file);
  g_bytes_unref (saving->bytes);
  g_clear_object (&saving->cancellable);
  g_free (saving);
}

/* Whoever cancelled isn't there any more to be told. */
static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (saving->file);
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      sentence = g_strdup_printf (_ ("Saved as “%s”."), shown);
      if (folder != NULL)
        comptoir_export_folder_set (folder);
    }
  else
    sentence = g_strdup_printf (_ ("“%s” could not be saved: %s"), shown, error->message);
  if (!g_cancellable_is_cancelled (saving->cancellable))
    saving->done (sentence, saving->user_data);
  saving_free (saving);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Saving *saving = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    saving->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (saving->file == NULL)
    saving_free (saving);
  else
    g_file_replace_contents_bytes_async (saving->file, saving->bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         saving->cancellable, on_saved, saving);
}

/**
 * comptoir_report_save:
 * @parent: a widget of the window that asks
 * @bytes: a file as it came
 * @name: what to call it, with the extension that fits
 * @cancellable: silences @done
 * @done: (scope notified): told how it ended, unless the person changed their mind
 *
 * Asks for a place, in the folder that was last saved to, and saves the file there.
 */
void
comptoir_report_save (GtkWidget *parent,
                      GBytes *bytes,
                      const char *name,
                      GCancellable *cancellable,
                      ComptoirExportDone done,
                      gpointer user_data)
{
  Saving *saving;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  saving = g_new0 (Saving, 1);
  saving->bytes = g_bytes_ref (bytes);
  saving->done = done;
  saving->user_data = user_data;
  saving->cancellable = g_object_ref (cancellable);
  saving->chooser = gtk_file_chooser_native_new (
      _ ("Save Report"), GTK_WINDOW (gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), name);
  folder = comptoir_export_folder_dup ();
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (saving->chooser), folder, NULL);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (on_response), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}
