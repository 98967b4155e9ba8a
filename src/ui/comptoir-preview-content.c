/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-preview-content.h"

#include "comptoir-html-view.h"
#include "comptoir-pdf-document.h"
#include "comptoir-pdf-view.h"

/* A widget that shows a kind of document. It has the properties "ready" and "error". */
typedef struct
{
  const char *group; /* of its actions */
  GtkWidget *(*create) (void);
  void (*set_document) (GtkWidget *view, GBytes *bytes, const char *title);
  const char *(*explain) (const GError *error);
} Kind;

struct _ComptoirPreviewContent
{
  AdwBin parent_instance;

  const Kind *kind;
  GtkWidget *view; /* (nullable): none before the first document */
  GTask *task;     /* (nullable): of the load under way */
  char *title;     /* (nullable) */
};

static void comptoir_preview_content_content_init (ComptoirReportContentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirPreviewContent,
                               comptoir_preview_content,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (COMPTOIR_TYPE_REPORT_CONTENT,
                                                      comptoir_preview_content_content_init))

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_pdf (GtkWidget *view, GBytes *bytes, const char *title)
{
  comptoir_pdf_view_set_document (COMPTOIR_PDF_VIEW (view), bytes, title);
}

static void
set_html (GtkWidget *view, GBytes *bytes, const char *title)
{
  comptoir_html_view_set_document (COMPTOIR_HTML_VIEW (view), bytes, title);
}

static const char *
explain_html (const GError *error)
{
  return error->message;
}

static const Kind pdf = { "pdf", comptoir_pdf_view_new, set_pdf, comptoir_pdf_document_explain };
static const Kind html = { "html", comptoir_html_view_new, set_html, explain_html };

/* Another load or a clearing comes before the one under way could end. */
static void
give_up (ComptoirPreviewContent *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             "Another report is wanted");
}

static void
on_ready (ComptoirPreviewContent *self)
{
  if (comptoir_preview_content_get_ready (self))
    {
      g_autoptr (GTask) task = g_steal_pointer (&self->task);

      if (task != NULL)
        g_task_return_boolean (task, TRUE);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

/* What could not be shown, or what was shown and isn't any more. */
static void
on_error (ComptoirPreviewContent *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (self->view, "error", &error, NULL);
  if (error == NULL)
    return;
  task = g_steal_pointer (&self->task);
  if (task != NULL)
    g_task_return_new_error (task, error->domain, error->code, "%s", self->kind->explain (error));
  else
    g_signal_emit_by_name (self, "failed", self->kind->explain (error));
}

static void
ensure_view (ComptoirPreviewContent *self)
{
  if (self->view != NULL)
    return;
  self->view = self->kind->create ();
  g_signal_connect_object (self->view, "notify::ready", G_CALLBACK (on_ready), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::error", G_CALLBACK (on_error), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->view);
}

static void
load (ComptoirReportContent *content, GBytes *bytes, GDateTime *edited, GTask *task)
{
  ComptoirPreviewContent *self = COMPTOIR_PREVIEW_CONTENT (content);

  give_up (self);
  if (g_task_return_error_if_cancelled (task))
    return;
  ensure_view (self);
  self->task = g_object_ref (task);
  self->kind->set_document (self->view, bytes, self->title);
}

static void
clear (ComptoirReportContent *content)
{
  ComptoirPreviewContent *self = COMPTOIR_PREVIEW_CONTENT (content);

  give_up (self);
  if (self->view != NULL)
    self->kind->set_document (self->view, NULL, NULL);
}

static void
comptoir_preview_content_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirPreviewContent *self = COMPTOIR_PREVIEW_CONTENT (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, comptoir_preview_content_get_ready (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_preview_content_dispose (GObject *object)
{
  ComptoirPreviewContent *self = COMPTOIR_PREVIEW_CONTENT (object);

  give_up (self);
  self->view = NULL;
  G_OBJECT_CLASS (comptoir_preview_content_parent_class)->dispose (object);
}

static void
comptoir_preview_content_finalize (GObject *object)
{
  g_free (COMPTOIR_PREVIEW_CONTENT (object)->title);
  G_OBJECT_CLASS (comptoir_preview_content_parent_class)->finalize (object);
}

static void
comptoir_preview_content_class_init (ComptoirPreviewContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = comptoir_preview_content_get_property;
  object_class->dispose = comptoir_preview_content_dispose;
  object_class->finalize = comptoir_preview_content_finalize;
  properties[PROP_READY]
      = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_preview_content_content_init (ComptoirReportContentInterface *iface)
{
  iface->load = load;
  iface->clear = clear;
}

static void
comptoir_preview_content_init (ComptoirPreviewContent *self)
{
}

/**
 * comptoir_preview_content_new:
 * @report: %KASH_REPORT_PDF or %KASH_REPORT_STD, which is a page of HTML
 *
 * Returns: a view of nothing yet
 */
GtkWidget *
comptoir_preview_content_new (KashReport report)
{
  ComptoirPreviewContent *self;

  g_return_val_if_fail (report == KASH_REPORT_PDF || report == KASH_REPORT_STD, NULL);

  self = g_object_new (COMPTOIR_TYPE_PREVIEW_CONTENT, NULL);
  self->kind = report == KASH_REPORT_PDF ? &pdf : &html;
  return GTK_WIDGET (self);
}

/**
 * comptoir_preview_content_set_title:
 * @title: what a print job of the next report is called
 */
void
comptoir_preview_content_set_title (ComptoirPreviewContent *self, const char *title)
{
  g_return_if_fail (COMPTOIR_IS_PREVIEW_CONTENT (self));
  g_return_if_fail (title != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

gboolean
comptoir_preview_content_get_ready (ComptoirPreviewContent *self)
{
  gboolean ready = FALSE;

  g_return_val_if_fail (COMPTOIR_IS_PREVIEW_CONTENT (self), FALSE);

  if (self->view != NULL)
    g_object_get (self->view, "ready", &ready, NULL);
  return ready;
}

/**
 * comptoir_preview_content_activate:
 * @action: "find", "print", "copy", "zoom-in", "zoom-out" or "zoom-reset"
 *
 * Returns: whether it could be done
 */
gboolean
comptoir_preview_content_activate (ComptoirPreviewContent *self, const char *action)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (COMPTOIR_IS_PREVIEW_CONTENT (self), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  name = g_strconcat (self->kind->group, ".", action, NULL);
  return self->view != NULL && gtk_widget_activate_action (self->view, name, NULL);
}
