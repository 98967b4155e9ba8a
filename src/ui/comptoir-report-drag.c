/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-drag.h"

#include "comptoir-passing-file.h"

#define URI_LIST "text/uri-list"

#define COMPTOIR_TYPE_REPORT_CONTENT_PROVIDER (comptoir_report_content_provider_get_type ())

/* A file that is only written once somebody takes it. */
G_DECLARE_FINAL_TYPE (ComptoirReportContentProvider,
                      comptoir_report_content_provider,
                      COMPTOIR,
                      REPORT_CONTENT_PROVIDER,
                      GdkContentProvider)

struct _ComptoirReportContentProvider
{
  GdkContentProvider parent_instance;

  GBytes *bytes;
  char *name;
  GFile *file; /* (nullable): once it is written */
};

G_DEFINE_FINAL_TYPE (ComptoirReportContentProvider,
                     comptoir_report_content_provider,
                     GDK_TYPE_CONTENT_PROVIDER)

typedef struct
{
  ComptoirReportDragFunc get_file;
  gpointer user_data;
} Source;

/* A file on its way to whoever took it. */
typedef struct
{
  GOutputStream *stream;
  int priority;
  GFile *file;
  char *line;
} Giving;

static void
giving_free (gpointer data)
{
  Giving *giving = data;

  g_object_unref (giving->stream);
  g_clear_object (&giving->file);
  g_free (giving->line);
  g_free (giving);
}

static void
on_line_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @task: (transfer full) */
static void
give_uri (GTask *task)
{
  Giving *giving = g_task_get_task_data (task);
  g_autofree char *uri = g_file_get_uri (giving->file);

  giving->line = g_strconcat (uri, "\r\n", NULL);
  g_output_stream_write_all_async (giving->stream, giving->line, strlen (giving->line),
                                   giving->priority, g_task_get_cancellable (task), on_line_written,
                                   task);
}

static void
on_file_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirReportContentProvider *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_set_object (&self->file, G_FILE (source));
  give_uri (g_steal_pointer (&task));
}

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { URI_LIST };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
write_mime_type_async (GdkContentProvider *provider,
                       const char *mime_type,
                       GOutputStream *stream,
                       int priority,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ComptoirReportContentProvider *self = COMPTOIR_REPORT_CONTENT_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, user_data);
  Giving *giving = g_new0 (Giving, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, write_mime_type_async);
  g_task_set_task_data (task, giving, giving_free);
  giving->stream = g_object_ref (stream);
  giving->priority = priority;
  giving->file = self->file != NULL ? g_object_ref (self->file)
                                    : comptoir_passing_file_create (self->name, &error);
  if (giving->file == NULL)
    g_task_return_error (task, error);
  else if (self->file != NULL)
    give_uri (g_steal_pointer (&task));
  else
    g_file_replace_contents_bytes_async (giving->file, self->bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE, cancellable, on_file_written,
                                         g_steal_pointer (&task));
}

static gboolean
write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentProvider *
on_prepare (GtkDragSource *drag, double x, double y, Source *source)
{
  g_autofree char *name = NULL;
  GBytes *bytes = source->get_file (source->user_data, &name);

  return bytes != NULL ? comptoir_report_drag_create_content (bytes, name) : NULL;
}

static void
on_begin (GtkDragSource *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (drag, icon, 0, 0);
}

static void
free_source (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
comptoir_report_content_provider_finalize (GObject *object)
{
  ComptoirReportContentProvider *self = COMPTOIR_REPORT_CONTENT_PROVIDER (object);

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (comptoir_report_content_provider_parent_class)->finalize (object);
}

static void
comptoir_report_content_provider_class_init (ComptoirReportContentProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = comptoir_report_content_provider_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->write_mime_type_async = write_mime_type_async;
  provider_class->write_mime_type_finish = write_mime_type_finish;
}

static void
comptoir_report_content_provider_init (ComptoirReportContentProvider *self)
{
}

/**
 * comptoir_report_drag_create_content:
 * @bytes: a file as it came
 * @name: what to call it
 *
 * Returns: (transfer full): a file for others to take, as a URI; a copy that only this person can
 *   read is made of it then
 */
GdkContentProvider *
comptoir_report_drag_create_content (GBytes *bytes, const char *name)
{
  ComptoirReportContentProvider *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (COMPTOIR_TYPE_REPORT_CONTENT_PROVIDER, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return GDK_CONTENT_PROVIDER (self);
}

/**
 * comptoir_report_drag_install:
 * @widget: what is dragged
 * @get_file: (scope notified): says which file it stands for when a drag begins
 * @user_data: outlives @widget
 */
void
comptoir_report_drag_install (GtkWidget *widget,
                              ComptoirReportDragFunc get_file,
                              gpointer user_data)
{
  GtkDragSource *drag;
  Source *source;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (get_file != NULL);

  drag = gtk_drag_source_new ();
  source = g_new0 (Source, 1);
  source->get_file = get_file;
  source->user_data = user_data;
  g_signal_connect_data (drag, "prepare", G_CALLBACK (on_prepare), source, free_source, 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_begin), NULL);
  gtk_widget_set_cursor_from_name (widget, "grab");
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
