/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-probe.h"

#include <string.h>

#define ARRAY  COMPTOIR_JSON_ROWS_IN_ARRAY
#define KEYED  COMPTOIR_JSON_ROWS_IN_OBJECT
#define SINGLE COMPTOIR_JSON_ROW_IS_OBJECT

static const struct
{
  const char *json;
  ComptoirJsonRows rows;
  guint n_wrappers;
  gsize start;
} shapes[] = {
  { "[", ARRAY, 0, 0 },
  { " \n[1", ARRAY, 0, 2 },
  { "\xEF\xBB\xBF[", ARRAY, 0, 3 },
  { "{\"1\":{", KEYED, 0, 0 },
  { "{\"1\":\"a\"", KEYED, 0, 0 },
  { "{\"abc\":{\"title\":1", KEYED, 0, 0 },
  { "{\"items\":[1", ARRAY, 1, 0 },
  { "{\"items\":[],\"errors\":[]}", ARRAY, 1, 0 },
  { "{\"success\":true,\"total\":3,\"items\":[{", ARRAY, 1, 0 },
  { "{\"shop\":\"x\",\"items\":[{", ARRAY, 1, 0 },
  { "{\"a\":{\"b\":{\"c\":[1", ARRAY, 3, 0 },
  { "{\"a\":{\"count\":1,\"b\":{\"7\":{", KEYED, 2, 0 },
  { "{\"meta\":{\"page\":1},\"items\":{\"1\":{", KEYED, 1, 0 },
  { "{\"id\":1,\"items\":[", SINGLE, 0, 0 },
  { "{\"title\":\"x\",\"address\":{", SINGLE, 0, 0 },
  { "{\"result\":\"OK\",\"client\":{\"id\":1", SINGLE, 0, 0 },
  { "{\"a\":1,\"b\":2}", SINGLE, 0, 0 },
  { "{}", SINGLE, 0, 0 },
  { "<br>\n<b>Notice</b>: x [id] {main}<br>\n[]", ARRAY, 0, 38 },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      gsize length = strlen (shapes[i].json);
      ComptoirJsonShape shape;

      g_test_message ("case %u", i);
      g_assert_cmpint (comptoir_json_probe (shapes[i].json, length, TRUE, &shape), ==,
                       COMPTOIR_JSON_PROBE_FOUND);
      g_assert_cmpint (shape.rows, ==, shapes[i].rows);
      g_assert_cmpuint (shape.n_wrappers, ==, shapes[i].n_wrappers);
      g_assert_cmpuint (shape.start, ==, shapes[i].start);
      /* As soon as it is found, it is that. */
      for (gsize n = 0; n <= length; n++)
        if (comptoir_json_probe (shapes[i].json, n, FALSE, &shape) == COMPTOIR_JSON_PROBE_FOUND)
          {
            g_assert_cmpint (shape.rows, ==, shapes[i].rows);
            g_assert_cmpuint (shape.n_wrappers, ==, shapes[i].n_wrappers);
            g_assert_cmpuint (shape.start, ==, shapes[i].start);
          }
    }
}

static void
test_others (void)
{
  static const struct
  {
    const char *text;
    ComptoirJsonProbe result;
  } others[] = {
    { "", COMPTOIR_JSON_PROBE_EMPTY },
    { " \r\n\t", COMPTOIR_JSON_PROBE_EMPTY },
    { "<!doctype html>\n[]", COMPTOIR_JSON_PROBE_NONE },
    { "<p>\n[a]</p>", COMPTOIR_JSON_PROBE_NONE },
    { "No access", COMPTOIR_JSON_PROBE_NONE },
    { "nothing", COMPTOIR_JSON_PROBE_NONE },
    { "<br>\n[0] is not set", COMPTOIR_JSON_PROBE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      ComptoirJsonShape shape;
      ComptoirJsonProbe result
          = comptoir_json_probe (others[i].text, strlen (others[i].text), TRUE, &shape);

      g_test_message ("case %u", i);
      g_assert_cmpint (result, ==, others[i].result);
    }
}

static void
test_envelope (void)
{
  g_assert_true (comptoir_json_is_envelope_name ("Result", 6));
  g_assert_true (comptoir_json_is_envelope_name ("counter", 5));
  g_assert_false (comptoir_json_is_envelope_name ("title", 5));
  g_assert_false (comptoir_json_is_envelope_name ("", 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-probe/shapes", test_shapes);
  g_test_add_func ("/json-probe/others", test_others);
  g_test_add_func ("/json-probe/envelope", test_envelope);
  return g_test_run ();
}
