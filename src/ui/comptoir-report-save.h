/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-table-export.h"

G_BEGIN_DECLS

void comptoir_report_save (GtkWidget *parent,
                           GBytes *bytes,
                           const char *name,
                           GCancellable *cancellable,
                           ComptoirExportDone done,
                           gpointer user_data);

G_END_DECLS
