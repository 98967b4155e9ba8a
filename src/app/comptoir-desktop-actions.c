/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-desktop-actions.h"

#include <glib/gi18n-lib.h>

#include "comptoir-destination.h"
#include "comptoir-window.h"

/* The window in front, or another where a dialog is; rather one with a shop. */
static ComptoirWindow *
find_window (GtkApplication *application)
{
  ComptoirWindow *found = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (!COMPTOIR_IS_WINDOW (l->data))
        continue;
      if (comptoir_window_is_in_shop (l->data))
        return l->data;
      if (found == NULL)
        found = l->data;
    }
  return found;
}

static void
open_page (ComptoirWindow *window, const char *name)
{
  ComptoirShopView *view = comptoir_window_get_shop_view (window);

  comptoir_shop_view_open (view, name, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  /* Also where the page was left at another day. */
  if (g_str_equal (name, COMPTOIR_DESTINATION_SALES))
    gtk_widget_activate_action (comptoir_tab_get_page (comptoir_shop_view_get_selected (view)),
                                "sales.yesterday", NULL);
}

static void
on_enabled_changed (GActionGroup *window,
                    const char *action_name,
                    gboolean enabled,
                    gpointer user_data)
{
  if (!enabled)
    return;
  g_signal_handlers_disconnect_matched (window, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_enabled_changed,
                                        NULL);
  open_page (COMPTOIR_WINDOW (window), user_data);
}

/* The desktop starts the program for the action: the page waits until the shop is there, be it
 * after a sign-in. Of several that were asked for, the last is shown. */
static void
on_page_wanted (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirWindow *window;
  const char *name = g_intern_string (g_action_get_name (G_ACTION (action)));

  g_application_activate (user_data);
  window = find_window (user_data);
  if (window == NULL)
    return;
  g_signal_handlers_disconnect_matched (window, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_enabled_changed,
                                        NULL);
  if (comptoir_window_is_in_shop (window))
    open_page (window, name);
  else
    g_signal_connect (window, "action-enabled-changed::open-page", G_CALLBACK (on_enabled_changed),
                      (gpointer) name);
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (source);
  GtkWidget *dialog;

  if (gtk_show_uri_full_finish (window, result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog
      = adw_message_dialog_new (window, _ ("The Manual Could Not Be Opened"),
                                _ ("There is no program on this computer to show it. Install the "
                                   "program “Help” (Yelp), or a web browser."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The manual as a page for browsers, in the person's language. Programs that run from the build
 * tree say where it is. */
static char *
find_page (void)
{
  const char *const *languages = g_get_language_names ();
  const char *folder = g_getenv ("COMPTOIR_MANUALDIR");

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (languages[i], ".html", NULL);
      g_autofree char *path
          = g_build_filename (folder != NULL ? folder : COMPTOIR_MANUALDIR, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_filename_to_uri (path, NULL, NULL);
    }
  return NULL;
}

/* Not every desktop has a program for manuals, and the one outside of a Flatpak doesn't see the
 * manual in it. */
static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *page = viewer == NULL ? find_page () : NULL;

  gtk_show_uri_full (gtk_application_get_active_window (user_data),
                     page != NULL ? page : "help:comptoir", GDK_CURRENT_TIME, NULL, on_help_shown,
                     NULL);
}

static const GActionEntry entries[] = {
  { .name = "new-order", .activate = on_page_wanted },
  { .name = "daily-sales", .activate = on_page_wanted },
  { .name = "help", .activate = on_help },
};

/**
 * comptoir_desktop_actions_install:
 * @application: the application, started
 *
 * Gives it the actions that the desktop starts the program for ("Actions" in the desktop file), and
 * the manual.
 */
void
comptoir_desktop_actions_install (ComptoirApplication *application)
{
  static const char *const help_accels[] = { "F1", NULL };

  g_return_if_fail (COMPTOIR_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.help", help_accels);
}
