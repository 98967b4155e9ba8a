/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

static const DemoShopOptions shop_options = { .seed = 7, .n_items = 40, .n_clients = 20 };

void
window_test_set_up (WindowTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("comptoir-XXXXXX", &error);
  g_assert_no_error (error);
  self->shop = demo_shop_new (&shop_options, &error);
  g_assert_no_error (error);
  demo_shop_start (self->shop, &error);
  g_assert_no_error (error);
}

void
window_test_tear_down (WindowTest *self, gconstpointer data)
{
  demo_shop_stop (self->shop);
  g_clear_object (&self->shop);
  driver_remove_folder (self->folder);
  g_free (self->folder);
}

void
window_test_run (WindowTest *self, DriverFunc func)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();

  comptoir_application_set_folder (application, self->folder);
  driver_run (application, func, self);
}

gboolean
window_test_is_loaded (gpointer dataset)
{
  return comptoir_dataset_get_table (dataset) != NULL && !comptoir_dataset_get_loading (dataset);
}

gboolean
window_test_is_failed (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) != NULL;
}

gboolean
window_test_is_sound (gpointer dataset)
{
  return comptoir_dataset_get_error (dataset) == NULL && window_test_is_loaded (dataset);
}

ComptoirDataset *
window_test_get_dataset (ComptoirWindow *window, KashResource resource)
{
  return comptoir_shop_get_dataset (comptoir_window_get_shop (window), resource);
}

void
window_test_fill_in (WindowTest *self, GtkWidget *root, const char *login, const char *password)
{
  GtkWidget *more = driver_wait_for (root, ADW_TYPE_EXPANDER_ROW, "More");

  driver_type (root, "Login", login);
  driver_type (root, "Password", password);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  driver_type (root, "Server", demo_shop_get_base_url (self->shop));
}

ComptoirWindow *
window_test_sign_in (WindowTest *self, ComptoirApplication *application)
{
  ComptoirWindow *window = driver_get_window (application);

  window_test_fill_in (self, GTK_WIDGET (window), DEMO_LOGIN, DEMO_PASSWORD);
  driver_click (GTK_WIDGET (window), "Sign In");
  driver_wait_for_shop (window);
  return window;
}
