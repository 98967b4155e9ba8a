/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-sort.h"

#include <locale.h>

#include "comptoir-decimal.h"
#include "model-test.h"

static char *
sort (ComptoirTable *table, const char *name, gboolean descending, ComptoirTable *reference)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GString) order = g_string_new (NULL);
  guint n_rows = comptoir_table_get_n_rows (table), column;
  g_autofree guint32 *rows = g_new (guint32, n_rows);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = i;
  g_assert_true (comptoir_table_find_column (table, name, &column));
  g_assert_true (
      comptoir_table_sort (table, column, descending, reference, zone, rows, n_rows, NULL));
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (order, "%u", rows[i]);
  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
test_orders (void)
{
  static const struct
  {
    const char *json;
    const char *up;
    const char *down;
  } cases[] = {
    /* numbers by value, to the last digit; equal ones as they came; nothing last */
    { "[{'a':10},{'a':9},{'a':-1},{'a':null},{'a':9.0},{}]", "214035", "014235" },
    { "[{'a':12345678901234567891},{'a':12345678901234567890},{'a':1e400},{'a':1e-400}]", "3102",
      "2013" },
    { "[{'price':'2,50'},{'price':'2.5'},{'price':'10'},{'price':''},{'price':'1,999'}]", "40123",
      "20143" },
    { "[{'a':-0.0},{'a':0},{'a':-0.1}]", "201", "012" },
    /* text, blanks count as nothing */
    { "[{'t':'b'},{'t':' '},{'t':'a'},{'t':'c'},{'t':'a'}]", "24031", "30241" },
    /* dates however they are written */
    { "[{'date':'2026-11-24'},{'date':'2025-01-01'},{'date':'0000-00-00'},{'date':''}]", "1023",
      "0123" },
    { "[{'date':1795504320},{'date':'24/11/2026'},{'date':'2026-11-24 09:00'}]", "102", "201" },
    /* no before yes */
    { "[{'a':true},{'a':false},{'a':null},{'a':true}]", "1032", "0312" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirTable) table = model_test_table (NULL, cases[i].json);
      const char *name = comptoir_table_get_column_name (table, 0);
      g_autofree char *up = sort (table, name, FALSE, NULL);
      g_autofree char *down = sort (table, name, TRUE, NULL);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (up, ==, cases[i].up);
      g_assert_cmpstr (down, ==, cases[i].down);
    }
}

static void
test_references (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (
      "items", "[{'deptID':1},{'deptID':2},{'deptID':3},{'deptID':9},{'deptID':null}]");
  g_autoptr (ComptoirTable) departments = model_test_table (
      "departments", "[{'id':1,'title':'Thé'},{'id':2,'title':'Café'},{'id':3,'title':'Pains'}]");
  g_autofree char *by_title = sort (table, "deptID", FALSE, departments);

  g_assert_cmpstr (by_title, ==, "31204");
}

/* What the locale says of letters counts, not their codes. */
static void
test_locale (void)
{
  g_autoptr (ComptoirTable) table
      = model_test_table ("items", "[{'title':'zeste'},{'title':'Éclair'},{'title':'farine'}]");
  g_autofree char *order = NULL;

  if (setlocale (LC_COLLATE, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("There is no French locale here");
      return;
    }
  order = sort (table, "title", FALSE, NULL);
  setlocale (LC_COLLATE, "C.UTF-8");
  g_assert_cmpstr (order, ==, "120");
}

static int
get_text (ComptoirTable *table, guint row, guint column, char **text)
{
  const char *cell = NULL;
  gsize length = 0;
  ComptoirCellKind kind = comptoir_table_get_cell (table, row, column, &cell, &length);

  *text = g_strndup (cell != NULL ? cell : "", length);
  return kind != COMPTOIR_CELL_ABSENT && kind != COMPTOIR_CELL_NULL && length > 0;
}

/* Whether @a may stand before @b, by the plainest means. */
static gboolean
in_order (ComptoirTable *table, guint column, gboolean descending, guint a, guint b)
{
  g_autofree char *a_text = NULL, *b_text = NULL;
  int a_filled = get_text (table, a, column, &a_text);
  int b_filled = get_text (table, b, column, &b_text);
  int order;

  if (!a_filled || !b_filled)
    return a_filled > b_filled || (a_filled == b_filled && a < b);
  if (comptoir_table_get_column_type (table, column) == COMPTOIR_COLUMN_TEXT)
    order = g_utf8_collate (a_text, b_text);
  else if (comptoir_table_get_column_type (table, column) == COMPTOIR_COLUMN_DATE)
    order = strcmp (a_text, b_text);
  else
    order = comptoir_number_compare (a_text, strlen (a_text), b_text, strlen (b_text));
  if (order == 0)
    return a < b;
  return descending ? order > 0 : order < 0;
}

static void
test_random (void)
{
  static const char *const columns[] = { "id", "title", "price", "stock", "createdDate" };
  g_autofree char *json = model_test_random_json (7, 2000);
  g_autoptr (ComptoirTable) table
      = comptoir_table_read ("items", json, strlen (json), COMPTOIR_TABLE_FORMAT_JSON, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  guint n_rows = comptoir_table_get_n_rows (table);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (columns); i++)
    {
      g_autofree guint32 *rows = g_new (guint32, n_rows);
      guint column;

      g_assert_true (comptoir_table_find_column (table, columns[i / 2], &column));
      for (guint row = 0; row < n_rows; row++)
        rows[row] = row;
      g_assert_true (comptoir_table_sort (table, column, i % 2, NULL, zone, rows, n_rows, NULL));
      for (guint row = 1; row < n_rows; row++)
        g_assert_true (in_order (table, column, i % 2, rows[row - 1], rows[row]));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (NULL, "[{'a':1},{'a':2}]");
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint32 rows[] = { 0, 1 };

  g_cancellable_cancel (cancellable);
  g_assert_false (comptoir_table_sort (table, 0, FALSE, NULL, zone, rows, 2, cancellable));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-sort/orders", test_orders);
  g_test_add_func ("/table-sort/references", test_references);
  g_test_add_func ("/table-sort/locale", test_locale);
  g_test_add_func ("/table-sort/random", test_random);
  g_test_add_func ("/table-sort/cancelled", test_cancelled);
  return g_test_run ();
}
