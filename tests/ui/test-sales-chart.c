/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-sales-chart-private.h"
#include "comptoir-sales-summary-view-private.h"
#include "comptoir-sales-text.h"

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
  g_assert_cmpfloat_with_epsilon (chart->bars[COMPTOIR_CHART_DAYS - 1].average, sum / 7, 0.0051);
  sales_test_stop (&test);
}

/* A day, what was sold, and the average of the week. */
static void
test_description (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart = start (&test);
  const ComptoirChartBar *bar = &chart->bars[COMPTOIR_CHART_DAYS - 1];
  g_autofree char *text = comptoir_sales_chart_dup_description (chart, COMPTOIR_CHART_DAYS - 1);
  g_autofree char *day = comptoir_sales_text_day (&bar->day);
  g_autofree char *money = comptoir_sales_text_money (test.base.shop, bar->amount);
  g_autofree char *average = comptoir_sales_text_money (test.base.shop, bar->average_amount);
  g_autofree char *wanted = g_strdup_printf ("%s: %s (average of 7 days: %s)", day, money, average);

  g_assert_cmpstr (text, ==, wanted);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       text);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
  sales_test_stop (&test);
}

static gpointer
find_controller (ComptoirSalesChart *chart, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* Over a bar the pointer marks it and there is a tooltip; beside the bars there is neither. A click
 * goes to the day. */
static void
test_pointer (void)
{
  SalesTest test = { 0 };
  ComptoirSalesChart *chart = start (&test);
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  ComptoirChartArea area;
  gboolean shown;
  GDate wanted;
  int x, y;

  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (chart)) > 0);
  comptoir_sales_chart_get_area (chart, &area);
  x = (int) (area.left + area.pitch * 4.5);
  y = (int) (area.top + area.height / 2);
  g_signal_emit_by_name (find_controller (chart, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion",
                         (double) x, (double) y);
  g_assert_cmpint (chart->hovered, ==, 4);
  g_signal_emit_by_name (chart, "query-tooltip", x, y, FALSE, tooltip, &shown);
  g_assert_true (shown);
  g_signal_emit_by_name (chart, "query-tooltip", 0, y, FALSE, tooltip, &shown);
  g_assert_false (shown);
  g_signal_emit_by_name (find_controller (chart, GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  g_assert_cmpint (chart->hovered, ==, -1);

  wanted = chart->bars[4].day;
  g_signal_emit_by_name (find_controller (chart, GTK_TYPE_GESTURE_CLICK), "released", 1, 0.0,
                         (double) y);
  g_assert_cmpint (g_date_compare (&test.page->day, &wanted), !=, 0);
  g_signal_emit_by_name (find_controller (chart, GTK_TYPE_GESTURE_CLICK), "released", 1, (double) x,
                         (double) y);
  g_assert_cmpint (g_date_compare (&test.page->day, &wanted), ==, 0);
  g_object_unref (tooltip);
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
  /* What a screen reader is told can be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sales-chart/bars", test_bars);
  g_test_add_func ("/ui/sales-chart/description", test_description);
  g_test_add_func ("/ui/sales-chart/pointer", test_pointer);
  g_test_add_func ("/ui/sales-chart/keyboard", test_keyboard);
  g_test_add_func ("/ui/sales-chart/older", test_older);
  return g_test_run ();
}
