/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the file to be dragged, and what it is to be called */
typedef GBytes *(*ComptoirReportDragFunc) (gpointer user_data, char **name);

/* Lets a file be dragged out of a widget to a folder, a message or another program. */
void comptoir_report_drag_install (GtkWidget *widget,
                                   ComptoirReportDragFunc get_file,
                                   gpointer user_data);
GdkContentProvider *comptoir_report_drag_create_content (GBytes *bytes, const char *name);

G_END_DECLS
