/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-matcher.h"

#include "model-test.h"

static const char rows[]
    = "[{'id':1,'title':'Café crème','price':'2.50','stock':12345678901234567890,'shopHide':1,"
      "'deptID':3,'createdDate':1795504320},"
      "{'id':2,'title':'Pain','price':'10','stock':12345678901234567891,'shopHide':0,"
      "'deptID':30,'createdDate':1795417920},"
      "{'id':3,'title':' ','price':null,'stock':-0.5,'shopHide':0,'deptID':3},"
      "{'id':4,'title':'pain','price':'2.5','stock':1e2,'createdDate':1798761600}]";

typedef struct
{
  const char *column;
  ComptoirFilterOperator op;
  const char *value;
  const char *ids; /* of the rows that match */
} Case;

static const Case cases[] = {
  { "title", COMPTOIR_FILTER_IS, "Pain", "2" },
  { "title", COMPTOIR_FILTER_IS_NOT, "Pain", "134" },
  { "title", COMPTOIR_FILTER_CONTAINS, "CAFE", "1" },
  { "title", COMPTOIR_FILTER_CONTAINS, "ain", "24" },
  { "title", COMPTOIR_FILTER_EMPTY, NULL, "3" },
  { "title", COMPTOIR_FILTER_NOT_EMPTY, NULL, "124" },
  { "title", COMPTOIR_FILTER_IS, "", "3" },
  { "title", COMPTOIR_FILTER_IS, NULL, "3" },
  { "price", COMPTOIR_FILTER_IS, "2.5", "14" },
  { "price", COMPTOIR_FILTER_IS, " 2,500 ", "14" },
  { "price", COMPTOIR_FILTER_IS_NOT, "2.50", "23" },
  { "price", COMPTOIR_FILTER_GREATER, "2.5", "2" },
  { "price", COMPTOIR_FILTER_LESS, "10", "14" },
  { "price", COMPTOIR_FILTER_GREATER, "many", "" },
  { "stock", COMPTOIR_FILTER_IS, "12345678901234567890", "1" },
  { "stock", COMPTOIR_FILTER_GREATER, "12345678901234567890", "2" },
  { "stock", COMPTOIR_FILTER_LESS, "0", "3" },
  { "stock", COMPTOIR_FILTER_IS, "100.0", "4" },
  { "shopHide", COMPTOIR_FILTER_IS, "true", "1" },
  { "shopHide", COMPTOIR_FILTER_IS, "false", "23" },
  { "shopHide", COMPTOIR_FILTER_EMPTY, NULL, "4" },
  { "deptID", COMPTOIR_FILTER_IS, "3", "13" },
  { "deptID", COMPTOIR_FILTER_IS_NOT, "3", "24" },
  { "createdDate", COMPTOIR_FILTER_IS, "2026-11-24", "1" },
  { "createdDate", COMPTOIR_FILTER_GREATER, "2026-11-24", "4" },
  { "createdDate", COMPTOIR_FILTER_LESS, "2026-11-24", "2" },
  { "createdDate", COMPTOIR_FILTER_LESS, "2026-11-24T08:12:01", "12" },
  { "nothing", COMPTOIR_FILTER_EMPTY, NULL, "1234" },
  { "nothing", COMPTOIR_FILTER_IS, "a", "" },
  { "nothing", COMPTOIR_FILTER_IS_NOT, "a", "1234" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ComptoirTable) table = model_test_table ("items", rows);
  g_autoptr (ComptoirFilter) filter = comptoir_filter_new (one->column, one->op, one->value);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (ComptoirMatcher) matcher = comptoir_matcher_new (filter, table, zone);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint row = 0; row < 4; row++)
    if (comptoir_matcher_matches (matcher, row))
      g_string_append_printf (ids, "%u", row + 1);
  g_assert_cmpstr (ids->str, ==, one->ids);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/matcher/%02u-%s", i, cases[i].column);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
