/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-chart-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-text.h"

/* Days of the running average. */
#define AVERAGE_DAYS 7

/* Lengths in pixels. */
#define MIN_WIDTH 260
#define HEIGHT    220
#define MARK_ROOM 44

G_DEFINE_FINAL_TYPE (ComptoirSalesChart, comptoir_sales_chart, GTK_TYPE_WIDGET)

static guint day_chosen_signal;

static double
to_double (ComptoirDecimal amount)
{
  double value = (double) amount.value;

  for (guint i = 0; i < amount.scale; i++)
    value /= 10;
  return value;
}

static void
read_bar (ComptoirSalesChart *self, ComptoirChartBar *bar)
{
  const ComptoirSalesSummary *summary = comptoir_sales_peek_summary (self->sales, &bar->day);

  bar->known = summary != NULL;
  bar->amount = summary != NULL ? summary->sales_incl_vat : (ComptoirDecimal){ 0, 0 };
  bar->value = to_double (bar->amount);
}

/* To the cent, halves away from zero. */
static gboolean
divide_by_days (ComptoirDecimal sum, ComptoirDecimal *average)
{
  ComptoirDecimal cents;
  gint64 half;

  if (!comptoir_decimal_round (sum, 2, &cents) || ABS (cents.value) > G_MAXINT64 - AVERAGE_DAYS)
    return FALSE;
  half = cents.value < 0 ? -(AVERAGE_DAYS / 2) : AVERAGE_DAYS / 2;
  *average = (ComptoirDecimal){ (cents.value + half) / AVERAGE_DAYS, 2 };
  return TRUE;
}

/* Of the seven days up to the bar's own, if all are known. */
static void
average_bar (ComptoirSalesChart *self, ComptoirChartBar *bar)
{
  ComptoirDecimal sum = { 0, 0 };
  GDate day = bar->day;

  bar->has_average = FALSE;
  for (int i = 0; i < AVERAGE_DAYS; i++)
    {
      const ComptoirSalesSummary *summary = comptoir_sales_peek_summary (self->sales, &day);

      if (summary == NULL || !comptoir_decimal_add (sum, summary->sales_incl_vat, &sum))
        return;
      g_date_subtract_days (&day, 1);
    }
  bar->has_average = divide_by_days (sum, &bar->average_amount);
  bar->average = bar->has_average ? to_double (bar->average_amount) : 0;
}

static void
choose_scale (ComptoirSalesChart *self)
{
  double min = 0, max = 0;
  guint steps = (guint) MAX (gtk_widget_get_height (GTK_WIDGET (self)), HEIGHT) / MARK_ROOM;

  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      min = MIN (min, self->bars[i].value);
      max = MAX (max, self->bars[i].value);
    }
  comptoir_chart_scale_init (&self->scale, min, max, MAX (steps, 2));
}

/* What a screen reader says: where one is, and what is there. */
static void
tell (ComptoirSalesChart *self)
{
  g_autofree char *text = comptoir_sales_chart_dup_description (self, (guint) self->cursor);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) COMPTOIR_CHART_DAYS,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->cursor + 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static int
find_bar (ComptoirSalesChart *self, double x)
{
  ComptoirChartArea area;

  if (self->sales == NULL)
    return -1;
  comptoir_sales_chart_get_area (self, &area);
  if (x < area.left || x >= area.left + area.pitch * COMPTOIR_CHART_DAYS)
    return -1;
  return MIN ((int) ((x - area.left) / area.pitch), COMPTOIR_CHART_DAYS - 1);
}

static void
set_hovered (ComptoirSalesChart *self, int hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choose (ComptoirSalesChart *self, int bar)
{
  GDate day = self->bars[bar].day;

  g_signal_emit (self, day_chosen_signal, 0, &day);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, ComptoirSalesChart *self)
{
  set_hovered (self, find_bar (self, x));
}

static void
on_leave (GtkEventControllerMotion *controller, ComptoirSalesChart *self)
{
  set_hovered (self, -1);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, ComptoirSalesChart *self)
{
  int bar = find_bar (self, x);

  if (bar < 0)
    return;
  self->cursor = bar;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, bar);
}

static gboolean
move_cursor (GtkWidget *widget, GVariant *steps, gpointer user_data)
{
  ComptoirSalesChart *self = COMPTOIR_SALES_CHART (widget);

  self->cursor = CLAMP (self->cursor + g_variant_get_int32 (steps), 0, COMPTOIR_CHART_DAYS - 1);
  tell (self);
  gtk_widget_trigger_tooltip_query (widget);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static gboolean
activate_cursor (GtkWidget *widget, GVariant *nothing, gpointer user_data)
{
  ComptoirSalesChart *self = COMPTOIR_SALES_CHART (widget);

  if (self->sales != NULL)
    choose (self, self->cursor);
  return TRUE;
}

static void
on_focus_changed (ComptoirSalesChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
comptoir_sales_chart_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean keyboard,
                                    GtkTooltip *tooltip)
{
  ComptoirSalesChart *self = COMPTOIR_SALES_CHART (widget);
  int bar = keyboard ? self->cursor : find_bar (self, x);
  g_autofree char *text = NULL;
  ComptoirChartArea area;

  if (bar < 0 || self->sales == NULL)
    return FALSE;
  comptoir_sales_chart_get_area (self, &area);
  text = comptoir_sales_chart_dup_description (self, (guint) bar);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) (area.left + area.pitch * bar), (int) area.top,
                                             (int) area.pitch, (int) area.height });
  return TRUE;
}

static void
comptoir_sales_chart_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
comptoir_sales_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  comptoir_sales_chart_draw (COMPTOIR_SALES_CHART (widget), snapshot);
}

static void
comptoir_sales_chart_dispose (GObject *object)
{
  g_clear_object (&COMPTOIR_SALES_CHART (object)->sales);
  G_OBJECT_CLASS (comptoir_sales_chart_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, int steps)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cursor, "i", steps);
}

static void
comptoir_sales_chart_class_init (ComptoirSalesChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = comptoir_sales_chart_dispose;
  widget_class->measure = comptoir_sales_chart_measure;
  widget_class->snapshot = comptoir_sales_chart_snapshot;
  widget_class->query_tooltip = comptoir_sales_chart_query_tooltip;

  day_chosen_signal
      = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_DATE | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_css_name (widget_class, "saleschart");
  /* What one moves along from value to value: a screen reader says each. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  bind_key (widget_class, GDK_KEY_Left, -1);
  bind_key (widget_class, GDK_KEY_KP_Left, -1);
  bind_key (widget_class, GDK_KEY_Right, 1);
  bind_key (widget_class, GDK_KEY_KP_Right, 1);
  bind_key (widget_class, GDK_KEY_Page_Up, -7);
  bind_key (widget_class, GDK_KEY_Page_Down, 7);
  bind_key (widget_class, GDK_KEY_Home, -COMPTOIR_CHART_DAYS);
  bind_key (widget_class, GDK_KEY_End, COMPTOIR_CHART_DAYS);
  for (guint i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding (widget_class, enter[i], 0, activate_cursor, NULL);
}

static void
comptoir_sales_chart_init (ComptoirSalesChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = -1;
  comptoir_chart_scale_init (&self->scale, 0, 0, 2);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sales of the last 30 days"), -1);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed), NULL);
}

/**
 * comptoir_sales_chart_set_sales:
 * @sales: where the figures come from, without asking the service
 */
void
comptoir_sales_chart_set_sales (ComptoirSalesChart *self, ComptoirSales *sales)
{
  g_return_if_fail (COMPTOIR_IS_SALES_CHART (self));

  g_set_object (&self->sales, sales);
}

/**
 * comptoir_sales_chart_show_day:
 * @day: the day that the page shows
 *
 * Shows the 30 days up to yesterday, or where @day isn't among them, up to @day.
 */
void
comptoir_sales_chart_show_day (ComptoirSalesChart *self, const GDate *day)
{
  GDate last;
  int age;

  g_return_if_fail (COMPTOIR_IS_SALES_CHART (self));
  g_return_if_fail (self->sales != NULL);

  self->selected = *day;
  comptoir_sales_get_yesterday (self->sales, &last);
  age = g_date_days_between (day, &last);
  if (age < 0 || age >= COMPTOIR_CHART_DAYS)
    last = *day;
  self->cursor = COMPTOIR_CHART_DAYS - 1 - MAX (g_date_days_between (day, &last), 0);
  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      self->bars[i].day = last;
      g_date_subtract_days (&self->bars[i].day, (guint) (COMPTOIR_CHART_DAYS - 1 - i));
    }
  comptoir_sales_chart_update (self);
}

/**
 * comptoir_sales_chart_update:
 *
 * Takes over what is known of the days now.
 */
void
comptoir_sales_chart_update (ComptoirSalesChart *self)
{
  g_return_if_fail (COMPTOIR_IS_SALES_CHART (self));

  if (!g_date_valid (&self->bars[0].day))
    return;
  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      read_bar (self, &self->bars[i]);
      average_bar (self, &self->bars[i]);
    }
  choose_scale (self);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * comptoir_sales_chart_dup_description:
 * @bar: from 0, the oldest day
 *
 * Returns: (transfer full): the day of a bar and its amount, in words; and the average of the week
 *   that ends there, where it is known
 */
char *
comptoir_sales_chart_dup_description (ComptoirSalesChart *self, guint bar)
{
  const ComptoirChartBar *shown;
  ComptoirShop *shop;
  g_autofree char *day = NULL;
  g_autofree char *money = NULL;
  g_autofree char *average = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SALES_CHART (self), NULL);
  g_return_val_if_fail (bar < COMPTOIR_CHART_DAYS, NULL);

  shown = &self->bars[bar];
  day = comptoir_sales_text_day (&shown->day);
  if (!shown->known)
    /* Translators: a day of the chart: "Monday 23 November 2026: no figures yet" */
    return g_strdup_printf (_ ("%s: no figures yet"), day);
  shop = comptoir_sales_get_shop (self->sales);
  money = comptoir_sales_text_money (shop, shown->amount);
  if (!shown->has_average)
    /* Translators: a day of the chart and its sales: "Monday 23 November 2026: 1,200.00 €" */
    return g_strdup_printf (C_ ("chart", "%s: %s"), day, money);
  average = comptoir_sales_text_money (shop, shown->average_amount);
  /* Translators: a day of the chart, its sales and an average: "Monday 23 November 2026: 1,200.00 €
   * (average of 7 days: 1,150.00 €)" */
  return g_strdup_printf (C_ ("chart", "%s: %s (average of 7 days: %s)"), day, money, average);
}
