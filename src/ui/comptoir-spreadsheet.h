/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

void comptoir_spreadsheet_open_async (GtkWidget *parent,
                                      ComptoirShop *shop,
                                      ComptoirTable *table,
                                      GArray *rows,
                                      GArray *columns,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean comptoir_spreadsheet_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
