/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-controls.h"

static void
test_key (void)
{
  g_autoptr (DemoControls) controls = NULL;
  g_autoptr (DemoControls) other = NULL;
  const char *first;

  g_unsetenv ("KASH_DEMO_KEY");
  controls = demo_controls_new ();
  other = demo_controls_new ();
  first = demo_controls_get_key (controls);
  g_assert_cmpstr (first, !=, demo_controls_get_key (other));
  demo_controls_change_key (controls);
  g_assert_cmpstr (first, !=, demo_controls_get_key (controls));
}

static void
test_fixed_key (void)
{
  g_autoptr (DemoControls) controls = NULL;

  g_setenv ("KASH_DEMO_KEY", "fixed", TRUE);
  controls = demo_controls_new ();
  g_unsetenv ("KASH_DEMO_KEY");
  g_assert_cmpstr (demo_controls_get_key (controls), ==, "fixed");
  demo_controls_change_key (controls);
  g_assert_cmpstr (demo_controls_get_key (controls), !=, "fixed");
}

/* What can't be set leaves what there was. */
static void
test_refused (void)
{
  static const char *const right[] = { "500:getPlus.php", NULL };
  static const char *const wrong[] = { "404", "nothing", NULL };
  g_autoptr (DemoControls) controls = demo_controls_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) shape_error = NULL;

  g_assert_true (demo_controls_set_faults (controls, right, NULL));
  g_assert_true (demo_controls_set_shape (controls, "bom", NULL));
  g_assert_false (demo_controls_set_faults (controls, wrong, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_false (demo_controls_set_shape (controls, "square", &shape_error));
  g_assert_error (shape_error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);

  g_assert_nonnull (demo_controls_take_fault (controls, "getPlus.php", NULL));
  g_assert_null (demo_controls_take_fault (controls, "getUsers.php", NULL));
  g_assert_true (demo_controls_get_shape (controls) == demo_shape_find ("bom", NULL));
}

static void
test_redirect_to_host (void)
{
  static const char *const faults[] = { "redirect-host", NULL };
  g_autoptr (DemoControls) controls = demo_controls_new ();

  g_assert_true (demo_controls_set_faults (controls, faults, NULL));
  g_assert_nonnull (demo_controls_take_fault (controls, "getPlus.php", "127.0.0.1"));
  g_assert_null (demo_controls_take_fault (controls, "getPlus.php", "localhost"));
}

static gpointer
count (gpointer controls)
{
  for (guint i = 0; i < 1000; i++)
    demo_controls_count_request (controls, i % 2 == 0 ? "getPlus.php" : "getUsers.php");

  return NULL;
}

static void
test_counts (void)
{
  g_autoptr (DemoControls) controls = demo_controls_new ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("count", count, controls);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (demo_controls_get_n_requests (controls, NULL), ==, 4000);
  g_assert_cmpuint (demo_controls_get_n_requests (controls, "getPlus.php"), ==, 2000);
  g_assert_cmpuint (demo_controls_get_n_requests (controls, "none"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/controls/key", test_key);
  g_test_add_func ("/demo/controls/fixed-key", test_fixed_key);
  g_test_add_func ("/demo/controls/refused", test_refused);
  g_test_add_func ("/demo/controls/redirect-to-host", test_redirect_to_host);
  g_test_add_func ("/demo/controls/counts", test_counts);
  return g_test_run ();
}
