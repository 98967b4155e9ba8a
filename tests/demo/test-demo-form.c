/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-form.h"

static void
test_fields (void)
{
  g_autoptr (DemoForm) form = demo_form_parse (
      "a=1&itemsList%5B%5D=12_2&itemsList[]=3&b=Zo%C3%A9+Durand&empty=&bare&a=2");

  g_assert_cmpuint (form->names->len, ==, 7);
  g_assert_cmpstr (g_ptr_array_index (form->names, 1), ==, "itemsList[]");
  g_assert_cmpstr (g_ptr_array_index (form->values, 1), ==, "12_2");
  g_assert_cmpstr (g_ptr_array_index (form->values, 2), ==, "3");
  g_assert_cmpstr (demo_form_get (form, "a"), ==, "2");
  g_assert_cmpstr (demo_form_get (form, "b"), ==, "Zoé Durand");
  g_assert_cmpstr (demo_form_get (form, "empty"), ==, "");
  g_assert_cmpstr (demo_form_get (form, "bare"), ==, "");
  g_assert_null (demo_form_get (form, "none"));
}

static void
test_odd (void)
{
  g_autoptr (DemoForm) nothing = demo_form_parse (NULL);
  g_autoptr (DemoForm) separators = demo_form_parse ("&&a=b=c&");
  g_autoptr (DemoForm) stray = demo_form_parse ("a=100%&b=%00");
  g_autoptr (DemoForm) latin = demo_form_parse ("a=Zo%E9");

  g_assert_cmpuint (nothing->names->len, ==, 0);
  g_assert_cmpstr (demo_form_get (separators, "a"), ==, "b=c");
  g_assert_cmpstr (demo_form_get (stray, "a"), ==, "100%");
  g_assert_cmpstr (demo_form_get (stray, "b"), ==, "%00");
  g_assert_null (latin);
}

static void
test_int (void)
{
  g_autoptr (DemoForm) form = demo_form_parse ("a=-2&b=&c=12x&d=99999999999&e=+7");
  int value = 5;

  g_assert_true (demo_form_get_int (form, "none", &value));
  g_assert_cmpint (value, ==, 5);
  g_assert_true (demo_form_get_int (form, "b", &value));
  g_assert_cmpint (value, ==, 5);
  g_assert_true (demo_form_get_int (form, "a", &value));
  g_assert_cmpint (value, ==, -2);
  g_assert_false (demo_form_get_int (form, "c", &value));
  g_assert_false (demo_form_get_int (form, "d", &value));
  g_assert_false (demo_form_get_int (form, "e", &value));
}

static void
test_decimal (void)
{
  static const struct
  {
    const char *text;
    guint decimals;
    gboolean right;
    gint64 value;
  } cases[] = {
    { "0", 2, TRUE, 0 },           { "12", 2, TRUE, 1200 },
    { "12.5", 2, TRUE, 1250 },     { "12.50", 2, TRUE, 1250 },
    { "12.505", 2, FALSE, 0 },     { "0.125", 3, TRUE, 125 },
    { "-3.10", 2, TRUE, -310 },    { "12,5", 2, FALSE, 0 },
    { "", 2, FALSE, 0 },           { ".5", 2, FALSE, 0 },
    { "5.", 2, FALSE, 0 },         { "1e3", 2, FALSE, 0 },
    { " 1", 2, FALSE, 0 },         { "1 ", 2, FALSE, 0 },
    { "+1", 2, FALSE, 0 },         { "999999999", 2, TRUE, 99999999900 },
    { "1000000000", 2, FALSE, 0 }, { "-", 2, FALSE, 0 },
    { "1.2.3", 2, FALSE, 0 },      { "99999999999999999999", 2, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (demo_parse_decimal (cases[i].text, cases[i].decimals, &value), ==,
                       cases[i].right);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/form/fields", test_fields);
  g_test_add_func ("/demo/form/odd", test_odd);
  g_test_add_func ("/demo/form/int", test_int);
  g_test_add_func ("/demo/form/decimal", test_decimal);
  return g_test_run ();
}
