/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of an order before it goes out. */

#include "order-test.h"

#include <string.h>

static gboolean
shows (GtkWidget *widget, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_label (GTK_LABEL (label)), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
key_in (OrderTest *test)
{
  ComptoirDraftLine *line;

  order_test_start (test);
  order_test_open (test, 0);
  line = comptoir_order_draft_add_item (test->page->draft, 1, "1,5");
  g_object_set (line, "title", "Menu_du_jour", "price", "14,50", NULL);
  comptoir_order_draft_set_delivery (test->page->draft, KASH_DELIVERY_TO_BE_SHIPPED);
  comptoir_order_draft_set_payment (test->page->draft, KASH_PAYMENT_QUOTE);
  comptoir_order_draft_set_client_field (test->page->draft, KASH_CLIENT_NOM, "Durand");
  comptoir_order_draft_set_field (test->page->draft, COMPTOIR_DRAFT_TABLE, "3");
}

/* Exactly what will be sent, what was adjusted in it, and no key. */
static void
test_shown (void)
{
  static const char *const shown[] = { "1.5 × Menu du jour",
                                       "Quote",
                                       "To be shipped",
                                       "Durand",
                                       "Salle 3",
                                       "Line 1: In the title, spaces are sent in place of “_”",
                                       "There is no address to bring the order to.",
                                       "payment=-2",
                                       "key=***",
                                       "itemsList[]=1_1.5_Menu du jour_14.50" };
  OrderTest test = { 0 };
  GtkWidget *dialog;

  key_in (&test);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  dialog = order_test_wait_for_summary (&test);
  gtk_expander_set_expanded (GTK_EXPANDER (ui_test_find (dialog, GTK_TYPE_EXPANDER, 0)), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_test_message ("%s", shown[i]);
      g_assert_true (shows (dialog, shown[i]));
    }
  g_assert_true (shows (dialog, comptoir_draft_keeper_get_reference (test.page->keeper)));
  g_assert_false (shows (dialog, demo_shop_get_key (test.ui.demo)));
  g_assert_false (shows (dialog, "Menu_du_jour"));
  order_test_stop (&test);
}

/* What arrives is what was shown. */
static void
test_sent (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  const ComptoirOrderRecord *record;

  key_in (&test);
  order_test_send (&test);
  g_assert_cmpint (test.page->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  records = order_test_list (&test);
  record = g_ptr_array_index (records, 0);
  g_assert_nonnull (strstr (record->sent, "itemsList%5B%5D=1_1.5_Menu+du+jour_14.50"));
  g_assert_nonnull (strstr (record->sent, record->reference));
  order_test_stop (&test);
}

/* A variation goes by its own name, not by that of its set. */
static void
test_variations (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) offered = NULL;
  const ComptoirVariation *variation;
  ComptoirDraftLine *line;
  GtkWidget *dialog;

  key_in (&test);
  items = comptoir_order_draft_match (test.page->draft, "café crème", 1, NULL);
  line = comptoir_order_draft_add_item (
      test.page->draft, ((ComptoirItemMatch *) g_ptr_array_index (items, 0))->id, NULL);
  offered = comptoir_order_draft_dup_variations (test.page->draft, line);
  variation = g_ptr_array_index (offered, 0);
  comptoir_draft_line_set_variation (line, variation->id, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  dialog = order_test_wait_for_summary (&test);
  g_assert_true (shows (dialog, variation->title));
  g_assert_false (shows (dialog, variation->set));
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/order-summary/shown", test_shown);
  g_test_add_func ("/ui/order-summary/sent", test_sent);
  g_test_add_func ("/ui/order-summary/variations", test_variations);
  return g_test_run ();
}
