/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

static char *
dup_random_text (void)
{
  static const char *const texts[] = {
    "", "", "1,5", " 2 ", "abc", "\"quoted\" \\ and\nbroken", "🥖 שלום", "_", "0", "-3"
  };

  return g_strdup (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
}

static void
fill_line (ComptoirDraftLine *line)
{
  static const char *const names[] = { "quantity", "title", "price" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = dup_random_text ();

      g_object_set (line, names[i], text, NULL);
    }
  for (int i = g_test_rand_int_range (0, KASH_MAX_VARIATIONS + 1); i > 0; i--)
    comptoir_draft_line_set_variation (line, g_test_rand_int_range (1, 100), TRUE);
}

static void
fill (ComptoirOrderDraft *draft)
{
  comptoir_order_draft_set_payment (draft, g_test_rand_int_range (KASH_PAYMENT_QUOTE, 9));
  comptoir_order_draft_set_delivery (draft, g_test_rand_int_range (-1, 7));
  comptoir_order_draft_set_client (draft, g_test_rand_int_range (0, 3));
  for (int field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    {
      g_autofree char *text = dup_random_text ();

      comptoir_order_draft_set_client_field (draft, field, text);
    }
  for (int field = COMPTOIR_DRAFT_USER; field <= COMPTOIR_DRAFT_PRIVATE_COMMENT; field++)
    {
      g_autofree char *text = dup_random_text ();

      comptoir_order_draft_set_field (draft, field, text);
    }
  for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
    switch (g_test_rand_int_range (0, 3))
      {
      case 0:
        fill_line (comptoir_order_draft_add_item (draft, g_test_rand_int_range (0, 20), NULL));
        break;
      case 1:
        fill_line (comptoir_order_draft_add_department (draft, g_test_rand_int_range (0, 7)));
        break;
      default:
        fill_line (comptoir_order_draft_add_free (draft));
        break;
      }
}

/* All that was typed comes back, right or wrong. */
static void
test_round_trip (DraftTest *test, gconstpointer data)
{
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_new (test->shop);
      g_autoptr (ComptoirOrderDraft) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *text_again = NULL;

      fill (draft);
      text = comptoir_order_draft_to_text (draft);
      again = comptoir_order_draft_from_text (test->shop, text);
      text_again = comptoir_order_draft_to_text (again);
      g_assert_cmpstr (text, ==, text_again);
      g_assert_cmpint (comptoir_order_draft_get_payment (draft), ==,
                       comptoir_order_draft_get_payment (again));
      for (int field = 0; field < KASH_N_CLIENT_FIELDS; field++)
        g_assert_cmpstr (comptoir_order_draft_get_client_field (draft, field), ==,
                         comptoir_order_draft_get_client_field (again, field));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (draft)), ==,
                        g_list_model_get_n_items (G_LIST_MODEL (again)));
    }
}

/* What can't be read is left out, and what can be isn't. */
static void
test_odd_texts (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n_lines;
    gint64 payment;
  } cases[] = {
    { "", 0, 0 },
    { "{", 0, 0 },
    { "[]", 0, 0 },
    { "null", 0, 0 },
    { "\xff\xfe", 0, 0 },
    { "{'payment':'x','lines':{}}", 0, 0 },
    { "{'payment':-7}", 0, 0 },
    { "{'payment':-2,'lines':[1,null,[],{},{'kind':'loan'},{'kind':'free'}]}", 1, -2 },
    { "{'payment':2,'delivery':12,'client':-5,'newClient':[],'lines':[{'kind':'item','id':-1,"
      "'quantity':5,'variations':[1,2,'3',4,5,6,7,8]}]}",
      1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (cases[i].text), "'", '"');
      g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_from_text (test->shop, text);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (draft)), ==, cases[i].n_lines);
      g_assert_cmpint (comptoir_order_draft_get_payment (draft), ==, cases[i].payment);
      g_assert_cmpint (comptoir_order_draft_get_delivery (draft), ==, KASH_DELIVERY_UNSET);
    }
}

#define ADD(name, func) \
  g_test_add (name, DraftTest, NULL, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/draft-text/round-trip", test_round_trip);
  ADD ("/draft-text/odd-texts", test_odd_texts);
  return g_test_run ();
}
