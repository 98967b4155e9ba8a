/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-chart-scale.h"

static const struct
{
  double min, max;
  guint max_steps;
  gint64 low, high, step;
} cases[] = {
  { 0, 0, 4, 0, 1, 1 },
  { 0, 1, 4, 0, 1, 1 },
  { 0, 4.2, 5, 0, 5, 1 },
  { 0, 7, 5, 0, 8, 2 },
  { 0, 2130.5, 5, 0, 2500, 500 },
  { 0, 2000, 4, 0, 2000, 500 },
  { 0, 2000.01, 4, 0, 3000, 1000 },
  { -120, 900, 6, -200, 1000, 200 },
  { -50, -20, 4, -60, 0, 20 },
  { 100, 900, 5, 0, 1000, 200 },
  { 0, 123456789, 5, 0, 150000000, 50000000 },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirChartScale scale;

      comptoir_chart_scale_init (&scale, cases[i].min, cases[i].max, cases[i].max_steps);
      g_assert_cmpint (scale.low, ==, cases[i].low);
      g_assert_cmpint (scale.high, ==, cases[i].high);
      g_assert_cmpint (scale.step, ==, cases[i].step);
    }
}

static void
test_place (void)
{
  ComptoirChartScale scale;

  comptoir_chart_scale_init (&scale, -100, 300, 4);
  g_assert_cmpfloat_with_epsilon (comptoir_chart_scale_place (&scale, -100), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (comptoir_chart_scale_place (&scale, 0), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (comptoir_chart_scale_place (&scale, 300), 1, 1e-9);
}

/* What no till ever takes still gives an axis. */
static void
test_extremes (void)
{
  ComptoirChartScale scale;

  comptoir_chart_scale_init (&scale, -1e300, 1e300, 4);
  g_assert_cmpint (scale.low, <, 0);
  g_assert_cmpint (scale.high, >, 0);
  g_assert_cmpint ((scale.high - scale.low) / scale.step, <=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/chart-scale/marks", test_marks);
  g_test_add_func ("/ui/chart-scale/place", test_place);
  g_test_add_func ("/ui/chart-scale/extremes", test_extremes);
  return g_test_run ();
}
