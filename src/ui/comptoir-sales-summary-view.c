/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-summary-view-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-day.h"
#include "comptoir-sales-text.h"
#include "comptoir-table-reader.h"
#include "kash-error.h"

G_DEFINE_FINAL_TYPE (ComptoirSalesSummaryView, comptoir_sales_summary_view, ADW_TYPE_BIN)

enum
{
  DAY_CHOSEN,
  RETRY,
  CHOOSE_COLUMN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @state: "loading", "closed", "failed" or "figures" */
static void
show_state (ComptoirSalesSummaryView *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (self->details, g_str_equal (state, "figures"));
}

static void
on_day_chosen (ComptoirSalesSummaryView *self, const GDate *day)
{
  g_signal_emit (self, signals[DAY_CHOSEN], 0, day);
}

static void
on_retry (ComptoirSalesSummaryView *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_choose_column (ComptoirSalesSummaryView *self)
{
  g_signal_emit (self, signals[CHOOSE_COLUMN], 0);
}

static void
show_chart_title (ComptoirSalesSummaryView *self)
{
  GDate yesterday;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  comptoir_sales_get_yesterday (self->sales, &yesterday);
  if (g_date_compare (&self->day, &yesterday) <= 0
      && g_date_days_between (&self->day, &yesterday) < COMPTOIR_CHART_DAYS)
    {
      gtk_label_set_label (self->chart_title, _ ("The last 30 days"));
      return;
    }
  day = comptoir_sales_text_day (&self->day);
  text = g_strdup_printf (_ ("The 30 days up to %s"), day);
  gtk_label_set_label (self->chart_title, text);
}

static void
comptoir_sales_summary_view_dispose (GObject *object)
{
  ComptoirSalesSummaryView *self = COMPTOIR_SALES_SUMMARY_VIEW (object);

  g_clear_object (&self->sales);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SALES_SUMMARY_VIEW);
  G_OBJECT_CLASS (comptoir_sales_summary_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_SALES_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sales-summary-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, cards);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, source);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, chart_title);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, chart);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, details);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, vat);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, payments);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, checks);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, balance);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, balance_icon);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, problems);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, problems_text);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, failed_sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, failed_expander);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, failed_detail);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, choose_column);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesSummaryView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_column);
}

static void
comptoir_sales_summary_view_class_init (ComptoirSalesSummaryViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_sales_summary_view_dispose;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_DATE | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[RETRY]
      = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE_COLUMN] = g_signal_new ("choose-column", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
comptoir_sales_summary_view_init (ComptoirSalesSummaryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < COMPTOIR_N_FIGURES; i++)
    {
      GtkWidget *card = g_object_new (COMPTOIR_TYPE_FIGURE_CARD, NULL);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (self->cards, child, -1);
      self->figures[i] = COMPTOIR_FIGURE_CARD (card);
    }
}

/**
 * comptoir_sales_summary_view_set_sales:
 * @sales: where the figures come from, once
 */
void
comptoir_sales_summary_view_set_sales (ComptoirSalesSummaryView *self, ComptoirSales *sales)
{
  g_return_if_fail (COMPTOIR_IS_SALES_SUMMARY_VIEW (self));
  g_return_if_fail (COMPTOIR_IS_SALES (sales));

  g_set_object (&self->sales, sales);
  comptoir_sales_chart_set_sales (self->chart, sales);
}

/**
 * comptoir_sales_summary_view_show_day:
 * @day: the day to show, with what is known of it
 */
void
comptoir_sales_summary_view_show_day (ComptoirSalesSummaryView *self, const GDate *day)
{
  g_return_if_fail (COMPTOIR_IS_SALES_SUMMARY_VIEW (self));
  g_return_if_fail (self->sales != NULL);

  self->day = *day;
  show_chart_title (self);
  comptoir_sales_chart_show_day (self->chart, day);
  comptoir_sales_summary_view_show_error (self, NULL);
  comptoir_sales_summary_view_update (self);
}

/**
 * comptoir_sales_summary_view_update:
 *
 * Takes over what is known now of the day and of those around it.
 */
void
comptoir_sales_summary_view_update (ComptoirSalesSummaryView *self)
{
  const ComptoirSalesSummary *summary;
  g_autoptr (ComptoirSalesSummary) copy = NULL;
  GDate week_before;

  g_return_if_fail (COMPTOIR_IS_SALES_SUMMARY_VIEW (self));
  g_return_if_fail (g_date_valid (&self->day));

  comptoir_sales_chart_update (self->chart);
  summary = comptoir_sales_peek_summary (self->sales, &self->day);
  if (summary == NULL)
    return;
  copy = comptoir_sales_summary_copy (summary);
  week_before = self->day;
  g_date_subtract_days (&week_before, 7);
  if (comptoir_sales_is_closed (copy))
    {
      show_state (self, "closed");
      return;
    }
  comptoir_sales_summary_view_show_figures (
      self, copy, comptoir_sales_peek_summary (self->sales, &week_before));
  show_state (self, "figures");
}

/**
 * comptoir_sales_summary_view_take_day:
 * @iso_date: the day whose figures came
 *
 * Shows them where that day has a place: in figures, beside them, or as a bar of the chart.
 */
void
comptoir_sales_summary_view_take_day (ComptoirSalesSummaryView *self, const char *iso_date)
{
  GDate day;
  int age;

  g_return_if_fail (COMPTOIR_IS_SALES_SUMMARY_VIEW (self));

  if (!comptoir_sales_day_from_iso (iso_date, &day))
    return;
  age = g_date_days_between (&day, &self->day);
  if (age == 0 || age == 7)
    comptoir_sales_summary_view_update (self);
  else
    comptoir_sales_chart_update (self->chart);
}

/**
 * comptoir_sales_summary_view_show_error:
 * @error: (nullable): why there are no figures; %NULL: they are on their way
 *
 * The chart stays, with what is known of other days.
 */
void
comptoir_sales_summary_view_show_error (ComptoirSalesSummaryView *self, const GError *error)
{
  const char *detail;

  g_return_if_fail (COMPTOIR_IS_SALES_SUMMARY_VIEW (self));

  gtk_spinner_set_spinning (self->spinner, error == NULL);
  if (error == NULL)
    {
      show_state (self, "loading");
      return;
    }
  detail = kash_error_get_detail (error);
  gtk_label_set_label (self->failed_sentence, error->message);
  gtk_label_set_label (self->failed_detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed_expander), detail != NULL && *detail != '\0');
  gtk_widget_set_visible (self->choose_column, g_error_matches (error, COMPTOIR_FORMAT_ERROR,
                                                                COMPTOIR_FORMAT_ERROR_NOT_DATA));
  show_state (self, "failed");
}
