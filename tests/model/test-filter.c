/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter.h"

#include "model-test.h"

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) filters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_filter_free);
  g_autoptr (GPtrArray) read = NULL;
  g_autofree char *text = NULL;

  for (guint op = COMPTOIR_FILTER_IS; op <= COMPTOIR_FILTER_NOT_EMPTY; op++)
    g_ptr_array_add (filters, comptoir_filter_new ("tit\"le é\n", (ComptoirFilterOperator) op,
                                                   op % 2 == 0 ? "va\\lue, “x”" : NULL));
  text = comptoir_filters_to_string (filters);
  read = comptoir_filters_from_string (text);
  g_assert_cmpuint (read->len, ==, filters->len);
  for (guint i = 0; i < read->len; i++)
    {
      ComptoirFilter *before = g_ptr_array_index (filters, i);
      ComptoirFilter *after = g_ptr_array_index (read, i);

      g_assert_cmpstr (after->column, ==, before->column);
      g_assert_cmpint (after->op, ==, before->op);
      g_assert_cmpstr (after->value, ==, before->value);
    }
}

/* What is damaged is left out; what can be read of it is kept. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    guint n_filters;
  } cases[] = {
    { NULL, 0 },
    { "", 0 },
    { "{", 0 },
    { "{}", 0 },
    { "[1,null,\"a\",{}]", 0 },
    { "[{\"column\":1,\"operator\":\"is\"}]", 0 },
    { "[{\"column\":\"a\",\"operator\":\"like\"}]", 0 },
    { "[{\"column\":\"a\",\"operator\":\"is\",\"value\":3},7]", 1 },
    { "[{\"column\":\"a\",\"operator\":\"empty\"},{\"column\":\"b\",\"operator\":\"is\"}]", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) filters = comptoir_filters_from_string (cases[i].text);

      g_assert_cmpuint (filters->len, ==, cases[i].n_filters);
    }
}

static void
test_matches (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (
      "items", "[{'title':'Pain','price':'2.50'},{'title':'Café','price':'12'}]");
  g_autoptr (ComptoirFilter) dear = comptoir_filter_new ("price", COMPTOIR_FILTER_GREATER, "2.5");
  g_autoptr (ComptoirFilter) copy = comptoir_filter_copy (dear);

  g_assert_false (comptoir_filter_matches (copy, table, 0));
  g_assert_true (comptoir_filter_matches (copy, table, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/round-trip", test_round_trip);
  g_test_add_func ("/filter/damaged", test_damaged);
  g_test_add_func ("/filter/matches", test_matches);
  return g_test_run ();
}
