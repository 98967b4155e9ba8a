/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several locks that each hold alone, as each was seen to leak something elsewhere: a content
 * policy lets a preconnect and a refresh by meta through, a navigation policy every picture. */

#include "comptoir-html-lock.h"

#include <glib/gstdio.h>

#define EXPECTED  "comptoir-html-expected"
#define PAGE_URI  "about:blank"
#define FILTER_ID "nothing-from-outside"

/* MB: a day's report takes a hundred. */
#define MEMORY_LIMIT 1024

static const char filter[]
    = "[{\"trigger\":{\"url-filter\":\".*\"},\"action\":{\"type\":\"block\"}},"
      "{\"trigger\":{\"url-filter\":\"^data:\"},"
      "\"action\":{\"type\":\"ignore-previous-rules\"}},"
      "{\"trigger\":{\"url-filter\":\"^about:\"},"
      "\"action\":{\"type\":\"ignore-previous-rules\"}}]";

/* Styles within the page are part of how a report looks. */
static const char content_policy[]
    = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
      "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; "
      "form-action 'none'; base-uri 'none'; sandbox";

static gboolean
take_expected (WebKitWebView *view)
{
  return g_object_steal_data (G_OBJECT (view), EXPECTED) != NULL;
}

static gboolean
is_of_page (WebKitURIRequest *request)
{
  return g_strcmp0 (webkit_uri_request_get_uri (request), PAGE_URI) == 0;
}

/* A link within the page leads to a place in it. */
static gboolean
is_within_page (WebKitNavigationAction *action)
{
  const char *uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  return uri != NULL && g_str_has_prefix (uri, PAGE_URI "#")
         && webkit_navigation_action_get_navigation_type (action)
                == WEBKIT_NAVIGATION_TYPE_LINK_CLICKED;
}

static gboolean
may_navigate (WebKitWebView *view, WebKitNavigationAction *action)
{
  return is_within_page (action)
         || (is_of_page (webkit_navigation_action_get_request (action)) && take_expected (view));
}

static gboolean
on_decide_policy (WebKitWebView *view,
                  WebKitPolicyDecision *decision,
                  WebKitPolicyDecisionType type)
{
  gboolean allowed;

  switch (type)
    {
    case WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION:
      allowed = may_navigate (view, webkit_navigation_policy_decision_get_navigation_action (
                                        WEBKIT_NAVIGATION_POLICY_DECISION (decision)));
      break;
    case WEBKIT_POLICY_DECISION_TYPE_RESPONSE:
      allowed = is_of_page (
          webkit_response_policy_decision_get_request (WEBKIT_RESPONSE_POLICY_DECISION (decision)));
      break;
    case WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION:
    default:
      allowed = FALSE;
    }
  if (allowed)
    webkit_policy_decision_use (decision);
  else
    webkit_policy_decision_ignore (decision);
  return GDK_EVENT_STOP;
}

/* What is left makes no request. */
static gboolean
on_context_menu (WebKitWebView *view, WebKitContextMenu *menu)
{
  g_autoptr (GList) items = g_list_copy (webkit_context_menu_get_items (menu));

  for (GList *l = items; l != NULL; l = l->next)
    {
      WebKitContextMenuAction action = webkit_context_menu_item_get_stock_action (l->data);

      if (action != WEBKIT_CONTEXT_MENU_ACTION_COPY
          && action != WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL)
        webkit_context_menu_remove (menu, l->data);
    }
  return webkit_context_menu_get_n_items (menu) == 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
on_permission_request (WebKitWebView *view, WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);
  return GDK_EVENT_STOP;
}

static gboolean
on_authenticate (WebKitWebView *view, WebKitAuthenticationRequest *request)
{
  webkit_authentication_request_cancel (request);
  return GDK_EVENT_STOP;
}

static gboolean
on_file_chooser (WebKitWebView *view, WebKitFileChooserRequest *request)
{
  webkit_file_chooser_request_cancel (request);
  return GDK_EVENT_STOP;
}

/* Dialogs, notices, colours, menus of choices, the whole screen, printing unasked. */
static gboolean
on_refused (void)
{
  return GDK_EVENT_STOP;
}

static void
on_download (WebKitNetworkSession *session, WebKitDownload *download)
{
  webkit_download_cancel (download);
}

static void
connect_refusals (WebKitWebView *view)
{
  static const char *const refused[]
      = { "script-dialog",    "show-notification", "run-color-chooser",
          "show-option-menu", "enter-fullscreen",  "print" };

  g_signal_connect (view, "decide-policy", G_CALLBACK (on_decide_policy), NULL);
  g_signal_connect (view, "context-menu", G_CALLBACK (on_context_menu), NULL);
  g_signal_connect (view, "permission-request", G_CALLBACK (on_permission_request), NULL);
  g_signal_connect (view, "authenticate", G_CALLBACK (on_authenticate), NULL);
  g_signal_connect (view, "run-file-chooser", G_CALLBACK (on_file_chooser), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_signal_connect (view, refused[i], G_CALLBACK (on_refused), NULL);
}

static WebKitSettings *
create_settings (void)
{
  return webkit_settings_new_with_settings (
      "enable-javascript", FALSE, "enable-javascript-markup", FALSE,
      "javascript-can-open-windows-automatically", FALSE, "javascript-can-access-clipboard", FALSE,
      "allow-file-access-from-file-urls", FALSE, "allow-universal-access-from-file-urls", FALSE,
      "allow-top-navigation-to-data-urls", FALSE, "allow-modal-dialogs", FALSE,
      "enable-html5-database", FALSE, "enable-html5-local-storage", FALSE, "enable-media", FALSE,
      "enable-mediasource", FALSE, "enable-media-stream", FALSE, "enable-webaudio", FALSE,
      "enable-webgl", FALSE, "enable-webrtc", FALSE, "enable-fullscreen", FALSE,
      "enable-page-cache", FALSE, "enable-back-forward-navigation-gestures", FALSE,
      "enable-developer-extras", FALSE, "hardware-acceleration-policy",
      WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER, "print-backgrounds", TRUE, NULL);
}

/* (transfer full) (nullable): a port of this computer that is taken, and that nobody listens at */
static GSocket *
create_dead_end (char **uri)
{
  g_autoptr (GSocket) socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) own = NULL;

  if (socket == NULL || !g_socket_bind (socket, any, FALSE, NULL))
    return NULL;
  own = g_socket_get_local_address (socket, NULL);
  if (own == NULL)
    return NULL;
  *uri = g_strdup_printf ("http://127.0.0.1:%u",
                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (own)));
  return g_steal_pointer (&socket);
}

/* Whatever is sent in spite of all goes to a port that nobody listens at. Nothing is kept. */
static WebKitNetworkSession *
create_session (void)
{
  WebKitNetworkSession *session = webkit_network_session_new_ephemeral ();
  g_autofree char *uri = NULL;
  GSocket *dead_end = create_dead_end (&uri);
  WebKitNetworkProxySettings *proxy
      = webkit_network_proxy_settings_new (uri != NULL ? uri : "http://127.0.0.1:1", NULL);

  if (dead_end != NULL)
    g_object_set_data_full (G_OBJECT (session), "comptoir-dead-end", dead_end, g_object_unref);
  webkit_network_session_set_proxy_settings (session, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
  webkit_network_proxy_settings_free (proxy);
  g_signal_connect (session, "download-started", G_CALLBACK (on_download), NULL);
  return session;
}

static WebKitWebContext *
create_context (void)
{
  WebKitMemoryPressureSettings *memory = webkit_memory_pressure_settings_new ();
  WebKitWebContext *context;

  webkit_memory_pressure_settings_set_memory_limit (memory, MEMORY_LIMIT);
  webkit_memory_pressure_settings_set_kill_threshold (memory, 1);
  context = g_object_new (WEBKIT_TYPE_WEB_CONTEXT, "memory-pressure-settings", memory, NULL);
  webkit_memory_pressure_settings_free (memory);
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  return context;
}

/* Returns: (transfer floating): a view to be filtered before it loads */
WebKitWebView *
comptoir_html_lock_create_view (void)
{
  g_autoptr (WebKitSettings) settings = create_settings ();
  g_autoptr (WebKitNetworkSession) session = create_session ();
  g_autoptr (WebKitWebContext) context = create_context ();
  WebKitWebView *view = g_object_new (WEBKIT_TYPE_WEB_VIEW, "web-context", context,
                                      "network-session", session, "settings", settings,
                                      "default-content-security-policy", content_policy, NULL);

  connect_refusals (view);
  return view;
}

/* Of the bytes that come next, and never of another. */
void
comptoir_html_lock_expect_load (WebKitWebView *view)
{
  g_object_set_data (G_OBJECT (view), EXPECTED, view);
}

static void
on_filter_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WebKitWebView *view = g_task_get_source_object (task);
  GError *error = NULL;
  WebKitUserContentFilter *compiled = webkit_user_content_filter_store_save_finish (
      WEBKIT_USER_CONTENT_FILTER_STORE (source), result, &error);

  if (compiled == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  webkit_user_content_manager_add_filter (webkit_web_view_get_user_content_manager (view),
                                          compiled);
  webkit_user_content_filter_unref (compiled);
  g_task_return_boolean (task, TRUE);
}

/* Compiles the filter anew: what lies in the cache may be anybody's. */
void
comptoir_html_lock_filter_async (WebKitWebView *view,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (view, cancellable, callback, user_data);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "comptoir", "html", NULL);
  g_autoptr (WebKitUserContentFilterStore) store = NULL;
  g_autoptr (GBytes) source = g_bytes_new_static (filter, strlen (filter));

  g_task_set_source_tag (task, comptoir_html_lock_filter_async);
  g_mkdir_with_parents (folder, 0700);
  store = webkit_user_content_filter_store_new (folder);
  webkit_user_content_filter_store_save (store, FILTER_ID, source, cancellable, on_filter_saved,
                                         task);
}

gboolean
comptoir_html_lock_filter_finish (WebKitWebView *view, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
