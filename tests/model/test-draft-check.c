/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

#include "kash-error.h"

/* What is remarked at one place: "block", "warn" or "". */
static const char *
get_remark (DraftTest *test, ComptoirDraftPlace place, guint line, int field)
{
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (test->draft);

  for (guint i = 0; i < remarks->len; i++)
    {
      const ComptoirDraftRemark *remark = g_ptr_array_index (remarks, i);

      g_assert_true (g_str_has_suffix (remark->sentence, "."));
      if (remark->place == place && remark->line == line && remark->field == field)
        return remark->blocks ? "block" : "warn";
    }
  return "";
}

static void
test_empty (DraftTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_OTHER, 0, -1), ==, "block");
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_PAYMENT, 0, -1), ==, "block");
  g_assert_null (comptoir_order_draft_to_order (test->draft, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
}

static void
test_lines (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    KashLineKind kind;
    gint64 id;
    const char *quantity, *title, *price;
    ComptoirDraftLineField field;
    const char *remark;
  } cases[] = {
    { KASH_LINE_ITEM, 1, "1", "", "", COMPTOIR_LINE_QUANTITY, "" },
    { KASH_LINE_ITEM, 1, "", "", "", COMPTOIR_LINE_QUANTITY, "" },
    { KASH_LINE_ITEM, 1, "1,5", "", "", COMPTOIR_LINE_QUANTITY, "" },
    { KASH_LINE_ITEM, 1, "1.5", "", "", COMPTOIR_LINE_QUANTITY, "" },
    { KASH_LINE_ITEM, 1, "0", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "0,000", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "-2", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "two", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "1.50000000", "", "", COMPTOIR_LINE_QUANTITY, "" },
    { KASH_LINE_ITEM, 1, "1.0000001", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "1234567890123", "", "", COMPTOIR_LINE_QUANTITY, "block" },
    { KASH_LINE_ITEM, 1, "1", "", "1234567890.12", COMPTOIR_LINE_PRICE, "" },
    { KASH_LINE_ITEM, 1, "1", "", "-1", COMPTOIR_LINE_PRICE, "warn" },
    { KASH_LINE_ITEM, 1, "1", "", "1.2.3", COMPTOIR_LINE_PRICE, "block" },
    { KASH_LINE_ITEM, 1, "1", "", "0", COMPTOIR_LINE_PRICE, "" },
    { KASH_LINE_ITEM, 1, "1", "Menu_midi", "", COMPTOIR_LINE_TITLE, "warn" },
    { KASH_LINE_ITEM, 1, "1", "two\nlines", "", COMPTOIR_LINE_TITLE, "warn" },
    { KASH_LINE_ITEM, 1, "1", "🥖 שלום", "", COMPTOIR_LINE_TITLE, "" },
    { KASH_LINE_ITEM, 1, "1", "", "", COMPTOIR_LINE_WHAT, "" },
    { KASH_LINE_ITEM, 0, "1", "", "", COMPTOIR_LINE_WHAT, "block" },
    { KASH_LINE_ITEM, 999, "1", "", "", COMPTOIR_LINE_WHAT, "block" },
    { KASH_LINE_DEPARTMENT, 5, "", "", "1", COMPTOIR_LINE_TITLE, "" },
    { KASH_LINE_DEPARTMENT, 5, "", "", "", COMPTOIR_LINE_PRICE, "block" },
    { KASH_LINE_DEPARTMENT, 0, "", "x", "1", COMPTOIR_LINE_WHAT, "block" },
    { KASH_LINE_DEPARTMENT, 99, "", "x", "1", COMPTOIR_LINE_WHAT, "block" },
    { KASH_LINE_DEPARTMENT, 5, "3", "", "1", COMPTOIR_LINE_QUANTITY, "warn" },
    { KASH_LINE_FREE, 0, "", "", "1", COMPTOIR_LINE_TITLE, "block" },
    { KASH_LINE_FREE, 0, "", " _ ", "1", COMPTOIR_LINE_TITLE, "block" },
    { KASH_LINE_FREE, 0, "", "x", "", COMPTOIR_LINE_PRICE, "block" },
    { KASH_LINE_FREE, 0, "", "x", "1", COMPTOIR_LINE_PRICE, "" },
  };

  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirDraftLine *line;
      g_autoptr (ComptoirDraftLine) removed = NULL;
      g_autoptr (KashOrder) order = NULL;

      if (cases[i].kind == KASH_LINE_ITEM)
        line = comptoir_order_draft_add_item (test->draft, cases[i].id, NULL);
      else if (cases[i].kind == KASH_LINE_DEPARTMENT)
        line = comptoir_order_draft_add_department (test->draft, cases[i].id);
      else
        line = comptoir_order_draft_add_free (test->draft);
      g_object_set (line, "quantity", cases[i].quantity, "title", cases[i].title, "price",
                    cases[i].price, NULL);
      g_test_message ("%u", i);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_LINE, 0, cases[i].field), ==,
                       cases[i].remark);
      /* What nothing stands in the way of goes out. */
      order = comptoir_order_draft_to_order (test->draft, NULL, NULL);
      g_assert_cmpint (order == NULL, ==, g_str_equal (cases[i].remark, "block"));
      removed = comptoir_order_draft_remove (test->draft, 0);
    }
}

static void
test_variations (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (test->draft, 2, NULL);

  comptoir_draft_line_set_variation (line, 71, TRUE);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_LINE, 0, COMPTOIR_LINE_VARIATIONS), ==,
                   "");
  comptoir_draft_line_set_variation (line, 82, TRUE);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_LINE, 0, COMPTOIR_LINE_VARIATIONS), ==,
                   "warn");
  comptoir_draft_line_set_variation (line, 82, FALSE);
  comptoir_draft_line_set_variation (line, 999, TRUE);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_LINE, 0, COMPTOIR_LINE_VARIATIONS), ==,
                   "warn");
}

static void
test_client_fields (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    KashClientField field;
    const char *text, *remark;
  } cases[] = {
    { KASH_CLIENT_EMAIL, "a@example.com", "" },
    { KASH_CLIENT_EMAIL, "a@b@c", "warn" },
    { KASH_CLIENT_EMAIL, "a@example", "warn" },
    { KASH_CLIENT_EMAIL, "a b@example.com", "warn" },
    { KASH_CLIENT_EMAIL, "Zoe.Durand@Example.com", "warn" }, /* exists */
    { KASH_CLIENT_TELEPHONE, "+33 6 99 99 99 99", "" },
    { KASH_CLIENT_TELEPHONE, "call me", "warn" },
    { KASH_CLIENT_TELEPHONE, "123", "warn" },
    { KASH_CLIENT_TELEPHONE, "+33612345678", "warn" }, /* exists */
    { KASH_CLIENT_TELEPHONE2, "01.23.45.67.89", "" },
    { KASH_CLIENT_PAYS, "FR", "" },
    { KASH_CLIENT_PAYS, "fr", "warn" },
    { KASH_CLIENT_PAYS, "XX", "warn" },
    { KASH_CLIENT_PAYS, "France", "warn" },
    { KASH_CLIENT_PAYS, "E ", "warn" },
    { KASH_CLIENT_NOM, "Ünïcode_🥖", "" },
  };

  draft_test_load (test, KASH_RESOURCE_CLIENTS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      comptoir_order_draft_set_client_field (test->draft, cases[i].field, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_CLIENT, 0, cases[i].field), ==,
                       cases[i].remark);
      comptoir_order_draft_set_client_field (test->draft, cases[i].field, "");
    }
}

static void
test_coordinates (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    const char *lat, *lng, *lat_remark, *lng_remark;
  } cases[] = {
    { "48.848", "2.347", "", "" }, { "48,848", "-2,347", "", "" }, { "91", "2", "warn", "" },
    { "-90", "-180", "", "" },     { "1", "180.5", "", "warn" },   { "north", "2", "warn", "" },
    { "48.848", "", "", "warn" },  { "", "2.347", "warn", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_LAT, cases[i].lat);
      comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_LNG, cases[i].lng);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_CLIENT, 0, KASH_CLIENT_LAT), ==,
                       cases[i].lat_remark);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_CLIENT, 0, KASH_CLIENT_LNG), ==,
                       cases[i].lng_remark);
    }
}

static const char *
get_address_remark (DraftTest *test)
{
  return get_remark (test, COMPTOIR_DRAFT_PLACE_DELIVERY, 0, -1);
}

static void
test_address (DraftTest *test, gconstpointer data)
{
  draft_test_load (test, KASH_RESOURCE_CLIENTS);
  g_assert_cmpstr (get_address_remark (test), ==, "");
  comptoir_order_draft_set_delivery (test->draft, KASH_DELIVERY_TO_BE_SHIPPED);
  g_assert_cmpstr (get_address_remark (test), ==, "warn");
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_ADRESSELIGNE1, "1 rue");
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_VILLE, "Rennes");
  g_assert_cmpstr (get_address_remark (test), ==, "");
  comptoir_order_draft_set_client (test->draft, 124);
  g_assert_cmpstr (get_address_remark (test), ==, "warn");
  comptoir_order_draft_set_client (test->draft, 123);
  g_assert_cmpstr (get_address_remark (test), ==, "");
  comptoir_order_draft_set_client (test->draft, 0);
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_VILLE, "");
  comptoir_order_draft_set_delivery (test->draft, KASH_DELIVERY_ON_SITE);
  g_assert_cmpstr (get_address_remark (test), ==, "");
}

static void
test_known_client (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    gint64 id;
    const char *remark;
  } cases[] = { { 123, "" }, { 124, "warn" }, { 999, "warn" } };

  draft_test_load (test, KASH_RESOURCE_CLIENTS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      comptoir_order_draft_set_client (test->draft, cases[i].id);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_CLIENT, 0, -1), ==, cases[i].remark);
    }
  comptoir_order_draft_set_client (test->draft, 123);
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_NOM, "Durand");
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_CLIENT, 0, -1), ==, "warn");
}

static void
test_fields (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    ComptoirDraftField field;
    const char *text, *remark;
  } cases[] = {
    { COMPTOIR_DRAFT_PLACE_SETTINGS, "4", "" },
    { COMPTOIR_DRAFT_PLACE_SETTINGS, "0", "" },
    { COMPTOIR_DRAFT_PLACE_SETTINGS, "-1", "block" },
    { COMPTOIR_DRAFT_PLACE_SETTINGS, "four", "block" },
    { COMPTOIR_DRAFT_PLACE_SETTINGS, "99999999999", "block" },
    { COMPTOIR_DRAFT_PAGER, " 7 ", "" },
    { COMPTOIR_DRAFT_TABLE, "0", "block" },
    { COMPTOIR_DRAFT_TABLE, "99999999999", "" },
    { COMPTOIR_DRAFT_PUBLIC_COMMENT, "anything", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      comptoir_order_draft_set_field (test->draft, cases[i].field, cases[i].text);
      g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_OTHER, 0, (int) cases[i].field), ==,
                       cases[i].remark);
    }
}

static void
test_payment (DraftTest *test, gconstpointer data)
{
  comptoir_order_draft_set_payment (test->draft, 7);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_PAYMENT, 0, -1), ==, "");
  draft_test_load (test, KASH_RESOURCE_PAYMENT_METHODS);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_PAYMENT, 0, -1), ==, "warn");
  comptoir_order_draft_set_payment (test->draft, 2);
  g_assert_cmpstr (get_remark (test, COMPTOIR_DRAFT_PLACE_PAYMENT, 0, -1), ==, "");
}

#define ADD(name, func) \
  g_test_add (name, DraftTest, NULL, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/draft-check/empty", test_empty);
  ADD ("/draft-check/lines", test_lines);
  ADD ("/draft-check/variations", test_variations);
  ADD ("/draft-check/client-fields", test_client_fields);
  ADD ("/draft-check/coordinates", test_coordinates);
  ADD ("/draft-check/address", test_address);
  ADD ("/draft-check/known-client", test_known_client);
  ADD ("/draft-check/fields", test_fields);
  ADD ("/draft-check/payment", test_payment);
  return g_test_run ();
}
