/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter-text.h"

static void
test_parse (void)
{
  static const struct
  {
    ComptoirColumnType type;
    const char *typed;
    const char *value; /* NULL: not accepted */
    gboolean problem;
  } cases[] = {
    { COMPTOIR_COLUMN_TEXT, "Pain ", "Pain", FALSE },
    { COMPTOIR_COLUMN_TEXT, "  ", NULL, FALSE },
    { COMPTOIR_COLUMN_MONEY, "5", "5", FALSE },
    { COMPTOIR_COLUMN_MONEY, "1,20", "1.20", FALSE },
    { COMPTOIR_COLUMN_MONEY, "1.20", "1.20", FALSE },
    { COMPTOIR_COLUMN_INTEGER, "-3", "-3", FALSE },
    { COMPTOIR_COLUMN_INTEGER, "", NULL, FALSE },
    { COMPTOIR_COLUMN_DECIMAL, "five", NULL, TRUE },
    { COMPTOIR_COLUMN_DECIMAL, "1.2.3", NULL, TRUE },
    { COMPTOIR_COLUMN_DATE, "2024-03-18", "2024-03-18", FALSE },
    { COMPTOIR_COLUMN_DATE, "soon", NULL, TRUE },
    { COMPTOIR_COLUMN_DATE, "2024-13-40", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *problem;
      g_autofree char *value
          = comptoir_filter_parse_value (cases[i].type, cases[i].typed, &problem);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_true ((problem != NULL) == cases[i].problem);
    }
}

static void
test_describe (void)
{
  static const struct
  {
    const char *column;
    ComptoirFilterOperator op;
    const char *value;
    const char *words;
  } cases[] = {
    { "title", COMPTOIR_FILTER_CONTAINS, "pain", "Title contains “pain”" },
    { "title", COMPTOIR_FILTER_IS, "Pain", "Title is Pain" },
    { "title", COMPTOIR_FILTER_IS_NOT, "Pain", "Title is not Pain" },
    { "barcode", COMPTOIR_FILTER_EMPTY, NULL, "Barcode is empty" },
    { "barcode", COMPTOIR_FILTER_NOT_EMPTY, NULL, "Barcode is not empty" },
    { "price", COMPTOIR_FILTER_GREATER, "5", "Price > 5" },
    { "zzz", COMPTOIR_FILTER_LESS, "5", "zzz < 5" },
  };
  g_autoptr (ComptoirTable) table = comptoir_table_new ("items");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFilter) filter
          = comptoir_filter_new (cases[i].column, cases[i].op, cases[i].value);
      g_autofree char *words = comptoir_filter_describe (filter, NULL, table);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Every operator that is offered has a name, and none is offered twice. */
static void
test_operators (void)
{
  for (ComptoirColumnType type = COMPTOIR_COLUMN_TEXT; type <= COMPTOIR_COLUMN_NESTED; type++)
    {
      ComptoirFilterOperator operators[COMPTOIR_MAX_FILTER_OPERATORS];
      guint n = comptoir_filter_operators_for (type, operators);

      g_assert_cmpuint (n, >, 1);
      g_assert_cmpuint (n, <=, COMPTOIR_MAX_FILTER_OPERATORS);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpstr (comptoir_filter_operator_title (operators[i], type), !=, "");
          for (guint j = 0; j < i; j++)
            g_assert_cmpint (operators[i], !=, operators[j]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/filter-text/parse", test_parse);
  g_test_add_func ("/ui/filter-text/describe", test_describe);
  g_test_add_func ("/ui/filter-text/operators", test_operators);
  return g_test_run ();
}
