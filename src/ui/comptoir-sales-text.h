/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales.h"

G_BEGIN_DECLS

/* A day of sales in words. All return (transfer full). */
char *comptoir_sales_text_day (const GDate *day);
char *comptoir_sales_text_short_day (const GDate *day);
char *comptoir_sales_text_money (ComptoirShop *shop, ComptoirDecimal amount);
char *comptoir_sales_text_change (ComptoirDecimal now, ComptoirDecimal before); /* (nullable) */
char *comptoir_sales_text_summary (ComptoirShop *shop,
                                   const GDate *day,
                                   const ComptoirSalesSummary *summary,
                                   const ComptoirSalesSummary *before); /* (nullable) */
char *comptoir_sales_text_moment (GDateTime *then);
char *comptoir_sales_text_file_name (ComptoirShop *shop,
                                     KashReport report,
                                     const GDate *day,
                                     GBytes *bytes);

const ComptoirSummaryLine *comptoir_sales_find_line (GPtrArray *lines,
                                                     const ComptoirSummaryLine *like);
gboolean comptoir_sales_is_closed (const ComptoirSalesSummary *summary);

G_END_DECLS
