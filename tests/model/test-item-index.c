/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-item-index.h"

#include "comptoir-fold.h"
#include "model-test.h"

static const char items[] = "[{'id':1,'title':'Pain au chocolat','barcode':'3760000000017'},"
                            "{'id':2,'title':'Demi-baguette','barcode':'0012000000029'},"
                            "{'id':3,'title':'Pain'},"
                            "{'id':4,'title':'Petits pains'},"
                            "{'id':5,'title':'Copain','barcode':''},"
                            "{'id':6,'title':'Crème BRÛLÉE','barcode':12345},"
                            "{'id':7,'title':null},"
                            "{'id':8,'title':'Chocolat au pain noir'},"
                            "{'id':9,'title':'Œuf dur'}]";

/* The rows found, as "2,0". */
static char *
find (ComptoirItemIndex *index, const char *typed, guint max)
{
  g_autofree char *folded = comptoir_fold (typed);
  g_autoptr (GArray) rows = comptoir_item_index_find (index, folded, max);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "," : "", g_array_index (rows, guint, i));
  return g_string_free (text, FALSE);
}

static void
test_best_first (void)
{
  static const struct
  {
    const char *typed;
    guint max;
    const char *rows;
  } cases[] = {
    { "pain", 9, "2,0,3,7,4" },  /* whole, beginning, words, inside */
    { "PAIN", 2, "2,0" },        /* the best of them */
    { "pain choc", 9, "0,7" },   /* both words, in any order */
    { "choc pain", 9, "0,7" },   /* … beginning with neither */
    { "au chocolat", 9, "0,7" }, /* in this order, in the other */
    { "bag", 9, "1" },           /* behind a hyphen a word begins */
    { "creme brulee", 9, "5" },  { "BRÛLÉE", 9, "5" }, { "oeuf", 9, "8" }, { "pain\nau", 9, "0,7" },
    { "ain", 9, "2,4,3,0,7" },   { "brioche", 9, "" }, { "  ", 9, "" },    { "", 9, "" },
    { "pain", 0, "" },
  };
  g_autoptr (ComptoirTable) table = model_test_table ("items", items);
  ComptoirItemIndex *index = comptoir_item_index_get (table);

  g_assert_true (comptoir_item_index_extend (index, 9, G_MAXUINT));
  g_assert_true (comptoir_item_index_get (table) == index);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = find (index, cases[i].typed, cases[i].max);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_barcodes (void)
{
  static const struct
  {
    const char *typed;
    int row; /* -1 for none */
  } cases[] = {
    { "3760000000017", 0 }, { "376000000001", -1 }, { "760000000017", -1 }, { "0012000000029", 1 },
    { "012000000029", 1 },  { "12345", 5 },         { "2345", -1 },         { "", -1 },
    { "1\n2", -1 },
  };
  g_autoptr (ComptoirTable) table = model_test_table ("items", items);
  ComptoirItemIndex *index = comptoir_item_index_get (table);

  comptoir_item_index_extend (index, 9, G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint row = G_MAXUINT;

      g_assert_cmpint (comptoir_item_index_find_barcode (index, cases[i].typed, &row), ==,
                       cases[i].row >= 0);
      g_assert_cmpint ((int) row, ==, cases[i].row);
    }
}

static void
test_grows (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", items);
  ComptoirItemIndex *index = comptoir_item_index_get (table);
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  g_assert_false (comptoir_item_index_extend (index, 9, 3));
  some = find (index, "pain", 9);
  g_assert_cmpstr (some, ==, "2,0");
  g_assert_false (comptoir_item_index_extend (index, 9, 5));
  g_assert_true (comptoir_item_index_extend (index, 9, 5));
  all = find (index, "pain", 9);
  g_assert_cmpstr (all, ==, "2,0,3,7,4");
}

/* Against a look at each title, over titles that repeat and overlap. */
static void
test_large (void)
{
  const guint n_rows = 20000;
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (GArray) rows = NULL;
  ComptoirItemIndex *index;
  guint n_expected = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append_printf (json, "%s{'title':'Article %u'}", i > 0 ? "," : "", i * 7);
      n_expected += i * 7 % 1000 == 77;
    }
  g_string_append_c (json, ']');
  table = model_test_table ("items", json->str);
  index = comptoir_item_index_get (table);
  comptoir_item_index_extend (index, n_rows, G_MAXUINT);
  rows = comptoir_item_index_find (index, "077", n_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", g_array_index (rows, guint, i) * 7);

      g_assert_nonnull (strstr (number, "077"));
    }
  g_assert_cmpuint (rows->len, >=, n_expected - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-index/best-first", test_best_first);
  g_test_add_func ("/item-index/barcodes", test_barcodes);
  g_test_add_func ("/item-index/grows", test_grows);
  g_test_add_func ("/item-index/large", test_large);
  return g_test_run ();
}
