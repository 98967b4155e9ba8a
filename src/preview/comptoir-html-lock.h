/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* A web view for a page that isn't trusted: it shows the bytes it is given and nothing else. */
WebKitWebView *comptoir_html_lock_create_view (void);
/* The next load is wanted; all else is refused. */
void comptoir_html_lock_expect_load (WebKitWebView *view);

/* To be in place before anything is loaded. */
void comptoir_html_lock_filter_async (WebKitWebView *view,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
comptoir_html_lock_filter_finish (WebKitWebView *view, GAsyncResult *result, GError **error);

G_END_DECLS
