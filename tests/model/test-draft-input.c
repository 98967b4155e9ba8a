/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into an order: it goes out right, or is marked at its field with the reason. */

#include "draft-test.h"

#include <locale.h>
#include <string.h>

static const char *const locales[] = { "C", "en_GB.UTF-8", "fr_FR.UTF-8" };

typedef struct
{
  KashLineKind kind;
  gint64 id;
  const char *quantity, *title, *price;
  const char *sent;             /* (nullable): as it goes out; %NULL when it doesn't */
  ComptoirDraftLineField field; /* of the remark */
  const char *remark;           /* (nullable): how it begins */
} Case;

static const Case cases[] = {
  { KASH_LINE_ITEM, 1, "1,5", "", "", "1_1.5" },
  { KASH_LINE_ITEM, 1, "1.5", "", "", "1_1.5" },
  { KASH_LINE_ITEM, 1, " 2 ", "", "", "1_2" },
  { KASH_LINE_ITEM, 1, "", "", "", "1" },
  { KASH_LINE_ITEM, 1, "0", "", "", NULL, COMPTOIR_LINE_QUANTITY, "The quantity must be above 0" },
  { KASH_LINE_ITEM, 1, "0,0", "", "", NULL, COMPTOIR_LINE_QUANTITY, "The quantity must be above" },
  { KASH_LINE_ITEM, 1, "-1", "", "", NULL, COMPTOIR_LINE_QUANTITY, "The quantity must be above 0" },
  { KASH_LINE_ITEM, 1, "−1,5", "", "", NULL, COMPTOIR_LINE_QUANTITY, "The quantity must be above" },
  { KASH_LINE_ITEM, 1, "1e3", "", "", NULL, COMPTOIR_LINE_QUANTITY, "This isn’t a number" },
  { KASH_LINE_ITEM, 1, "１", "", "", NULL, COMPTOIR_LINE_QUANTITY, "This isn’t a number" },
  { KASH_LINE_ITEM, 1, "1", "", "1234567890", "1_1__1234567890" },
  { KASH_LINE_ITEM, 1, "1", "", "1 234 567 890,12", "1_1__1234567890.12" },
  { KASH_LINE_ITEM, 1, "1", "", "1,234,567,890.12", "1_1__1234567890.12" },
  { KASH_LINE_ITEM, 1, "1", "", "0", "1_1__0" },
  { KASH_LINE_ITEM, 1, "1", "", "-2,50", "1_1__-2.50", COMPTOIR_LINE_PRICE,
    "The price is below 0" },
  { KASH_LINE_ITEM, 1, "1", "", "€5", NULL, COMPTOIR_LINE_PRICE, "This isn’t a number" },
  { KASH_LINE_ITEM, 1, "1", "   ", "", "1_1" },
  { KASH_LINE_ITEM, 1, "1", "🥖 de mamie 👵🏽", "", "1_1_🥖 de mamie 👵🏽_" },
  { KASH_LINE_ITEM, 1, "1", "לחם טרי", "2", "1_1_לחם טרי_2" },
  { KASH_LINE_ITEM, 1, "1", "خبز ‏A&B=C+D%", "2", "1_1_خبز ‏A&B=C+D%_2" },
  { KASH_LINE_ITEM, 1, "1", "menu_du_jour", "", "1_1_menu du jour_", COMPTOIR_LINE_TITLE,
    "In the title, spaces" },
  { KASH_LINE_ITEM, 999, "1", "", "", NULL, COMPTOIR_LINE_WHAT,
    "The shop no longer has this item" },
  { KASH_LINE_ITEM, 0, "1", "", "", NULL, COMPTOIR_LINE_WHAT, "Choose an item" },
  { KASH_LINE_DEPARTMENT, 0, "", "x", "1", NULL, COMPTOIR_LINE_WHAT, "Choose a department" },
  { KASH_LINE_DEPARTMENT, 99, "", "x", "1", NULL, COMPTOIR_LINE_WHAT, "The shop no longer has" },
  { KASH_LINE_DEPARTMENT, 5, "", "", "9,99", "-5_9.99_Divers" },
  { KASH_LINE_FREE, 0, "", "", "1", NULL, COMPTOIR_LINE_TITLE, "Enter a title" },
  { KASH_LINE_FREE, 0, "", " _ ", "1", NULL, COMPTOIR_LINE_TITLE, "Enter a title" },
  { KASH_LINE_FREE, 0, "", "🎁", "", NULL, COMPTOIR_LINE_PRICE, "Enter a price" },
  { KASH_LINE_FREE, 0, "", "🎁", "1234567890,99", "Free_1234567890.99_🎁" },
};

static ComptoirDraftLine *
add_line (DraftTest *test, const Case *input)
{
  ComptoirDraftLine *line;

  if (input->kind == KASH_LINE_ITEM)
    line = comptoir_order_draft_add_item (test->draft, input->id, NULL);
  else if (input->kind == KASH_LINE_DEPARTMENT)
    line = comptoir_order_draft_add_department (test->draft, input->id);
  else
    line = comptoir_order_draft_add_free (test->draft);
  g_object_set (line, "quantity", input->quantity, "title", input->title, "price", input->price,
                NULL);
  return line;
}

/* (transfer full) (nullable): the line as it arrives at the service */
static char *
dup_sent (DraftTest *test)
{
  g_autoptr (KashOrder) order = comptoir_order_draft_to_order (test->draft, NULL, NULL);
  g_autofree char *body = NULL;
  g_autofree char *plain = NULL;
  const char *line;

  if (order == NULL)
    return NULL;
  body = kash_order_encode (order, "SHOP", "***");
  line = strstr (body, "itemsList%5B%5D=");
  g_assert_nonnull (line);
  plain = g_strdelimit (g_strdup (line + strlen ("itemsList%5B%5D=")), "+", ' ');
  return g_uri_unescape_string (plain, NULL);
}

/* (transfer full) (nullable): what is remarked at a field of the first line */
static char *
dup_remark (DraftTest *test, ComptoirDraftLineField field)
{
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (test->draft);

  for (guint i = 0; i < remarks->len; i++)
    {
      const ComptoirDraftRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->place == COMPTOIR_DRAFT_PLACE_LINE && remark->field == (int) field)
        return g_strdup (remark->sentence);
    }
  return NULL;
}

static guint
count_remarks (DraftTest *test)
{
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (test->draft);

  return remarks->len;
}

static void
check_case (DraftTest *test, const Case *input)
{
  g_autoptr (ComptoirDraftLine) removed = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *remark = NULL;

  g_test_message ("%s|%s|%s", input->quantity, input->title, input->price);
  add_line (test, input);
  sent = dup_sent (test);
  remark = dup_remark (test, input->field);
  g_assert_cmpstr (sent, ==, input->sent);
  if (input->remark == NULL)
    g_assert_cmpuint (count_remarks (test), ==, 0);
  else if (remark == NULL || !g_str_has_prefix (remark, input->remark))
    g_assert_cmpstr (remark, ==, input->remark);
  removed = comptoir_order_draft_remove (test->draft, 0);
}

static void
test_lines (DraftTest *test, gconstpointer data)
{
  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_assert_nonnull (setlocale (LC_NUMERIC, locales[i]));
      g_test_message ("%s", locales[i]);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        check_case (test, &cases[j]);
    }
  setlocale (LC_NUMERIC, "C");
}

/* What stands before three digits is what it is where the person lives. */
static void
test_thousands (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    const char *locale, *typed, *sent;
  } figures[] = {
    { "en_GB.UTF-8", "1,500", "1_1500" },       { "en_GB.UTF-8", "1.500", "1_1.500" },
    { "en_GB.UTF-8", "1,500.25", "1_1500.25" }, { "fr_FR.UTF-8", "1,500", "1_1.500" },
    { "fr_FR.UTF-8", "1.500", "1_1.500" },      { "fr_FR.UTF-8", "1 500", "1_1500" },
    { "fr_FR.UTF-8", "1 500,25", "1_1500.25" },
  };

  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (ComptoirDraftLine) removed = NULL;
      g_autofree char *sent = NULL;

      g_test_message ("%s in %s", figures[i].typed, figures[i].locale);
      g_assert_nonnull (setlocale (LC_NUMERIC, figures[i].locale));
      comptoir_order_draft_add_item (test->draft, 1, figures[i].typed);
      sent = dup_sent (test);
      g_assert_cmpstr (sent, ==, figures[i].sent);
      removed = comptoir_order_draft_remove (test->draft, 0);
    }
  setlocale (LC_NUMERIC, "C");
}

/* An item that goes while the order is being keyed in. */
static void
test_deleted_since (DraftTest *test, gconstpointer data)
{
  ComptoirDataset *items = comptoir_shop_get_dataset (test->shop, KASH_RESOURCE_ITEMS);
  g_autofree char *sent = NULL;
  g_autofree char *late = NULL;
  g_autofree char *remark = NULL;

  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  comptoir_order_draft_add_item (test->draft, 12, NULL);
  sent = dup_sent (test);
  g_assert_cmpstr (sent, ==, "12_1");
  model_test_service_set_reply (test->service, "getPlus.php", 200,
                                "[{\"id\":1,\"title\":\"Baguette\"}]", FALSE);
  comptoir_dataset_refresh (items);
  model_test_wait_until (!comptoir_dataset_get_loading (items));
  late = dup_sent (test);
  remark = dup_remark (test, COMPTOIR_LINE_WHAT);
  g_assert_null (late);
  g_assert_cmpstr (remark, ==, "The shop no longer has this item. Remove the line.");
}

/* Two clients of the same name and phone: each goes out as itself, and a third is warned of. */
static void
test_client_twice (DraftTest *test, gconstpointer data)
{
  static const gint64 ids[] = { 123, 125 };
  g_autoptr (GPtrArray) remarks = NULL;
  const ComptoirDraftRemark *remark;

  model_test_service_set_reply (test->service, "getClients.php", 200,
                                "[{\"id\":123,\"name\":\"Durand\",\"phone\":\"0612345678\"},"
                                "{\"id\":125,\"name\":\"Durand\",\"phone\":\"0612345678\"}]",
                                FALSE);
  draft_test_load (test, KASH_RESOURCE_CLIENTS);
  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  comptoir_order_draft_add_item (test->draft, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (KashOrder) order = NULL;

      comptoir_order_draft_set_client (test->draft, ids[i]);
      order = comptoir_order_draft_to_order (test->draft, NULL, NULL);
      g_assert_cmpint (order->id_client, ==, ids[i]);
    }
  comptoir_order_draft_set_client (test->draft, 0);
  comptoir_order_draft_set_client_field (test->draft, KASH_CLIENT_TELEPHONE, "+33 6 12 34 56 78");
  remarks = comptoir_order_draft_check (test->draft);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_cmpint (remark->place, ==, COMPTOIR_DRAFT_PLACE_CLIENT);
  g_assert_cmpint (remark->field, ==, KASH_CLIENT_TELEPHONE);
  g_assert_cmpstr (remark->sentence, ==, "The shop has a client with this already.");
}

/* 500 lines go out whole and in their order. */
static void
test_many_lines (DraftTest *test, gconstpointer data)
{
  g_autoptr (KashOrder) order = NULL;
  g_autoptr (KashOrder) arrived = NULL;
  g_autofree char *body = NULL;

  comptoir_order_draft_set_payment (test->draft, KASH_PAYMENT_QUOTE);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *price = g_strdup_printf ("%u,25", i);
      ComptoirDraftLine *line = comptoir_order_draft_add_free (test->draft);

      g_object_set (line, "title", "Ligne", "price", price, NULL);
    }
  order = comptoir_order_draft_to_order (test->draft, NULL, NULL);
  body = kash_order_encode (order, "SHOP", "***");
  arrived = kash_order_decode (body, NULL);
  g_assert_cmpuint (arrived->lines->len, ==, 500);
  for (guint i = 0; i < 500; i++)
    {
      const KashOrderLine *line = g_ptr_array_index (arrived->lines, i);
      g_autofree char *price = g_strdup_printf ("%u.25", i);

      g_assert_cmpstr (line->price, ==, price);
    }
}

#define ADD(name, func) \
  g_test_add (name, DraftTest, NULL, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/draft-input/lines", test_lines);
  ADD ("/draft-input/thousands", test_thousands);
  ADD ("/draft-input/deleted-since", test_deleted_since);
  ADD ("/draft-input/client-twice", test_client_twice);
  ADD ("/draft-input/many-lines", test_many_lines);
  return g_test_run ();
}
