/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"
#include "comptoir-tab.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SHOP_VIEW (comptoir_shop_view_get_type ())

/* One shop in a window: the sidebar and the open tabs, which are kept in the shop's store.
 *
 * Property "show-sidebar" (boolean). */
G_DECLARE_FINAL_TYPE (ComptoirShopView, comptoir_shop_view, COMPTOIR, SHOP_VIEW, AdwBin)

GtkWidget *comptoir_shop_view_new (ComptoirShop *shop, GListModel *shops, gboolean keeps_tabs);
ComptoirShop *comptoir_shop_view_get_shop (ComptoirShopView *self);
AdwTabView *comptoir_shop_view_get_tab_view (ComptoirShopView *self);
ComptoirTab *comptoir_shop_view_get_selected (ComptoirShopView *self); /* (nullable) */
gboolean comptoir_shop_view_get_keeps_tabs (ComptoirShopView *self);
void comptoir_shop_view_set_up (ComptoirShopView *self, GMenuModel *menu, GSettings *settings);
gboolean comptoir_shop_view_get_show_sidebar (ComptoirShopView *self);
void comptoir_shop_view_set_show_sidebar (ComptoirShopView *self, gboolean show);
void comptoir_shop_view_open (ComptoirShopView *self, const char *name, gboolean again);
void comptoir_shop_view_open_empty (ComptoirShopView *self);
void comptoir_shop_view_reopen (ComptoirShopView *self);
gboolean comptoir_shop_view_close_selected (ComptoirShopView *self);
void comptoir_shop_view_show_row (ComptoirShopView *self, const char *name, const char *id);
void comptoir_shop_view_keep_tabs (ComptoirShopView *self);

G_END_DECLS
