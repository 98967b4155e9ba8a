/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-chart-scale.h"

/* Beyond this no till goes, and no step overflows. */
#define MAX_VALUE 1e15

static gint64
next_step (gint64 step)
{
  gint64 power = 1;

  while (power * 10 <= step)
    power *= 10;
  return step == power ? power * 2 : step == power * 2 ? power * 5 : power * 10;
}

static gint64
steps_up_to (double value, gint64 step)
{
  gint64 n = (gint64) (value / (double) step);

  return (double) (n * step) < value ? n + 1 : n;
}

/**
 * comptoir_chart_scale_init:
 * @min: the smallest value
 * @max: the largest value
 * @max_steps: how many steps there is room for, at least 2
 *
 * Chooses an axis with round marks that holds 0, @min and @max.
 */
void
comptoir_chart_scale_init (ComptoirChartScale *self, double min, double max, guint max_steps)
{
  gint64 step = 1, below, above;

  g_return_if_fail (self != NULL);
  g_return_if_fail (max_steps >= 2);

  min = CLAMP (min, -MAX_VALUE, 0);
  max = CLAMP (max, 0, MAX_VALUE);
  for (;; step = next_step (step))
    {
      below = steps_up_to (-min, step);
      above = steps_up_to (max, step);
      if (below + above <= (gint64) max_steps)
        break;
    }
  if (below + above == 0)
    above = 1;
  self->low = -below * step;
  self->high = above * step;
  self->step = step;
}

/**
 * comptoir_chart_scale_place:
 *
 * Returns: where @value lies, 0 at the lowest mark and 1 at the highest
 */
double
comptoir_chart_scale_place (const ComptoirChartScale *self, double value)
{
  g_return_val_if_fail (self != NULL, 0);

  return (value - (double) self->low) / (double) (self->high - self->low);
}
