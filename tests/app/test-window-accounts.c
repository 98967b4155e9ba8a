/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

#include "comptoir-key-dialog.h"

static void
sign_in_wrong_then_right (ComptoirApplication *application, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));
  GtkWidget *button;

  button = driver_wait_for (window, GTK_TYPE_BUTTON, "Sign In");
  g_assert_false (gtk_widget_is_sensitive (button));
  window_test_fill_in (data, window, DEMO_LOGIN, "wrong");
  driver_click (window, "Sign In");
  driver_wait_for (window, GTK_TYPE_LABEL,
                   "The service doesn’t accept this login with this password.");
  g_assert_true (gtk_widget_has_css_class (
      driver_wait_for (window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password"), "error"));

  driver_type (window, "Password", DEMO_PASSWORD);
  g_assert_null (driver_find (window, GTK_TYPE_LABEL,
                              "The service doesn’t accept this login with this password."));
  driver_click (window, "Sign In");
  driver_wait_for_shop (COMPTOIR_WINDOW (window));
  g_assert_cmpuint (driver_count_tabs (COMPTOIR_WINDOW (window)), ==, 0);
  driver_wait_for (window, GTK_TYPE_LABEL, "Choose What to Look At");
}

static void
test_sign_in (WindowTest *self, gconstpointer data)
{
  window_test_run (self, sign_in_wrong_then_right);
}

static void
sign_in_by_key (ComptoirApplication *application, gpointer data)
{
  WindowTest *self = data;
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));
  GtkWidget *stack = driver_wait_for (window, GTK_TYPE_STACK_SWITCHER, NULL);

  driver_wait_for (window, GTK_TYPE_LABEL, "Sign In to Your Shop");
  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (stack)),
                                    "key");
  driver_type (window, "Shop ID", DEMO_SHOP_ID);
  driver_type (window, "API key", "not-the-key");
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (driver_wait_for (window, ADW_TYPE_EXPANDER_ROW, "More")), TRUE);
  driver_type (window, "Server", demo_shop_get_base_url (self->shop));
  driver_click (window, "Sign In");
  driver_wait_for (window, GTK_TYPE_LABEL,
                   "The service doesn’t accept this shop ID with this key.");
  driver_type (window, "API key", demo_shop_get_key (self->shop));
  driver_click (window, "Sign In");
  driver_wait_for_shop (COMPTOIR_WINDOW (window));
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, "getDepartments.php"), ==, 2);
}

static void
test_sign_in_by_key (WindowTest *self, gconstpointer data)
{
  window_test_run (self, sign_in_by_key);
}

static gboolean
is_marked (gpointer row)
{
  return gtk_widget_has_css_class (row, "error");
}

static void
sign_in_nowhere (ComptoirApplication *application, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));

  window_test_fill_in (data, window, DEMO_LOGIN, DEMO_PASSWORD);
  driver_type (window, "Server", "http://kash.example");
  driver_click (window, "Sign In");
  driver_wait (is_marked, driver_wait_for (window, ADW_TYPE_ENTRY_ROW, "Server"),
               "the server to be marked");
}

/* Plain http is refused before anything is sent, at the field that says so. */
static void
test_not_secure (WindowTest *self, gconstpointer data)
{
  window_test_run (self, sign_in_nowhere);
}

static void
leave_tabs_open (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);

  driver_open (window, "Variations");
  driver_open (window, "Tables");
  driver_open (window, "Items");
  driver_open (window, "Tables");
}

static void
find_tabs_open (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);

  driver_wait_for_shop (window);
  g_assert_cmpuint (driver_count_tabs (window), ==, 3);
  g_assert_cmpstr (driver_get_tab (window, 0), ==, "variations");
  g_assert_cmpstr (driver_get_tab (window, 1), ==, "tables");
  g_assert_cmpstr (driver_get_tab (window, 2), ==, "items");
  g_assert_cmpstr (comptoir_tab_get_name (
                       comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window))),
                   ==, "tables");
}

static void
sign_out (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);
  GtkWidget *dialog;

  driver_wait_for_shop (window);
  driver_activate (window, "sign-out", NULL);
  dialog = driver_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "sign-out");
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "Sign In to Your Shop");
  g_assert_cmpuint (g_list_model_get_n_items (comptoir_session_get_shops (
                        comptoir_application_get_session (application))),
                    ==, 0);
}

static void
find_signed_out (ComptoirApplication *application, gpointer data)
{
  driver_wait_for (GTK_WIDGET (driver_get_window (application)), GTK_TYPE_LABEL,
                   "Sign In to Your Shop");
}

/* With a keyring: what was open comes back by itself, until one signs out. One test, since
 * libsecret doesn't take to a second keyring in one process. */
static void
test_kept (WindowTest *self, gconstpointer data)
{
  driver_start_keyring ();
  window_test_run (self, leave_tabs_open);
  window_test_run (self, find_tabs_open);
  window_test_run (self, sign_out);
  window_test_run (self, find_signed_out);
  driver_stop_keyring ();
}

static void
sign_in_again (ComptoirApplication *application, gpointer data)
{
  g_assert_cmpuint (driver_count_tabs (window_test_sign_in (data, application)), ==, 3);
}

/* Where there is no keyring one signs in at each start, and finds one's tabs. */
static void
test_session_only (WindowTest *self, gconstpointer data)
{
  window_test_run (self, leave_tabs_open);
  window_test_run (self, sign_in_again);
}

static void
refuse_key (ComptoirApplication *application, gpointer data)
{
  WindowTest *self = data;
  ComptoirWindow *window = window_test_sign_in (self, application);
  ComptoirDataset *dataset = window_test_get_dataset (window, KASH_RESOURCE_ITEMS);
  GtkWidget *dialog;

  driver_open (window, "Items");
  driver_wait (window_test_is_loaded, dataset, "the items");
  demo_shop_change_key (self->shop);
  driver_activate (window, "page", g_variant_new_string ("refresh"));
  driver_wait (window_test_is_failed, dataset, "a refusal");
  dialog = driver_wait_for_dialog (COMPTOIR_TYPE_KEY_DIALOG);
  g_assert_true (comptoir_window_is_in_shop (window));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (dataset), ==, 40);

  driver_type (dialog, "Login", DEMO_LOGIN);
  driver_type (dialog, "Password", DEMO_PASSWORD);
  driver_click (dialog, "Sign In");
  driver_wait (window_test_is_sound, dataset, "the items again");
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
}

static void
test_key_refused (WindowTest *self, gconstpointer data)
{
  window_test_run (self, refuse_key);
}

static void
rename_shop (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);
  GtkWidget *dialog;

  driver_activate (window, "rename-shop", NULL);
  dialog = driver_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (driver_wait_for (dialog, GTK_TYPE_ENTRY, NULL)),
                         "Boulangerie");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "Boulangerie");
}

static void
test_rename (WindowTest *self, gconstpointer data)
{
  window_test_run (self, rename_shop);
}

static gboolean
is_waiting (gpointer shop)
{
  return demo_shop_get_n_requests (shop, NULL) > 0;
}

static gboolean
is_at_rest (gpointer window)
{
  GtkWidget *login = driver_find (window, ADW_TYPE_ENTRY_ROW, "Login");

  return login != NULL && gtk_widget_is_sensitive (login);
}

static void
cancel_sign_in (ComptoirApplication *application, gpointer data)
{
  WindowTest *self = data;
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));
  GError *error = NULL;

  demo_shop_set_fault (self->shop, "silent", &error);
  g_assert_no_error (error);
  window_test_fill_in (self, window, DEMO_LOGIN, DEMO_PASSWORD);
  driver_click (window, "Sign In");
  driver_wait (is_waiting, self->shop, "a request");
  g_assert_false (is_at_rest (window));
  driver_click (window, "Cancel");
  driver_wait (is_at_rest, window, "the form");

  /* What was typed is still there. */
  demo_shop_set_fault (self->shop, NULL, NULL);
  driver_click (window, "Sign In");
  driver_wait_for_shop (COMPTOIR_WINDOW (window));
}

static void
test_cancel (WindowTest *self, gconstpointer data)
{
  window_test_run (self, cancel_sign_in);
}

/* Signs in to one more shop and goes back: each has its own tabs. */
static void
change_shops (ComptoirApplication *application, gpointer data)
{
  WindowTest *self = data;
  ComptoirWindow *window = window_test_sign_in (self, application);
  g_autoptr (ComptoirShop) first = g_object_ref (comptoir_window_get_shop (window));
  DemoShop *shop = self->shop;
  WindowTest other = { demo_shop_new (&(DemoShopOptions){ .seed = 8, .n_items = 30 }, NULL) };
  const char *id = comptoir_account_entry_get_id (comptoir_shop_get_entry (first));

  demo_shop_start (other.shop, NULL);
  driver_open (window, "Items");
  driver_wait (window_test_is_loaded, window_test_get_dataset (window, KASH_RESOURCE_ITEMS),
               "the items");
  driver_activate (window, "add-shop", NULL);
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "Sign In to Your Shop");
  window_test_sign_in (&other, application);
  g_assert_true (comptoir_window_get_shop (window) != first);
  g_assert_cmpuint (driver_count_tabs (window), ==, 0);
  driver_open (window, "Items");
  driver_wait (window_test_is_loaded, window_test_get_dataset (window, KASH_RESOURCE_ITEMS),
               "the other shop’s items");
  g_assert_cmpuint (
      comptoir_dataset_get_n_rows (window_test_get_dataset (window, KASH_RESOURCE_ITEMS)), ==, 30);

  g_action_group_change_action_state (G_ACTION_GROUP (window), "shop", g_variant_new_string (id));
  driver_wait_for_shop (window);
  g_assert_true (comptoir_window_get_shop (window) == first);
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
  g_assert_cmpuint (
      comptoir_dataset_get_n_rows (window_test_get_dataset (window, KASH_RESOURCE_ITEMS)), ==, 40);
  g_assert_true (self->shop == shop);
  demo_shop_stop (other.shop);
  g_object_unref (other.shop);
}

static void
test_two_shops (WindowTest *self, gconstpointer data)
{
  window_test_run (self, change_shops);
}

static void
look_for_problem (ComptoirApplication *application, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));
  const char *problem = comptoir_store_get_problem (
      comptoir_session_get_store (comptoir_application_get_session (application)));

  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem, "set aside"));
  driver_wait_for (window, GTK_TYPE_LABEL, problem);
}

/* A damaged file is set aside, never deleted, and the person is told. */
static void
test_damaged_store (WindowTest *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "comptoir.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n_set_aside = 0;

  g_file_set_contents (path, "This is no database, whatever it was once.", -1, &error);
  g_assert_no_error (error);
  window_test_run (self, look_for_problem);

  folder = g_dir_open (self->folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (self->folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (file, &text, NULL, NULL) && g_str_has_prefix (text, "This is no"))
        n_set_aside++;
    }
  g_assert_cmpuint (n_set_aside, ==, 1);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();

#define ADD(name, func) \
  g_test_add (name, WindowTest, NULL, window_test_set_up, func, window_test_tear_down)
  ADD ("/window-accounts/sign-in", test_sign_in);
  ADD ("/window-accounts/sign-in-by-key", test_sign_in_by_key);
  ADD ("/window-accounts/not-secure", test_not_secure);
  ADD ("/window-accounts/session-only", test_session_only);
  ADD ("/window-accounts/key-refused", test_key_refused);
  ADD ("/window-accounts/rename", test_rename);
  ADD ("/window-accounts/cancel", test_cancel);
  ADD ("/window-accounts/two-shops", test_two_shops);
  ADD ("/window-accounts/damaged-store", test_damaged_store);
  /* Last: the others are without a keyring. */
  ADD ("/window-accounts/kept", test_kept);
#undef ADD

  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
