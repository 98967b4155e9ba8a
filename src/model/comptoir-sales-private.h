/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales.h"

#include "comptoir-figures.h"
#include "comptoir-report-loader.h"

G_BEGIN_DECLS

struct _ComptoirSales
{
  GObject parent_instance;

  ComptoirShop *shop;
  ComptoirReportLoader *reports;
  ComptoirFigures *figures;
  char *total_column; /* (nullable) */
};

GTimeZone *comptoir_sales_dup_time_zone (ComptoirSales *self);
void comptoir_sales_tell_of_refused_key (ComptoirSales *self, const GError *error);
const ComptoirDayFigures *comptoir_sales_peek_figures (ComptoirSales *self, const GDate *day);

G_END_DECLS
