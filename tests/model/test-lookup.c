/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-lookup.h"

#include <string.h>

#include "model-test.h"

static void
test_find (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (
      "items",
      "[{'id':7,'title':'a'},{'id':'8'},{'title':'no id'},{'id':7},{'id':null},{'id':'x'}]");
  g_autoptr (ComptoirLookup) lookup = comptoir_lookup_new (table);
  guint row = 99;

  g_assert_true (comptoir_lookup_find (lookup, "7", 1, &row));
  g_assert_cmpuint (row, ==, 0);
  g_assert_true (comptoir_lookup_find (lookup, "8", 1, &row));
  g_assert_cmpuint (row, ==, 1);
  g_assert_true (comptoir_lookup_find (lookup, "x", 1, &row));
  g_assert_cmpuint (row, ==, 5);
  g_assert_false (comptoir_lookup_find (lookup, "9", 1, &row));
  g_assert_false (comptoir_lookup_find (lookup, "", 0, &row));
}

/* Rows that arrive after the first look are found. */
static void
test_grow (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new ("items");
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);
  g_autoptr (ComptoirLookup) lookup = comptoir_lookup_new (table);
  const char *first = "[{\"id\":1},{\"id\":2},", *second = "{\"id\":3}]";
  guint row;

  g_assert_false (comptoir_lookup_find (lookup, "1", 1, &row));
  g_assert_true (comptoir_table_reader_feed (reader, first, strlen (first), NULL));
  g_assert_true (comptoir_lookup_find (lookup, "2", 1, &row));
  g_assert_false (comptoir_lookup_find (lookup, "3", 1, &row));
  g_assert_true (comptoir_table_reader_feed (reader, second, strlen (second), NULL));
  g_assert_true (comptoir_table_reader_finish (reader, NULL));
  g_assert_true (comptoir_lookup_find (lookup, "3", 1, &row));
  g_assert_cmpuint (row, ==, 2);
}

/* A variation's row is one choice of a set; an item names the set. */
static void
test_sets (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (
      "variations", "[{'id':1,'idVariation':4,'variationTitle':'Size','title':'Small'},"
                    "{'id':4,'idVariation':4,'variationTitle':'Size','title':'Large'},"
                    "{'id':5,'idVariation':6,'variationTitle':'','title':'Rare'}]");
  g_autoptr (ComptoirTable) whole
      = model_test_table ("variations", "[{'idVariation':4,'title':'Size','choices':[]}]");
  g_autoptr (ComptoirLookup) rows = comptoir_lookup_new (table);
  g_autoptr (ComptoirLookup) sets = comptoir_lookup_new_for_references (table);
  g_autoptr (ComptoirLookup) wholes = comptoir_lookup_new_for_references (whole);
  g_autofree char *choice = comptoir_lookup_dup_title_of (rows, "4", 1);
  g_autofree char *set = comptoir_lookup_dup_title_of (sets, "4", 1);
  g_autofree char *nameless = comptoir_lookup_dup_title_of (sets, "6", 1);
  g_autofree char *none = comptoir_lookup_dup_title_of (sets, "1", 1);
  g_autofree char *one_row = comptoir_lookup_dup_title_of (wholes, "4", 1);

  g_assert_cmpstr (choice, ==, "Large");
  g_assert_cmpstr (set, ==, "Size");
  g_assert_cmpstr (nameless, ==, "Rare");
  g_assert_null (none);
  g_assert_cmpstr (one_row, ==, "Size");
}

/* -1 and -2 in an order's payment are no methods of the shop. */
static void
test_unpaid (void)
{
  g_autoptr (ComptoirTable) table
      = model_test_table ("payment-methods", "[{'id':1,'title':'Cash'}]");
  g_autoptr (ComptoirLookup) lookup = comptoir_lookup_new_for_references (table);
  g_autofree char *cash = comptoir_lookup_dup_title_of (lookup, "1", 1);
  g_autofree char *to_be_paid = comptoir_lookup_dup_title_of (lookup, "-1", 2);
  g_autofree char *quote = comptoir_lookup_dup_title_of (lookup, "-2", 2);
  g_autofree char *other = comptoir_lookup_dup_title_of (lookup, "-3", 2);
  guint row;

  g_assert_cmpstr (cash, ==, "Cash");
  g_assert_cmpstr (to_be_paid, ==, "To be paid");
  g_assert_cmpstr (quote, ==, "Quote");
  g_assert_null (other);
  g_assert_false (comptoir_lookup_find (lookup, "-1", 2, &row));
}

static void
test_id_column (void)
{
  static const struct
  {
    const char *resource;
    const char *json;
    const char *column; /* NULL: none */
  } cases[] = {
    { "items", "[{'deptID':1,'id':2}]", "id" },
    { "items", "[{'title':'a','ID':2}]", "ID" },
    { "items", "[{'deptID':1,'thingID':2}]", "thingID" },
    { "variations", "[{'title':'a','idVariation':2}]", "idVariation" },
    { "items", "[{'title':'idea','ident':2}]", NULL },
    { "items", "[]", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirTable) table = model_test_table (cases[i].resource, cases[i].json);
      guint column;

      g_test_message ("%s", cases[i].json);
      g_assert_cmpint (comptoir_lookup_find_id_column (table, &column), ==,
                       cases[i].column != NULL);
      if (cases[i].column != NULL)
        g_assert_cmpstr (comptoir_table_get_column_name (table, column), ==, cases[i].column);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *resource;
    const char *json;
    const char *title;
  } cases[] = {
    { "items", "[{'id':1,'title':'Baguette','shortTitle':'Bag'}]", "Baguette" },
    { "items", "[{'id':1,'title':'','shortTitle':'Bag'}]", "Bag" },
    { "clients", "[{'id':1,'title':'Mme','surname':'Jeanne','name':'Le Goff'}]", "Jeanne Le Goff" },
    { "clients", "[{'id':1,'title':'Mme','surname':null,'name':'Le Goff'}]", "Le Goff" },
    { "clients", "[{'id':1,'title':'SARL Durand'}]", "SARL Durand" },
    { "users", "[{'id':1,'login':'anne'}]", "anne" },
    { "tables", "[{'id':1,'title':12}]", "12" },
    { "items", "[{'id':1}]", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirTable) table = model_test_table (cases[i].resource, cases[i].json);
      g_autofree char *title = comptoir_lookup_dup_title (table, 0);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/sets", test_sets);
  g_test_add_func ("/lookup/unpaid", test_unpaid);
  g_test_add_func ("/lookup/find", test_find);
  g_test_add_func ("/lookup/grow", test_grow);
  g_test_add_func ("/lookup/id-column", test_id_column);
  g_test_add_func ("/lookup/title", test_title);
  return g_test_run ();
}
