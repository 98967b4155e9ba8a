/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arithmetic that all six reports share, in whole cents. */

#include "demo-report-private.h"

static gint64
excluding_vat (gint64 including, const DemoVat *vat)
{
  return demo_round_div (including * 1000, 1000 + vat->rate);
}

/* The lines of one rate: each takes what it adds to the rounded running total, so that no cent is
 * lost or made. */
static void
split_lines (const DemoSale *sale, const DemoVat *vat, GArray *sums)
{
  DemoReportSum running = { 0 };

  for (guint i = 0; i < sale->lines->len; i++)
    {
      const DemoLine *line = &g_array_index (sale->lines, DemoLine, i);
      DemoReportSum *sum = &g_array_index (sums, DemoReportSum, i);

      if (line->vat != vat->id)
        continue;
      *sum = (DemoReportSum){
        .count = 1,
        .quantity = line->quantity,
        .including = line->net,
        .excluding = excluding_vat (running.including + line->net, vat) - running.excluding,
        .discount = line->discount,
        .discount_excluding
        = excluding_vat (running.discount + line->discount, vat) - running.discount_excluding,
        .given_back = sale->refund ? line->net : 0,
      };
      demo_report_sum_add (&running, sum);
    }
}

/**
 * demo_report_split_sale:
 * @catalogue: the catalogue
 * @sale: a sale
 *
 * Shares what the sale comes to by VAT rate, as demo_sale_sum_vat() rounds it, out over its lines.
 *
 * Returns: (transfer full) (element-type DemoReportSum): a sum for each line, in the same order
 */
GArray *
demo_report_split_sale (const DemoCatalogue *catalogue, const DemoSale *sale)
{
  GArray *sums;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (sale, NULL);

  sums = g_array_sized_new (FALSE, TRUE, sizeof (DemoReportSum), sale->lines->len);
  g_array_set_size (sums, sale->lines->len);
  for (guint i = 0; i < catalogue->n_vats; i++)
    split_lines (sale, &catalogue->vats[i], sums);

  return sums;
}

/**
 * demo_report_sum_add:
 * @self: the sum to add to
 * @other: what to add
 */
void
demo_report_sum_add (DemoReportSum *self, const DemoReportSum *other)
{
  g_return_if_fail (self);
  g_return_if_fail (other);

  self->count += other->count;
  self->quantity += other->quantity;
  self->including += other->including;
  self->excluding += other->excluding;
  self->discount += other->discount;
  self->discount_excluding += other->discount_excluding;
  self->given_back += other->given_back;
}

/**
 * demo_report_sum_sale:
 * @catalogue: the catalogue
 * @sale: a sale
 *
 * Returns: what the sale comes to, counted as one
 */
DemoReportSum
demo_report_sum_sale (const DemoCatalogue *catalogue, const DemoSale *sale)
{
  g_autoptr (GArray) lines = demo_report_split_sale (catalogue, sale);
  DemoReportSum sum = { 0 };

  for (guint i = 0; lines && i < lines->len; i++)
    demo_report_sum_add (&sum, &g_array_index (lines, DemoReportSum, i));
  sum.count = 1;

  return sum;
}
