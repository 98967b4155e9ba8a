/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-shop-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-chooser.h"
#include "comptoir-destination.h"
#include "comptoir-kept-tabs.h"
#include "comptoir-prefetch.h"
#include "comptoir-sidebar.h"

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

G_DEFINE_FINAL_TYPE (ComptoirShopView, comptoir_shop_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* As many closed tabs as can be opened again. */
#define MAX_CLOSED 10

/* What is on screen has this many milliseconds before the other lists are asked for. */
#define PREFETCH_DELAY 1000

static ComptoirTab *
get_tab (AdwTabPage *page)
{
  return COMPTOIR_TAB (adw_tab_page_get_child (page));
}

static ComptoirKeptTab *
dup_kept_tab (ComptoirTab *tab)
{
  g_autofree char *state = comptoir_tab_dup_state (tab);

  return comptoir_kept_tab_new (comptoir_tab_get_name (tab), state);
}

static AdwTabPage *
find_page (ComptoirShopView *self, const char *name)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->tab_view, i);

      if (g_strcmp0 (comptoir_tab_get_name (get_tab (page)), name) == 0)
        return page;
    }
  return NULL;
}

static void
on_keep_due (gpointer user_data)
{
  ComptoirShopView *self = user_data;

  self->keep_source = 0;
  comptoir_shop_view_keep_tabs (self);
}

/* Moving a column's edge changes the state many times over: kept once it is quiet. */
static void
keep_soon (ComptoirShopView *self)
{
  if (!self->keeps_tabs || self->filling)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add_once (300, on_keep_due, self);
}

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

static void
update_active (ComptoirShopView *self)
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
  update_active (self);
  keep_soon (self);
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
  keep_soon (self);
}

static void
on_page_detached (ComptoirShopView *self, AdwTabPage *page)
{
  ComptoirTab *tab = get_tab (page);

  if (comptoir_tab_get_name (tab) != NULL)
    {
      g_ptr_array_add (self->closed, dup_kept_tab (tab));
      if (self->closed->len > MAX_CLOSED)
        g_ptr_array_remove_index (self->closed, 0);
    }
  keep_soon (self);
}

static void
on_show_reference (ComptoirShopView *self, const char *resource, const char *id)
{
  comptoir_shop_view_show_row (self, resource, id);
}

/* A page chosen in an empty tab fills it, unless the page is open already. */
static void
on_open_page (ComptoirTab *tab, const char *name, gpointer user_data)
{
  ComptoirShopView *self = user_data;
  AdwTabPage *open = find_page (self, name);

  if (open == NULL)
    {
      comptoir_tab_open (tab, name);
      comptoir_tab_set_active (tab, self->active == tab);
      comptoir_sidebar_set_selected (self->sidebar, name);
      gtk_widget_grab_focus (GTK_WIDGET (tab));
      keep_soon (self);
      return;
    }
  adw_tab_view_set_selected_page (self->tab_view, open);
  adw_tab_view_close_page (self->tab_view,
                           adw_tab_view_get_page (self->tab_view, GTK_WIDGET (tab)));
}

static AdwTabPage *add_tab (ComptoirShopView *self, const char *name, const char *state);
static void select_page (ComptoirShopView *self, AdwTabPage *page);

/* A page that is open in that state already comes to the front. */
static void
on_open_state (ComptoirShopView *self, const char *name, const char *state)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->tab_view, i);
      g_autofree char *open = comptoir_tab_dup_state (get_tab (page));

      if (g_strcmp0 (comptoir_tab_get_name (get_tab (page)), name) == 0
          && g_strcmp0 (open, state) == 0)
        {
          select_page (self, page);
          return;
        }
    }
  select_page (self, add_tab (self, name, state));
}

static AdwTabPage *
add_tab (ComptoirShopView *self, const char *name, const char *state)
{
  GtkWidget *tab = comptoir_tab_new (self->shop, name, state);
  AdwTabPage *page = adw_tab_view_append (self->tab_view, tab);

  g_object_bind_property (tab, "title", page, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (tab, "icon", page, "icon", G_BINDING_SYNC_CREATE);
  g_object_bind_property (tab, "loading", page, "loading", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (tab, "show-reference", G_CALLBACK (on_show_reference), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tab, "open-page", G_CALLBACK (on_open_page), self, 0);
  g_signal_connect_object (tab, "open-state", G_CALLBACK (on_open_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tab, "state-changed", G_CALLBACK (keep_soon), self, G_CONNECT_SWAPPED);
  return page;
}

static void
select_page (ComptoirShopView *self, AdwTabPage *page)
{
  adw_tab_view_set_selected_page (self->tab_view, page);
  gtk_widget_grab_focus (adw_tab_page_get_child (page));
}

static void
bring_tabs_back (ComptoirShopView *self)
{
  guint selected = 0;
  g_autoptr (GPtrArray) tabs = comptoir_kept_tabs_load (
      comptoir_shop_get_store (self->shop), comptoir_shop_get_entry (self->shop), &selected);

  self->filling = TRUE;
  for (guint i = 0; i < tabs->len; i++)
    {
      ComptoirKeptTab *kept = g_ptr_array_index (tabs, i);

      if (comptoir_destination_lookup (kept->name) != NULL)
        add_tab (self, kept->name, kept->state);
    }
  if ((int) selected < adw_tab_view_get_n_pages (self->tab_view))
    adw_tab_view_set_selected_page (self->tab_view,
                                    adw_tab_view_get_nth_page (self->tab_view, (int) selected));
  self->filling = FALSE;
  update_active (self);
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
  gtk_widget_class_bind_template_callback (widget_class, on_page_detached);
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
    bring_tabs_back (self);
  else
    update_active (self);
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
  return page != NULL ? get_tab (page) : NULL;
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

/**
 * comptoir_shop_view_open:
 * @self: a view
 * @name: a page's name
 * @again: whether to open it in one more tab if it is open already
 *
 * Brings a page to the front, or opens it.
 */
void
comptoir_shop_view_open (ComptoirShopView *self, const char *name, gboolean again)
{
  AdwTabPage *page;

  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));
  g_return_if_fail (name != NULL && comptoir_destination_lookup (name) != NULL);

  page = again ? NULL : find_page (self, name);
  select_page (self, page != NULL ? page : add_tab (self, name, NULL));
}

/**
 * comptoir_shop_view_open_empty:
 * @self: a view
 *
 * Opens a tab to choose a page in, or brings the one that is there to the front.
 */
void
comptoir_shop_view_open_empty (ComptoirShopView *self)
{
  AdwTabPage *page;

  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));

  page = find_page (self, NULL);
  select_page (self, page != NULL ? page : add_tab (self, NULL, NULL));
}

/**
 * comptoir_shop_view_reopen:
 * @self: a view
 *
 * Opens the tab that was closed last, as it was.
 */
void
comptoir_shop_view_reopen (ComptoirShopView *self)
{
  g_autoptr (ComptoirKeptTab) kept = NULL;

  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));

  if (self->closed->len == 0)
    return;
  kept = g_ptr_array_steal_index (self->closed, self->closed->len - 1);
  select_page (self, add_tab (self, kept->name, kept->state));
}

/**
 * comptoir_shop_view_close_selected:
 * @self: a view
 *
 * Closes the tab in front.
 *
 * Returns: whether there was one
 */
gboolean
comptoir_shop_view_close_selected (ComptoirShopView *self)
{
  AdwTabPage *page;

  g_return_val_if_fail (COMPTOIR_IS_SHOP_VIEW (self), FALSE);

  page = adw_tab_view_get_selected_page (self->tab_view);
  if (page == NULL)
    return FALSE;
  adw_tab_view_close_page (self->tab_view, page);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

/**
 * comptoir_shop_view_show_row:
 * @self: a view
 * @name: a resource's name
 * @id: a row's id
 *
 * Brings the resource's tab to the front, or opens it, and shows the row there.
 */
void
comptoir_shop_view_show_row (ComptoirShopView *self, const char *name, const char *id)
{
  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));
  g_return_if_fail (name != NULL && id != NULL);

  /* The data may point to lists that the service doesn't offer, like VAT rates. */
  if (comptoir_destination_lookup (name) == NULL)
    return;
  comptoir_shop_view_open (self, name, FALSE);
  comptoir_tab_show_row (comptoir_shop_view_get_selected (self), id);
}

/**
 * comptoir_shop_view_keep_tabs:
 * @self: a view
 *
 * Keeps the open tabs, their order and state as they are now.
 */
void
comptoir_shop_view_keep_tabs (ComptoirShopView *self)
{
  g_autoptr (GPtrArray) tabs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_kept_tab_free);
  guint selected = 0;

  g_return_if_fail (COMPTOIR_IS_SHOP_VIEW (self));

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (!self->keeps_tabs)
    return;
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    {
      ComptoirTab *tab = get_tab (adw_tab_view_get_nth_page (self->tab_view, i));

      if (comptoir_tab_get_name (tab) == NULL)
        continue;
      if (tab == self->active)
        selected = tabs->len;
      g_ptr_array_add (tabs, dup_kept_tab (tab));
    }
  comptoir_kept_tabs_save (comptoir_shop_get_store (self->shop),
                           comptoir_shop_get_entry (self->shop), tabs, selected);
}
