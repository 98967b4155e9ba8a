/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cell.h"

#include <string.h>

static void
test_empty (void)
{
  g_assert_true (comptoir_cell_is_empty (COMPTOIR_CELL_ABSENT, NULL, 0));
  g_assert_true (comptoir_cell_is_empty (COMPTOIR_CELL_NULL, NULL, 0));
  g_assert_true (comptoir_cell_is_empty (COMPTOIR_CELL_TEXT, "", 0));
  g_assert_true (comptoir_cell_is_empty (COMPTOIR_CELL_TEXT, " \t", 2));
  g_assert_false (comptoir_cell_is_empty (COMPTOIR_CELL_TEXT, "0", 1));
  g_assert_false (comptoir_cell_is_empty (COMPTOIR_CELL_FALSE, NULL, 0));
  g_assert_false (comptoir_cell_is_empty (COMPTOIR_CELL_NESTED, "[]", 2));
}

static void
test_boolean (void)
{
  static const struct
  {
    ComptoirCellKind kind;
    const char *text;
    int value; /* -1: neither */
  } cases[] = {
    { COMPTOIR_CELL_TRUE, NULL, 1 },    { COMPTOIR_CELL_FALSE, NULL, 0 },
    { COMPTOIR_CELL_NUMBER, "1", 1 },   { COMPTOIR_CELL_NUMBER, "0", 0 },
    { COMPTOIR_CELL_TEXT, "true", 1 },  { COMPTOIR_CELL_TEXT, "FALSE", 0 },
    { COMPTOIR_CELL_TEXT, "oui", 1 },   { COMPTOIR_CELL_TEXT, "2", -1 },
    { COMPTOIR_CELL_TEXT, "yess", -1 }, { COMPTOIR_CELL_NESTED, "1", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean value = FALSE;
      gsize length = cases[i].text != NULL ? strlen (cases[i].text) : 0;

      g_assert_cmpint (comptoir_cell_read_boolean (cases[i].kind, cases[i].text, length, &value),
                       ==, cases[i].value >= 0);
      if (cases[i].value >= 0)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_number (void)
{
  static const struct
  {
    const char *text;
    const char *number; /* NULL: not a number */
  } cases[] = {
    { "12.50", "12.50" }, { " 12,50 ", "12.50" }, { "1e400", "1e400" }, { "-3", "-3" },
    { "", NULL },         { "abc", NULL },        { "1,2,3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[COMPTOIR_CELL_BUFFER];
      const char *text = cases[i].text;
      gsize length = strlen (text);

      g_assert_cmpint (comptoir_cell_read_number (&text, &length, buffer), ==,
                       cases[i].number != NULL);
      if (cases[i].number != NULL)
        g_assert_cmpmem (text, length, cases[i].number, strlen (cases[i].number));
    }
}

static void
test_value (void)
{
  static const struct
  {
    ComptoirColumnType type;
    const char *text;
    const char *value;
  } cases[] = {
    { COMPTOIR_COLUMN_TEXT, "Pain", "Pain" },
    { COMPTOIR_COLUMN_TEXT, "  ", "" },
    { COMPTOIR_COLUMN_TEXT, "1.50", "1.50" },
    { COMPTOIR_COLUMN_MONEY, "1.50", "1.5" },
    { COMPTOIR_COLUMN_MONEY, "1,50", "1.5" },
    { COMPTOIR_COLUMN_DECIMAL, "10.00", "10" },
    { COMPTOIR_COLUMN_INTEGER, "12345678901234567890", "12345678901234567890" },
    { COMPTOIR_COLUMN_BOOLEAN, "1", "true" },
    { COMPTOIR_COLUMN_BOOLEAN, "false", "false" },
    { COMPTOIR_COLUMN_DATE, "1795504320", "2026-11-24" },
    { COMPTOIR_COLUMN_DATE, "24/11/2026 10:00", "2026-11-24" },
    { COMPTOIR_COLUMN_DATE, "soon", "soon" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = comptoir_cell_dup_value (
          cases[i].type, COMPTOIR_CELL_TEXT, cases[i].text, strlen (cases[i].text), zone);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/empty", test_empty);
  g_test_add_func ("/cell/boolean", test_boolean);
  g_test_add_func ("/cell/number", test_number);
  g_test_add_func ("/cell/value", test_value);
  return g_test_run ();
}
