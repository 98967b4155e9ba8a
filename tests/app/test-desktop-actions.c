/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "driver.h"

/* What stands in for the program that shows manuals writes down what it was asked for. */
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

static void
ask_for_help_in_vain (void)
{
  GtkWidget *dialog = driver_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "The Manual Could Not Be Opened");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
}

static void
ask_for_help (ComptoirApplication *application, gpointer data)
{
  Helper *helper = data;
  g_autofree char *command = g_strdup_printf ("sh -c 'echo \"$1\" >%s/asked' sh", helper->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAppInfo) yelp = NULL;
  g_autoptr (GAppInfo) installed = g_app_info_get_default_for_uri_scheme ("help");

  driver_get_window (application);
  if (installed == NULL)
    {
      driver_activate (application, "help", NULL);
      ask_for_help_in_vain ();
    }
  yelp = g_app_info_create_from_commandline (command, "Help", G_APP_INFO_CREATE_SUPPORTS_URIS,
                                             &error);
  g_assert_no_error (error);
  g_app_info_set_as_default_for_type (yelp, "x-scheme-handler/help", &error);
  g_assert_no_error (error);
  driver_activate (application, "help", NULL);
  driver_wait (was_asked, helper, "the manual");
  g_assert_cmpstr (helper->asked, ==, "help:comptoir\n");
  g_app_info_delete (yelp);
}

/* By F1: with no program to show it, in words. */
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
