/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-test.h"

#include "comptoir-date-button.h"

typedef struct
{
  GtkWidget *window;
  ComptoirDateButton *button;
  GtkCalendar *calendar;
  guint n_chosen;
} DateTest;

static void
on_day_chosen (ComptoirDateButton *button, const GDate *day, DateTest *test)
{
  test->n_chosen++;
}

static void
start (DateTest *test)
{
  GtkWidget *menu_button;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 18, 3, 2026);
  test->window = gtk_window_new ();
  test->button = COMPTOIR_DATE_BUTTON (comptoir_date_button_new ());
  comptoir_date_button_set_day (test->button, &day);
  g_signal_connect (test->button, "day-chosen", G_CALLBACK (on_day_chosen), test);
  gtk_window_set_child (GTK_WINDOW (test->window), GTK_WIDGET (test->button));
  gtk_window_present (GTK_WINDOW (test->window));
  menu_button = ui_test_find (GTK_WIDGET (test->button), GTK_TYPE_MENU_BUTTON, 0);
  ui_test_wait_until (gtk_widget_get_mapped (menu_button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  test->calendar = GTK_CALENDAR (ui_test_find (menu_button, GTK_TYPE_CALENDAR, 0));
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (test->calendar)));
}

/* As the keyboard does while the calendar has the focus. */
static void
press (DateTest *test, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (test->calendar));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static void
assert_day (DateTest *test, guint month, guint number)
{
  GDate day;

  comptoir_date_button_get_day (test->button, &day);
  g_assert_cmpuint (g_date_get_month (&day), ==, month);
  g_assert_cmpuint (g_date_get_day (&day), ==, number);
}

/* The arrow keys start at the day that is shown; nothing is chosen before Enter. */
static void
test_keys (void)
{
  DateTest test = { 0 };

  start (&test);
  press (&test, GDK_KEY_Up);
  press (&test, GDK_KEY_Left);
  g_assert_cmpuint (test.n_chosen, ==, 0);
  assert_day (&test, 3, 18);
  press (&test, GDK_KEY_Return);
  g_assert_cmpuint (test.n_chosen, ==, 1);
  assert_day (&test, 3, 10);
  press (&test, GDK_KEY_Page_Up);
  press (&test, GDK_KEY_space);
  assert_day (&test, 2, 10);
  g_assert_cmpuint (test.n_chosen, ==, 2);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* Days to come give the last there is, and the day that is shown already is no choice. */
static void
test_last (void)
{
  DateTest test = { 0 };
  GDate last;

  start (&test);
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 20, 3, 2026);
  comptoir_date_button_set_last (test.button, &last);
  press (&test, GDK_KEY_Down);
  press (&test, GDK_KEY_Return);
  assert_day (&test, 3, 20);
  press (&test, GDK_KEY_Return);
  g_assert_cmpuint (test.n_chosen, ==, 1);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/date-button/keys", test_keys);
  g_test_add_func ("/ui/date-button/last", test_last);
  return g_test_run ();
}
