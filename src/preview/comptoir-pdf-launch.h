/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void comptoir_pdf_launch_async (GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GDBusConnection *comptoir_pdf_launch_finish (GAsyncResult *result,
                                             GSubprocess **process, /* (out) */
                                             GError **error);

G_END_DECLS
