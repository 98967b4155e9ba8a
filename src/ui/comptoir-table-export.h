/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

/* @sentence: (nullable): what to tell, as a toast; %NULL when the person changed their mind. */
typedef void (*ComptoirExportDone) (const char *sentence, gpointer user_data);

void comptoir_export_resource (GtkWidget *parent,
                               ComptoirShop *shop,
                               KashResource resource,
                               KashFormat format,
                               GCancellable *cancellable,
                               ComptoirExportDone done,
                               gpointer user_data);
void comptoir_export_reply (GtkWidget *parent,
                            KashResource resource,
                            GBytes *reply,
                            GCancellable *cancellable,
                            ComptoirExportDone done,
                            gpointer user_data);

G_END_DECLS
