/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales.h"
#include "demo-shop.h"

G_BEGIN_DECLS

/* The sales of a demo shop that runs in the test, kept in a folder of the test's own. */
typedef struct
{
  DemoShop *demo;
  char *folder;
  ComptoirStore *store;
  ComptoirShop *shop;
  ComptoirSales *sales;
} SalesTest;

/* @data: (nullable): a const DemoShopOptions */
void sales_test_set_up (SalesTest *self, gconstpointer data);
void sales_test_tear_down (SalesTest *self, gconstpointer data);
void sales_test_restart (SalesTest *self); /* the program, not the shop */
void sales_test_set_fault (SalesTest *self, const char *fault);
void sales_test_get_day (SalesTest *self, guint n_days_ago, GDate *day);
guint sales_test_get_n_requests (SalesTest *self);
void sales_test_remove_folder (const char *path);

GBytes *sales_test_load_report (SalesTest *self,
                                KashReport report,
                                const GDate *day,
                                gboolean refresh,
                                GError **error);
ComptoirSalesSummary *
sales_test_load_summary (SalesTest *self, const GDate *day, gboolean refresh, GError **error);
gboolean sales_test_fill (SalesTest *self, guint n_days, GCancellable *cancellable, GError **error);

/* A GAsyncReadyCallback that puts its result where @user_data points to, and waiting for it. */
void sales_test_take (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *sales_test_wait (GAsyncResult **result);

G_END_DECLS
