/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "comptoir-pdf-view-private.h"

#define SPINNER_DELAY 500 /* ms */

G_DEFINE_FINAL_TYPE (ComptoirPdfView, comptoir_pdf_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_PAGES,
  PROP_PAGE,
  PROP_READY,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
get_n_pages (ComptoirPdfView *self)
{
  return self->document != NULL ? comptoir_pdf_document_get_n_pages (self->document) : 0;
}

static void
set_error (ComptoirPdfView *self, const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  if (error != NULL)
    {
      self->error = g_error_copy (error);
      gtk_label_set_text (self->error_label, comptoir_pdf_document_explain (error));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
update_page (ComptoirPdfView *self)
{
  guint page = comptoir_pdf_pages_get_page (self->pages);
  guint n_pages = get_n_pages (self);
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : g_strdup ("");

  gtk_editable_set_text (self->page_entry, number);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.previous-page", page > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.next-page", page < n_pages);
  comptoir_pdf_thumbnails_set_page (self->thumbnails, page);
}

static void
stop_waiting (ComptoirPdfView *self)
{
  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static void
show_document (ComptoirPdfView *self, const char *page)
{
  guint n_pages = get_n_pages (self);
  g_autofree char *of_pages = n_pages > 0 ? g_strdup_printf (_ ("of %u"), n_pages) : g_strdup ("");

  stop_waiting (self);
  comptoir_pdf_thumbnails_set_document (self->thumbnails, self->document);
  comptoir_pdf_pages_set_document (self->pages, self->document);
  comptoir_pdf_find_bar_set_pages (self->find_bar, self->pages);
  gtk_label_set_text (self->n_pages_label, of_pages);
  gtk_stack_set_visible_child_name (self->stack, page);
  update_page (self);
  comptoir_pdf_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
on_failed (ComptoirPdfView *self, const GError *error)
{
  g_clear_object (&self->document);
  set_error (self, error);
  show_document (self, "error");
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirPdfView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirPdfDocument) document = comptoir_pdf_document_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (document == NULL)
    {
      on_failed (self, error);
      return;
    }
  self->document = g_steal_pointer (&document);
  g_signal_connect_object (self->document, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
  show_document (self, "pages");
}

static void
on_waiting (gpointer user_data)
{
  ComptoirPdfView *self = user_data;

  self->spinner_delay = 0;
  gtk_spinner_start (self->spinner);
}

static void
close_document (ComptoirPdfView *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->document, on_failed, self);
      comptoir_pdf_document_close (self->document);
    }
  g_clear_object (&self->document);
}

static void
on_page_changed (ComptoirPdfView *self)
{
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
on_thumbnail_chosen (ComptoirPdfView *self)
{
  guint page = comptoir_pdf_thumbnails_get_page (self->thumbnails);

  if (page != 0 && page != comptoir_pdf_pages_get_page (self->pages))
    comptoir_pdf_pages_set_page (self->pages, page);
}

static void
on_zoom_changed (ComptoirPdfView *self)
{
  /* Translators: how large a page is shown. */
  g_autofree char *percent = g_strdup_printf (
      _ ("%u %%"), (guint) lround (comptoir_pdf_pages_get_zoom (self->pages) * 100));

  gtk_menu_button_set_label (self->zoom_button, percent);
}

/* What isn't a number is taken back. */
static void
on_page_entered (ComptoirPdfView *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (self->page_entry), 10, 1, G_MAXUINT, &page,
                                  NULL))
    {
      comptoir_pdf_pages_set_page (self->pages, (guint) page);
      gtk_widget_grab_focus (GTK_WIDGET (self->pages));
    }
  update_page (self);
}

static void
comptoir_pdf_view_dispose (GObject *object)
{
  ComptoirPdfView *self = COMPTOIR_PDF_VIEW (object);
  GtkWidget *child;

  close_document (self);
  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (comptoir_pdf_view_parent_class)->dispose (object);
}

static void
comptoir_pdf_view_finalize (GObject *object)
{
  ComptoirPdfView *self = COMPTOIR_PDF_VIEW (object);

  g_clear_error (&self->error);
  g_free (self->title);

  G_OBJECT_CLASS (comptoir_pdf_view_parent_class)->finalize (object);
}

static void
comptoir_pdf_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirPdfView *self = COMPTOIR_PDF_VIEW (object);

  switch (id)
    {
    case PROP_N_PAGES:
      g_value_set_uint (value, get_n_pages (self));
      break;
    case PROP_PAGE:
      g_value_set_uint (value, comptoir_pdf_pages_get_page (self->pages));
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->document != NULL);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_view_class_init (ComptoirPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = comptoir_pdf_view_dispose;
  object_class->finalize = comptoir_pdf_view_finalize;
  object_class->get_property = comptoir_pdf_view_get_property;

  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (COMPTOIR_TYPE_PDF_FIND_BAR);
  g_type_ensure (COMPTOIR_TYPE_PDF_PAGES);
  g_type_ensure (COMPTOIR_TYPE_PDF_THUMBNAILS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/preview/comptoir-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, page_entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, n_pages_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, thumbnails_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, error_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfView, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);
  comptoir_pdf_view_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
comptoir_pdf_view_init (ComptoirPdfView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (self->thumbnails, "notify::page", G_CALLBACK (on_thumbnail_chosen), self,
                           G_CONNECT_SWAPPED);
  on_zoom_changed (self);
  update_page (self);
  comptoir_pdf_view_update_actions (self);
}

/**
 * comptoir_pdf_view_new:
 *
 * Returns: (transfer floating): a view of nothing yet
 */
GtkWidget *
comptoir_pdf_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_PDF_VIEW, NULL);
}

/**
 * comptoir_pdf_view_set_document:
 * @self: a view
 * @bytes: (nullable): what may be a PDF; %NULL empties the view
 * @title: (nullable): what a print job is called
 *
 * Shows another file, from its first page. The helper of the one before ends; "error" is set once
 * this one can't be shown, or not any more.
 */
void
comptoir_pdf_view_set_document (ComptoirPdfView *self, GBytes *bytes, const char *title)
{
  g_return_if_fail (COMPTOIR_IS_PDF_VIEW (self));

  close_document (self);
  g_free (self->title);
  self->title = g_strdup (title);
  set_error (self, NULL);
  show_document (self, bytes != NULL ? "loading" : "empty");
  if (bytes == NULL)
    return;
  self->spinner_delay = g_timeout_add_once (SPINNER_DELAY, on_waiting, self);
  self->opening = g_cancellable_new ();
  comptoir_pdf_document_open_async (bytes, self->opening, on_opened, g_object_ref (self));
}
