/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-books.h"

static void
demo_line_clear (gpointer data)
{
  DemoLine *line = data;

  g_free (line->title);
}

/**
 * demo_round_div:
 * @value: what is divided
 * @by: by what, more than 0
 *
 * Returns: @value / @by, rounded half away from zero, as money is
 */
gint64
demo_round_div (gint64 value, gint64 by)
{
  g_return_val_if_fail (by > 0, 0);

  return value >= 0 ? (value + by / 2) / by : -((-value + by / 2) / by);
}

/**
 * demo_sale_new:
 *
 * Returns: (transfer full): a sale without lines, client, table or place settings
 */
DemoSale *
demo_sale_new (void)
{
  DemoSale *self = g_new0 (DemoSale, 1);

  self->place_settings = -1;
  self->lines = g_array_new (FALSE, TRUE, sizeof (DemoLine));
  g_array_set_clear_func (self->lines, demo_line_clear);

  return self;
}

/**
 * demo_sale_add_line:
 * @self: a sale
 * @line: the line, copied with its title
 *
 * Adds the line and what is paid for it.
 */
void
demo_sale_add_line (DemoSale *self, const DemoLine *line)
{
  DemoLine copy;

  g_return_if_fail (self != NULL && line != NULL);

  copy = *line;
  copy.title = g_strdup (line->title);
  self->total += copy.net;
  g_array_append_val (self->lines, copy);
}

/**
 * demo_sale_free:
 * @self: (transfer full) (nullable): a sale
 */
void
demo_sale_free (DemoSale *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self->public_comment);
  g_free (self->private_comment);
  g_free (self);
}

/**
 * demo_sale_sum_vat:
 * @self: a sale
 * @catalogue: its shop's catalogue
 *
 * What is excluding VAT is rounded here, once per sale and rate, and nowhere else: so every report
 * adds up the same cents.
 *
 * Returns: (transfer full) (element-type DemoVatSum): a sum for each rate in the sale, by VAT id
 */
GArray *
demo_sale_sum_vat (const DemoSale *self, const DemoCatalogue *catalogue)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (DemoVatSum));

  g_return_val_if_fail (self != NULL && catalogue != NULL, sums);

  for (guint i = 0; i < catalogue->n_vats; i++)
    {
      DemoVatSum sum = { .vat = catalogue->vats[i].id };
      gboolean found = FALSE;

      for (guint j = 0; j < self->lines->len; j++)
        {
          const DemoLine *line = &g_array_index (self->lines, DemoLine, j);

          if (line->vat != sum.vat)
            continue;
          sum.including += line->net;
          found = TRUE;
        }
      sum.excluding = demo_round_div (sum.including * 1000, 1000 + catalogue->vats[i].rate);
      sum.vat_amount = sum.including - sum.excluding;
      if (found)
        g_array_append_val (sums, sum);
    }

  return sums;
}
