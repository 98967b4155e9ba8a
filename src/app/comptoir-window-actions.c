/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-window-actions.h"

#include <glib/gi18n-lib.h>

static void
on_new_tab (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_shop_view_open_empty (comptoir_window_get_shop_view (user_data));
}

static void
on_close_tab (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirShopView *view = comptoir_window_get_shop_view (user_data);

  /* Nothing left to close but the window. */
  if (view == NULL || !comptoir_shop_view_close_selected (view))
    gtk_window_close (GTK_WINDOW (user_data));
}

static void
on_reopen_tab (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_shop_view_reopen (comptoir_window_get_shop_view (user_data));
}

static void
on_open_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name;
  gboolean again;

  g_variant_get (parameter, "(&sb)", &name, &again);
  comptoir_shop_view_open (comptoir_window_get_shop_view (user_data), name, again);
}

static void
on_toggle_sidebar (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirShopView *view = comptoir_window_get_shop_view (user_data);

  comptoir_shop_view_set_show_sidebar (view, !comptoir_shop_view_get_show_sidebar (view));
}

/* Shortcuts reach the window; the page's own actions are further in. */
static void
on_page_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirTab *tab = comptoir_shop_view_get_selected (comptoir_window_get_shop_view (user_data));
  GtkWidget *page = tab != NULL ? comptoir_tab_get_page (tab) : NULL;
  g_autofree char *name = g_strconcat ("page.", g_variant_get_string (parameter, NULL), NULL);

  if (page != NULL)
    gtk_widget_activate_action (page, name, NULL);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_window_leave_sign_in (user_data);
}

static void
on_add_shop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  comptoir_window_show_sign_in (user_data, NULL);
}

static void
on_shop (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ComptoirWindow *self = user_data;
  ComptoirAccountEntry *entry = comptoir_session_find (comptoir_window_get_session (self),
                                                       g_variant_get_string (state, NULL));
  g_autoptr (GVariant) before = g_action_get_state (G_ACTION (action));

  if (entry != NULL && !g_variant_equal (state, before))
    comptoir_window_open_entry (self, entry);
}

static void
on_rename_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  ComptoirAccountEntry *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  GtkEditable *field = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  if (g_str_equal (response, "rename"))
    comptoir_account_entry_set_title (
        entry, *title != '\0' ? title : comptoir_account_entry_get_shop_id (entry));
}

static void
on_rename_shop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirWindow *self = user_data;
  ComptoirAccountEntry *entry = comptoir_shop_get_entry (comptoir_window_get_shop (self));
  GtkWidget *field = gtk_entry_new ();
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Rename the Shop"), _ ("The name is used on this computer only.")));

  gtk_editable_set_text (GTK_EDITABLE (field), comptoir_account_entry_get_title (entry));
  gtk_entry_set_activates_default (GTK_ENTRY (field), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the shop"), -1);
  adw_message_dialog_set_extra_child (dialog, field);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "rename", _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "rename");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_rename_answered), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_session_sign_out_finish (COMPTOIR_SESSION (source), result, &error))
    comptoir_window_toast (self, _ ("You are signed out, but not all that was kept on this "
                                    "computer could be deleted."));
}

/* No window stays in a shop that one has signed out of. */
static void
leave_everywhere (ComptoirWindow *self, ComptoirShop *shop)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GList) copy = g_list_copy (windows);

  for (GList *l = copy; l != NULL; l = l->next)
    if (COMPTOIR_IS_WINDOW (l->data) && comptoir_window_get_shop (l->data) == shop)
      {
        comptoir_window_leave_shop (l->data);
        if (l->data != (gpointer) self)
          gtk_window_destroy (GTK_WINDOW (l->data));
      }
}

static void
sign_out (ComptoirWindow *self)
{
  g_autoptr (ComptoirShop) shop = comptoir_window_get_shop (self);
  g_autoptr (ComptoirAccountEntry) entry = NULL;

  if (shop == NULL)
    return;
  g_object_ref (shop);
  entry = g_object_ref (comptoir_shop_get_entry (shop));
  leave_everywhere (self, shop);
  comptoir_session_sign_out_async (comptoir_window_get_session (self), entry, NULL, on_signed_out,
                                   g_object_ref (self));
  comptoir_window_open_first (self);
}

static void
on_sign_out_answered (ComptoirWindow *self, const char *response)
{
  if (g_str_equal (response, "sign-out"))
    sign_out (self);
}

static void
on_sign_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirWindow *self = user_data;
  ComptoirAccountEntry *entry = comptoir_shop_get_entry (comptoir_window_get_shop (self));
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL));

  adw_message_dialog_format_heading (dialog, _ ("Sign Out of %s?"),
                                     comptoir_account_entry_get_title (entry));
  adw_message_dialog_set_body (
      dialog, _ ("The key, the open tabs and the copies of lists kept on this computer are "
                 "deleted. Nothing changes in the shop itself."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "sign-out", _ ("_Sign Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "sign-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_sign_out_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { .name = "new-tab", .activate = on_new_tab },
  { .name = "close-tab", .activate = on_close_tab },
  { .name = "reopen-tab", .activate = on_reopen_tab },
  { .name = "open-page", .activate = on_open_page, .parameter_type = "(sb)" },
  { .name = "toggle-sidebar", .activate = on_toggle_sidebar },
  { .name = "page", .activate = on_page_action, .parameter_type = "s" },
  { .name = "back", .activate = on_back },
  { .name = "add-shop", .activate = on_add_shop },
  { .name = "shop", .parameter_type = "s", .state = "''", .change_state = on_shop },
  { .name = "rename-shop", .activate = on_rename_shop },
  { .name = "sign-out", .activate = on_sign_out },
};

/* What makes sense only where a shop is in front. */
static const char *const in_shop[] = { "new-tab", "reopen-tab", "open-page",   "toggle-sidebar",
                                       "page",    "add-shop",   "rename-shop", "sign-out" };

/**
 * comptoir_window_actions_install:
 * @self: a window
 *
 * Gives a new window the actions "win.*".
 */
void
comptoir_window_actions_install (ComptoirWindow *self)
{
  g_return_if_fail (COMPTOIR_IS_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  comptoir_window_actions_update (self);
}

/**
 * comptoir_window_actions_update:
 * @self: a window
 *
 * Enables what makes sense for what the window shows.
 */
void
comptoir_window_actions_update (ComptoirWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);
  ComptoirShop *shop;
  gboolean in_front;
  const char *id = "";

  g_return_if_fail (COMPTOIR_IS_WINDOW (self));

  shop = comptoir_window_get_shop (self);
  in_front = shop != NULL && comptoir_window_is_in_shop (self);
  for (guint i = 0; i < G_N_ELEMENTS (in_shop); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, in_shop[i])),
                                 in_front);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "back")),
                               shop != NULL && !in_front);
  if (shop != NULL)
    id = comptoir_account_entry_get_id (comptoir_shop_get_entry (shop));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "shop")),
                             g_variant_new_string (id));
}
