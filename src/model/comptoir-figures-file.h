/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ComptoirDayFigures:
 * @day: the day
 * @summary: its figures
 * @edited: when the reports behind them were made
 * @column: (nullable): the CSV column of totals that was chosen, where they depend on it
 * @final: they are from reports that stay as they are
 *
 * What is known of a day.
 */
typedef struct
{
  GDate day;
  ComptoirSalesSummary *summary;
  GDateTime *edited;
  char *column;
  gboolean final;
} ComptoirDayFigures;

void comptoir_day_figures_free (ComptoirDayFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirDayFigures, comptoir_day_figures_free)

/* The figures of a month as they are kept. */
GBytes *comptoir_figures_file_write (GPtrArray *days);
GPtrArray *comptoir_figures_file_read (GBytes *bytes);

G_END_DECLS
