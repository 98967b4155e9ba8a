/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-sales-chart-private.h"
#include "comptoir-sales-summary-view-private.h"

/* A page whose chart knows all its days. */
static ComptoirSalesChart *
start (SalesTest *test)
{
  ComptoirSalesChart *chart;

  sales_test_start (test);
  chart = test->page->summary->chart;
  comptoir_sales_page_set_active (test->page, TRUE);
  ui_test_wait_until (chart->bars[0].has_average);
  return chart;
}

static void
press (ComptoirSalesChart *chart, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                            GTK_WIDGET (chart),
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* Thirty days up to yesterday, each with what the books say, the average of seven over them. */
static void
test_bars (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart = start (&test);
  double sum = 0;

  g_assert_cmpint (g_date_compare (&chart->bars[COMPTOIR_CHART_DAYS - 1].day, &test.page->day), ==,
                   0);
  for (guint i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      g_assert_true (chart->bars[i].known);
      g_assert_cmpfloat (chart->bars[i].value, <=, (double) chart->scale.high);
      if (i >= COMPTOIR_CHART_DAYS - 7)
        sum += chart->bars[i].value;
    }
  g_assert_cmpfloat_with_epsilon (chart->bars[COMPTOIR_CHART_DAYS - 1].average, sum / 7, 1e-6);
  sales_test_stop (&test);
}

/* The arrows go from bar to bar and say where they are; Enter goes to the day. */
static void
test_keyboard (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart = start (&test);
  GDate wanted;
  g_autofree char *last = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpint (chart->cursor, ==, COMPTOIR_CHART_DAYS - 1);
  last = comptoir_sales_chart_dup_description (chart, (guint) chart->cursor);
  press (chart, GDK_KEY_Right);
  g_assert_cmpint (chart->cursor, ==, COMPTOIR_CHART_DAYS - 1);
  press (chart, GDK_KEY_Left);
  press (chart, GDK_KEY_Left);
  g_assert_cmpint (chart->cursor, ==, COMPTOIR_CHART_DAYS - 3);
  before = comptoir_sales_chart_dup_description (chart, (guint) chart->cursor);
  g_assert_cmpstr (last, !=, before);
  wanted = chart->bars[chart->cursor].day;
  press (chart, GDK_KEY_Return);
  g_assert_cmpint (g_date_compare (&test.page->day, &wanted), ==, 0);
  /* The days shown stay, so that one can go on from there. */
  g_assert_cmpint (chart->cursor, ==, COMPTOIR_CHART_DAYS - 3);
  press (chart, GDK_KEY_Home);
  g_assert_cmpint (chart->cursor, ==, 0);
  sales_test_stop (&test);
}

/* An older day is shown with the thirty up to it. */
static void
test_older (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart;
  GDate day;

  sales_test_start (&test);
  chart = test.page->summary->chart;
  day = test.page->day;
  g_date_subtract_days (&day, 90);
  comptoir_sales_page_set_day (test.page, &day);
  g_assert_cmpint (g_date_compare (&chart->bars[COMPTOIR_CHART_DAYS - 1].day, &day), ==, 0);
  ui_test_wait_until (sales_test_has_figures (&test));
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sales-chart/bars", test_bars);
  g_test_add_func ("/ui/sales-chart/keyboard", test_keyboard);
  g_test_add_func ("/ui/sales-chart/older", test_older);
  return g_test_run ();
}
