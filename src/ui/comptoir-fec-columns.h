/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

/* Columns of a GtkColumnView over ComptoirFecRow, or over GtkTreeListRow of them. */
void comptoir_fec_columns_add_entries (GtkColumnView *view, ComptoirShop *shop);
void comptoir_fec_columns_add_accounts (GtkColumnView *view, ComptoirShop *shop);

G_END_DECLS
