/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "driver.h"

#include <glib/gstdio.h>

/* What stands in for a program that shows the manual writes down what it was asked for. */
typedef struct
{
  char *folder;
  char *asked;
} Helper;

static gboolean
shows_page (gpointer data)
{
  ComptoirWindow *window = data;
  ComptoirTab *tab;

  if (!comptoir_window_is_in_shop (window))
    return FALSE;
  tab = comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window));
  return tab != NULL
         && g_strcmp0 (comptoir_tab_get_name (tab), g_object_get_data (data, "wanted")) == 0;
}

static void
wait_for_page (ComptoirWindow *window, const char *name)
{
  g_object_set_data (G_OBJECT (window), "wanted", (gpointer) name);
  driver_wait (shows_page, window, name);
}

static void
ask_for_pages (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);

  /* Before the shop is there; the last page asked for comes to the front. */
  driver_activate (application, "daily-sales", NULL);
  driver_activate (application, "new-order", NULL);
  wait_for_page (window, "new-order");
  driver_activate (application, "daily-sales", NULL);
  wait_for_page (window, "daily-sales");
  driver_activate (application, "new-order", NULL);
  wait_for_page (window, "new-order");
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);
}

static void
test_pages (void)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();

  comptoir_application_set_demo (application, 3, NULL);
  driver_run (application, ask_for_pages, NULL);
}

static gboolean
was_asked (gpointer data)
{
  Helper *helper = data;
  g_autofree char *path = g_build_filename (helper->folder, "asked", NULL);

  g_clear_pointer (&helper->asked, g_free);
  return g_file_get_contents (path, &helper->asked, NULL, NULL)
         && g_str_has_suffix (helper->asked, "\n");
}

static gboolean
stay_awake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_default (gpointer type)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_type (type, TRUE);

  return viewer != NULL && g_str_equal (g_app_info_get_name (viewer), "Viewer");
}

/* For what comes about outside of the main loop: files, and GLib's thread that looks at programs.
 */
static void
wait_outside (DriverCondition condition, gpointer data, const char *what)
{
  guint source = g_timeout_add (20, stay_awake, NULL);

  driver_wait (condition, data, what);
  g_source_remove (source);
}

/* Shows the manual with what is set for @type, and gives what that was asked for. */
static const char *
ask_by (ComptoirApplication *application, Helper *helper, const char *type)
{
  g_autofree char *command = g_strdup_printf ("sh -c 'echo \"$1\" >%s/asked' sh", helper->folder);
  g_autofree char *asked = g_build_filename (helper->folder, "asked", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAppInfo) viewer = NULL;

  viewer = g_app_info_create_from_commandline (command, "Viewer", G_APP_INFO_CREATE_SUPPORTS_URIS,
                                               &error);
  g_assert_no_error (error);
  g_app_info_set_as_default_for_type (viewer, type, &error);
  g_assert_no_error (error);
  wait_outside (is_default, (gpointer) type, "a viewer");
  driver_activate (application, "help", NULL);
  wait_outside (was_asked, helper, type);
  g_app_info_delete (viewer);
  g_assert_no_errno (g_remove (asked));
  return helper->asked;
}

static void
ask_for_help (ComptoirApplication *application, gpointer data)
{
  Helper *helper = data;
  g_autofree char *page = g_strdup_printf ("%s/C.html\n", g_getenv ("COMPTOIR_MANUALDIR"));
  g_autoptr (GAppInfo) yelp = g_app_info_get_default_for_uri_scheme ("help");
  g_autoptr (GAppInfo) browser = g_app_info_get_default_for_type ("text/html", TRUE);

  driver_get_window (application);
  if (yelp == NULL && browser == NULL)
    {
      GtkWidget *dialog;

      driver_activate (application, "help", NULL);
      dialog = driver_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                       "The Manual Could Not Be Opened");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
    }
  if (yelp == NULL)
    g_assert_true (g_str_has_suffix (ask_by (application, helper, "text/html"), page));
  g_assert_cmpstr (ask_by (application, helper, "x-scheme-handler/help"), ==, "help:comptoir\n");
}

/* With the program for manuals, with a browser, or with neither: then in words. */
static void
test_help (void)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();
  g_autofree char *store = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
  Helper helper = { .folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL) };

  comptoir_application_set_folder (application, store);
  driver_run (application, ask_for_help, &helper);
  g_clear_object (&application);
  driver_remove_folder (store);
  driver_remove_folder (helper.folder);
  g_free (helper.folder);
  g_free (helper.asked);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();
  g_test_add_func ("/desktop-actions/pages", test_pages);
  g_test_add_func ("/desktop-actions/help", test_help);
  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
