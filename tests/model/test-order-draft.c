/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

static void
assert_total (DraftTest *test, const char *expected, gboolean complete)
{
  g_autofree char *total = draft_test_get (test->draft, "total");
  gboolean is_complete;

  g_object_get (test->draft, "complete", &is_complete, NULL);
  g_assert_cmpstr (total, ==, expected);
  g_assert_cmpint (is_complete, ==, complete);
}

/* The ids of the lines, as "1,2". */
static void
assert_lines (DraftTest *test, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (test->draft)); i++)
    {
      g_autoptr (ComptoirDraftLine) line = g_list_model_get_item (G_LIST_MODEL (test->draft), i);

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                              comptoir_draft_line_get_id (line));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_lines (DraftTest *test, gconstpointer data)
{
  g_autoptr (ModelTestMirror) mirror = model_test_mirror_new (G_LIST_MODEL (test->draft));
  g_autoptr (ComptoirDraftLine) removed = NULL;
  ComptoirDraftLine *copy;
  guint n_changes = 0;

  g_signal_connect (test->draft, "changed", G_CALLBACK (count), &n_changes);
  assert_total (test, "0.00", TRUE);
  comptoir_order_draft_add_item (test->draft, 1, "2");
  comptoir_order_draft_add_item (test->draft, 2, NULL);
  comptoir_order_draft_add_item (test->draft, 4, "0,5");
  assert_total (test, "6.90", TRUE);
  comptoir_order_draft_move (test->draft, 0, 2);
  assert_lines (test, "2,4,1");
  comptoir_order_draft_move (test->draft, 2, 1);
  assert_lines (test, "2,1,4");
  comptoir_order_draft_move (test->draft, 1, 1);
  copy = comptoir_order_draft_duplicate (test->draft, 1);
  assert_lines (test, "2,1,1,4");
  g_assert_cmpstr (comptoir_draft_line_get_quantity (copy), ==, "2");
  g_object_set (copy, "quantity", "1", NULL);
  assert_total (test, "8.10", TRUE);
  removed = comptoir_order_draft_remove (test->draft, 0);
  assert_total (test, "5.60", TRUE);
  g_object_set (removed, "quantity", "7", NULL);
  assert_total (test, "5.60", TRUE);
  comptoir_order_draft_insert (test->draft, 0, removed);
  assert_lines (test, "2,1,1,4");
  comptoir_order_draft_add_free (test->draft);
  assert_total (test, "23.10", FALSE);
  model_test_mirror_check (mirror);
  g_assert_cmpuint (n_changes, ==, 10);
}

static void
test_match (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    const char *typed, *quantity;
    gint64 first;
    gboolean exact;
    const char *price, *department;
  } cases[] = {
    { "croi", NULL, 12, FALSE, "1.30", "Pains" },
    { "3*croi", "3", 12, FALSE, "1.30", "Pains" },
    { " 1,5 * CROI ", "1,5", 12, FALSE, "1.30", "Pains" },
    { "x*croi", NULL, 0, FALSE, NULL, NULL },
    { "12", NULL, 12, TRUE, "1.30", "Pains" },
    { "2*12", "2", 12, TRUE, "1.30", "Pains" },
    { "2", NULL, 2, TRUE, "2.5", "Boissons" },
    { "3760000000017", NULL, 1, TRUE, "1.20", "Pains" },
    { "012000000029", NULL, 2, TRUE, "2.5", "Boissons" },
    { "cafe", NULL, 2, FALSE, "2.5", "Boissons" },
    { "tomates", NULL, 4, FALSE, "3.99", "" },
    { "sans prix", NULL, 5, FALSE, NULL, "" },
    { "pain", NULL, 14, FALSE, "2.00", "Pains" },
    { "5*", "5", 0, FALSE, NULL, NULL },
    { "", NULL, 0, FALSE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quantity = NULL;
      g_autoptr (GPtrArray) matches
          = comptoir_order_draft_match (test->draft, cases[i].typed, 8, &quantity);
      const ComptoirItemMatch *match;
      g_autofree char *price = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (quantity, ==, cases[i].quantity);
      g_assert_cmpint (matches->len > 0, ==, cases[i].first != 0);
      if (matches->len == 0)
        continue;
      match = g_ptr_array_index (matches, 0);
      g_assert_cmpint (match->id, ==, cases[i].first);
      g_assert_cmpint (match->by_barcode, ==, cases[i].exact);
      g_assert_cmpstr (match->department, ==, cases[i].department);
      price = match->has_price ? comptoir_decimal_to_string (match->price) : NULL;
      g_assert_cmpstr (price, ==, cases[i].price);
    }
}

static void
assert_variations (DraftTest *test, gint64 item, const char *expected)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (test->draft, item, NULL);
  g_autoptr (GPtrArray) variations = comptoir_order_draft_dup_variations (test->draft, line);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < variations->len; i++)
    {
      const ComptoirVariation *variation = g_ptr_array_index (variations, i);
      g_autofree char *delta = comptoir_decimal_to_string (variation->delta);

      g_string_append_printf (text, "%s/%s%s%s;", variation->set, variation->title,
                              variation->unavailable ? "!" : "", delta);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_variations (DraftTest *test, gconstpointer data)
{
  assert_variations (test, 2, "Taille/Grand0.80;Taille/Petit-0.50;Lait/Avoine0.35;Lait/Soja!0.30;");
  assert_variations (test, 1, "");
}

static void
test_all_variations (DraftTest *test, gconstpointer data)
{
  assert_variations (test, 1,
                     "Taille/Grand0.80;Taille/Petit-0.50;Lait/Avoine0.35;Lait/Soja!0.30;"
                     "Cuisson/Bien cuit0;");
}

static void
test_title (DraftTest *test, gconstpointer data)
{
  g_autofree char *empty = comptoir_order_draft_dup_title (test->draft);
  g_autofree char *lines = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *known = NULL;
  g_autofree char *new_client = NULL;

  g_assert_cmpstr (empty, ==, "Empty order");
  g_assert_true (comptoir_order_draft_is_empty (test->draft));
  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_TO_BE_PAID);
  g_assert_true (comptoir_order_draft_is_empty (test->draft));
  for (gint64 id = 1; id <= 4; id++)
    comptoir_order_draft_add_item (test->draft, id, NULL);
  g_assert_false (comptoir_order_draft_is_empty (test->draft));
  lines = comptoir_order_draft_dup_title (test->draft);
  g_assert_cmpstr (lines, ==, "Baguette, Café crème, Pain au chocolat…");
  comptoir_order_draft_set_client (test->draft, 123);
  unknown = comptoir_order_draft_dup_title (test->draft);
  g_assert_cmpstr (unknown, ==, "Client 123: Baguette, Café crème, Pain au chocolat…");
  draft_test_load (test, KASH_RESOURCE_CLIENTS);
  known = comptoir_order_draft_dup_title (test->draft);
  g_assert_cmpstr (known, ==, "Zoé Durand: Baguette, Café crème, Pain au chocolat…");
  comptoir_order_draft_set_client (test->draft, 0);
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_PRENOM, "Ana");
  new_client = comptoir_order_draft_dup_title (test->draft);
  g_assert_cmpstr (new_client, ==, "Ana: Baguette, Café crème, Pain au chocolat…");
}

static void
test_prices_arrive_late (DraftTest *test, gconstpointer data)
{
  g_autoptr (ComptoirOrderDraft) early = NULL;
  g_autoptr (ComptoirShop) shop = NULL;
  g_autoptr (KashAccount) account = model_test_service_account (test->service, "key");
  ComptoirDraftLine *line;
  g_autofree char *title = NULL;
  g_autofree char *total = NULL;

  shop = comptoir_shop_new (comptoir_shop_get_entry (test->shop), account, NULL);
  early = comptoir_order_draft_from_text (
      shop, "{\"lines\":[{\"kind\":\"item\",\"id\":12,\"catalogueTitle\":\"Kept\"}]}");
  line = g_list_model_get_item (G_LIST_MODEL (early), 0);
  g_object_unref (line);
  g_assert_cmpstr (comptoir_draft_line_get_catalogue_title (line), ==, "Kept");
  model_test_wait_until (g_str_equal (comptoir_draft_line_get_catalogue_title (line), "Croissant"));
  total = draft_test_get (early, "total");
  g_assert_cmpstr (total, ==, "1.30");
}

#define ADD(name, items, func) \
  g_test_add (name, DraftTest, items, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/order-draft/lines", NULL, test_lines);
  ADD ("/order-draft/match", NULL, test_match);
  ADD ("/order-draft/variations", NULL, test_variations);
  ADD ("/order-draft/all-variations", "[{'id':1,'title':'Baguette'}]", test_all_variations);
  ADD ("/order-draft/title", NULL, test_title);
  ADD ("/order-draft/prices-arrive-late", NULL, test_prices_arrive_late);
  return g_test_run ();
}
