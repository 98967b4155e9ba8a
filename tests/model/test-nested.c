/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-nested.h"

/* Writes a tree as one line: name=text, name{…}. */
static void
write_out (ComptoirNested *node, GString *line)
{
  GListModel *children = comptoir_nested_get_children (node);

  if (comptoir_nested_get_name (node) != NULL)
    g_string_append_printf (line, "%s%s", comptoir_nested_is_element (node) ? "#" : "",
                            comptoir_nested_get_name (node));
  if (children == NULL)
    {
      g_string_append_printf (line, "=%s", comptoir_nested_get_text (node));
      return;
    }
  g_assert_null (comptoir_nested_get_text (node));
  g_string_append_c (line, '{');
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (ComptoirNested) child = g_list_model_get_item (children, i);

      if (i > 0)
        g_string_append_c (line, ' ');
      write_out (child, line);
    }
  g_string_append_c (line, '}');
}

static void
test_read (void)
{
  static const struct
  {
    const char *json;
    const char *tree;
  } cases[] = {
    { "{}", "{}" },
    { "[]", "{}" },
    { "  [ ]  ", "{}" },
    { "{\"a\":1}", "{a=1}" },
    { "[1, 2]", "{#1=1 #2=2}" },
    /* numbers as they came */
    { "[0.10,1e400,12345678901234567890,-0]", "{#1=0.10 #2=1e400 #3=12345678901234567890 #4=-0}" },
    { "{\"t\":true,\"f\":false,\"n\":null}", "{t=true f=false n=null}" },
    { "{\"a\" : { \"b\" : [ ] , \"c\" : \"x\" } }", "{a{b{} c=x}}" },
    /* brackets and commas in strings are text */
    { "{\"k]}\":\"v,{[\\\"\"}", "{k]}=v,{[\"}" },
    { "[\"caf\\u00e9\",\"a\\nb\",\"\\\\\"]", "{#1=café #2=a\nb #3=\\}" },
    { "[\"\xF0\x9F\xA5\x96\"]", "{#1=\xF0\x9F\xA5\x96}" },
    { "[[[1]]]", "{#1{#1{#1=1}}}" },
    { "{\"a\":1,\"a\":2}", "{a=1 a=2}" },
    { "\"text\"", "=text" },
    { "12", "=12" },
    { "", "=" },
    /* not whole: what can be read of it */
    { "[1,2", "{#1=1 #2=2}" },
    { "{\"a\":", "{a=}" },
    { "{\"a", "{\"a=}" },
    { "[\"x", "{#1=\"x}" },
    { "{", "{}" },
    { "[,,]", "{#1= #2=}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirNested) root = comptoir_nested_new (cases[i].json, -1);
      g_autoptr (GString) line = g_string_new (NULL);

      write_out (root, line);
      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (line->str, ==, cases[i].tree);
    }
}

/* As deep as a table may be, and opening one level reads no other. */
static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (ComptoirNested) node = NULL;
  guint depth = 0;

  for (guint i = 0; i < 512; i++)
    g_string_append_c (json, '[');
  g_string_append (json, "7");
  for (guint i = 0; i < 512; i++)
    g_string_append_c (json, ']');
  node = comptoir_nested_new (json->str, (gssize) json->len);
  while (comptoir_nested_get_children (node) != NULL)
    {
      ComptoirNested *child = g_list_model_get_item (comptoir_nested_get_children (node), 0);

      g_object_unref (node);
      node = child;
      depth++;
    }
  g_assert_cmpuint (depth, ==, 512);
  g_assert_cmpstr (comptoir_nested_get_text (node), ==, "7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/nested/read", test_read);
  g_test_add_func ("/model/nested/deep", test_deep);
  return g_test_run ();
}
