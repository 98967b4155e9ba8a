/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "driver.h"

#include "comptoir-dataset.h"

static gboolean
is_loaded (gpointer dataset)
{
  return comptoir_dataset_get_table (dataset) != NULL && !comptoir_dataset_get_loading (dataset);
}

static void
look_at_demo (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);
  ComptoirDataset *dataset;
  ComptoirSession *session = comptoir_application_get_session (application);
  char **folder = data;

  driver_wait_for_shop (window);
  g_assert_nonnull (comptoir_session_get_demo (session));
  driver_open (window, "Departments");
  dataset
      = comptoir_shop_get_dataset (comptoir_window_get_shop (window), KASH_RESOURCE_DEPARTMENTS);
  driver_wait (is_loaded, dataset, "the departments");
  g_assert_cmpuint (comptoir_dataset_get_n_rows (dataset), ==, 9);
  *folder = g_strdup (comptoir_store_get_folder (comptoir_session_get_store (session)));
  g_assert_true (g_file_test (*folder, G_FILE_TEST_IS_DIR));
}

/* The demo shop opens by itself, and nothing stays of it. */
static void
test_demo (void)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();
  g_autofree char *folder = NULL;
  g_autofree char *kept = g_build_filename (g_get_user_data_dir (), "comptoir", NULL);

  comptoir_application_set_demo (application, 3, NULL);
  driver_run (application, look_at_demo, &folder);
  g_clear_object (&application);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
try_demo (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);
  ComptoirSession *session = comptoir_application_get_session (application);

  driver_click (GTK_WIDGET (window), "Try the Demo Shop");
  driver_wait_for_shop (window);
  g_assert_cmpuint (g_list_model_get_n_items (comptoir_session_get_shops (session)), ==, 1);
  g_assert_null (comptoir_session_get_current (session));
}

/* From the sign-in page; the next start asks to sign in again. */
static void
test_try_demo (void)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();
  g_autofree char *folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL);

  comptoir_application_set_folder (application, folder);
  driver_run (application, try_demo, NULL);
  g_clear_object (&application);
  driver_remove_folder (folder);
}

static void
switch_scheme (ComptoirApplication *application, gpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_action_group_change_action_state (G_ACTION_GROUP (application), "color-scheme",
                                      g_variant_new_string ("dark"));
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_action_group_change_action_state (G_ACTION_GROUP (application), "color-scheme",
                                      g_variant_new_string ("default"));
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_color_scheme (void)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();

  comptoir_application_set_demo (application, 3, NULL);
  driver_run (application, switch_scheme, NULL);
}

static void
test_options (void)
{
  static const struct
  {
    const char *argv[4];
    int status;
  } cases[] = {
    { { "comptoir", "--demo", "--today=soon" }, 1 },
    { { "comptoir", "--demo", "--today=2023-02-30" }, 1 },
    { { "comptoir", "--no-such-option" }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirApplication) application = comptoir_application_new ();
      int argc = (int) g_strv_length ((char **) cases[i].argv);

      g_assert_cmpint (
          g_application_run (G_APPLICATION (application), argc, (char **) cases[i].argv), ==,
          cases[i].status);
    }
}

/* In a process of its own: what it prints isn't the test's. */
static void
test_version (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ComptoirApplication) application = comptoir_application_new ();
      const char *arguments[] = { "comptoir", "--version", NULL };

      exit (g_application_run (G_APPLICATION (application), 2, (char **) arguments));
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*comptoir " COMPTOIR_VERSION "*");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();
  g_test_add_func ("/application/demo", test_demo);
  g_test_add_func ("/application/try-demo", test_try_demo);
  g_test_add_func ("/application/color-scheme", test_color_scheme);
  g_test_add_func ("/application/options", test_options);
  g_test_add_func ("/application/version", test_version);
  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
