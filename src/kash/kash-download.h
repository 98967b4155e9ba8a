/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "kash-client.h"

G_BEGIN_DECLS

/**
 * KashDownload:
 * @uri: what to get, with the key in it
 * @other_uri: (nullable): what to get once where that isn't found
 * @secret: the key, which must not come out in an error
 * @deadline: seconds without progress
 * @max_size: decoded bytes
 * @data_func: (nullable): takes the body; %NULL collects it
 * @data: for @data_func
 * @data_destroy: (nullable): frees @data
 */
typedef struct
{
  char *uri;
  char *other_uri;
  char *secret;
  guint deadline;
  guint64 max_size;
  KashDataFunc data_func;
  gpointer data;
  GDestroyNotify data_destroy;
} KashDownload;

void kash_download_async (GObject *source,
                          gpointer source_tag,
                          SoupSession *session,
                          const KashDownload *download,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
KashReply *kash_download_finish (GAsyncResult *result, GError **error);

G_END_DECLS
