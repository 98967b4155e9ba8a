/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tabs of a shop's view: opening, closing, following references, and coming back. */

#include "comptoir-shop-view-private.h"

#include "comptoir-destination.h"
#include "comptoir-kept-tabs.h"

/* As many closed tabs as can be opened again. */
#define MAX_CLOSED 10

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
void
comptoir_shop_view_keep_tabs_soon (ComptoirShopView *self)
{
  if (!self->keeps_tabs || self->filling)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add_once (300, on_keep_due, self);
}

void
comptoir_shop_view_page_detached (ComptoirShopView *self, AdwTabPage *page)
{
  ComptoirTab *tab = get_tab (page);

  if (comptoir_tab_get_name (tab) != NULL)
    {
      g_ptr_array_add (self->closed, dup_kept_tab (tab));
      if (self->closed->len > MAX_CLOSED)
        g_ptr_array_remove_index (self->closed, 0);
    }
  comptoir_shop_view_keep_tabs_soon (self);
}

static void
on_show_reference (ComptoirShopView *self, const char *resource, const char *id)
{
  comptoir_shop_view_show_row (self, resource, id);
}

static AdwTabPage *add_tab (ComptoirShopView *self, const char *name, const char *state);

static void
select_page (ComptoirShopView *self, AdwTabPage *page)
{
  adw_tab_view_set_selected_page (self->tab_view, page);
  gtk_widget_grab_focus (adw_tab_page_get_child (page));
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
      comptoir_shop_view_keep_tabs_soon (self);
      return;
    }
  adw_tab_view_set_selected_page (self->tab_view, open);
  adw_tab_view_close_page (self->tab_view,
                           adw_tab_view_get_page (self->tab_view, GTK_WIDGET (tab)));
}

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
  g_signal_connect_object (tab, "state-changed", G_CALLBACK (comptoir_shop_view_keep_tabs_soon),
                           self, G_CONNECT_SWAPPED);
  return page;
}

void
comptoir_shop_view_bring_tabs_back (ComptoirShopView *self)
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
  comptoir_shop_view_update_active (self);
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
