/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the lines of an order: delivery, client, payment and the rest. */

#include "order-test.h"

#include "comptoir-choice-row.h"
#include "comptoir-client-form.h"
#include "comptoir-order-choices.h"
#include "comptoir-order-text.h"
#include "comptoir-text-row.h"

static void
start (OrderTest *test)
{
  order_test_start (test);
  order_test_open (test, 0);
}

/* A row by its title, whether it shows or not. */
static GtkWidget *
find_row (OrderTest *test, const char *title)
{
  GtkWidget *row;

  for (guint i = 0;
       (row = ui_test_find (GTK_WIDGET (test->page->details), ADW_TYPE_PREFERENCES_ROW, i)) != NULL;
       i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  g_error ("There is no row “%s”", title);
}

/* Its place from the top, in pixels. */
static double
get_top (OrderTest *test, const char *title)
{
  graphene_rect_t bounds;

  for (guint i = 0; i < 10; i++)
    ui_test_turn ();
  g_assert_true (gtk_widget_compute_bounds (find_row (test, title),
                                            GTK_WIDGET (test->page->details), &bounds));
  return bounds.origin.y;
}

/* What matters for the way of delivery comes first. */
static void
test_order_of_fields (void)
{
  OrderTest test = { 0 };

  start (&test);
  g_assert_cmpfloat (get_top (&test, "Table"), >, get_top (&test, "Payment"));
  g_assert_false (gtk_widget_get_visible (find_row (&test, "Relay Point")));
  comptoir_order_draft_set_delivery (test.page->draft, KASH_DELIVERY_ON_SITE);
  g_assert_cmpfloat (get_top (&test, "Table"), <, get_top (&test, "Payment"));
  g_assert_cmpfloat (get_top (&test, "Place Settings"), <, get_top (&test, "Payment"));
  comptoir_order_draft_set_delivery (test.page->draft, KASH_DELIVERY_RELAY_POINT);
  g_assert_cmpfloat (get_top (&test, "Table"), >, get_top (&test, "Payment"));
  g_assert_true (gtk_widget_get_visible (find_row (&test, "Relay Point")));

  /* The address of a new client comes before what the books want, where it is needed. */
  comptoir_order_draft_set_client_field (test.page->draft, KASH_CLIENT_NOM, "Durand");
  g_assert_cmpfloat (get_top (&test, "Address"), >, get_top (&test, "VAT Number"));
  comptoir_order_draft_set_delivery (test.page->draft, KASH_DELIVERY_TO_BE_DELIVERED);
  g_assert_cmpfloat (get_top (&test, "Address"), <, get_top (&test, "VAT Number"));
  order_test_stop (&test);
}

/* All the ways of delivery, and all the ways of payment, those that give money back apart. */
static void
test_choices (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  guint n_paid = 0, n_refunds = 0;

  start (&test);
  deliveries = comptoir_order_choices_dup_deliveries ();
  g_assert_cmpuint (deliveries->len, ==, 1 + 7);
  payments = comptoir_order_choices_dup_payments (test.ui.shop);
  for (guint i = 0; i < payments->len; i++)
    {
      const ComptoirMatch *payment = g_ptr_array_index (payments, i);

      if (i < 2)
        {
          g_assert_cmpint (payment->id, ==, i == 0 ? KASH_PAYMENT_TO_BE_PAID : KASH_PAYMENT_QUOTE);
          g_assert_null (payment->section);
          continue;
        }
      g_assert_cmpint (payment->id, >, 0);
      n_paid += g_str_equal (payment->section, "Paid");
      n_refunds += g_str_equal (payment->section, "Money Back");
    }
  g_assert_cmpuint (n_paid, >, 0);
  g_assert_cmpuint (n_refunds, >, 0);
  g_assert_cmpuint (2 + n_paid + n_refunds, ==, payments->len);
  g_assert_cmpstr (((ComptoirMatch *) g_ptr_array_index (payments, payments->len - 1))->section, ==,
                   "Money Back");
  order_test_stop (&test);
}

/* A relay point is said to the client, once, whatever was chosen before. */
static void
test_relay_point (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) relays = NULL;
  const ComptoirMatch *first, *second;
  g_autofree char *expected = NULL;
  GtkWidget *row;

  start (&test);
  relays = comptoir_order_choices_dup_references (test.ui.shop, KASH_RESOURCE_RELAY_POINTS);
  g_assert_cmpuint (relays->len, >, 2);
  first = g_ptr_array_index (relays, 1);
  second = g_ptr_array_index (relays, 2);
  row = find_row (&test, "Relay Point");
  comptoir_order_draft_set_delivery (test.page->draft, KASH_DELIVERY_RELAY_POINT);
  comptoir_order_draft_set_field (test.page->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT, "Merci");
  g_signal_emit_by_name (row, "chosen", first->id);
  g_signal_emit_by_name (row, "chosen", second->id);
  expected = g_strdup_printf ("Relay point: %s. Merci", second->title);
  g_assert_cmpstr (comptoir_order_draft_get_field (test.page->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT),
                   ==, expected);
  g_signal_emit_by_name (row, "chosen", (gint64) 0);
  g_assert_cmpstr (comptoir_order_draft_get_field (test.page->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT),
                   ==, "Merci");
  order_test_stop (&test);
}

/* All 16 fields of a new client can be typed, from the first to the last, with the keyboard alone,
 * and none goes by the service's name. */
static void
test_new_client (void)
{
  OrderTest test = { 0 };
  gboolean seen[KASH_N_CLIENT_FIELDS] = { FALSE };
  GtkWidget *form;

  start (&test);
  comptoir_order_draft_set_client_field (test.page->draft, KASH_CLIENT_NOM, "x");
  comptoir_order_details_edit (test.page->details, COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_NOM);
  form = ui_test_find (GTK_WIDGET (test.page->details), COMPTOIR_TYPE_CLIENT_FORM, 0);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      order_test_press (&test, "ctrl+a");
      order_test_type (&test, text);
      order_test_press (&test, "Tab");
    }
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    {
      const char *text = comptoir_order_draft_get_client_field (test.page->draft, field);
      const char *title = comptoir_client_field_get_title (field);
      guint typed = (guint) g_ascii_strtoull (text, NULL, 10);

      g_test_message ("%s: %s", title, text);
      g_assert_true (g_ascii_isdigit (*text) && typed < KASH_N_CLIENT_FIELDS && !seen[typed]);
      seen[typed] = TRUE;
      g_assert_cmpstr (title, !=, kash_client_field_get_name (field));
      g_assert_true (gtk_widget_is_ancestor (find_row (&test, title), form));
    }
  order_test_stop (&test);
}

/* Whether a label that can be seen in the row says so. */
static gboolean
says (GtkWidget *row, const char *sentence)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (row, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_mapped (label)
        && strstr (gtk_label_get_label (GTK_LABEL (label)), sentence) != NULL)
      return TRUE;
  return FALSE;
}

/* What looks odd is said at its field, and doesn't stand in the way. */
static void
test_soft_checks (void)
{
  static const struct
  {
    KashClientField field;
    const char *typed, *sentence;
  } cases[] = {
    { KASH_CLIENT_EMAIL, "zoe@", "doesn’t look like an email" },
    { KASH_CLIENT_TELEPHONE, "call me", "doesn’t look like a phone" },
    { KASH_CLIENT_TELEPHONE2, "12", "doesn’t look like a phone" },
    { KASH_CLIENT_PAYS, "France", "two capital letters" },
    { KASH_CLIENT_LAT, "91", "from −90 to 90" },
    { KASH_CLIENT_LNG, "east", "from −180 to 180" },
  };
  OrderTest test = { 0 };
  g_autoptr (KashOrder) order = NULL;

  start (&test);
  order_test_key_in (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    comptoir_order_draft_set_client_field (test.page->draft, cases[i].field, cases[i].typed);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ui_test_wait_until (says (find_row (&test, comptoir_client_field_get_title (cases[i].field)),
                              cases[i].sentence));
  order = comptoir_order_draft_to_order (test.page->draft, NULL, NULL);
  g_assert_nonnull (order);

  /* The address that is missing is said, and no more. */
  comptoir_order_draft_set_delivery (test.page->draft, KASH_DELIVERY_TO_BE_SHIPPED);
  gtk_widget_activate_action (GTK_WIDGET (test.page), "order.review", NULL);
  g_assert_true (says (find_row (&test, "Delivery"), "no address"));
  order_test_wait_for_summary (&test);
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/order-details/order-of-fields", test_order_of_fields);
  g_test_add_func ("/ui/order-details/choices", test_choices);
  g_test_add_func ("/ui/order-details/relay-point", test_relay_point);
  g_test_add_func ("/ui/order-details/new-client", test_new_client);
  g_test_add_func ("/ui/order-details/soft-checks", test_soft_checks);
  return g_test_run ();
}
