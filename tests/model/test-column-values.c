/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-column-values.h"

#include "model-test.h"

static char *
count (ComptoirTable *table, const char *name, guint n_rows, guint max)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) values = NULL;
  guint column;

  g_assert_true (comptoir_table_find_column (table, name, &column));
  values = comptoir_column_values_count (NULL, table, n_rows, column, max);
  for (guint i = 0; i < values->len; i++)
    {
      ComptoirColumnValue *value = g_ptr_array_index (values, i);

      g_string_append_printf (text, "%s=%s:%u ", value->value, value->display, value->count);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_count (void)
{
  static const struct
  {
    const char *column;
    guint n_rows;
    guint max;
    const char *values;
  } cases[] = {
    { "title", 6, 9, "b=b:3 =Empty:2 a=a:1 " },
    { "title", 6, 1, "b=b:3 " },
    { "title", 2, 9, "a=a:1 b=b:1 " },
    { "stock", 6, 9, "1.5=1.5:2 =Empty:2 2=2:1 10=10:1 " },
    { "shopHide", 6, 9, "true=Yes:3 false=No:2 =Empty:1 " },
    { "date", 6, 9, "2026-11-24=24 Nov 2026:3 =Empty:2 2026-11-23=23 Nov 2026:1 " },
  };
  g_autoptr (ComptoirTable) table = model_test_table (
      "pending-orders", "[{'title':'a','stock':'1.50','shopHide':1,'date':'2026-11-24 08:00'},"
                        "{'title':'b','stock':1.5,'shopHide':true,'date':'2026-11-24 09:00'},"
                        "{'title':'b','stock':2,'shopHide':'1','date':'2026-11-24'},"
                        "{'title':'','stock':10,'shopHide':0,'date':'2026-11-23'},"
                        "{'title':null,'stock':null,'shopHide':false,'date':''},"
                        "{'title':'b'}]");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *values = count (table, cases[i].column, cases[i].n_rows, cases[i].max);

      g_assert_cmpstr (values, ==, cases[i].values);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-values/count", test_count);
  return g_test_run ();
}
