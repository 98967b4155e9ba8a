/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A day's reports read into figures on another thread. */
void comptoir_sales_reader_read_async (GBytes *fec,              /* (nullable) */
                                       GBytes *csv,              /* (nullable) */
                                       const char *total_column, /* (nullable) */
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
ComptoirSalesSummary *comptoir_sales_reader_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
