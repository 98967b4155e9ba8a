/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

GtkPrintOperation *comptoir_table_print_new (ComptoirShop *shop,
                                             const char *title,
                                             ComptoirTable *table,
                                             GArray *rows,
                                             GArray *columns);

G_END_DECLS
