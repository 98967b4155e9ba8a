/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-shop-view-private.h"

#include "comptoir-kept-tabs.h"

G_DEFINE_FINAL_TYPE (ComptoirShopView, comptoir_shop_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is on screen has this many milliseconds before the other lists are asked for. */
#define PREFETCH_DELAY 1000

/* Without a sidebar the shop is named here. */
static void
update_title (ComptoirShopView *self)
{
  const char *shop = comptoir_account_entry_get_title (comptoir_shop_get_entry (self->shop));
  g_autofree char *title = NULL;

  if (self->active != NULL)
    g_object_get (self->active, "title", &title, NULL);
  adw_window_title_set_title (self->window_title, title != NULL ? title : shop);
  adw_window_title_set_subtitle (self->window_title,
                                 title != NULL && !self->show_sidebar ? shop : "");
}

void
comptoir_shop_view_update_active (ComptoirShopView *self)
{
  ComptoirTab *tab = comptoir_shop_view_get_selected (self);

  if (self->filling)
    return;
  if (self->active != tab)
    {
      if (self->active != NULL)
        comptoir_tab_set_active (self->active, FALSE);
      g_set_weak_pointer (&self->active, tab);
      if (tab != NULL)
        comptoir_tab_set_active (tab, TRUE);
    }
  g_signal_group_set_target (self->selected, tab);
  update_title (self);
  comptoir_sidebar_set_selected (self->sidebar, tab != NULL ? comptoir_tab_get_name (tab) : NULL);
}

static void
on_chosen (ComptoirShopView *self, const char *name)
{
  comptoir_shop_view_open (self, name, FALSE);
}

static void
on_selected_changed (ComptoirShopView *self)
{
  comptoir_shop_view_update_active (self);
  comptoir_shop_view_keep_tabs_soon (self);
}

static void
on_n_pages_changed (ComptoirShopView *self)
{
  int n = adw_tab_view_get_n_pages (self->tab_view);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "tabs" : "empty");
}

static void
on_tabs_changed (ComptoirShopView *self)
{
  comptoir_shop_view_keep_tabs_soon (self);
}

static gboolean
comptoir_shop_view_grab_focus (GtkWidget *widget)
{
  ComptoirShopView *self = COMPTOIR_SHOP_VIEW (widget);
  ComptoirTab *tab = comptoir_shop_view_get_selected (self);

  return gtk_widget_grab_focus (tab != NULL ? GTK_WIDGET (tab)
                                            : gtk_stack_get_visible_child (self->stack));
}

static void
comptoir_shop_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value,
                           comptoir_shop_view_get_show_sidebar (COMPTOIR_SHOP_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_shop_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      comptoir_shop_view_set_show_sidebar (COMPTOIR_SHOP_VIEW (object),
                                           g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_shop_view_dispose (GObject *object)
{
  ComptoirShopView *self = COMPTOIR_SHOP_VIEW (object);

  if (self->keep_source != 0)
    comptoir_shop_view_keep_tabs (self);
  self->keeps_tabs = FALSE;
  self->filling = TRUE;
  g_clear_weak_pointer (&self->active);
  g_clear_object (&self->selected);
  /* The bin lets go of its child first; the template would take it away behind its back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SHOP_VIEW);
  g_clear_object (&self->prefetch);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_shop_view_parent_class)->dispose (object);
}

static void
comptoir_shop_view_finalize (GObject *object)
{
  g_ptr_array_unref (COMPTOIR_SHOP_VIEW (object)->closed);
  G_OBJECT_CLASS (comptoir_shop_view_parent_class)->finalize (object);
}

static void
comptoir_shop_view_class_init (ComptoirShopViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_shop_view_dispose;
  object_class->finalize = comptoir_shop_view_finalize;
  object_class->get_property = comptoir_shop_view_get_property;
  object_class->set_property = comptoir_shop_view_set_property;
  widget_class->grab_focus = comptoir_shop_view_grab_focus;

  properties[PROP_SHOW_SIDEBAR]
      = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (COMPTOIR_TYPE_CHOOSER);
  g_type_ensure (COMPTOIR_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/app/comptoir-shop-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, paned);
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, window_title);
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirShopView, tab_view);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_shop_view_open);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_n_pages_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tabs_changed);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_shop_view_page_detached);
}

static void
comptoir_shop_view_init (ComptoirShopView *self)
{
  self->show_sidebar = TRUE;
  self->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_kept_tab_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selected = g_signal_group_new (COMPTOIR_TYPE_TAB);
  g_signal_group_connect_swapped (self->selected, "notify::title", G_CALLBACK (update_title), self);
}

/**
 * comptoir_shop_view_new:
 * @shop: the shop
 * @shops: a list of #ComptoirAccountEntry, for the menu of shops
 * @keeps_tabs: whether the tabs come back from the store and are kept there; only one view of a
 *   shop does
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
comptoir_shop_view_new (ComptoirShop *shop, GListModel *shops, gboolean keeps_tabs)
{
  ComptoirShopView *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (shops), NULL);

  self = g_object_new (COMPTOIR_TYPE_SHOP_VIEW, NULL);
  self->shop = g_object_ref (shop);
  self->keeps_tabs = keeps_tabs && comptoir_shop_get_store (shop) != NULL;
  comptoir_sidebar_set_shops (self->sidebar, shops);
  comptoir_sidebar_set_shop (self->sidebar, shop);
  g_signal_connect_object (comptoir_shop_get_entry (shop), "notify::title",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  if (self->keeps_tabs)
    comptoir_shop_view_bring_tabs_back (self);
  else
    comptoir_shop_view_update_active (self);
  on_n_pages_changed (self);
  self->prefetch = comptoir_prefetch_new (shop);
  comptoir_prefetch_start (self->prefetch, PREFETCH_DELAY);
  return GTK_WIDGET (self);
}

/**
 * comptoir_shop_view_get_shop:
 * @self: a view
 *
 * Returns: (transfer none): its shop
 */
ComptoirShop *
comptoir_shop_view_get_shop (ComptoirShopView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), NULL);

  return self->shop;
}

/**
 * comptoir_shop_view_get_tab_view:
 * @self: a view
 *
 * Returns: (transfer none): its tabs, each a #ComptoirTab
 */
AdwTabView *
comptoir_shop_view_get_tab_view (ComptoirShopView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), NULL);

  return self->tab_view;
}

/**
 * comptoir_shop_view_get_selected:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the tab in front
 */
ComptoirTab *
comptoir_shop_view_get_selected (ComptoirShopView *self)
{
  AdwTabPage *page;

  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), NULL);

  page = adw_tab_view_get_selected_page (self->tab_view);
  return page != NULL ? COMPTOIR_TAB (adw_tab_page_get_child (page)) : NULL;
}

/**
 * comptoir_shop_view_get_keeps_tabs:
 * @self: a view
 *
 * Returns: whether its tabs are the ones that come back
 */
gboolean
comptoir_shop_view_get_keeps_tabs (ComptoirShopView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), FALSE);

  return self->keeps_tabs;
}

/**
 * comptoir_shop_view_set_up:
 * @self: a view
 * @menu: the main menu
 * @settings: the program's settings
 *
 * Gives the view its menu, and lets its sidebar follow the settings.
 */
void
comptoir_shop_view_set_up (ComptoirShopView *self, GMenuModel *menu, GSettings *settings)
{
  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_settings_bind (settings, "show-sidebar", self, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-width", self->paned, "position", G_SETTINGS_BIND_DEFAULT);
}

/**
 * comptoir_shop_view_get_show_sidebar:
 * @self: a view
 *
 * Returns: whether the sidebar is shown
 */
gboolean
comptoir_shop_view_get_show_sidebar (ComptoirShopView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), FALSE);

  return self->show_sidebar;
}

/**
 * comptoir_shop_view_set_show_sidebar:
 * @self: a view
 * @show: whether to show the sidebar
 *
 * Without the sidebar the header bar names the shop.
 */
void
comptoir_shop_view_set_show_sidebar (ComptoirShopView *self, gboolean show)
{
  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));

  show = !!show;
  if (self->show_sidebar == show)
    return;
  self->show_sidebar = show;
  if (self->shop != NULL)
    update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
