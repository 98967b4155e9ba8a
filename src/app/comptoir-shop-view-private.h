/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-chooser.h"
#include "comptoir-prefetch.h"
#include "comptoir-shop-view.h"
#include "comptoir-sidebar.h"

G_BEGIN_DECLS

struct _ComptoirShopView
{
  AdwBin parent_instance;

  GtkPaned *paned;
  ComptoirSidebar *sidebar;
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  AdwTabView *tab_view;

  ComptoirShop *shop;
  ComptoirPrefetch *prefetch;
  ComptoirTab *active;
  GSignalGroup *selected; /* the tab in front */
  GPtrArray *closed;      /* ComptoirKeptTab, the last closed last */
  guint keep_source;
  gboolean show_sidebar;
  gboolean keeps_tabs;
  gboolean filling; /* tabs come back: nothing to keep yet */
};

void comptoir_shop_view_update_active (ComptoirShopView *self);
void comptoir_shop_view_bring_tabs_back (ComptoirShopView *self);
void comptoir_shop_view_keep_tabs_soon (ComptoirShopView *self);
void comptoir_shop_view_page_detached (ComptoirShopView *self, AdwTabPage *page);

G_END_DECLS
