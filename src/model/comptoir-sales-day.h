/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of sales: from midnight to midnight where the shop is. */
char *comptoir_sales_day_to_iso (const GDate *day);
gboolean comptoir_sales_day_from_iso (const char *text, GDate *day);
void comptoir_sales_day_get_today (GTimeZone *zone, GDate *today);
gboolean comptoir_sales_day_is_over (const GDate *day, GTimeZone *zone, GDateTime *moment);

G_END_DECLS
