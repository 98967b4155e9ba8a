/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-client.h"

G_BEGIN_DECLS

/* @received and @expected (-1 where not known) are bytes. */
typedef void (*ComptoirExportProgress) (guint64 received, gint64 expected, gpointer user_data);

void comptoir_resource_export_async (KashClient *client,
                                     KashResource resource,
                                     KashFormat format,
                                     GFile *file,
                                     ComptoirExportProgress progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean comptoir_resource_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
