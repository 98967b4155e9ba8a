/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-html-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-html-module.h"
#include "comptoir-html-view-private.h"

#define SPINNER_DELAY 500 /* ms */

/* In place of no bytes at all. */
#define BLANK_PAGE "<!DOCTYPE html>"

G_DEFINE_FINAL_TYPE (ComptoirHtmlView, comptoir_html_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_READY,
  PROP_N_MATCHES,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_error (ComptoirHtmlView *self, const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  if (error != NULL)
    {
      self->error = g_error_copy (error);
      gtk_label_set_text (self->error_label, error->message);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
show (ComptoirHtmlView *self, const char *page)
{
  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, page);
  comptoir_html_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
look (ComptoirHtmlView *self)
{
  const char *text = gtk_search_bar_get_search_mode (self->find_bar)
                         ? gtk_editable_get_text (GTK_EDITABLE (self->find_entry))
                         : NULL;

  if (comptoir_html_view_get_ready (self))
    self->engine->find (self->page, text);
}

static void
on_failed (ComptoirHtmlView *self, const GError *error)
{
  set_error (self, error);
  show (self, "error");
}

static void
on_ready (ComptoirHtmlView *self)
{
  if (!comptoir_html_view_get_ready (self))
    return;
  show (self, "page");
  look (self);
}

static void
fail (ComptoirHtmlView *self, ComptoirHtmlError code, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (COMPTOIR_HTML_ERROR, (int) code, sentence);

  on_failed (self, error);
}

static void
on_fault (ComptoirHtmlView *self)
{
  int fault;

  g_object_get (self->page, "fault", &fault, NULL);
  if (self->bytes == NULL)
    return;
  switch ((ComptoirHtmlFault) fault)
    {
    case COMPTOIR_HTML_FAULT_FILTER:
      fail (self, COMPTOIR_HTML_ERROR_UNCONFINED,
            _ ("This web page isn’t shown, because what it loads could not be limited. It can "
               "still be saved."));
      break;
    case COMPTOIR_HTML_FAULT_LOAD:
      fail (self, COMPTOIR_HTML_ERROR_UNREADABLE,
            _ ("This web page could not be read. It can still be saved."));
      break;
    case COMPTOIR_HTML_FAULT_CRASHED:
      fail (self, COMPTOIR_HTML_ERROR_ENDED,
            _ ("Something in this web page stopped it from being shown. It can still be saved."));
      break;
    case COMPTOIR_HTML_FAULT_MEMORY:
      fail (self, COMPTOIR_HTML_ERROR_TOO_LARGE,
            _ ("This web page takes too much memory to be shown. It can still be saved."));
      break;
    case COMPTOIR_HTML_FAULT_NONE:
    default:
      break;
    }
}

static void
on_matches (ComptoirHtmlView *self)
{
  comptoir_html_view_update_find (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MATCHES]);
}

static void
ensure_page (ComptoirHtmlView *self)
{
  if (self->page != NULL)
    return;
  self->page = self->engine->create ();
  gtk_widget_set_hexpand (self->page, TRUE);
  gtk_widget_set_vexpand (self->page, TRUE);
  g_signal_connect_object (self->page, "notify::ready", G_CALLBACK (on_ready), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::fault", G_CALLBACK (on_fault), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::n-matches", G_CALLBACK (on_matches), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::zoom", G_CALLBACK (comptoir_html_view_update_zoom),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (self->holder, self->page);
}

static void
on_engine (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirHtmlView) self = user_data;
  g_autoptr (GError) error = NULL;
  const ComptoirHtmlEngine *engine = comptoir_html_module_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  self->engine = engine;
  if (engine == NULL)
    {
      on_failed (self, error);
      return;
    }
  ensure_page (self);
  engine->load (self->page, self->bytes);
}

static void
stop_loading (ComptoirHtmlView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
on_waiting (gpointer user_data)
{
  ComptoirHtmlView *self = user_data;

  self->spinner_delay = 0;
  gtk_spinner_start (self->spinner);
}

static void
on_find_changed (ComptoirHtmlView *self)
{
  look (self);
  comptoir_html_view_update_find (self);
}

static void
on_find_next (ComptoirHtmlView *self)
{
  if (comptoir_html_view_get_n_matches (self) > 0)
    self->engine->find_step (self->page, TRUE);
}

static void
on_find_previous (ComptoirHtmlView *self)
{
  if (comptoir_html_view_get_n_matches (self) > 0)
    self->engine->find_step (self->page, FALSE);
}

static void
on_find_stopped (ComptoirHtmlView *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  if (self->page != NULL)
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
comptoir_html_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, comptoir_html_view_get_ready (self));
      break;
    case PROP_N_MATCHES:
      g_value_set_uint (value, comptoir_html_view_get_n_matches (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_html_view_dispose (GObject *object)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (object);
  GtkWidget *child;

  stop_loading (self);
  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->page = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (comptoir_html_view_parent_class)->dispose (object);
}

static void
comptoir_html_view_finalize (GObject *object)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (object);

  g_clear_error (&self->error);
  g_free (self->title);

  G_OBJECT_CLASS (comptoir_html_view_parent_class)->finalize (object);
}

static void
comptoir_html_view_class_init (ComptoirHtmlViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_html_view_get_property;
  object_class->dispose = comptoir_html_view_dispose;
  object_class->finalize = comptoir_html_view_finalize;

  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  props[PROP_N_MATCHES] = g_param_spec_uint ("n-matches", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/preview/comptoir-html-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, find_entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, find_previous);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, find_next);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, find_status);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, error_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirHtmlView, holder);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped);
  comptoir_html_view_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
comptoir_html_view_init (ComptoirHtmlView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));
  comptoir_html_view_update_zoom (self);
  comptoir_html_view_update_find (self);
  comptoir_html_view_update_actions (self);
}

/**
 * comptoir_html_view_new:
 *
 * Returns: (transfer floating): a view of nothing yet, which has no process of its own
 */
GtkWidget *
comptoir_html_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_HTML_VIEW, NULL);
}

/**
 * comptoir_html_view_set_document:
 * @self: a view
 * @bytes: (nullable): a page of HTML in UTF-8, or in what it says itself; %NULL empties the view
 * @title: (nullable): what a print job is called
 *
 * Shows another page. "error" is set once this one can't be shown, or not any more.
 */
void
comptoir_html_view_set_document (ComptoirHtmlView *self, GBytes *bytes, const char *title)
{
  g_autoptr (GBytes) blank = g_bytes_new_static (BLANK_PAGE, strlen (BLANK_PAGE));
  gboolean empty = bytes == NULL || g_bytes_get_size (bytes) == 0;

  g_return_if_fail (COMPTOIR_IS_HTML_VIEW (self));

  stop_loading (self);
  g_free (self->title);
  self->title = g_strdup (title);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (bytes != NULL)
    self->bytes = g_bytes_ref (empty ? blank : bytes);
  set_error (self, NULL);
  if (self->page != NULL)
    self->engine->load (self->page, empty ? blank : bytes);
  show (self, bytes != NULL ? "loading" : "empty");
  if (bytes == NULL)
    return;
  self->spinner_delay = g_timeout_add_once (SPINNER_DELAY, on_waiting, self);
  if (self->page != NULL)
    return;
  self->loading = g_cancellable_new ();
  comptoir_html_module_load_async (self->loading, on_engine, g_object_ref (self));
}

/* Whether the page asked for is on screen. */
gboolean
comptoir_html_view_get_ready (ComptoirHtmlView *self)
{
  gboolean ready = FALSE;

  if (self->page != NULL && self->bytes != NULL)
    g_object_get (self->page, "ready", &ready, NULL);
  return ready;
}

guint
comptoir_html_view_get_n_matches (ComptoirHtmlView *self)
{
  guint n_matches = 0;

  if (self->page != NULL)
    g_object_get (self->page, "n-matches", &n_matches, NULL);
  return n_matches;
}
