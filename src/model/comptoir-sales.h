/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales-summary.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SALES (comptoir_sales_get_type ())

/* The sales reports of a shop, day by day. Reports of finished days are kept in the store (they
 * are frozen by the vendor) and come from there with no request; today's are asked for anew.
 * Signal "summary-changed" (const char *iso_date): the figures of that day are there or newer. */
G_DECLARE_FINAL_TYPE (ComptoirSales, comptoir_sales, COMPTOIR, SALES, GObject)

ComptoirSales *comptoir_sales_new (ComptoirShop *shop);
ComptoirShop *comptoir_sales_get_shop (ComptoirSales *self);
/* Today and yesterday in the account's time zone, the system's by default. */
void comptoir_sales_get_today (ComptoirSales *self, GDate *today);
void comptoir_sales_get_yesterday (ComptoirSales *self, GDate *yesterday);

/* A report as it came. @refresh: asks the service even for a kept one. */
void comptoir_sales_load_report_async (ComptoirSales *self,
                                       KashReport report,
                                       const GDate *day,
                                       gboolean refresh,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GBytes *comptoir_sales_load_report_finish (ComptoirSales *self,
                                           GAsyncResult *result,
                                           GDateTime **edited, /* (nullable) */
                                           GError **error);
/* What came in place of a report (%KASH_ERROR_UNREADABLE), to be saved as it came: (transfer none)
 * (nullable), valid as long as @result. */
GBytes *comptoir_sales_get_unreadable (ComptoirSales *self, GAsyncResult *result);

/* A day's figures: from what is kept, else from its FEC and CSV, else (no FEC to be had) the CSV
 * alone. */
void comptoir_sales_load_summary_async (ComptoirSales *self,
                                        const GDate *day,
                                        gboolean refresh,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
ComptoirSalesSummary *
comptoir_sales_load_summary_finish (ComptoirSales *self, GAsyncResult *result, GError **error);
/* What is known of a day without asking anyone: (transfer none) (nullable), valid until the next
 * change. */
const ComptoirSalesSummary *comptoir_sales_peek_summary (ComptoirSales *self, const GDate *day);
/* When its report was made: (transfer none) (nullable). */
GDateTime *comptoir_sales_peek_edited (ComptoirSales *self, const GDate *day);
/* Reads the kept figures of @n_days up to @last into memory; then fetches the missing ones
 * quietly, newest first, six at once, until cancelled. */
void comptoir_sales_fill_async (ComptoirSales *self,
                                const GDate *last,
                                guint n_days,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean comptoir_sales_fill_finish (ComptoirSales *self, GAsyncResult *result, GError **error);

/* The CSV column that holds the total, chosen by the person where it can't be guessed; kept per
 * account. */
const char *comptoir_sales_get_total_column (ComptoirSales *self);
void comptoir_sales_set_total_column (ComptoirSales *self, const char *column);

G_END_DECLS
