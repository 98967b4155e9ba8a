/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comptoir_remark_show (GtkLabel *label,
                           GtkWidget *field,     /* (nullable) */
                           const char *sentence, /* (nullable) */
                           gboolean blocks);
void comptoir_remark_add (GtkLabel *label,
                          GtkWidget *field, /* (nullable) */
                          const char *sentence,
                          gboolean blocks);

G_END_DECLS
