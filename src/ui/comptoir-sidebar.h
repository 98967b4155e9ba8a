/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SIDEBAR (comptoir_sidebar_get_type ())

/* The shop one is in, with a menu to the others, over the pages to go to.
 *
 * Properties: "shop" (ComptoirShop, nullable), "shops" (GListModel of ComptoirAccountEntry,
 * nullable: what the menu leads to by the action "win.shop").
 * Signal "open-page" (const char *name, gboolean again): the person wants that page, in its tab
 * or, again, in one more. */
G_DECLARE_FINAL_TYPE (ComptoirSidebar, comptoir_sidebar, COMPTOIR, SIDEBAR, AdwBin)

GtkWidget *comptoir_sidebar_new (void);
ComptoirShop *comptoir_sidebar_get_shop (ComptoirSidebar *self); /* (transfer none) (nullable) */
void comptoir_sidebar_set_shop (ComptoirSidebar *self, ComptoirShop *shop);
GListModel *comptoir_sidebar_get_shops (ComptoirSidebar *self); /* (transfer none) (nullable) */
void comptoir_sidebar_set_shops (ComptoirSidebar *self, GListModel *shops);

/* Marks the page that is in front; %NULL for none. */
void comptoir_sidebar_set_selected (ComptoirSidebar *self, const char *name);

G_END_DECLS
