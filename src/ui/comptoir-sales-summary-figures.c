/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-summary-view-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-text.h"

static ComptoirShop *
get_shop (ComptoirSalesSummaryView *self)
{
  return comptoir_sales_get_shop (self->sales);
}

/* (transfer full): "Mon 16 Nov: 1,071.43 €" */
static char *
dup_before (ComptoirSalesSummaryView *self, const char *figure)
{
  GDate day = self->day;
  g_autofree char *text = NULL;

  g_date_subtract_days (&day, 7);
  text = comptoir_sales_text_short_day (&day);
  /* Translators: a day and a figure of it: "Mon 16 Nov: 1,071.43 €" */
  return g_strdup_printf (C_ ("figure", "%s: %s"), text, figure);
}

static void
show_figure (ComptoirSalesSummaryView *self,
             ComptoirFigure figure,
             const char *title,
             const char *text,
             const ComptoirDecimal *now,
             const ComptoirDecimal *then,
             const char *then_text)
{
  g_autofree char *change = NULL;
  g_autofree char *before = NULL;
  ComptoirChange direction = COMPTOIR_CHANGE_NONE;

  if (then != NULL)
    {
      int order = comptoir_decimal_compare (*now, *then);

      change = comptoir_sales_text_change (*now, *then);
      before = dup_before (self, then_text);
      if (change != NULL && order != 0)
        direction = order > 0 ? COMPTOIR_CHANGE_UP : COMPTOIR_CHANGE_DOWN;
    }
  comptoir_figure_card_show_figure (self->figures[figure], title, text, direction, change, before);
}

/* @then: (nullable) */
static void
show_money (ComptoirSalesSummaryView *self,
            ComptoirFigure figure,
            const char *title,
            ComptoirDecimal now,
            const ComptoirDecimal *then)
{
  g_autofree char *text = comptoir_sales_text_money (get_shop (self), now);
  g_autofree char *then_text
      = then != NULL ? comptoir_sales_text_money (get_shop (self), *then) : NULL;

  show_figure (self, figure, title, text, &now, then, then_text);
}

static void
show_orders (ComptoirSalesSummaryView *self,
             const ComptoirSalesSummary *summary,
             const ComptoirSalesSummary *before)
{
  ComptoirDecimal now = { MAX (summary->n_orders, 0), 0 }, then = { 0, 0 }, average, was;
  gboolean known = before != NULL && before->n_orders >= 0;
  g_autofree char *text = NULL;
  g_autofree char *then_text = NULL;

  if (summary->n_orders < 0)
    {
      const char *unknown = _ ("not known");

      show_figure (self, COMPTOIR_FIGURE_ORDERS, _ ("Orders"), unknown, NULL, NULL, NULL);
      show_figure (self, COMPTOIR_FIGURE_AVERAGE, _ ("Average per order"), unknown, NULL, NULL,
                   NULL);
      return;
    }
  if (known)
    then.value = before->n_orders;
  text = comptoir_decimal_format (now);
  then_text = comptoir_decimal_format (then);
  show_figure (self, COMPTOIR_FIGURE_ORDERS, _ ("Orders"), text, &now, known ? &then : NULL,
               then_text);
  if (!comptoir_sales_summary_get_average (summary, &average))
    average = (ComptoirDecimal){ 0, 0 };
  known = before != NULL && comptoir_sales_summary_get_average (before, &was);
  show_money (self, COMPTOIR_FIGURE_AVERAGE, _ ("Average per order"), average, known ? &was : NULL);
}

static void
set_card_visible (ComptoirSalesSummaryView *self, ComptoirFigure figure, gboolean visible)
{
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->figures[figure])), visible);
}

/* What a table of orders doesn't tell has no card. */
static void
show_cards (ComptoirSalesSummaryView *self,
            const ComptoirSalesSummary *summary,
            const ComptoirSalesSummary *before)
{
  show_money (self, COMPTOIR_FIGURE_INCL_VAT, _ ("Sales including VAT"), summary->sales_incl_vat,
              before != NULL ? &before->sales_incl_vat : NULL);
  show_money (self, COMPTOIR_FIGURE_EXCL_VAT, _ ("Sales excluding VAT"), summary->sales_excl_vat,
              before != NULL && before->has_sales_excl_vat ? &before->sales_excl_vat : NULL);
  show_orders (self, summary, before);
  show_money (self, COMPTOIR_FIGURE_DISCOUNTS, _ ("Discounts"), summary->discounts,
              before != NULL && before->has_discounts ? &before->discounts : NULL);
  show_money (self, COMPTOIR_FIGURE_REFUNDS, _ ("Refunds"), summary->refunds,
              before != NULL ? &before->refunds : NULL);
  set_card_visible (self, COMPTOIR_FIGURE_EXCL_VAT, summary->has_sales_excl_vat);
  set_card_visible (self, COMPTOIR_FIGURE_DISCOUNTS, summary->has_discounts);
}

static void
add_row (ComptoirSalesSummaryView *self,
         AdwPreferencesGroup *group,
         const ComptoirSummaryLine *line,
         const ComptoirSummaryLine *before)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *money = comptoir_sales_text_money (get_shop (self), line->amount);
  GtkWidget *amount = gtk_label_new (money);
  g_autofree char *base = NULL;
  g_autofree char *then = NULL;
  g_autofree char *change = NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);

  if (group == self->vat && line->base.value != 0)
    {
      g_autofree char *sales = comptoir_sales_text_money (get_shop (self), line->base);

      base = g_strdup_printf (_ ("on %s excluding VAT"), sales);
      g_string_append (subtitle, base);
    }
  if (before != NULL)
    {
      g_autofree char *was = comptoir_sales_text_money (get_shop (self), before->amount);

      then = dup_before (self, was);
      change = comptoir_sales_text_change (line->amount, before->amount);
      if (subtitle->len > 0)
        g_string_append (subtitle, " · ");
      g_string_append (subtitle, then);
      if (change != NULL)
        g_string_append_printf (subtitle, ", %s", change);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_label_set_selectable (GTK_LABEL (amount), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_lines (ComptoirSalesSummaryView *self,
            AdwPreferencesGroup *group,
            GPtrArray *lines,
            GPtrArray *before)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);

      add_row (self, group, line, before != NULL ? comptoir_sales_find_line (before, line) : NULL);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (group)), lines->len > 0);
}

static void
show_checks (ComptoirSalesSummaryView *self, const ComptoirSalesSummary *summary)
{
  gboolean full = summary->source == COMPTOIR_SUMMARY_FEC;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint n = summary->problems->len;

  gtk_widget_set_visible (GTK_WIDGET (self->checks), full || n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->balance), full);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->balance),
                                 summary->balanced ? _ ("Payments add up to sales and VAT")
                                                   : _ ("Payments don’t add up to sales and VAT"));
  gtk_image_set_from_icon_name (self->balance_icon, summary->balanced ? "object-select-symbolic"
                                                                      : "dialog-warning-symbolic");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (summary->problems, i));
  title = g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n);
  gtk_expander_set_label (self->problems, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_expander_set_expanded (self->problems, !summary->balanced);
  gtk_label_set_label (self->problems_text, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), n > 0);
}

/* @before: (nullable): the figures a week before */
void
comptoir_sales_summary_view_show_figures (ComptoirSalesSummaryView *self,
                                          const ComptoirSalesSummary *summary,
                                          const ComptoirSalesSummary *before)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->source, summary->source == COMPTOIR_SUMMARY_CSV);
  show_cards (self, summary, before);
  show_lines (self, self->vat, summary->vat, before != NULL ? before->vat : NULL);
  show_lines (self, self->payments, summary->payments, before != NULL ? before->payments : NULL);
  show_checks (self, summary);
}
