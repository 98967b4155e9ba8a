/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*ComptoirTableHeaderTest) (GtkColumnViewColumn *column);

void comptoir_table_header_align (GtkColumnView *view, ComptoirTableHeaderTest is_numeric);

G_END_DECLS
