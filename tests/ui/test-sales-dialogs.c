/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person tells the page of daily sales once: which column of the orders is the total, and
 * where the shop is. */

#include "order-test.h"
#include "sales-test.h"

#include <string.h>

#include "comptoir-sales-summary-view-private.h"
#include "comptoir-sales-text.h"
#include "comptoir-time-zone-dialog.h"
#include "comptoir-total-column-dialog.h"

#define CSV "Commande;Somme A;Somme B\n1;2,00;3,00\n2;4,00;5,00\n"

/* (nullable): the dialog of that type that is open */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *within, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = ui_test_find (within, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static void
wait_for_figures (SalesTest *test)
{
  ui_test_turn ();
  ui_test_wait_until (sales_test_has_figures (test));
}

static const char *
get_state (SalesTest *test)
{
  return gtk_stack_get_visible_child_name (test->page->summary->stack);
}

static const char *
get_sales (SalesTest *test)
{
  return comptoir_figure_card_get_figure (test->page->summary->figures[COMPTOIR_FIGURE_INCL_VAT]);
}

static gboolean
has_card (SalesTest *test, ComptoirFigure figure)
{
  return gtk_widget_get_visible (
      gtk_widget_get_parent (GTK_WIDGET (test->page->summary->figures[figure])));
}

/* A day whose orders are there and whose accounting entries the service doesn't give. */
static void
open_without_fec (SalesTest *test, const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  GDate day;

  test->base.keeps = TRUE;
  sales_test_start (test);
  day = test->page->day;
  g_date_subtract_days (&day, 1);
  sales_test_put_report (test, KASH_REPORT_CSV, &day, bytes);
  sales_test_set_fault (test, "404:getSales.php");
  sales_test_activate (test, "previous-day");
  wait_for_figures (test);
}

/* Figures from the orders alone are marked as such, on screen and where they are copied to; what
 * they don't tell has no place. */
static void
test_marked (void)
{
  SalesTest test = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *money = NULL;

  open_without_fec (&test, "Commande;HT;TVA 20%;TTC;Paiement\n1;10,00;2,00;12,00;CB\n"
                           "2;-5,00;-1,00;-6,00;Espèces\n");
  g_assert_cmpstr (get_state (&test), ==, "figures");
  money = comptoir_sales_text_money (test.base.shop, (ComptoirDecimal){ 600, 2 });
  g_assert_cmpstr (get_sales (&test), ==, money);
  g_assert_true (gtk_widget_get_visible (test.page->summary->source));
  g_assert_true (has_card (&test, COMPTOIR_FIGURE_EXCL_VAT));
  g_assert_true (has_card (&test, COMPTOIR_FIGURE_REFUNDS));
  g_assert_false (has_card (&test, COMPTOIR_FIGURE_DISCOUNTS));
  sales_test_activate (&test, "copy-summary");
  text = ui_test_read_clipboard (&test.base);
  g_assert_nonnull (strstr (text, "From the table of orders alone"));

  /* Those of a day with accounting entries aren't. */
  sales_test_set_fault (&test, NULL);
  sales_test_activate (&test, "yesterday");
  wait_for_figures (&test);
  g_assert_false (gtk_widget_get_visible (test.page->summary->source));
  g_assert_true (has_card (&test, COMPTOIR_FIGURE_DISCOUNTS));
  sales_test_stop (&test);
}

/* Where no column is called total, the page asks, and keeps the answer for the account. */
static void
test_total_column (void)
{
  SalesTest test = { 0 };
  GtkWidget *dialog, *use;
  g_autofree char *money = NULL;
  GDate day;

  open_without_fec (&test, CSV);
  g_assert_cmpstr (get_state (&test), ==, "failed");
  g_assert_true (gtk_widget_get_visible (test.page->summary->choose_column));
  g_signal_emit_by_name (test.page->summary, "choose-column");
  dialog = find_dialog (COMPTOIR_TYPE_TOTAL_COLUMN_DIALOG);
  use = find_button (dialog, "_Use This Column");
  ui_test_wait_until (gtk_widget_get_sensitive (use));

  /* The guess, then the three columns. */
  g_assert_null (ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON, 4));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON, 3)),
                               TRUE);
  g_signal_emit_by_name (use, "clicked");
  wait_for_figures (&test);
  g_assert_null (find_dialog (COMPTOIR_TYPE_TOTAL_COLUMN_DIALOG));
  g_assert_cmpstr (get_state (&test), ==, "figures");
  money = comptoir_sales_text_money (test.base.shop, (ComptoirDecimal){ 800, 2 });
  g_assert_cmpstr (get_sales (&test), ==, money);

  /* Another time, another page. */
  day = test.page->day;
  sales_test_open (&test);
  g_assert_cmpstr (comptoir_sales_get_total_column (test.page->sales), ==, "Somme B");
  comptoir_sales_page_set_day (test.page, &day);
  wait_for_figures (&test);
  g_assert_cmpstr (get_sales (&test), ==, money);
  sales_test_stop (&test);
}

static GtkListView *
get_list (GtkWidget *dialog)
{
  return GTK_LIST_VIEW (ui_test_find (dialog, GTK_TYPE_LIST_VIEW, 0));
}

/* By a part of its name, however it is written. */
static void
choose_zone (SalesTest *test, const char *typed, const char *name)
{
  GtkWidget *dialog;
  GtkSingleSelection *selection;

  sales_test_activate (test, "time-zone");
  dialog = find_dialog (COMPTOIR_TYPE_TIME_ZONE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, 0)), typed);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_list (dialog)));
  ui_test_wait_until (
      g_list_model_get_n_items (G_LIST_MODEL (selection)) == 1
      && g_str_equal (
          gtk_string_object_get_string (gtk_single_selection_get_selected_item (selection)), name));
  g_signal_emit_by_name (find_button (dialog, "_Use This Zone"), "clicked");
  ui_test_wait_until (find_dialog (COMPTOIR_TYPE_TIME_ZONE_DIALOG) == NULL);
}

/* Where the shop is decides what yesterday is; the page follows. */
static void
test_time_zone (void)
{
  SalesTest test = { 0 };
  ComptoirAccountEntry *entry;
  GDate east, west, yesterday;

  sales_test_start (&test);
  entry = comptoir_shop_get_entry (test.base.shop);
  choose_zone (&test, "KIRITIMATI", "Pacific/Kiritimati");
  g_assert_cmpstr (comptoir_account_entry_get_time_zone (entry), ==, "Pacific/Kiritimati");
  east = test.page->day;
  comptoir_sales_get_yesterday (test.page->sales, &yesterday);
  g_assert_cmpint (g_date_compare (&east, &yesterday), ==, 0);

  /* 25 hours apart: never the same day. */
  choose_zone (&test, "pago pago", "Pacific/Pago Pago");
  g_assert_cmpstr (comptoir_account_entry_get_time_zone (entry), ==, "Pacific/Pago_Pago");
  west = test.page->day;
  comptoir_sales_get_yesterday (test.page->sales, &yesterday);
  g_assert_cmpint (g_date_compare (&west, &yesterday), ==, 0);
  g_assert_cmpint (g_date_days_between (&west, &east), >, 0);

  /* And back to that of this computer. */
  choose_zone (&test, "as on this", "As on this computer");
  g_assert_null (comptoir_account_entry_get_time_zone (entry));
  wait_for_figures (&test);
  sales_test_stop (&test);
}

static int
days_back (SalesTest *test)
{
  GDate today;

  comptoir_sales_get_today (test->page->sales, &today);
  return g_date_days_between (&test->page->day, &today);
}

/* Alt with the arrows, on a real keyboard. */
static void
test_keys (void)
{
  SalesTest test = { 0 };

  sales_test_start (&test);
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (test.base.window)));
  gtk_widget_child_focus (GTK_WIDGET (test.page), GTK_DIR_TAB_FORWARD);
  order_test_press (NULL, "alt+Left");
  ui_test_wait_until (days_back (&test) == 2);
  order_test_press (NULL, "alt+Left");
  ui_test_wait_until (days_back (&test) == 3);
  order_test_press (NULL, "alt+Right");
  ui_test_wait_until (days_back (&test) == 2);
  wait_for_figures (&test);
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sales-dialogs/marked", test_marked);
  g_test_add_func ("/ui/sales-dialogs/total-column", test_total_column);
  g_test_add_func ("/ui/sales-dialogs/time-zone", test_time_zone);
  g_test_add_func ("/ui/sales-dialogs/keys", test_keys);
  return g_test_run ();
}
