/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-open.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"
#include "comptoir-passing-file.h"

/* Under which a dialog has what it is about. */
#define OPENING "opening"

typedef struct
{
  GtkWidget *parent; /* unowned: only while nothing was cancelled */
  GdkDisplay *display;
  GFile *file;
  char *mime_type;
  GCancellable *cancellable;
  ComptoirExportDone done;
  gpointer user_data;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->display);
  g_clear_object (&opening->file);
  g_clear_object (&opening->cancellable);
  g_free (opening->mime_type);
  g_free (opening);
}

/* Whoever cancelled isn't there any more to be told. */
static void
finish (Opening *opening, const GError *error)
{
  if (error != NULL && !g_cancellable_is_cancelled (opening->cancellable))
    opening->done (error->message, opening->user_data);
  opening_free (opening);
}

static GAppLaunchContext *
create_context (Opening *opening)
{
  return G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (opening->display));
}

static void
on_launched_by_portal (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_app_info_launch_default_for_uri_finish (result, &error);
  finish (user_data, error);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error);
  finish (user_data, error);
}

static void
on_chosen (GtkDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GAppInfo) application = gtk_app_chooser_get_app_info (GTK_APP_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && application != NULL)
    {
      Opening *opening = g_object_steal_data (G_OBJECT (dialog), OPENING);
      g_autoptr (GAppLaunchContext) context = create_context (opening);
      g_autofree char *uri = g_file_get_uri (opening->file);
      GList uris = { uri, NULL, NULL };

      g_app_info_launch_uris_async (application, &uris, context, opening->cancellable, on_launched,
                                    opening);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Within a sandbox the desktop's own dialog asks, as the programs outside can't be seen. */
static void
ask (Opening *opening)
{
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_autoptr (GAppLaunchContext) context = create_context (opening);
      g_autofree char *uri = g_file_get_uri (opening->file);

      g_app_info_launch_default_for_uri_async (uri, context, opening->cancellable,
                                               on_launched_by_portal, opening);
    }
  else
    {
      GtkWidget *dialog = gtk_app_chooser_dialog_new_for_content_type (
          GTK_WINDOW (gtk_widget_get_ancestor (opening->parent, GTK_TYPE_WINDOW)),
          GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
          opening->mime_type);

      gtk_app_chooser_dialog_set_heading (GTK_APP_CHOOSER_DIALOG (dialog), _ ("Open With"));
      g_object_set_data_full (G_OBJECT (dialog), OPENING, opening, opening_free);
      g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), NULL);
      gtk_window_present (GTK_WINDOW (dialog));
    }
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)
      || g_cancellable_set_error_if_cancelled (opening->cancellable, &error))
    {
      g_prefix_error (&error, "%s ", _ ("The file to be opened could not be written:"));
      finish (opening, error);
    }
  else
    ask (opening);
}

/**
 * comptoir_report_open:
 * @parent: a widget of the window that asks
 * @bytes: a file as it came
 * @name: what to call it, with the extension that fits
 * @cancellable: to be cancelled before @parent goes
 * @done: (scope notified): told when it failed
 *
 * Lets the person choose a program and opens a copy in it that only they can read.
 */
void
comptoir_report_open (GtkWidget *parent,
                      GBytes *bytes,
                      const char *name,
                      GCancellable *cancellable,
                      ComptoirExportDone done,
                      gpointer user_data)
{
  Opening *opening;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  data = g_bytes_get_data (bytes, &length);
  opening = g_new0 (Opening, 1);
  opening->parent = parent;
  opening->display = g_object_ref (gtk_widget_get_display (parent));
  opening->mime_type
      = g_strdup (comptoir_file_kind_get_mime_type (comptoir_file_kind_sniff (data, length)));
  opening->cancellable = g_object_ref (cancellable);
  opening->done = done;
  opening->user_data = user_data;
  opening->file = comptoir_passing_file_create (name, &error);
  if (opening->file == NULL)
    finish (opening, error);
  else
    g_file_replace_contents_bytes_async (opening->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                         cancellable, on_written, opening);
}
