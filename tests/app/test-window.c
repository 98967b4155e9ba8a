/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

#include "comptoir-resource-page.h"

static void
open_tabs (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);

  driver_open (window, "Items");
  driver_open (window, "Clients");
  driver_wait (window_test_is_loaded, window_test_get_dataset (window, KASH_RESOURCE_CLIENTS),
               "the clients");
  g_assert_cmpuint (
      comptoir_dataset_get_n_rows (window_test_get_dataset (window, KASH_RESOURCE_CLIENTS)), ==,
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
test_tabs (WindowTest *self, gconstpointer data)
{
  window_test_run (self, open_tabs);
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
  ComptoirWindow *window = window_test_sign_in (data, application);
  GtkWidget *row = driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LIST_BOX_ROW, "Tables");
  const char *const control_click[] = { "keydown", "ctrl", "click", "1", "keyup", "ctrl", NULL };

  driver_open (window, "Tables");
  g_assert_cmpuint (driver_count_tabs (window), ==, 1);
  click_with (window, row, control_click);
  driver_wait (has_two_tabs, window, "a second tab");
  g_assert_cmpstr (driver_get_tab (window, 1), ==, "tables");
}

static void
test_control_click (WindowTest *self, gconstpointer data)
{
  window_test_run (self, click_twice);
}

static void
close_and_reopen (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);

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
test_close_and_reopen (WindowTest *self, gconstpointer data)
{
  window_test_run (self, close_and_reopen);
}

static void
jump (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);
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
test_reference (WindowTest *self, gconstpointer data)
{
  window_test_run (self, jump);
}

static void
open_second_window (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *first = window_test_sign_in (data, application);
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
test_second_window (WindowTest *self, gconstpointer data)
{
  window_test_run (self, open_second_window);
}

static void
toggle_sidebar (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = window_test_sign_in (data, application);
  ComptoirShopView *view = comptoir_window_get_shop_view (window);

  g_assert_true (comptoir_shop_view_get_show_sidebar (view));
  driver_activate (window, "toggle-sidebar", NULL);
  g_assert_false (comptoir_shop_view_get_show_sidebar (view));
  driver_activate (window, "toggle-sidebar", NULL);
  g_assert_true (comptoir_shop_view_get_show_sidebar (view));
}

static void
test_sidebar (WindowTest *self, gconstpointer data)
{
  window_test_run (self, toggle_sidebar);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();

#define ADD(name, func) \
  g_test_add (name, WindowTest, NULL, window_test_set_up, func, window_test_tear_down)
  ADD ("/window/tabs", test_tabs);
  ADD ("/window/control-click", test_control_click);
  ADD ("/window/close-and-reopen", test_close_and_reopen);
  ADD ("/window/reference", test_reference);
  ADD ("/window/second-window", test_second_window);
  ADD ("/window/sidebar", test_sidebar);
#undef ADD

  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
