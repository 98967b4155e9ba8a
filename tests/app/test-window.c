/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "driver.h"

#include "comptoir-dataset.h"
#include "comptoir-key-dialog.h"
#include "comptoir-resource-page.h"

typedef struct
{
  DemoShop *shop;
  char *folder;
} Fixture;

static const DemoShopOptions shop_options = { .seed = 7, .n_items = 40, .n_clients = 20 };

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("comptoir-XXXXXX", &error);
  g_assert_no_error (error);
  self->shop = demo_shop_new (&shop_options, &error);
  g_assert_no_error (error);
  demo_shop_start (self->shop, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  demo_shop_stop (self->shop);
  g_clear_object (&self->shop);
  driver_remove_folder (self->folder);
  g_free (self->folder);
}

static void
run (Fixture *self, DriverFunc func)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();

  comptoir_application_set_folder (application, self->folder);
  driver_run (application, func, self);
}

static gboolean
is_loaded (gpointer dataset)
{
  return comptoir_dataset_get_table (dataset) != NULL && !comptoir_dataset_get_loading (dataset);
}

static gboolean
is_failed (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) != NULL;
}

static gboolean
is_sound (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) == NULL && is_loaded (dataset);
}

static ComptoirDataset *
get_dataset (ComptoirWindow *window, KashResource resource)
{
  return comptoir_shop_get_dataset (comptoir_window_get_shop (window), resource);
}

static void
fill_in (Fixture *self, GtkWidget *root, const char *login, const char *password)
{
  GtkWidget *more = driver_wait_for (root, ADW_TYPE_EXPANDER_ROW, "More");

  driver_type (root, "Login", login);
  driver_type (root, "Password", password);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  driver_type (root, "Server", demo_shop_get_base_url (self->shop));
}

static ComptoirWindow *
sign_in (Fixture *self, ComptoirApplication *application)
{
  ComptoirWindow *window = driver_get_window (application);

  fill_in (self, GTK_WIDGET (window), DEMO_LOGIN, DEMO_PASSWORD);
  driver_click (GTK_WIDGET (window), "Sign In");
  driver_wait_for_shop (window);
  return window;
}

static void
sign_in_wrong_then_right (ComptoirApplication *application, gpointer data)
{
  GtkWidget *window = GTK_WIDGET (driver_get_window (application));
  GtkWidget *button;

  button = driver_wait_for (window, GTK_TYPE_BUTTON, "Sign In");
  g_assert_false (gtk_widget_is_sensitive (button));
  fill_in (data, window, DEMO_LOGIN, "wrong");
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
test_sign_in (Fixture *self, gconstpointer data)
{
  run (self, sign_in_wrong_then_right);
}

static void
sign_in_by_key (ComptoirApplication *application, gpointer data)
{
  Fixture *self = data;
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
test_sign_in_by_key (Fixture *self, gconstpointer data)
{
  run (self, sign_in_by_key);
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

  fill_in (data, window, DEMO_LOGIN, DEMO_PASSWORD);
  driver_type (window, "Server", "http://kash.example");
  driver_click (window, "Sign In");
  driver_wait (is_marked, driver_wait_for (window, ADW_TYPE_ENTRY_ROW, "Server"),
               "the server to be marked");
}

/* Plain http is refused before anything is sent, at the field that says so. */
static void
test_not_secure (Fixture *self, gconstpointer data)
{
  run (self, sign_in_nowhere);
}

static void
open_tabs (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);

  driver_open (window, "Items");
  driver_open (window, "Clients");
  driver_wait (is_loaded, get_dataset (window, KASH_RESOURCE_CLIENTS), "the clients");
  g_assert_cmpuint (comptoir_dataset_get_n_rows (get_dataset (window, KASH_RESOURCE_CLIENTS)), ==,
                    20);
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "20");
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);

  driver_open (window, "Items");
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);
  g_assert_cmpstr (comptoir_tab_get_name (
                       comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window))),
                   ==, "items");

  driver_activate (window, "open-page", g_variant_new ("(sb)", "items", TRUE));
  g_assert_cmpuint (driver_count_tabs (window), ==, 3);
  g_assert_cmpstr (driver_get_tab (window, 2), ==, "items");
}

static void
test_tabs (Fixture *self, gconstpointer data)
{
  run (self, open_tabs);
}

static gboolean
has_two_tabs (gpointer window)
{
  return driver_count_tabs (window) == 2;
}

static void
click_with (ComptoirWindow *window, GtkWidget *widget, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  graphene_rect_t bounds;

  gtk_window_maximize (GTK_WINDOW (window));
  while (!gtk_window_is_maximized (GTK_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  driver_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  x = g_strdup_printf ("%d", (int) (bounds.origin.x + bounds.size.width / 2));
  y = g_strdup_printf ("%d", (int) (bounds.origin.y + bounds.size.height / 2));
  g_strv_builder_add_many (builder, "xdotool", "mousemove", x, y, NULL);
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
}

static void
click_twice (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);
  GtkWidget *row = driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LIST_BOX_ROW, "Tables");
  const char *const control_click[] = { "keydown", "ctrl", "click", "1", "keyup", "ctrl", NULL };

  driver_open (window, "Tables");
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
  click_with (window, row, control_click);
  driver_wait (has_two_tabs, window, "a second tab");
  g_assert_cmpstr (driver_get_tab (window, 1), ==, "tables");
}

static void
test_control_click (Fixture *self, gconstpointer data)
{
  run (self, click_twice);
}

static void
close_and_reopen (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);

  driver_open (window, "Users");
  driver_open (window, "Discounts");
  driver_activate (window, "close-tab", NULL);
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
  driver_activate (window, "reopen-tab", NULL);
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);
  g_assert_cmpstr (driver_get_tab (window, 1), ==, "discounts");

  driver_activate (window, "new-tab", NULL);
  g_assert_cmpuint (driver_count_tabs (window), ==, 3);
  g_assert_null (driver_get_tab (window, 2));
  driver_click (GTK_WIDGET (window), "Cashboxes");
  g_assert_cmpuint (driver_count_tabs (window), ==, 3);
  g_assert_cmpstr (driver_get_tab (window, 2), ==, "cashboxes");

  for (guint i = 0; i < 3; i++)
    driver_activate (window, "close-tab", NULL);
  g_assert_cmpuint (driver_count_tabs (window), ==, 0);
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "Choose What to Look At");
}

static void
test_close_and_reopen (Fixture *self, gconstpointer data)
{
  run (self, close_and_reopen);
}

static void
leave_tabs_open (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);

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
test_kept (Fixture *self, gconstpointer data)
{
  driver_start_keyring ();
  run (self, leave_tabs_open);
  run (self, find_tabs_open);
  run (self, sign_out);
  run (self, find_signed_out);
  driver_stop_keyring ();
}

static void
sign_in_again (ComptoirApplication *application, gpointer data)
{
  g_assert_cmpuint (driver_count_tabs (sign_in (data, application)), ==, 3);
}

/* Where there is no keyring one signs in at each start, and finds one's tabs. */
static void
test_session_only (Fixture *self, gconstpointer data)
{
  run (self, leave_tabs_open);
  run (self, sign_in_again);
}

static void
refuse_key (ComptoirApplication *application, gpointer data)
{
  Fixture *self = data;
  ComptoirWindow *window = sign_in (self, application);
  ComptoirDataset *dataset = get_dataset (window, KASH_RESOURCE_ITEMS);
  GtkWidget *dialog;

  driver_open (window, "Items");
  driver_wait (is_loaded, dataset, "the items");
  demo_shop_change_key (self->shop);
  driver_activate (window, "page", g_variant_new_string ("refresh"));
  driver_wait (is_failed, dataset, "a refusal");
  dialog = driver_wait_for_dialog (COMPTOIR_TYPE_KEY_DIALOG);
  g_assert_true (comptoir_window_is_in_shop (window));
  g_assert_cmpuint (comptoir_dataset_get_n_rows (dataset), ==, 40);

  driver_type (dialog, "Login", DEMO_LOGIN);
  driver_type (dialog, "Password", DEMO_PASSWORD);
  driver_click (dialog, "Sign In");
  driver_wait (is_sound, dataset, "the items again");
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
}

static void
test_key_refused (Fixture *self, gconstpointer data)
{
  run (self, refuse_key);
}

static void
rename_shop (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);
  GtkWidget *dialog;

  driver_activate (window, "rename-shop", NULL);
  dialog = driver_wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (driver_wait_for (dialog, GTK_TYPE_ENTRY, NULL)),
                         "Boulangerie");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "Boulangerie");
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  run (self, rename_shop);
}

static void
jump (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);
  ComptoirTab *tab;

  driver_open (window, "Items");
  tab = comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window));
  g_signal_emit_by_name (comptoir_tab_get_page (tab), "show-reference", "departments", "2");
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);
  tab = comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window));
  g_assert_cmpstr (comptoir_tab_get_name (tab), ==, "departments");

  /* Nothing to go to: the service has no list of suppliers. */
  g_signal_emit_by_name (comptoir_tab_get_page (tab), "show-reference", "suppliers", "2");
  g_assert_cmpuint (driver_count_tabs (window), ==, 2);
}

static void
test_reference (Fixture *self, gconstpointer data)
{
  run (self, jump);
}

static void
open_second_window (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *first = sign_in (data, application);
  ComptoirWindow *second;

  driver_open (first, "Items");
  driver_activate (application, "new-window", NULL);
  second = driver_get_window (application);
  g_assert_true (second != first);
  g_assert_true (comptoir_window_get_shop (second) == comptoir_window_get_shop (first));
  g_assert_cmpuint (driver_count_tabs (second), ==, 0);
  g_assert_false (comptoir_shop_view_get_keeps_tabs (comptoir_window_get_shop_view (second)));
  driver_activate (second, "close-tab", NULL);
  g_assert_true (driver_get_window (application) == first);
}

static void
test_second_window (Fixture *self, gconstpointer data)
{
  run (self, open_second_window);
}

static void
toggle_sidebar (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = sign_in (data, application);
  ComptoirShopView *view = comptoir_window_get_shop_view (window);

  g_assert_true (comptoir_shop_view_get_show_sidebar (view));
  driver_activate (window, "toggle-sidebar", NULL);
  g_assert_false (comptoir_shop_view_get_show_sidebar (view));
  driver_activate (window, "toggle-sidebar", NULL);
  g_assert_true (comptoir_shop_view_get_show_sidebar (view));
}

static void
test_sidebar (Fixture *self, gconstpointer data)
{
  run (self, toggle_sidebar);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/window/sign-in", test_sign_in);
  ADD ("/window/sign-in-by-key", test_sign_in_by_key);
  ADD ("/window/not-secure", test_not_secure);
  ADD ("/window/tabs", test_tabs);
  ADD ("/window/control-click", test_control_click);
  ADD ("/window/close-and-reopen", test_close_and_reopen);
  ADD ("/window/session-only", test_session_only);
  ADD ("/window/key-refused", test_key_refused);
  ADD ("/window/rename", test_rename);
  ADD ("/window/reference", test_reference);
  ADD ("/window/second-window", test_second_window);
  ADD ("/window/sidebar", test_sidebar);
  /* Last: the others are without a keyring. */
  ADD ("/window/kept", test_kept);

  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
