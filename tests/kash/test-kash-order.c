/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order.h"

#include <string.h>

#include "kash-error.h"

static KashOrderLine *
line_new (KashLineKind kind, gint64 id, const char *quantity, const char *title, const char *price)
{
  KashOrderLine *line = kash_order_line_new (kind, id);

  line->quantity = g_strdup (quantity);
  line->title = g_strdup (title);
  line->price = g_strdup (price);
  return line;
}

static KashOrder *
order_new (void)
{
  KashOrder *order = kash_order_new ();

  order->payment = KASH_PAYMENT_TO_BE_PAID;
  g_ptr_array_add (order->lines, kash_order_line_new (KASH_LINE_ITEM, 12));
  return order;
}

/* What Node's URLSearchParams makes of the first example of the API page. */
static void
test_example_with_client (void)
{
  g_autoptr (KashOrder) order = kash_order_new ();
  g_autofree char *body = NULL;
  KashOrderLine *line = line_new (KASH_LINE_ITEM, 12, "2", "Pizza 4 fromages", "14.50");

  order->id_user = 1;
  order->payment = KASH_PAYMENT_TO_BE_PAID;
  order->delivery_method = KASH_DELIVERY_TAKE_AWAY;
  order->id_client = 123;
  line->variations[0] = 3;
  line->variations[1] = 8;
  g_ptr_array_add (order->lines, line);
  g_ptr_array_add (order->lines, line_new (KASH_LINE_DEPARTMENT, 5, NULL, "Vente libre", "9.99"));

  g_assert_true (kash_order_validate (order, NULL));
  body = kash_order_encode (order, "[SHOPID]", "[APIKEY]");
  g_assert_cmpstr (
      body, ==,
      "idboutique=%5BSHOPID%5D&key=%5BAPIKEY%5D&idUser=1&payment=-1&deliveryMethod=0&idClient=123"
      "&itemsList%5B%5D=12_2_Pizza+4+fromages_14.50_3_8&itemsList%5B%5D=-5_9.99_Vente+libre");
}

/* And of the second. */
static void
test_example_with_new_client (void)
{
  static const char *const client[KASH_N_CLIENT_FIELDS] = {
    "Durand",
    "Zoé",
    "zoe.durand@example.com",
    "+33 6 12 34 56 78",
    "10 rue des Écoles",
    "Bât. B",
    "Sonner 2 fois",
    "75005",
    "Paris",
    "FR",
    "FRXX999999999",
    "RCS Paris 123 456 789",
    "CUST-0001",
    "+33 1 23 45 67 89",
    "48.848",
    "2.347",
  };
  g_autoptr (KashOrder) order = kash_order_new ();
  g_autofree char *body = NULL;

  order->payment = 2;
  order->delivery_method = KASH_DELIVERY_TO_BE_DELIVERED;
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    order->client[i] = g_strdup (client[i]);
  g_ptr_array_add (order->lines, line_new (KASH_LINE_ITEM, 42, "1", "Menu midi", "12.90"));
  g_ptr_array_add (order->lines, line_new (KASH_LINE_ITEM, 15, "3", "Canette Cola", "2.50"));

  g_assert_true (kash_order_validate (order, NULL));
  body = kash_order_encode (order, "[SHOPID]", "[APIKEY]");
  g_assert_cmpstr (
      body, ==,
      "idboutique=%5BSHOPID%5D&key=%5BAPIKEY%5D&payment=2&deliveryMethod=1&client%5Bnom%5D=Durand"
      "&client%5Bprenom%5D=Zo%C3%A9&client%5Bemail%5D=zoe.durand%40example.com"
      "&client%5Btelephone%5D=%2B33+6+12+34+56+78&client%5Badresseligne1%5D=10+rue+des+%C3%89coles"
      "&client%5Badresseligne2%5D=B%C3%A2t.+B&client%5Bcommentaireadresse%5D=Sonner+2+fois"
      "&client%5Bcodepostal%5D=75005&client%5Bville%5D=Paris&client%5Bpays%5D=FR"
      "&client%5Bnumtva%5D=FRXX999999999&client%5Brcs%5D=RCS+Paris+123+456+789"
      "&client%5BcodeBarre%5D=CUST-0001&client%5Btelephone2%5D=%2B33+1+23+45+67+89"
      "&client%5Blat%5D=48.848&client%5Blng%5D=2.347"
      "&itemsList%5B%5D=42_1_Menu+midi_12.90&itemsList%5B%5D=15_3_Canette+Cola_2.50");
}

/* Every ASCII character and some beyond, as URLSearchParams writes them. */
static void
test_encoding (void)
{
  g_autoptr (KashOrder) order = order_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (int c = 1; c < 128; c++)
    g_string_append_c (text, c);
  g_string_append (text, "é€😀\u202e");
  order->public_comment = g_strdup (text->str);

  body = kash_order_encode (order, "1", "***");
  g_assert_cmpstr (body, ==,
                   "idboutique=1&key=***&payment=-1&publicComment=%01%02%03%04%05%06%07%08%09%0A%"
                   "0B%0C%0D%0E%0F%10%11%12%13%14"
                   "%15%16%17%18%19%1A%1B%1C%1D%1E%1F+%21%22%23%24%25%26%27%28%29*%2B%2C-.%"
                   "2F0123456789%3A%3B%3C%3D%3E%3F%40"
                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D%"
                   "7E%7F%C3%A9%E2%82%AC"
                   "%F0%9F%98%80%E2%80%AE&itemsList%5B%5D=12");
}

static void
test_field_order (void)
{
  g_autoptr (KashOrder) order = order_new ();
  g_autofree char *body = NULL;

  order->id_user = 1;
  order->delivery_method = KASH_DELIVERY_ON_SITE;
  order->id_table = 3;
  order->id_cashbox = 4;
  order->place_settings = 0;
  order->pager = 6;
  order->public_comment = g_strdup ("a");
  order->private_comment = g_strdup ("b");
  order->client[KASH_CLIENT_NOM] = g_strdup ("c");
  order->client[KASH_CLIENT_VILLE] = g_strdup ("");

  body = kash_order_encode (order, "1", "k");
  g_assert_cmpstr (
      body, ==,
      "idboutique=1&key=k&idUser=1&payment=-1&deliveryMethod=2&idtable=3&idcaisse=4&numcouverts=0"
      "&publicComment=a&privateComment=b&pagerNum=6&client%5Bnom%5D=c&itemsList%5B%5D=12");
}

static void
test_refused_orders (void)
{
  for (int i = 0; i < 9; i++)
    {
      g_autoptr (KashOrder) order = order_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (kash_order_validate (order, NULL));
      switch (i)
        {
        case 0:
          g_ptr_array_set_size (order->lines, 0);
          break;
        case 1:
          order->payment = 0;
          break;
        case 2:
          order->payment = -3;
          break;
        case 3:
          order->delivery_method = KASH_DELIVERY_TO_BE_SHIPPED + 1;
          break;
        case 4:
          order->delivery_method = -2;
          break;
        case 5:
          order->id_client = -1;
          break;
        case 6:
          order->place_settings = -2;
          break;
        case 7:
          order->public_comment = g_strdup ("\xc3");
          break;
        case 8:
          order->client[KASH_CLIENT_LNG] = g_strdup ("\xc3");
          break;
        default:
          g_assert_not_reached ();
        }
      g_assert_false (kash_order_validate (order, &error));
      g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
    }
}

static char *
random_text (void)
{
  static const char *const pieces[] = { "a", "Z", "0",      " b", "&", "=", "+",  "%41", "é",
                                        "€", "😀", "\u202e", "-",  ".", "*", "[]", "\"",  "\\" };
  GString *text = g_string_new ("t");

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static char *
random_decimal (gboolean negative)
{
  return g_strdup_printf ("%s%d.%02d", negative && g_test_rand_bit () ? "-" : "",
                          g_test_rand_int_range (1, 1000), g_test_rand_int_range (0, 100));
}

static KashOrderLine *
random_line (void)
{
  KashLineKind kind = g_test_rand_int_range (KASH_LINE_ITEM, KASH_LINE_FREE + 1);
  KashOrderLine *line
      = kash_order_line_new (kind, kind == KASH_LINE_FREE ? 0 : g_test_rand_int_range (1, 1000));

  if (kind != KASH_LINE_ITEM || g_test_rand_bit ())
    line->title = random_text ();
  if (kind != KASH_LINE_ITEM || g_test_rand_bit ())
    line->price = random_decimal (TRUE);
  if (kind != KASH_LINE_ITEM)
    return line;

  for (int i = g_test_rand_int_range (0, KASH_MAX_VARIATIONS + 1); i > 0; i--)
    line->variations[i - 1] = g_test_rand_int_range (0, 50);
  line->quantity = random_decimal (FALSE);
  return line;
}

static KashOrder *
random_order (void)
{
  KashOrder *order = kash_order_new ();

  order->payment
      = g_test_rand_bit () ? g_test_rand_int_range (1, 9) : g_test_rand_int_range (-2, 0);
  order->delivery_method
      = g_test_rand_int_range (KASH_DELIVERY_UNSET, KASH_DELIVERY_TO_BE_SHIPPED + 1);
  order->id_user = g_test_rand_int_range (0, 3);
  order->id_table = g_test_rand_int_range (0, 3);
  order->id_cashbox = g_test_rand_int_range (0, 3);
  order->place_settings = g_test_rand_int_range (-1, 3);
  order->pager = g_test_rand_int_range (-1, 3);
  if (g_test_rand_bit ())
    order->public_comment = random_text ();
  if (g_test_rand_bit ())
    order->private_comment = random_text ();

  if (g_test_rand_bit ())
    order->id_client = g_test_rand_int_range (1, 1000);
  for (guint i = 0; order->id_client == 0 && i < KASH_N_CLIENT_FIELDS; i++)
    order->client[i] = g_test_rand_bit () ? random_text () : NULL;
  for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
    g_ptr_array_add (order->lines, random_line ());
  return order;
}

static void
assert_same_line (const KashOrderLine *a, const KashOrderLine *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->quantity, ==, b->quantity);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->price, ==, b->price);
  g_assert_cmpmem (a->variations, sizeof a->variations, b->variations, sizeof b->variations);
}

static void
assert_same_order (const KashOrder *a, const KashOrder *b)
{
  g_assert_cmpint (a->payment, ==, b->payment);
  g_assert_cmpint (a->delivery_method, ==, b->delivery_method);
  g_assert_cmpint (a->id_user, ==, b->id_user);
  g_assert_cmpint (a->id_client, ==, b->id_client);
  g_assert_cmpint (a->id_table, ==, b->id_table);
  g_assert_cmpint (a->id_cashbox, ==, b->id_cashbox);
  g_assert_cmpint (a->place_settings, ==, b->place_settings);
  g_assert_cmpint (a->pager, ==, b->pager);
  g_assert_cmpstr (a->public_comment, ==, b->public_comment);
  g_assert_cmpstr (a->private_comment, ==, b->private_comment);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    g_assert_cmpstr (a->client[i], ==, b->client[i]);
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  for (guint i = 0; i < a->lines->len; i++)
    assert_same_line (g_ptr_array_index (a->lines, i), g_ptr_array_index (b->lines, i));
}

static void
test_round_trips (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (KashOrder) order = random_order ();
      g_autoptr (KashOrder) copy = kash_order_copy (order);
      g_autofree char *body = kash_order_encode (order, "a&b", "k=k");
      g_autofree char *json = kash_order_to_json (order);
      g_autoptr (GError) error = NULL;
      g_autoptr (KashOrder) decoded = NULL;
      g_autoptr (KashOrder) parsed = NULL;

      kash_order_validate (order, &error);
      g_assert_no_error (error);
      assert_same_order (copy, order);

      decoded = kash_order_decode (body, &error);
      g_assert_no_error (error);
      assert_same_order (decoded, order);

      parsed = kash_order_from_json (json, -1, &error);
      g_assert_no_error (error);
      assert_same_order (parsed, order);
    }
}

static void
test_bad_bodies (void)
{
  static const char *const bodies[] = {
    "payment",
    "payment=",
    "payment=x",
    "payment=1&payment=2",
    "unknown=1",
    "idboutique=%",
    "publicComment=%4",
    "publicComment=%zz",
    "publicComment=%ff",
    "client%5Bnope%5D=1",
    "client=1",
    "pagerNum=99999999999",
    "numcouverts=-2",
    "publicComment=a&publicComment=b",
    "itemsList%5B%5D=",
    "itemsList%5B%5D=a",
    "itemsList%5B%5D=-_1_b",
    "itemsList%5B%5D=-5_1",
    "itemsList%5B%5D=-5_1_a_b",
    "itemsList%5B%5D=Free_1",
    "itemsList%5B%5D=1_2_3_4_5_6_7_8_9_10",
    "itemsList%5B%5D=1_1___x",
    "itemsList%5B%5D=-",
    "&",
    "itemsList[]=+1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashOrder) order = kash_order_decode (bodies[i], &error);

      g_test_message ("%s", bodies[i]);
      g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
      g_assert_null (order);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/order/example-with-client", test_example_with_client);
  g_test_add_func ("/kash/order/example-with-new-client", test_example_with_new_client);
  g_test_add_func ("/kash/order/encoding", test_encoding);
  g_test_add_func ("/kash/order/field-order", test_field_order);
  g_test_add_func ("/kash/order/refused-orders", test_refused_orders);
  g_test_add_func ("/kash/order/round-trips", test_round_trips);
  g_test_add_func ("/kash/order/bad-bodies", test_bad_bodies);
  return g_test_run ();
}
