/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-target.h"

#include "table-dump.h"

/* Tells a document to a target: brackets, commas and colons as they are, words and quoted texts
 * without escapes. */
static void
tell (ComptoirJsonTarget *target, const char *json)
{
  gboolean name = FALSE;
  gsize n;

  for (; *json != '\0'; json += n)
    {
      n = 1;
      if (*json == '{' || *json == '[')
        comptoir_json_target_open (target, *json == '{');
      else if (*json == '}' || *json == ']')
        comptoir_json_target_close (target);
      else if (*json == ',')
        comptoir_json_target_comma (target);
      else if (*json == ':')
        comptoir_json_target_colon (target);
      else if (*json == '"')
        {
          n = strcspn (json + 1, "\"") + 2;
          if (name)
            g_assert_true (
                comptoir_json_target_name (target, json + 1, n - 2, COMPTOIR_JSON_TEXT_PLAIN));
          else
            g_assert_true (
                comptoir_json_target_text (target, json + 1, n - 2, COMPTOIR_JSON_TEXT_PLAIN));
        }
      else
        {
          n = strcspn (json, ",]}");
          comptoir_json_target_word (
              target, *json == 'n' ? COMPTOIR_CELL_NULL : COMPTOIR_CELL_NUMBER, json, n);
        }
      name = comptoir_json_target_is_in_object (target) && (*json == '{' || *json == ',');
    }
  g_assert_cmpuint (comptoir_json_target_get_depth (target), ==, 0);
}

static void
test_roles (void)
{
  static const struct
  {
    ComptoirJsonRows rows;
    guint n_wrappers;
    const char *json;
    const char *table;
  } cases[] = {
    { COMPTOIR_JSON_ROWS_IN_ARRAY, 0, "[{\"a\":1},[2],3]", "a 1 value | 1 - - | - 2 - | - - 3" },
    { COMPTOIR_JSON_ROWS_IN_ARRAY, 1, "{\"n\":2,\"m\":{\"x\":[{}]},\"i\":[{\"a\":1}],\"j\":[2]}",
      "a value | 1 - | - 2" },
    { COMPTOIR_JSON_ROWS_IN_OBJECT, 0, "{\"1\":{\"a\":[1,{\"b\":\"c\"}]},\"count\":1}",
      "id a | \"1\" ~[1,{\"b\":\"c\"}]" },
    { COMPTOIR_JSON_ROWS_IN_OBJECT, 1, "{\"x\":5,\"i\":{\"1\":2,\"3\":null}}",
      "id value | \"1\" 2 | \"3\" null" },
    { COMPTOIR_JSON_ROW_IS_OBJECT, 0, "{\"a\":{},\"b\":[]}", "a b | ~{} ~[]" },
    { COMPTOIR_JSON_ROW_IS_OBJECT, 0, "{}", "" },
    { COMPTOIR_JSON_ROWS_IN_ARRAY, 0, "null", "" },
    { COMPTOIR_JSON_ROWS_IN_ARRAY, 0, "5", "value | 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirJsonShape shape = { 0, cases[i].n_wrappers, cases[i].rows };
      g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
      g_autoptr (ComptoirJsonTarget) target = comptoir_json_target_new (table, &shape);
      g_autofree char *dump = NULL;

      tell (target, cases[i].json);
      dump = dump_table (table);
      g_assert_cmpstr (dump, ==, cases[i].table);
    }
}

static void
test_unknown_escape (void)
{
  ComptoirJsonShape shape = { 0, 0, COMPTOIR_JSON_ROW_IS_OBJECT };
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirJsonTarget) target = comptoir_json_target_new (table, &shape);

  comptoir_json_target_open (target, TRUE);
  g_assert_false (comptoir_json_target_name (target, "\\x", 2, COMPTOIR_JSON_TEXT_ESCAPES));
  g_assert_true (comptoir_json_target_name (target, "\\n", 2, COMPTOIR_JSON_TEXT_ESCAPES));
  g_assert_false (comptoir_json_target_text (target, "\\x", 2, COMPTOIR_JSON_TEXT_ESCAPES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-target/roles", test_roles);
  g_test_add_func ("/json-target/unknown-escape", test_unknown_escape);
  return g_test_run ();
}
