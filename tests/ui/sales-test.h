/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales-page-private.h"
#include "ui-test.h"

G_BEGIN_DECLS

/* A demo shop, and a window with the page of its daily sales. */
typedef struct
{
  UiTest base;
  ComptoirSalesPage *page;
} SalesTest;

void sales_test_open (SalesTest *test);
void sales_test_start (SalesTest *test);
void sales_test_stop (SalesTest *test);
void sales_test_set_fault (SalesTest *test, const char *fault);
void sales_test_put_report (SalesTest *test, KashReport report, const GDate *day, GBytes *bytes);
void sales_test_activate (SalesTest *test, const char *action);
void sales_test_show_view (SalesTest *test, const char *view);
gboolean sales_test_has_figures (SalesTest *test);
const char *sales_test_get_state (SalesTest *test);

G_END_DECLS
