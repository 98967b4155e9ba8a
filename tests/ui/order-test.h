/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui-test.h"

#include "comptoir-order-page-private.h"
#include "comptoir-sent-orders-page.h"

G_BEGIN_DECLS

/* A demo shop, a journal in a folder of its own, and a window with the order form. */
typedef struct
{
  UiTest ui;
  char *folder;
  ComptoirStore *store;
  ComptoirOrderJournal *journal;
  ComptoirOrderPage *page;
} OrderTest;

void order_test_start (OrderTest *test);
void order_test_open (OrderTest *test, gint64 id);
void order_test_show (OrderTest *test, GtkWidget *page);
void order_test_restart_journal (OrderTest *test);
void order_test_stop (OrderTest *test);

/* Real keys, as from a keyboard: names as xdotool has them ("ctrl+Return"). */
void order_test_press (OrderTest *test, const char *keys);
void order_test_type (OrderTest *test, const char *text);
void order_test_scan (OrderTest *test, const char *text);
void order_test_click (OrderTest *test,
                       GtkWidget *window,
                       const char *across,
                       const char *down,
                       guint n_clicks);

void order_test_key_in (OrderTest *test);
GtkWidget *order_test_wait_for_summary (OrderTest *test);
void order_test_send (OrderTest *test);
GPtrArray *order_test_list (OrderTest *test);
guint order_test_get_n_lines (OrderTest *test);
char *order_test_dup (gpointer object, const char *property);
const char *order_test_get_content (OrderTest *test);

G_END_DECLS
