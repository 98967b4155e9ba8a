/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comptoir_table_header_align (GtkColumnView *view);

G_END_DECLS
