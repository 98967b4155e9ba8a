/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

#include <json-glib/json-glib.h>

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static gint64
get_cents (JsonObject *object, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (json_object_get_string_member (object, name), ".", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpuint (strlen (parts[1]), ==, 2);
  return g_ascii_strtoll (parts[0], NULL, 10) * 100 + g_ascii_strtoll (parts[1], NULL, 10);
}

static gint64
sum_cents (JsonObject *object, const char *name)
{
  JsonArray *lines = json_object_get_array_member (object, name);
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (lines); i++)
    sum += get_cents (json_array_get_object_element (lines, i), "amount");
  return sum;
}

static void
test_day (CliTest *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *summary;

  cli_test_run (self, "summary --date yesterday");
  cli_test_assert_done (self);
  summary = parse (parser, self->out);
  g_assert_cmpint (get_cents (summary, "sales_incl_vat"), >, 0);
  g_assert_cmpint (get_cents (summary, "sales_incl_vat"), ==,
                   get_cents (summary, "sales_excl_vat") + sum_cents (summary, "vat"));
  g_assert_true (json_object_get_boolean_member (summary, "balanced"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (summary, "problems")), ==,
                    0);
  g_assert_true (json_object_has_member (summary, "payments"));
  g_assert_true (json_object_has_member (summary, "discounts"));
  g_assert_true (json_object_has_member (summary, "refunds"));
}

/* The same figures from the file as from the service, but for the number of orders. */
static void
test_file (CliTest *self, gconstpointer data)
{
  static const char *const names[] = { "sales_incl_vat", "sales_excl_vat", "discounts", "refunds" };
  g_autofree char *path = cli_test_get_path (self, "123456789FEC20261231.txt");
  g_autofree char *report = g_strdup_printf ("report -d yesterday -f fec -o '%s'", path);
  g_autofree char *command_line = g_strdup_printf ("summary --file '%s'", path);
  g_autoptr (JsonParser) day_parser = json_parser_new ();
  g_autoptr (JsonParser) file_parser = json_parser_new ();
  g_autofree char *content = NULL;
  JsonObject *day, *file;

  cli_test_run (self, report);
  cli_test_assert_done (self);
  cli_test_run (self, "summary -d yesterday");
  cli_test_assert_done (self);
  day = parse (day_parser, self->out);
  cli_test_run (self, command_line);
  cli_test_assert_done (self);
  file = parse (file_parser, self->out);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (get_cents (day, names[i]), ==, get_cents (file, names[i]));

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  cli_test_run_with_input (self, content, "summary --file -");
  cli_test_assert_done (self);
  file = parse (file_parser, self->out);
  g_assert_cmpint (get_cents (day, "sales_incl_vat"), ==, get_cents (file, "sales_incl_vat"));
}

static void
test_failures (CliTest *self, gconstpointer data)
{
  g_autofree char *path = cli_test_write (self, "page.txt", "<html><body>503</body></html>", -1);
  g_autofree char *page = g_strdup_printf ("summary --file '%s'", path);
  const struct
  {
    const char *command_line;
    int status;
  } cases[] = {
    { "summary", 1 },
    { "summary --date 2024-02-30", 1 },
    { "summary --date yesterday --file x", 1 },
    { "summary --file /nonexistent/fec.txt", 1 },
    { page, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_test_run (self, cases[i].command_line);
      cli_test_assert_failed (self, cases[i].status);
    }
  cli_test_set_fault (self, "500:getSales.php");
  cli_test_run (self, "summary --date yesterday");
  cli_test_assert_failed (self, 2);
}

#define ADD(name, func) \
  g_test_add (name, CliTest, NULL, cli_test_set_up_shop, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-summary/day", test_day);
  ADD ("/cli-summary/file", test_file);
  ADD ("/cli-summary/failures", test_failures);
  return g_test_run ();
}
