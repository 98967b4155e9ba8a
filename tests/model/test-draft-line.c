/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

#include <locale.h>

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

static void
count_notify (gpointer object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_totals (DraftTest *test, gconstpointer data)
{
  static const struct
  {
    gint64 id;
    const char *quantity, *price, *total;
  } cases[] = {
    { 1, "1", "", "1.20" },      { 1, "", "", "1.20" },
    { 1, "3", "", "3.60" },      { 3, "2", "", "2.70" },
    { 4, "1,5", "", "5.99" },    { 4, "1.5", "", "5.99" },
    { 4, "0,125", "", "0.50" },  { 1, "1", "9,999", "10.00" },
    { 1, "2", "0.005", "0.01" }, { 1, "-1", "", "-1.20" },
    { 1, "0", "", "0.00" },      { 1, "abc", "", "" },
    { 1, "1", "abc", "" },       { 5, "1", "", "" },
    { 5, "2", "4", "8.00" },     { 999, "1", "", "" },
    { 999, "1", "2", "2.00" },   { 1, "1", "1234567890.12", "1234567890.12" },
    { 1, "1e3", "", "" },        { 1, " 2 ", "", "2.40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirDraftLine *line
          = comptoir_order_draft_add_item (test->draft, cases[i].id, cases[i].quantity);
      g_autofree char *total = NULL;

      g_object_set (line, "quantity", cases[i].quantity, "price", cases[i].price, NULL);
      total = draft_test_get (line, "total");
      g_test_message ("%" G_GINT64_FORMAT " %s %s", cases[i].id, cases[i].quantity, cases[i].price);
      g_assert_cmpstr (total, ==, cases[i].total);
    }
}

static void
test_kinds (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *item = comptoir_order_draft_add_item (test->draft, 2, "3");
  ComptoirDraftLine *department = comptoir_order_draft_add_department (test->draft, 5);
  ComptoirDraftLine *line = comptoir_order_draft_add_free (test->draft);
  g_autofree char *item_title = draft_test_get (item, "catalogue-title");
  g_autofree char *department_title = draft_test_get (department, "catalogue-title");
  g_autofree char *unknown = draft_test_get (line, "total");
  g_autofree char *known = NULL;

  g_assert_cmpint (comptoir_draft_line_get_kind (item), ==, KASH_LINE_ITEM);
  g_assert_cmpint (comptoir_draft_line_get_id (item), ==, 2);
  g_assert_cmpstr (item_title, ==, "Café crème");
  g_assert_cmpint (comptoir_draft_line_get_kind (department), ==, KASH_LINE_DEPARTMENT);
  g_assert_cmpstr (department_title, ==, "Divers");
  g_assert_cmpint (comptoir_draft_line_get_kind (line), ==, KASH_LINE_FREE);
  g_assert_cmpstr (unknown, ==, "");
  /* A quantity means nothing here: the service has no place for it. */
  g_object_set (line, "quantity", "3", "price", "3.50", NULL);
  known = draft_test_get (line, "total");
  g_assert_cmpstr (known, ==, "3.50");
}

static void
test_variations (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (test->draft, 2, "2");
  const gint64 *variations = comptoir_draft_line_get_variations (line);
  guint n_changes = 0;
  g_autofree char *dearer = NULL;
  g_autofree char *cheaper = NULL;
  g_autofree char *unknown = NULL;

  g_signal_connect (line, "changed", G_CALLBACK (count), &n_changes);
  g_assert_true (comptoir_draft_line_set_variation (line, 71, TRUE));
  g_assert_true (comptoir_draft_line_set_variation (line, 81, TRUE));
  g_assert_true (comptoir_draft_line_set_variation (line, 81, TRUE));
  g_assert_cmpuint (n_changes, ==, 2);
  dearer = draft_test_get (line, "total");
  g_assert_cmpstr (dearer, ==, "7.30"); /* 2 × (2.50 + 0.80 + 0.35) */
  g_assert_true (comptoir_draft_line_set_variation (line, 71, FALSE));
  g_assert_cmpint (variations[0], ==, 81);
  g_assert_cmpint (variations[1], ==, 0);
  g_assert_true (comptoir_draft_line_set_variation (line, 71, FALSE));
  g_assert_true (comptoir_draft_line_set_variation (line, 72, TRUE));
  g_assert_true (comptoir_draft_line_set_variation (line, 81, FALSE));
  g_object_set (line, "price", "3", NULL);
  cheaper = draft_test_get (line, "total");
  g_assert_cmpstr (cheaper, ==, "5.00"); /* 2 × (3 − 0.50) */

  g_assert_true (comptoir_draft_line_set_variation (line, 999, TRUE));
  unknown = draft_test_get (line, "total");
  g_assert_cmpstr (unknown, ==, "");
}

static void
test_five_variations (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (test->draft, 2, "1");

  for (gint64 id = 1; id <= KASH_MAX_VARIATIONS; id++)
    g_assert_true (comptoir_draft_line_set_variation (line, id, TRUE));
  g_assert_false (comptoir_draft_line_set_variation (line, 6, TRUE));
  g_assert_true (comptoir_draft_line_set_variation (line, 5, TRUE));
  g_assert_true (comptoir_draft_line_set_variation (line, 6, FALSE));
  g_assert_true (comptoir_draft_line_set_variation (line, 1, FALSE));
  g_assert_true (comptoir_draft_line_set_variation (line, 6, TRUE));
  g_assert_cmpint (comptoir_draft_line_get_variations (line)[0], ==, 2);
  g_assert_cmpint (comptoir_draft_line_get_variations (line)[4], ==, 6);
}

static void
test_notifications (DraftTest *test, gconstpointer data)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (test->draft, 1, "1");
  guint n_quantity = 0, n_total = 0, n_changed = 0;

  g_signal_connect (line, "notify::quantity", G_CALLBACK (count_notify), &n_quantity);
  g_signal_connect (line, "notify::total", G_CALLBACK (count_notify), &n_total);
  g_signal_connect (line, "changed", G_CALLBACK (count), &n_changed);
  g_object_set (line, "quantity", "1", NULL);
  g_assert_cmpuint (n_quantity + n_total + n_changed, ==, 0);
  g_object_set (line, "quantity", "1,0", NULL);
  g_assert_cmpuint (n_quantity, ==, 1);
  g_assert_cmpuint (n_total, ==, 0);
  g_object_set (line, "quantity", "2", NULL);
  g_assert_cmpuint (n_total, ==, 1);
  g_object_set (line, "title", "emoji 🥖 \xff and שלום", NULL);
  g_assert_true (g_utf8_validate (comptoir_draft_line_get_title (line), -1, NULL));
  g_assert_cmpuint (n_changed, ==, 3);
}

#define ADD(name, func) \
  g_test_add (name, DraftTest, NULL, draft_test_set_up, func, draft_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  ADD ("/draft-line/totals", test_totals);
  ADD ("/draft-line/kinds", test_kinds);
  ADD ("/draft-line/variations", test_variations);
  ADD ("/draft-line/five-variations", test_five_variations);
  ADD ("/draft-line/notifications", test_notifications);
  return g_test_run ();
}
