/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ComptoirChartScale:
 * @low: the lowest mark, ≤ 0
 * @high: the highest mark, > @low
 * @step: between two marks: 1, 2 or 5 times a power of ten
 *
 * The axis of a chart of amounts, in whole units of currency.
 */
typedef struct
{
  gint64 low;
  gint64 high;
  gint64 step;
} ComptoirChartScale;

void comptoir_chart_scale_init (ComptoirChartScale *self, double min, double max, guint max_steps);
double comptoir_chart_scale_place (const ComptoirChartScale *self, double value);

G_END_DECLS
