/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-search-text.h"

#include "model-test.h"

static char *
find (ComptoirTable *table, GPtrArray *references, const char *search)
{
  g_auto (GStrv) words = comptoir_search_text_split (search);
  guint n_rows = comptoir_table_get_n_rows (table);
  g_autoptr (ComptoirSearchText) text = comptoir_search_text_new (table, n_rows, references, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) rows = NULL, among = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint32 row = 0; row < n_rows; row++)
    g_array_append_val (all, row);
  rows = comptoir_search_text_find (text, (const char *const *) words, NULL);
  among = comptoir_search_text_find (text, (const char *const *) words, all);
  g_assert_cmpmem (rows->data, rows->len * sizeof (guint32), among->data,
                   among->len * sizeof (guint32));
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%u", g_array_index (rows, guint32, i));
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *search;
    const char *rows;
  } cases[] = {
    { "", "0123" },        { "creme", "0" },    { "CRÈME café", "0" }, { "cafe pain", "" },
    { "pain", "12" },      { "pain 2.5", "2" }, { "2,5", "02" },       { "oeuf", "3" },
    { "ai", "12" },        { "tags", "" },      { "bio", "1" },        { "true", "" },
    { "creme2", "" },      { "2026-11", "2" },  { "e", "03" },         { "fcre", "" },
    { "  pain   ", "12" }, { "painœ", "" },
  };
  g_autoptr (ComptoirTable) table = model_test_table (
      "items", "[{'title':'Café','shortTitle':'Crème','price':'2.50'},"
               "{'title':'PAIN','price':'3','tags':['bio']},"
               "{'title':'pain','price':'2.5','createdDate':'2026-11-24','shopHide':true},"
               "{'title':'Œuf','price':'4'}]");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (table, NULL, cases[i].search);

      g_test_message ("“%s”", cases[i].search);
      g_assert_cmpstr (found, ==, cases[i].rows);
    }
}

static void
test_references (void)
{
  g_autoptr (ComptoirTable) table
      = model_test_table ("items", "[{'title':'a','deptID':1},{'title':'b','deptID':2},"
                                   "{'title':'c','deptID':1},{'title':'pains','deptID':7}]");
  g_autoptr (ComptoirTable) departments = model_test_table (
      "departments", "[{'id':1,'title':'Pains spéciaux'},{'id':2,'title':'Thé'}]");
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autofree char *by_title = NULL, *by_both = NULL, *by_id = NULL;

  g_ptr_array_add (references, NULL);
  g_ptr_array_add (references, departments);
  by_title = find (table, references, "PAINS");
  by_both = find (table, references, "c speciaux");
  by_id = find (table, references, "7");
  g_assert_cmpstr (by_title, ==, "023");
  g_assert_cmpstr (by_both, ==, "02");
  g_assert_cmpstr (by_id, ==, "3");
}

static void
test_narrows (void)
{
  static const struct
  {
    const char *search;
    const char *wider;
    gboolean narrows;
  } cases[] = {
    { "pain", "pai", TRUE },    { "pain", "", TRUE },       { "pai", "pain", FALSE },
    { "a pain", "pain", TRUE }, { "pain", "a pain", TRUE }, { "pain", "x pain", FALSE },
    { "12,5", "12", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = comptoir_search_text_split (cases[i].search);
      g_auto (GStrv) wider = comptoir_search_text_split (cases[i].wider);

      g_assert_cmpint (
          comptoir_search_text_narrows ((const char *const *) words, (const char *const *) wider),
          ==, cases[i].narrows);
    }
}

/* A text serves the rows it was made of, and no others. */
static void
test_is_of (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'deptID':1},{'deptID':2}]");
  g_autoptr (ComptoirTable) departments = model_test_table ("departments", "[{'id':1}]");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (ComptoirSearchText) text = comptoir_search_text_new (table, 2, none, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_ptr_array_add (references, departments);
  g_assert_true (comptoir_search_text_is_of (text, table, 2, none));
  g_assert_false (comptoir_search_text_is_of (text, table, 1, none));
  g_assert_false (comptoir_search_text_is_of (text, departments, 2, none));
  g_assert_false (comptoir_search_text_is_of (text, table, 2, references));
  g_assert_cmpuint (comptoir_search_text_get_memory_size (text), >, 4);
  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_search_text_new (table, 2, none, cancellable));
}

/* So many rows that several threads fold them: each row is found, in order, with its references. */
static void
test_many (void)
{
  g_autoptr (ComptoirTable) departments
      = model_test_table ("departments", "[{'id':1,'title':'Crèmerie'},{'id':2,'title':'Pains'}]");
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (ComptoirSearchText) text = NULL;
  const guint n_rows = 20000;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (json, "%s{'deptID':%u,'title':'Nº %u'}", i > 0 ? "," : "", i % 2 + 1,
                            100000 + i);
  g_string_append_c (json, ']');
  table = model_test_table ("items", json->str);
  g_ptr_array_add (references, departments);
  g_ptr_array_add (references, NULL);
  text = comptoir_search_text_new (table, n_rows, references, NULL);
  for (guint i = 0; i < n_rows; i += 499)
    {
      g_autofree char *number = g_strdup_printf ("%u", 100000 + i);
      const char *const words[] = { number, NULL };
      g_autoptr (GArray) rows = comptoir_search_text_find (text, words, NULL);

      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpuint (g_array_index (rows, guint32, 0), ==, i);
    }
  for (guint i = 0; i < 2; i++)
    {
      const char *const words[] = { i == 0 ? "cremerie" : "pains", "1", NULL };
      g_autoptr (GArray) rows = comptoir_search_text_find (text, words, NULL);

      g_assert_cmpuint (rows->len, ==, n_rows / 2);
      for (guint j = 0; j < rows->len; j++)
        g_assert_cmpuint (g_array_index (rows, guint32, j), ==, 2 * j + i);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (ComptoirTable) table = model_test_table ("items", "[{'title':'Pain'}]");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_search_text_new (table, 1, NULL, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/words", test_words);
  g_test_add_func ("/search-text/references", test_references);
  g_test_add_func ("/search-text/many", test_many);
  g_test_add_func ("/search-text/cancelled", test_cancelled);
  g_test_add_func ("/search-text/narrows", test_narrows);
  g_test_add_func ("/search-text/is-of", test_is_of);
  return g_test_run ();
}
