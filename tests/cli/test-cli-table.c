/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static const struct
{
  const char *name;
  const char *input;
  const char *output;
} readable[] = {
  { "text and numbers as they came",
    "[{\"id\":\"00123\",\"a\":1e400,\"b\":12345678901234567890,\"c\":0.10,\"d\":-0,\"e\":\"1e5\"}]",
    "id,a,b,c,d,e\r\n00123,1e400,12345678901234567890,0.10,-0,1e5\r\n" },
  { "true, false, null, absent, empty",
    "[{\"a\":true,\"b\":false,\"c\":null,\"d\":\"\",\"e\":1},{\"a\":null}]",
    "a,b,c,d,e\r\ntrue,false,,,1\r\n,,,,\r\n" },
  { "nested values", "[{\"a\":{\"b\":[1,\"x\"]},\"c\":[]}]",
    "a,c\r\n\"{\"\"b\"\":[1,\"\"x\"\"]}\",[]\r\n" },
  { "quotes, commas and line ends",
    "[{\"a,b\":\"x,\\\"y\\\"\\r\\nz\",\"é\":\"\\u00e9 \\ud83d\\ude00\"}]",
    "\"a,b\",é\r\n\"x,\"\"y\"\"\r\nz\",é 😀\r\n" },
  { "columns in the order they appear", "[{\"b\":1},{\"a\":2,\"b\":3}]", "b,a\r\n1,\r\n3,2\r\n" },
  { "nothing", "[]", "" },
  { "a CSV file", "id;title\r\n00123;Pain\r\n", "id,title\r\n00123,Pain\r\n" },
};

static void
test_readable (CliTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autofree char *path = cli_test_write (self, "input", readable[i].input, -1);
      g_autofree char *command_line = g_strdup_printf ("table --file '%s'", path);

      g_test_message ("%s", readable[i].name);
      cli_test_run (self, command_line);
      cli_test_assert_done (self);
      g_assert_cmpstr (self->out, ==, readable[i].output);
      cli_test_run_with_input (self, readable[i].input, "table --file -");
      cli_test_assert_done (self);
      g_assert_cmpstr (self->out, ==, readable[i].output);
    }
}

static void
test_unreadable (CliTest *self, gconstpointer data)
{
  static const char *const cases[] = {
    "[{\"id\":1},{\"id\":2}",
    "[{\"id\":1,}]",
    "[{\"id\":\"1}]",
    "[1] [2]",
    "<!DOCTYPE html><html><body>Maintenance</body></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cli_test_write (self, "input", cases[i], -1);
      g_autofree char *output = cli_test_write (self, "output", "older", -1);
      g_autofree char *command_line = g_strdup_printf ("table --file '%s' -o '%s'", path, output);
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i]);
      cli_test_run (self, command_line);
      cli_test_assert_failed (self, 4);
      g_assert_true (g_file_get_contents (output, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "older");
    }
}

static void
test_no_file (CliTest *self, gconstpointer data)
{
  g_autofree char *missing = cli_test_get_path (self, "none");
  g_autofree char *command_line = g_strdup_printf ("table --file '%s'", missing);
  g_autofree char *folder = g_strdup_printf ("table --file '%s'", self->folder);

  cli_test_run (self, command_line);
  cli_test_assert_failed (self, 1);
  g_assert_nonnull (strstr (self->err, missing));
  cli_test_run (self, folder);
  cli_test_assert_failed (self, 1);
}

static void
test_resource (CliTest *self, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;

  cli_test_run (self, "table departments");
  cli_test_assert_done (self);
  lines = g_strsplit (self->out, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "id,title,"));
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 9 + 1);
  g_assert_cmpstr (lines[10], ==, "");
}

static void
test_statuses (CliTest *self, gconstpointer data)
{
  static const struct
  {
    const char *fault;
    int status;
  } cases[] = {
    { "php-warning", 0 },   { "no-type", 0 },     { "deep-100", 0 }, { "reset-before", 2 },
    { "reset-in-body", 2 }, { "500", 2 },         { "401", 3 },      { "refused-key-200", 3 },
    { "html-200", 4 },      { "deep-100000", 4 }, { "bad-gzip", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].fault);
      cli_test_set_fault (self, cases[i].fault);
      cli_test_run (self, "table items");
      if (cases[i].status == 0)
        cli_test_assert_done (self);
      else
        cli_test_assert_failed (self, cases[i].status);
    }
}

static void
test_demo (CliTest *self, gconstpointer data)
{
  cli_test_run (self, "table --demo users");
  cli_test_assert_done (self);
  g_assert_true (g_str_has_prefix (self->out, "id,"));
}

#define ADD(name, set_up, func) g_test_add (name, CliTest, NULL, set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-table/readable", cli_test_set_up, test_readable);
  ADD ("/cli-table/unreadable", cli_test_set_up, test_unreadable);
  ADD ("/cli-table/no-file", cli_test_set_up, test_no_file);
  ADD ("/cli-table/resource", cli_test_set_up_shop, test_resource);
  ADD ("/cli-table/statuses", cli_test_set_up_shop, test_statuses);
  ADD ("/cli-table/demo", cli_test_set_up, test_demo);
  return g_test_run ();
}
