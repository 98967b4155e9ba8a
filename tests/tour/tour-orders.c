/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the keying in of orders, and leaves a picture of each step. */

#include "tour-picture.h"

#include "comptoir-destination.h"
#include "comptoir-order-page-private.h"
#include "comptoir-order-summary-dialog.h"
#include "comptoir-variation-popover.h"

/* A table that the demo shop doesn't have. */
#define NO_TABLE "999"

static gboolean
has_rows (gpointer dataset)
{
  return comptoir_dataset_get_n_rows (dataset) > 0 && !comptoir_dataset_get_loading (dataset);
}

static DemoShop *
get_demo (Tour *tour)
{
  return comptoir_demo_get_shop (
      comptoir_session_get_demo (comptoir_application_get_session (tour->application)));
}

static GtkWidget *
get_page (Tour *tour)
{
  return comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (tour->window)));
}

static ComptoirOrderPage *
get_order (Tour *tour)
{
  return COMPTOIR_ORDER_PAGE (get_page (tour));
}

static ComptoirOrderPage *
open_order (Tour *tour)
{
  static const KashResource resources[]
      = { KASH_RESOURCE_ITEMS,           KASH_RESOURCE_DEPARTMENTS, KASH_RESOURCE_VARIATIONS,
          KASH_RESOURCE_PAYMENT_METHODS, KASH_RESOURCE_CLIENTS,     KASH_RESOURCE_TABLES };
  ComptoirShop *shop = comptoir_window_get_shop (tour->window);

  driver_activate (tour->window, "open-page",
                   g_variant_new ("(sb)", COMPTOIR_DESTINATION_ORDER, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    driver_wait (has_rows, comptoir_shop_get_dataset (shop, resources[i]), "what to choose from");
  return get_order (tour);
}

static ComptoirDraftLine *
add (ComptoirOrderPage *page, const char *text)
{
  g_autofree char *quantity = NULL;
  g_autoptr (GPtrArray) items = comptoir_order_draft_match (page->draft, text, 1, &quantity);

  g_assert_cmpuint (items->len, ==, 1);
  return comptoir_order_draft_add_item (
      page->draft, ((ComptoirItemMatch *) g_ptr_array_index (items, 0))->id, quantity);
}

/* The first of each of the item's own sets. */
static void
choose_variations (ComptoirOrderPage *page, ComptoirDraftLine *line)
{
  g_autoptr (GPtrArray) offered = comptoir_order_draft_dup_variations (page->draft, line);
  const char *set = "";

  for (guint i = 0; i < offered->len; i++)
    {
      const ComptoirVariation *variation = g_ptr_array_index (offered, i);

      if (!g_str_equal (variation->set, set) && !variation->unavailable)
        comptoir_draft_line_set_variation (line, variation->id, TRUE);
      set = variation->set;
    }
}

static void
key_in (ComptoirOrderPage *page)
{
  ComptoirDraftLine *line;

  add (page, "6*croissant");
  add (page, "2*baguette");
  choose_variations (page, add (page, "2*café crème"));
  line = add (page, "tarte");
  g_object_set (line, "title", "Tarte_du_jour", "price", "24.50", NULL);
  line = comptoir_order_draft_add_free (page->draft);
  g_object_set (line, "title", "Bougies 🎂", "price", "3", NULL);
  comptoir_order_draft_set_delivery (page->draft, KASH_DELIVERY_ON_SITE);
  comptoir_order_draft_set_client (page->draft, 12);
  comptoir_order_draft_set_payment (page->draft, KASH_PAYMENT_TO_BE_PAID);
  comptoir_order_draft_set_field (page->draft, COMPTOIR_DRAFT_TABLE, "3");
  comptoir_order_draft_set_field (page->draft, COMPTOIR_DRAFT_PLACE_SETTINGS, "4");
  comptoir_order_draft_set_field (page->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT,
                                  "Anniversaire à 16 h");
}

static void
look_at_form (Tour *tour)
{
  ComptoirOrderPage *page = open_order (tour);
  GtkWidget *text;

  tour_take_window (tour, "50-order-empty");
  text = driver_wait_for (GTK_WIDGET (page->entry), GTK_TYPE_TEXT, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "3*pain");
  tour_take_window (tour, "51-order-search");
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  key_in (page);
  tour_take_window (tour, "52-order-full");
}

static void
look_at_variations (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);
  GtkWidget *lines = GTK_WIDGET (page->lines);
  GtkWidget *row = driver_wait_for (lines, GTK_TYPE_LIST_BOX_ROW, NULL);
  GtkWidget *button, *popover;

  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  button = driver_wait_for (row, GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = driver_wait_for (button, COMPTOIR_TYPE_VARIATION_POPOVER, NULL);
  tour_take (tour, popover, "53-order-variations");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
has_summary (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->summary != NULL
         && gtk_widget_get_mapped (COMPTOIR_ORDER_PAGE (page)->summary);
}

static GtkWidget *
review (ComptoirOrderPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "order.review", NULL);
  driver_wait (has_summary, page, "the summary");
  return page->summary;
}

static gboolean
is_sent (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->sending == NULL && COMPTOIR_ORDER_PAGE (page)->summary == NULL;
}

static void
send_order (ComptoirOrderPage *page)
{
  gtk_widget_activate_action (review (page), "dialog.send", NULL);
}

static void
look_at_refusal (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);

  comptoir_order_draft_set_field (page->draft, COMPTOIR_DRAFT_TABLE, NO_TABLE);
  send_order (page);
  driver_wait (is_sent, page, "a refusal");
  tour_take_window (tour, "55-order-refused");
  comptoir_order_draft_set_field (page->draft, COMPTOIR_DRAFT_TABLE, "3");
}

static gboolean
is_found (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->number != NULL;
}

static gboolean
is_recorded (gpointer demo)
{
  return demo_shop_get_n_orders (demo) > 0;
}

static void
look_at_unknown (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);
  GError *error = NULL;

  demo_shop_set_fault (get_demo (tour), "silent-after-recorded:webapp.php*1", &error);
  g_assert_no_error (error);
  send_order (page);
  driver_wait (is_recorded, get_demo (tour), "the order at the service");
  tour_take_window (tour, "56-order-sending");
  gtk_widget_activate_action (GTK_WIDGET (page), "order.cancel", NULL);
  driver_wait (is_found, page, "the order");
  tour_take_window (tour, "57-order-unknown");
  driver_click (GTK_WIDGET (page->outcome), "It Was Recorded");
}

static gboolean
is_accepted (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->state == COMPTOIR_ORDER_STATE_ACCEPTED;
}

static void
type_client (ComptoirOrderPage *page)
{
  static const char *const typed[KASH_N_CLIENT_FIELDS] = { "Durand",
                                                           "Zoé",
                                                           "zoe.durand@example",
                                                           "+33 6 12 34 56 78",
                                                           "10 rue des Écoles",
                                                           "Bât. B",
                                                           "Sonner deux fois",
                                                           "75005",
                                                           "Paris",
                                                           "France",
                                                           "FRXX999999999",
                                                           "RCS Paris 123 456 789",
                                                           "CUST-0001",
                                                           "+33 1 23 45 67 89",
                                                           "48.848",
                                                           "2.347" };

  comptoir_order_draft_set_client (page->draft, 0);
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    comptoir_order_draft_set_client_field (page->draft, field, typed[field]);
}

static void
look_at_new_client (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);

  driver_wait (is_accepted, page, "an order that was recorded");
  driver_click (GTK_WIDGET (page->outcome), "New Order");
  add (page, "3*brioche");
  comptoir_order_draft_set_delivery (page->draft, KASH_DELIVERY_TO_BE_DELIVERED);
  type_client (page);
  comptoir_order_details_edit (page->details, COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_NOM);
  tour_take_window (tour, "58-order-new-client");
  comptoir_order_details_edit (page->details, COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_PAYS);
  tour_take_window (tour, "59-order-new-client-address");
}

/* What can't go out is marked where it stands. */
static void
look_at_marks (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);

  g_object_set (add (page, "éclair"), "quantity", "0", NULL);
  g_object_set (add (page, "tarte"), "price", "1.2.3", NULL);
  comptoir_order_draft_add_item (page->draft, 99999, NULL);
  comptoir_order_draft_add_department (page->draft, 2);
  comptoir_order_draft_add_free (page->draft);
  gtk_widget_activate_action (GTK_WIDGET (page), "order.review", NULL);
  tour_take_window (tour, "60-order-marked");
  while (g_list_model_get_n_items (G_LIST_MODEL (page->draft)) > 1)
    g_object_unref (comptoir_order_draft_remove (page->draft, 1));
}

static void
look_at_accepted (Tour *tour)
{
  ComptoirOrderPage *page = get_order (tour);

  comptoir_order_draft_set_payment (page->draft, 1);
  send_order (page);
  driver_wait (is_accepted, page, "an order that was recorded");
  tour_take_window (tour, "61-order-accepted");
}

static void
look_at_sent_orders (Tour *tour)
{
  GtkWidget *view;

  driver_activate (tour->window, "open-page",
                   g_variant_new ("(sb)", COMPTOIR_DESTINATION_SENT_ORDERS, FALSE));
  view = driver_wait_for (get_page (tour), GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 1, TRUE);
  tour_take_window (tour, "62-sent-orders");
}

static void
look_at_narrow (Tour *tour)
{
  ComptoirOrderPage *page;

  tour_make_narrow (tour);
  tour_take_window (tour, "63-sent-orders-narrow");
  page = open_order (tour);
  tour_take_window (tour, "64-order-accepted-narrow");
  driver_click (GTK_WIDGET (page->outcome), "New Order");
  key_in (page);
  tour_take_window (tour, "65-order-narrow");
  tour_take (tour, review (page), "66-order-summary-narrow");
  gtk_window_close (GTK_WINDOW (page->summary));
}

static void
walk (Tour *tour)
{
  tour_fill_screen (tour);
  tour_open_demo (tour);
  look_at_form (tour);
  look_at_variations (tour);
  tour_take (tour, review (get_order (tour)), "54-order-summary");
  gtk_window_close (GTK_WINDOW (get_order (tour)->summary));
  if (*tour->prefix != '\0')
    return;
  look_at_refusal (tour);
  look_at_unknown (tour);
  look_at_new_client (tour);
  look_at_marks (tour);
  look_at_accepted (tour);
  look_at_sent_orders (tour);
  look_at_narrow (tour);
}

int
main (int argc, char *argv[])
{
  return tour_run (argc, argv, walk);
}
