/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the main tasks on the demo shop and leaves a picture of each in a folder, numbered.
 * Fails where a step doesn't come about. */

#include "tour-picture.h"

#include "comptoir-dataset.h"
#include "comptoir-table-column.h"
#include "comptoir-table-view.h"
#include "demo-books.h"

static gboolean
is_loaded (gpointer dataset)
{
  return comptoir_dataset_get_table (dataset) != NULL && !comptoir_dataset_get_loading (dataset);
}

static gboolean
is_failed (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) != NULL && !comptoir_dataset_get_loading (dataset);
}

static gboolean
is_sound (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) == NULL && is_loaded (dataset);
}

static ComptoirDataset *
get_dataset (Tour *tour, KashResource resource)
{
  return comptoir_shop_get_dataset (comptoir_window_get_shop (tour->window), resource);
}

static DemoShop *
get_demo (Tour *tour)
{
  return comptoir_demo_get_shop (
      comptoir_session_get_demo (comptoir_application_get_session (tour->application)));
}

static void
open (Tour *tour, KashResource resource)
{
  driver_activate (tour->window, "open-page",
                   g_variant_new ("(sb)", kash_resource_get_name (resource), FALSE));
  driver_wait (is_loaded, get_dataset (tour, resource), kash_resource_get_name (resource));
}

static GtkWidget *
get_page (Tour *tour)
{
  return comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (tour->window)));
}

/* The rows on screen, once as many are left as the search is to leave. */
static GtkSelectionModel *
get_rows (Tour *tour)
{
  GtkWidget *view = driver_wait_for (get_page (tour), GTK_TYPE_COLUMN_VIEW, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static gboolean
has_rows (gpointer model)
{
  return g_list_model_get_n_items (model) > 8;
}

static gboolean
has_few_rows (gpointer model)
{
  guint n = g_list_model_get_n_items (model);

  return n > 0 && n < 60;
}

static gboolean
has_no_rows (gpointer model)
{
  return g_list_model_get_n_items (model) == 0;
}

static void
search (Tour *tour, const char *text)
{
  GtkWidget *entry;

  driver_activate (tour->window, "page", g_variant_new_string ("search"));
  entry = driver_wait_for (GTK_WIDGET (tour->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_details (Tour *tour)
{
  GtkSelectionModel *rows = get_rows (tour);

  driver_wait (has_rows, rows, "rows");
  gtk_selection_model_select_item (rows, 4, TRUE);
  driver_activate (tour->window, "page", g_variant_new_string ("details"));
}

static void
sign_in (Tour *tour)
{
  GtkWidget *window = GTK_WIDGET (tour->window);

  tour_fill_screen (tour);
  driver_wait_for (window, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
  tour_take_window (tour, "01-sign-in");
}

static gboolean
is_marked (gpointer row)
{
  return gtk_widget_has_css_class (row, "error");
}

static void
sign_in_nowhere (Tour *tour)
{
  GtkWidget *window = GTK_WIDGET (tour->window);
  GtkWidget *more = driver_wait_for (window, ADW_TYPE_EXPANDER_ROW, "More");

  driver_type (window, "Login", "camille@example.com");
  driver_type (window, "Password", "secret");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  driver_type (window, "Server", "http://127.0.0.1:9");
  driver_click (window, "Sign In");
  driver_wait (is_marked, driver_wait_for (window, ADW_TYPE_ENTRY_ROW, "Server"), "a refusal");
  tour_take_window (tour, "02-sign-in-failed");
}

static void
look_at_lists (Tour *tour)
{
  tour_take_window (tour, "03-empty");
  open (tour, KASH_RESOURCE_DEPARTMENTS);
  tour_take_window (tour, "04-departments");
  open (tour, KASH_RESOURCE_CLIENTS);
  tour_take_window (tour, "05-clients");
  open (tour, KASH_RESOURCE_VARIATIONS);
  tour_take_window (tour, "06-variations");
  open (tour, KASH_RESOURCE_PENDING_ORDERS);
  tour_take_window (tour, "07-pending-orders");
  open (tour, KASH_RESOURCE_ITEMS);
  tour_take_window (tour, "08-items");
}

/* As the menu of a cell does. */
static void
filter_by_department (Tour *tour)
{
  ComptoirTableView *table
      = COMPTOIR_TABLE_VIEW (driver_wait_for (get_page (tour), COMPTOIR_TYPE_TABLE_VIEW, NULL));
  GtkColumnViewColumn *department
      = comptoir_table_layout_find (comptoir_table_view_get_layout (table), "deptID");

  search (tour, "");
  driver_wait (has_rows, get_rows (tour), "all rows");
  comptoir_table_column_get (department)->current = TRUE;
  driver_activate (tour->window, "page", g_variant_new_string ("filter-value"));
}

static void
look_closer (Tour *tour)
{
  GtkSelectionModel *rows = get_rows (tour);

  driver_wait (has_rows, rows, "the items' rows");
  show_details (tour);
  tour_take_window (tour, "09-details");
  search (tour, "pain");
  driver_wait (has_few_rows, rows, "the rows with “pain”");
  tour_take_window (tour, "10-search");
  filter_by_department (tour);
  driver_wait (has_few_rows, rows, "the rows of one department");
  tour_take_window (tour, "11-filter");
  search (tour, "zzz");
  driver_wait (has_no_rows, rows, "no rows");
  tour_take_window (tour, "12-no-match");
  search (tour, "");
  driver_activate (tour->window, "page", g_variant_new_string ("clear"));
  driver_wait (has_rows, rows, "all rows again");
}

static void
look_at_failed_refresh (Tour *tour)
{
  ComptoirDataset *items = get_dataset (tour, KASH_RESOURCE_ITEMS);
  GError *error = NULL;

  demo_shop_set_fault (get_demo (tour), "500", &error);
  g_assert_no_error (error);
  driver_activate (tour->window, "page", g_variant_new_string ("refresh"));
  driver_wait (is_failed, items, "a failure");
  tour_take_window (tour, "13-refresh-failed");
  demo_shop_set_fault (get_demo (tour), NULL, NULL);
  comptoir_dataset_refresh (items);
  driver_wait (is_sound, items, "the items again");
}

static gboolean
is_busy_shown (gpointer page)
{
  return driver_find (page, GTK_TYPE_PROGRESS_BAR, NULL) != NULL
         || driver_find (page, GTK_TYPE_SPINNER, NULL) != NULL;
}

/* A shop of its own, for the lists of which nothing has come yet. */
static DemoShop *
start_broken_shop (void)
{
  static const char *const faults[]
      = { "500:getDeliveryZones.php", "silent:getRelayDeposit.php", NULL };
  const DemoShopOptions options = { .seed = 1, .faults = faults };
  g_autoptr (GError) error = NULL;
  DemoShop *shop = demo_shop_new (&options, &error);

  g_assert_no_error (error);
  demo_shop_start (shop, &error);
  g_assert_no_error (error);
  return shop;
}

static void
look_at_trouble (Tour *tour)
{
  ComptoirSession *session = comptoir_application_get_session (tour->application);
  g_autoptr (ComptoirShop) usual = g_object_ref (comptoir_window_get_shop (tour->window));
  g_autoptr (DemoShop) broken = start_broken_shop ();
  g_autoptr (KashAccount) account = kash_account_new (demo_shop_get_base_url (broken), DEMO_SHOP_ID,
                                                      demo_shop_get_key (broken), NULL);
  ComptoirShop *shop = comptoir_session_add (session, account, FALSE);

  comptoir_account_entry_set_title (comptoir_shop_get_entry (shop), DEMO_SHOP_TITLE);
  comptoir_window_show_shop (tour->window, shop);
  driver_activate (tour->window, "open-page", g_variant_new ("(sb)", "delivery-zones", FALSE));
  driver_wait (is_failed, get_dataset (tour, KASH_RESOURCE_DELIVERY_ZONES), "a failure");
  tour_take_window (tour, "14-nothing-came");
  driver_activate (tour->window, "open-page", g_variant_new ("(sb)", "relay-points", FALSE));
  driver_wait (is_busy_shown, get_page (tour), "a sign of loading");
  tour_take_window (tour, "15-loading");
  comptoir_window_show_shop (tour->window, usual);
  demo_shop_stop (broken);
}

static void
look_at_dark (Tour *tour)
{
  open (tour, KASH_RESOURCE_ITEMS);
  driver_wait (has_rows, get_rows (tour), "the items' rows");
  gtk_selection_model_select_item (get_rows (tour), 4, TRUE);
  g_action_group_change_action_state (G_ACTION_GROUP (tour->application), "color-scheme",
                                      g_variant_new_string ("dark"));
  tour_take_window (tour, "16-dark");
  g_action_group_change_action_state (G_ACTION_GROUP (tour->application), "color-scheme",
                                      g_variant_new_string ("default"));
}

static void
look_at_menus (Tour *tour)
{
  GtkWidget *window = GTK_WIDGET (tour->window);
  GtkWidget *button = driver_wait_for (window, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *shortcuts;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  driver_wait_for (button, GTK_TYPE_POPOVER, NULL);
  tour_take_window (tour, "17-shops");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_action_group_activate_action (G_ACTION_GROUP (tour->window), "show-help-overlay", NULL);
  shortcuts = driver_wait_for_dialog (GTK_TYPE_SHORTCUTS_WINDOW);
  tour_take (tour, shortcuts, "18-shortcuts");
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
look_at_narrow (Tour *tour)
{
  driver_activate (tour->window, "page", g_variant_new_string ("details"));
  tour_make_narrow (tour);
  tour_take_window (tour, "19-narrow");
}

static void
walk (Tour *tour)
{
  sign_in (tour);
  if (*tour->prefix != '\0')
    {
      tour_open_demo (tour);
      open (tour, KASH_RESOURCE_ITEMS);
      show_details (tour);
      tour_take_window (tour, "09-details");
      return;
    }
  sign_in_nowhere (tour);
  tour_open_demo (tour);
  look_at_lists (tour);
  look_closer (tour);
  look_at_failed_refresh (tour);
  look_at_trouble (tour);
  look_at_dark (tour);
  look_at_menus (tour);
  look_at_narrow (tour);
}

int
main (int argc, char *argv[])
{
  return tour_run (argc, argv, walk);
}
