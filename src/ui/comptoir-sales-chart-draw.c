/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-chart-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-text.h"

/* Lengths in pixels. */
#define GAP        6
#define BAR_SHARE  0.72
#define BAR_RADIUS 3
#define LINE_WIDTH 2
#define TOP_MARGIN 8

typedef struct
{
  GdkRGBA text;
  GdkRGBA faint; /* marks of the axis */
  GdkRGBA bar;
  GdkRGBA selected;
  GdkRGBA line;
} Colors;

static void
lookup (GtkStyleContext *context, const char *name, const GdkRGBA *otherwise, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    *color = *otherwise;
}

static void
get_colors (ComptoirSalesChart *self, Colors *colors)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (context, &colors->text);
  colors->faint = colors->text;
  colors->faint.alpha *= 0.14f;
  lookup (context, "accent_bg_color", &colors->text, &colors->selected);
  colors->bar = colors->selected;
  colors->bar.alpha *= 0.45f;
  lookup (context, "warning_color", &colors->text, &colors->line);
  colors->text.alpha *= 0.7f;
}

static PangoLayout *
create_label (ComptoirSalesChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static char *
dup_mark (ComptoirSalesChart *self, gint64 value)
{
  ComptoirShop *shop = comptoir_sales_get_shop (self->sales);

  return comptoir_decimal_format_round_money (
      (ComptoirDecimal){ value, 0 },
      comptoir_account_entry_get_currency (comptoir_shop_get_entry (shop)));
}

static double
get_y (ComptoirSalesChart *self, const ComptoirChartArea *area, double value)
{
  return area->top + area->height * (1 - comptoir_chart_scale_place (&self->scale, value));
}

static void
draw_label (ComptoirSalesChart *self,
            GtkSnapshot *snapshot,
            const char *text,
            const GdkRGBA *color,
            double x,
            double y,
            double x_align)
{
  g_autoptr (PangoLayout) layout = create_label (self, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (x - width * x_align), (float) (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axis (ComptoirSalesChart *self,
           GtkSnapshot *snapshot,
           const ComptoirChartArea *area,
           const Colors *colors)
{
  for (gint64 mark = self->scale.low; mark <= self->scale.high; mark += self->scale.step)
    {
      double y = get_y (self, area, (double) mark);
      g_autofree char *text = dup_mark (self, mark);

      gtk_snapshot_append_color (
          snapshot, &colors->faint,
          &GRAPHENE_RECT_INIT ((float) area->left, (float) y, (float) area->width, 1));
      draw_label (self, snapshot, text, &colors->text, area->left - GAP, y, 1);
    }
}

static void
draw_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, bounds, BAR_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bar (ComptoirSalesChart *self,
          GtkSnapshot *snapshot,
          const ComptoirChartArea *area,
          const Colors *colors,
          int place)
{
  const ComptoirChartBar *bar = &self->bars[place];
  double x = area->left + area->pitch * place;
  double zero = get_y (self, area, 0), y = get_y (self, area, bar->value);
  gboolean selected = g_date_compare (&bar->day, &self->selected) == 0;
  GdkRGBA color = selected ? colors->selected : colors->bar;

  if (place == self->hovered && !selected)
    color.alpha = MIN (1, color.alpha * 1.5f);
  if (place == self->hovered)
    gtk_snapshot_append_color (snapshot, &colors->faint,
                               &GRAPHENE_RECT_INIT ((float) x, (float) area->top,
                                                    (float) area->pitch, (float) area->height));
  if (bar->known && bar->value != 0)
    draw_rounded (snapshot,
                  &GRAPHENE_RECT_INIT ((float) (x + (area->pitch - area->bar_width) / 2),
                                       (float) MIN (y, zero), (float) area->bar_width,
                                       (float) MAX (ABS (y - zero), 1)),
                  &color);
}

/* A label for each Monday, and one for the day shown when it has room. */
static void
draw_days (ComptoirSalesChart *self,
           GtkSnapshot *snapshot,
           const ComptoirChartArea *area,
           const Colors *colors)
{
  double y = area->top + area->height + GAP + 8;

  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      g_autofree char *text = NULL;

      if (g_date_get_weekday (&self->bars[i].day) != G_DATE_MONDAY)
        continue;
      text = comptoir_sales_text_short_day (&self->bars[i].day);
      draw_label (self, snapshot, text, &colors->text, area->left + area->pitch * (i + 0.5), y,
                  i < 2                         ? 0.2
                  : i > COMPTOIR_CHART_DAYS - 3 ? 0.8
                                                : 0.5);
    }
}

static void
draw_average (ComptoirSalesChart *self,
              GtkSnapshot *snapshot,
              const ComptoirChartArea *area,
              const Colors *colors)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) area->left, (float) (area->top - LINE_WIDTH),
                                     (float) area->width, (float) (area->height + 2 * LINE_WIDTH)));
  gboolean drawing = FALSE;

  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    {
      double x = area->left + area->pitch * (i + 0.5);
      double y = get_y (self, area, self->bars[i].average);

      if (self->bars[i].has_average && drawing)
        cairo_line_to (cr, x, y);
      else if (self->bars[i].has_average)
        cairo_move_to (cr, x, y);
      drawing = self->bars[i].has_average;
    }
  gdk_cairo_set_source_rgba (cr, &colors->line);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_cursor (ComptoirSalesChart *self, GtkSnapshot *snapshot, const ComptoirChartArea *area)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect outline;
  GdkRGBA text, ring;

  gtk_style_context_get_color (context, &text);
  lookup (context, "accent_color", &text, &ring);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float) (area->left + area->pitch * self->cursor),
                           (float) (area->top - 2), (float) area->pitch,
                           (float) (area->height + 4)),
      BAR_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ ring, ring, ring, ring });
}

/* Where the bars are: beside the widest mark, above the days. */
void
comptoir_sales_chart_get_area (ComptoirSalesChart *self, ComptoirChartArea *area)
{
  int widest = 0, height = 0;

  for (gint64 mark = self->scale.low; mark <= self->scale.high; mark += self->scale.step)
    {
      g_autofree char *text = dup_mark (self, mark);
      g_autoptr (PangoLayout) layout = create_label (self, text);
      int width;

      pango_layout_get_pixel_size (layout, &width, &height);
      widest = MAX (widest, width);
    }
  area->left = widest + GAP;
  area->top = TOP_MARGIN;
  area->width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - area->left, COMPTOIR_CHART_DAYS);
  area->height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - area->top - height - 2 * GAP, 1);
  area->pitch = area->width / COMPTOIR_CHART_DAYS;
  area->bar_width = area->pitch * BAR_SHARE;
}

void
comptoir_sales_chart_draw (ComptoirSalesChart *self, GtkSnapshot *snapshot)
{
  ComptoirChartArea area;
  Colors colors;

  if (self->sales == NULL)
    return;
  get_colors (self, &colors);
  comptoir_sales_chart_get_area (self, &area);
  draw_axis (self, snapshot, &area, &colors);
  for (int i = 0; i < COMPTOIR_CHART_DAYS; i++)
    draw_bar (self, snapshot, &area, &colors, i);
  draw_average (self, snapshot, &area, &colors);
  draw_days (self, snapshot, &area, &colors);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    draw_cursor (self, snapshot, &area);
}
