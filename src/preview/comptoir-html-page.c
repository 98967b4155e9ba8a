/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The module: a page of HTML, shown by WebKit. */

#include "comptoir-html-engine.h"
#include "comptoir-html-lock.h"

#define MAX_MATCHES 1000

/* Bytes: as far as browsers look for what a page says of itself. */
#define ENCODING_REACH 1024

#define COMPTOIR_TYPE_HTML_PAGE (comptoir_html_page_get_type ())

G_DECLARE_FINAL_TYPE (ComptoirHtmlPage, comptoir_html_page, COMPTOIR, HTML_PAGE, GtkWidget)

extern const ComptoirHtmlEngine comptoir_html_engine;

struct _ComptoirHtmlPage
{
  GtkWidget parent_instance;

  WebKitWebView *view;
  GCancellable *cancellable;
  GBytes *waiting; /* (nullable): to be shown once the filter is in place and nothing is loading */
  gboolean filtered;
  gboolean busy; /* a load was begun that hasn't ended */
  gboolean ready;
  ComptoirHtmlFault fault;
  guint n_matches;
};

G_DEFINE_FINAL_TYPE (ComptoirHtmlPage, comptoir_html_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_READY,
  PROP_FAULT,
  PROP_N_MATCHES,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_ready (ComptoirHtmlPage *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
set_fault (ComptoirHtmlPage *self, ComptoirHtmlFault fault)
{
  if (fault != COMPTOIR_HTML_FAULT_NONE)
    set_ready (self, FALSE);
  if (self->fault == fault)
    return;
  self->fault = fault;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAULT]);
}

static void
set_n_matches (ComptoirHtmlPage *self, guint n_matches)
{
  self->n_matches = n_matches;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MATCHES]);
}

/* (nullable): what a page says of itself near its beginning, as browsers look for it */
static char *
find_declared_encoding (const char *data, gsize length)
{
  g_autoptr (GRegex) regex = g_regex_new ("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)",
                                          G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match_full (regex, data, (gssize) MIN (length, ENCODING_REACH), 0, 0, &match, NULL))
    return NULL;
  return g_match_info_fetch (match, 1);
}

/* (transfer full): the service promises UTF-8 (kash-api.md §5). What isn't is read as the page
 * itself says, or as Windows-1252, the other encoding the service is known to use. */
static char *
find_encoding (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = NULL;

  if (g_utf8_validate_len (data, length, NULL))
    return g_strdup ("UTF-8");
  declared = find_declared_encoding (data, length);
  if (declared == NULL || g_ascii_strcasecmp (declared, "utf-8") == 0)
    return g_strdup ("windows-1252");
  return g_steal_pointer (&declared);
}

static void
show_waiting (ComptoirHtmlPage *self)
{
  g_autoptr (GBytes) bytes = g_steal_pointer (&self->waiting);
  g_autofree char *encoding = find_encoding (bytes);

  self->busy = TRUE;
  comptoir_html_lock_expect_load (self->view);
  webkit_web_view_load_bytes (self->view, bytes, "text/html", encoding, NULL);
}

static void
on_filtered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirHtmlPage *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean filtered = comptoir_html_lock_filter_finish (WEBKIT_WEB_VIEW (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->filtered = filtered;
  if (!filtered)
    set_fault (self, COMPTOIR_HTML_FAULT_FILTER);
  else if (self->waiting != NULL)
    show_waiting (self);
}

static void
on_load_changed (ComptoirHtmlPage *self, WebKitLoadEvent event)
{
  if (event != WEBKIT_LOAD_FINISHED)
    return;
  self->busy = FALSE;
  if (self->waiting != NULL)
    show_waiting (self);
  else if (self->fault == COMPTOIR_HTML_FAULT_NONE)
    set_ready (self, TRUE);
}

/* What a page tried and wasn't allowed to is no failure of its own. */
static gboolean
on_load_failed (ComptoirHtmlPage *self, WebKitLoadEvent event, const char *uri, GError *error)
{
  if (!g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED)
      && !g_error_matches (error, WEBKIT_POLICY_ERROR,
                           WEBKIT_POLICY_ERROR_FRAME_LOAD_INTERRUPTED_BY_POLICY_CHANGE)
      && self->busy && self->waiting == NULL)
    set_fault (self, COMPTOIR_HTML_FAULT_LOAD);
  return GDK_EVENT_STOP;
}

/* Where another page waits, the one before was in its way. */
static void
on_terminated (ComptoirHtmlPage *self, WebKitWebProcessTerminationReason reason)
{
  self->busy = FALSE;
  if (self->waiting != NULL)
    {
      show_waiting (self);
      return;
    }
  set_fault (self, reason == WEBKIT_WEB_PROCESS_EXCEEDED_MEMORY_LIMIT
                       ? COMPTOIR_HTML_FAULT_MEMORY
                       : COMPTOIR_HTML_FAULT_CRASHED);
}

/* One load at a time, so that it is known which of them ended. A page that keeps its process from
 * answering goes with it once another is wanted. */
static void
make_way (ComptoirHtmlPage *self)
{
  if (self->busy && self->waiting != NULL
      && !webkit_web_view_get_is_web_process_responsive (self->view))
    webkit_web_view_terminate_web_process (self->view);
}

static void
on_found (ComptoirHtmlPage *self, guint n_matches)
{
  set_n_matches (self, n_matches);
}

static void
on_not_found (ComptoirHtmlPage *self)
{
  set_n_matches (self, 0);
}

static void
on_zoom (ComptoirHtmlPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
comptoir_html_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirHtmlPage *self = COMPTOIR_HTML_PAGE (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_FAULT:
      g_value_set_int (value, (int) self->fault);
      break;
    case PROP_N_MATCHES:
      g_value_set_uint (value, self->n_matches);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, webkit_web_view_get_zoom_level (self->view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_html_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComptoirHtmlPage *self = COMPTOIR_HTML_PAGE (object);

  switch (id)
    {
    case PROP_ZOOM:
      webkit_web_view_set_zoom_level (self->view, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_html_page_dispose (GObject *object)
{
  ComptoirHtmlPage *self = COMPTOIR_HTML_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->waiting, g_bytes_unref);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (webkit_web_view_get_find_controller (self->view), self);
      gtk_widget_unparent (GTK_WIDGET (self->view));
      self->view = NULL;
    }

  G_OBJECT_CLASS (comptoir_html_page_parent_class)->dispose (object);
}

static void
comptoir_html_page_finalize (GObject *object)
{
  g_clear_object (&COMPTOIR_HTML_PAGE (object)->cancellable);

  G_OBJECT_CLASS (comptoir_html_page_parent_class)->finalize (object);
}

static void
comptoir_html_page_class_init (ComptoirHtmlPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_html_page_get_property;
  object_class->set_property = comptoir_html_page_set_property;
  object_class->dispose = comptoir_html_page_dispose;
  object_class->finalize = comptoir_html_page_finalize;

  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  props[PROP_FAULT] = g_param_spec_int ("fault", NULL, NULL, 0, G_MAXINT, 0, readable);
  props[PROP_N_MATCHES] = g_param_spec_uint ("n-matches", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, 0.1, 10, 1, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
comptoir_html_page_init (ComptoirHtmlPage *self)
{
  WebKitFindController *find;

  self->cancellable = g_cancellable_new ();
  self->view = comptoir_html_lock_create_view ();
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  find = webkit_web_view_get_find_controller (self->view);
  g_signal_connect_swapped (self->view, "load-changed", G_CALLBACK (on_load_changed), self);
  g_signal_connect_swapped (self->view, "load-failed", G_CALLBACK (on_load_failed), self);
  g_signal_connect_swapped (self->view, "web-process-terminated", G_CALLBACK (on_terminated), self);
  g_signal_connect_swapped (self->view, "notify::is-web-process-responsive", G_CALLBACK (make_way),
                            self);
  g_signal_connect_swapped (self->view, "notify::zoom-level", G_CALLBACK (on_zoom), self);
  g_signal_connect_swapped (find, "found-text", G_CALLBACK (on_found), self);
  g_signal_connect_swapped (find, "failed-to-find-text", G_CALLBACK (on_not_found), self);
  comptoir_html_lock_filter_async (self->view, self->cancellable, on_filtered, self);
}

static GtkWidget *
create (void)
{
  return g_object_new (COMPTOIR_TYPE_HTML_PAGE, NULL);
}

/* The process that ended, if one did, is started anew by this. */
static void
load (GtkWidget *page, GBytes *bytes)
{
  ComptoirHtmlPage *self = COMPTOIR_HTML_PAGE (page);

  set_ready (self, FALSE);
  g_clear_pointer (&self->waiting, g_bytes_unref);
  self->waiting = g_bytes_ref (bytes);
  if (self->fault == COMPTOIR_HTML_FAULT_FILTER)
    comptoir_html_lock_filter_async (self->view, self->cancellable, on_filtered, self);
  set_fault (self, COMPTOIR_HTML_FAULT_NONE);
  if (self->busy)
    make_way (self);
  else if (self->filtered)
    show_waiting (self);
}

static void
find (GtkWidget *page, const char *text)
{
  ComptoirHtmlPage *self = COMPTOIR_HTML_PAGE (page);
  WebKitFindController *controller = webkit_web_view_get_find_controller (self->view);

  if (text != NULL && *text != '\0')
    {
      webkit_find_controller_search (
          controller, text, WEBKIT_FIND_OPTIONS_CASE_INSENSITIVE | WEBKIT_FIND_OPTIONS_WRAP_AROUND,
          MAX_MATCHES);
      return;
    }
  webkit_find_controller_search_finish (controller);
  set_n_matches (self, 0);
}

static void
find_step (GtkWidget *page, gboolean forward)
{
  WebKitFindController *controller
      = webkit_web_view_get_find_controller (COMPTOIR_HTML_PAGE (page)->view);

  if (forward)
    webkit_find_controller_search_next (controller);
  else
    webkit_find_controller_search_previous (controller);
}

static void
copy (GtkWidget *page)
{
  webkit_web_view_execute_editing_command (COMPTOIR_HTML_PAGE (page)->view,
                                           WEBKIT_EDITING_COMMAND_COPY);
}

static void
select_all (GtkWidget *page)
{
  webkit_web_view_execute_editing_command (COMPTOIR_HTML_PAGE (page)->view,
                                           WEBKIT_EDITING_COMMAND_SELECT_ALL);
}

static void
print (GtkWidget *page, const char *title, GtkWindow *parent)
{
  g_autoptr (WebKitPrintOperation) operation
      = webkit_print_operation_new (COMPTOIR_HTML_PAGE (page)->view);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  if (title != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title);
  webkit_print_operation_set_print_settings (operation, settings);
  webkit_print_operation_run_dialog (operation, parent);
}

const ComptoirHtmlEngine comptoir_html_engine
    = { create, load, find, find_step, copy, select_all, print };
