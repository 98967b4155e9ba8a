/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

static void
assert_body (DraftTest *test, const char *reference, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrder) order = comptoir_order_draft_to_order (test->draft, reference, &error);
  g_autofree char *body = NULL;

  g_assert_no_error (error);
  body = kash_order_encode (order, "SHOP", "***");
  g_assert_cmpstr (body, ==, expected);
}

/* The seed's first example, keyed in by a person. */
static void
test_first_example (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line;

  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_USER, "1");
  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_TO_BE_PAID);
  comptoir_order_draft_set_delivery (test->draft, KASH_DELIVERY_TAKE_AWAY);
  comptoir_order_draft_set_client (test->draft, 123);
  line = comptoir_order_draft_add_item (test->draft, 12, "2");
  g_object_set (line, "title", "Pizza 4 fromages", "price", "14,50", NULL);
  comptoir_draft_line_set_variation (line, 3, TRUE);
  comptoir_draft_line_set_variation (line, 8, TRUE);
  line = comptoir_order_draft_add_department (test->draft, 5);
  g_object_set (line, "title", "Vente libre", "price", "9.99", NULL);
  assert_body (test, NULL,
               "idboutique=SHOP&key=***&idUser=1&payment=-1&deliveryMethod=0&idClient=123"
               "&itemsList%5B%5D=12_2_Pizza+4+fromages_14.50_3_8"
               "&itemsList%5B%5D=-5_9.99_Vente+libre");
}

static void
test_everything (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line;

  comptoir_order_draft_set_payment (test->draft, 2);
  comptoir_order_draft_set_delivery (test->draft, KASH_DELIVERY_ON_SITE);
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_TABLE, "3");
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_CASHBOX, "1");
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_PLACE_SETTINGS, "0");
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_PAGER, " 7 ");
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_PUBLIC_COMMENT, "à 18 h");
  comptoir_order_draft_set_field (test->draft, COMPTOIR_DRAFT_PRIVATE_COMMENT, "VIP");
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_NOM, " Durand ");
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_LAT, "48,848");
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_LNG, "2.347");
  comptoir_order_draft_add_item (test->draft, 1, NULL);
  line = comptoir_order_draft_add_item (test->draft, 4, "1,50000000");
  g_object_set (line, "title", "Tomates_rondes", NULL);
  line = comptoir_order_draft_add_item (test->draft, 3, "2");
  g_object_set (line, "quantity", "", NULL);
  line = comptoir_order_draft_add_department (test->draft, 5);
  g_object_set (line, "price", "1 234,5", NULL);
  line = comptoir_order_draft_add_free (test->draft);
  g_object_set (line, "title", "Don", "price", "5", "quantity", "3", NULL);
  assert_body (test, "CPT-234567",
               "idboutique=SHOP&key=***&payment=2&deliveryMethod=2&idtable=3&idcaisse=1"
               "&numcouverts=0&publicComment=%C3%A0+18+h&privateComment=VIP+CPT-234567&pagerNum=7"
               "&client%5Bnom%5D=Durand&client%5Blat%5D=48.848&client%5Blng%5D=2.347"
               "&itemsList%5B%5D=1_1&itemsList%5B%5D=4_1.500000_Tomates+rondes_"
               "&itemsList%5B%5D=3&itemsList%5B%5D=-5_1234.5_Divers&itemsList%5B%5D=Free_5_Don");
}

/* An order from a file becomes a draft that comes to the same order. */
static void
test_of_order (DraftTest *test, gconstpointer data)
{
  static const char body[]
      = "idboutique=SHOP&key=***&idUser=1&payment=2&deliveryMethod=0&idtable=3&idcaisse=1"
        "&numcouverts=0&publicComment=a&privateComment=b&pagerNum=0&client%5Bnom%5D=Durand"
        "&itemsList%5B%5D=12_2_Pizza_14.50_71__81&itemsList%5B%5D=1&itemsList%5B%5D=-5_9.99_Libre"
        "&itemsList%5B%5D=Free_3.50_Don";
  g_autoptr (KashOrder) order = kash_order_decode (body, NULL);
  g_autofree char *text = comptoir_order_draft_text_of_order (order);

  g_clear_object (&test->draft);
  test->draft = comptoir_order_draft_from_text (test->shop, text);
  assert_body (test, NULL,
               "idboutique=SHOP&key=***&idUser=1&payment=2&deliveryMethod=0&idtable=3&idcaisse=1"
               "&numcouverts=0&publicComment=a&privateComment=b&pagerNum=0&client%5Bnom%5D=Durand"
               "&itemsList%5B%5D=12_2_Pizza_14.50_71_81&itemsList%5B%5D=1"
               "&itemsList%5B%5D=-5_9.99_Libre&itemsList%5B%5D=Free_3.50_Don");
}

static void
test_names_the_line (DraftTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  comptoir_order_draft_set_payment (test->draft, 2);
  comptoir_order_draft_add_item (test->draft, 1, NULL);
  comptoir_order_draft_add_item (test->draft, 1, "0");
  g_assert_null (comptoir_order_draft_to_order (test->draft, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: The quantity must be above 0.");
}

static void
test_many_lines (DraftTest *test, gconstpointer data)
{
  g_autoptr (KashOrder) order = NULL;
  g_autofree char *total = NULL;

  comptoir_order_draft_set_payment (test->draft, 2);
  for (guint i = 0; i < 500; i++)
    comptoir_order_draft_add_item (test->draft, 1, "0,1");
  total = draft_test_get (test->draft, "total");
  g_assert_cmpstr (total, ==, "60.00");
  order = comptoir_order_draft_to_order (test->draft, NULL, NULL);
  g_assert_cmpuint (order->lines->len, ==, 500);
}

#define ADD(name, func) \
  g_test_add (name, DraftTest, NULL, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/draft-order/first-example", test_first_example);
  ADD ("/draft-order/everything", test_everything);
  ADD ("/draft-order/of-order", test_of_order);
  ADD ("/draft-order/names-the-line", test_names_the_line);
  ADD ("/draft-order/many-lines", test_many_lines);
  return g_test_run ();
}
