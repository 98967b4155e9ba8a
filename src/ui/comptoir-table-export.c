/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-export.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"
#include "comptoir-resource-export.h"

typedef struct
{
  GtkFileChooserNative *chooser;
  GFile *file;
  KashClient *client;
  KashResource resource;
  KashFormat format;
  GBytes *reply; /* (nullable): what to save instead of a download */
  GCancellable *cancellable;
  ComptoirExportDone done;
  gpointer user_data;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->chooser);
  g_clear_object (&export->file);
  g_clear_object (&export->client);
  g_clear_pointer (&export->reply, g_bytes_unref);
  g_clear_object (&export->cancellable);
  g_free (export);
}

/* Whoever cancelled isn't there any more to be told. */
static void
tell (Export *export, GError *error)
{
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  if (error == NULL)
    sentence = g_strdup_printf (_ ("Saved as “%s”."), shown);
  else if (error->domain == KASH_ERROR)
    sentence = g_strdup (error->message);
  else
    sentence = g_strdup_printf (_ ("“%s” could not be saved: %s"), shown, error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    export->done (sentence, export->user_data);
  export_free (export);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  comptoir_resource_export_finish (result, &error);
  tell (user_data, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  tell (user_data, error);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Export *export = user_data;

  g_clear_object (&export->file);
  if (response == GTK_RESPONSE_ACCEPT)
    export->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (export->file == NULL)
    export_free (export);
  else if (export->reply != NULL)
    g_file_replace_contents_bytes_async (export->file, export->reply, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         export->cancellable, on_saved, export);
  else
    comptoir_resource_export_async (export->client, export->resource, export->format, export->file,
                                    NULL, NULL, export->cancellable, on_exported, export);
}

static void
ask (GtkWidget *parent, Export *export, const char *extension)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  title = g_strdup_printf (_ ("Save %s"), kash_resource_get_title (export->resource));
  name = g_strdup_printf ("%s %s.%s", kash_resource_get_title (export->resource), day, extension);
  g_strdelimit (name, "/\\:", '-');
  export->chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (export->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser), name);
  g_signal_connect (export->chooser, "response", G_CALLBACK (on_response), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

/**
 * comptoir_export_resource:
 * @parent: a widget of the window that asks
 * @format: which of the service's own forms
 * @cancellable: (nullable): stops the download and silences @done
 * @done: (scope notified): told how it ended
 *
 * Asks for a file and downloads the resource afresh into it.
 */
void
comptoir_export_resource (GtkWidget *parent,
                          ComptoirShop *shop,
                          KashResource resource,
                          KashFormat format,
                          GCancellable *cancellable,
                          ComptoirExportDone done,
                          gpointer user_data)
{
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));

  export = g_new0 (Export, 1);
  export->client = g_object_ref (comptoir_shop_get_client (shop));
  export->resource = resource;
  export->format = format;
  export->done = done;
  export->user_data = user_data;
  g_set_object (&export->cancellable, cancellable);
  ask (parent, export, kash_format_get_name (format));
}

/**
 * comptoir_export_reply:
 * @parent: a widget of the window that asks
 * @reply: bytes to save as they came
 * @done: (scope notified): told how it ended
 */
void
comptoir_export_reply (GtkWidget *parent,
                       KashResource resource,
                       GBytes *reply,
                       GCancellable *cancellable,
                       ComptoirExportDone done,
                       gpointer user_data)
{
  Export *export;
  gsize length;
  const char *data;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (reply != NULL);

  export = g_new0 (Export, 1);
  export->reply = g_bytes_ref (reply);
  export->resource = resource;
  export->done = done;
  export->user_data = user_data;
  g_set_object (&export->cancellable, cancellable);
  data = g_bytes_get_data (reply, &length);
  ask (parent, export, comptoir_file_kind_get_extension (comptoir_file_kind_sniff (data, length)));
}
