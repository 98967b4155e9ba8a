/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-row.h"

static void
test_thousandths (void)
{
  static const struct
  {
    gint64 value;
    const char *text;
  } cases[] = {
    { 0, "0" },       { 1, "0.001" },    { 250, "0.25" },   { 1000, "1" },
    { 1050, "1.05" }, { -1500, "-1.5" }, { 100000, "100" }, { -5, "-0.005" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoRow) row = demo_row_new ();

      demo_row_add_thousandths (row, "weight", cases[i].value);
      g_assert_cmpstr (demo_row_get (row, "weight"), ==, cases[i].text);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 cents;
    const char *text;
  } cases[] = {
    { 0, "0.00" }, { 5, "0.05" }, { 140, "1.40" }, { -20, "-0.20" }, { -1234, "-12.34" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoRow) row = demo_row_new ();

      demo_row_add_money (row, "price", cases[i].cents);
      g_assert_cmpstr (demo_row_get (row, "price"), ==, cases[i].text);
    }
}

static void
test_json_string (void)
{
  static const struct
  {
    const char *text;
    gboolean ascii;
    const char *json;
  } cases[] = {
    { "", FALSE, "\"\"" },
    { "Pâté", FALSE, "\"Pâté\"" },
    { "Pâté", TRUE, "\"P\\u00e2t\\u00e9\"" },
    { "😀!", TRUE, "\"\\ud83d\\ude00!\"" },
    { "a\"b\\c/d", FALSE, "\"a\\\"b\\\\c\\/d\"" },
    { "1\n2\t3\x01", FALSE, "\"1\\n2\\u00093\\u0001\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      demo_append_json_string (out, cases[i].text, strlen (cases[i].text), cases[i].ascii);
      g_assert_cmpstr (out->str, ==, cases[i].json);
    }
}

static void
test_clear (void)
{
  g_autoptr (DemoRow) row = demo_row_new ();

  demo_row_add (row, DEMO_FIELD_TEXT, "title", "Pain");
  demo_row_add (row, DEMO_FIELD_TEXT, "email", NULL);
  g_assert_cmpstr (demo_row_get (row, "email"), ==, "");
  demo_row_clear (row);
  g_assert_null (demo_row_get (row, "title"));
  demo_row_add_int (row, "id", 12);
  g_assert_cmpstr (demo_row_get (row, "id"), ==, "12");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/row/thousandths", test_thousandths);
  g_test_add_func ("/demo/row/money", test_money);
  g_test_add_func ("/demo/row/json-string", test_json_string);
  g_test_add_func ("/demo/row/clear", test_clear);
  return g_test_run ();
}
