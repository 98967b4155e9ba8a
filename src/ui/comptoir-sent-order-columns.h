/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

void comptoir_sent_order_columns_add (GtkColumnView *view, ComptoirShop *shop);

G_END_DECLS
