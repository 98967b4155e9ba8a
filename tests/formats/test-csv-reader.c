/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-dump.h"

static const struct
{
  const char *csv;
  const char *table;
} dialects[] = {
  { "id;title\n1;Pain\n2;Miche\n", "id title | \"1\" \"Pain\" | \"2\" \"Miche\"" },
  { "id,title\r\n1,Pain\r\n2,Miche", "id title | \"1\" \"Pain\" | \"2\" \"Miche\"" },
  { "id\ttitle\r1\tPain\r2\tMiche\r", "id title | \"1\" \"Pain\" | \"2\" \"Miche\"" },
  { "id|title\n1|Pain\r\n2|Miche\r3|x",
    "id title | \"1\" \"Pain\" | \"2\" \"Miche\" | \"3\" \"x\"" },
  { "\xEF\xBB\xBFid;price\n1;1,50\n2;2,25\n", "id price | \"1\" \"1,50\" | \"2\" \"2,25\"" },
  { "sep=,\nid,title\n1,a;b\n2,c;d\n", "id title | \"1\" \"a;b\" | \"2\" \"c;d\"" },
  { "id;title\n1;\"Pain \"\"de mie\"\"; tranché\"\n2;\"deux\r\nlignes\"\n",
    "id title | \"1\" \"Pain \"de mie\"; tranché\" | \"2\" \"deux\r\nlignes\"" },
  { "id;title\n1;5\" vis\n2;\"a\"b\n", "id title | \"1\" \"5\" vis\" | \"2\" \"ab\"" },
  { "id;title\n1\n2;a;b\n3;c;\n", "id title 3 | \"1\" - - | \"2\" \"a\" \"b\" | \"3\" \"c\" \"\"" },
  { "id;title;\n1;a;\n2;b;\n", "id title | \"1\" \"a\" | \"2\" \"b\"" },
  { "id;;title;title\n1;2;3;4\n", "id title title (2) 2 | \"1\" \"3\" \"4\" \"2\"" },
  { "id;2;x\n1;a;b;c\n", "id 2 x 4 | \"1\" \"a\" \"b\" \"c\"" },
  { "\n\nid;title\n\n1;a\n\n\n2;b\n\n", "id title | \"1\" \"a\" | \"2\" \"b\"" },
  { "id;title\n00123;0.10\n1e400;12345678901234567890\n",
    "id title | \"00123\" \"0.10\" | \"1e400\" \"12345678901234567890\"" },
  { "70;12/12/2020;202012054;702;DUPONT;OEUFS;0.00;11.37;12",
    "1 2 3 4 5 6 7 8 9 | \"70\" \"12/12/2020\" \"202012054\" \"702\" \"DUPONT\" \"OEUFS\" "
    "\"0.00\" \"11.37\" \"12\"" },
  { "1,5;2,5\n3,5;4,5\n", "1 2 | \"1,5\" \"2,5\" | \"3,5\" \"4,5\"" },
  { "Jour;Ventes\nlundi;12\n", "Jour Ventes | \"lundi\" \"12\"" },
  { "DUPONT;OEUFS\n", "1 2 | \"DUPONT\" \"OEUFS\"" },
  { "id;title\n", "id title" },
  { "\"id\";\"title\"\n\"1\";\"\"\n", "id title | \"1\" \"\"" },
  { "title\nPain\nMiche, tranchée\nSeigle\n",
    "title | \"Pain\" | \"Miche, tranchée\" | \"Seigle\"" },
  { "id;title\n1;Caf\xE9\n2;Caf\xC3\xA9\n3;\x80\n",
    "id title | \"1\" \"Café\" | \"2\" \"Café\" | \"3\" \"€\"" },
  { "<br />\n<b>Warning</b>: foo<br />\nid;title\n1;a\n", "id title | \"1\" \"a\"" },
  { "a;b\n\"x\";\"y\"\r\n\"\";\"\"\r\n", "a b | \"x\" \"y\" | \"\" \"\"" },
  { "", "" },
  { "\n \n", "" },
};

static void
check (const char *csv, gsize length, const char *expected)
{
  for (gsize slice = 0; slice <= length; slice++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *table = read_sliced (csv, length, COMPTOIR_TABLE_FORMAT_CSV, slice, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (table, ==, expected);
    }
}

static void
test_dialects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    check (dialects[i].csv, strlen (dialects[i].csv), dialects[i].table);
}

static void
test_nul (void)
{
  static const char csv[] = "id;title\n1;a\0b\n";

  check (csv, sizeof csv - 1, "id title | \"1\" \"a^@b\"");
}

static void
test_open_quote (void)
{
  static const char csv[] = "id;title\n1;a\n2;\"b\n3;c\n";

  for (gsize slice = 0; slice < sizeof csv; slice++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *table
          = read_sliced (csv, strlen (csv), COMPTOIR_TABLE_FORMAT_CSV, slice, &error);

      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TRUNCATED);
      g_assert_cmpstr (table, ==, "id title | \"1\" \"a\" | \"2\" \"b\n3;c\n\"");
    }
}

static void
test_web_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table
      = read_sliced ("\n<!doctype html><p>a;b", 22, COMPTOIR_TABLE_FORMAT_CSV, 0, &error);

  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
  g_assert_cmpstr (table, ==, "");
}

/* A field of 10 MB, and the rows that come before it has. */
static void
test_large (void)
{
  gsize size = 10 * 1024 * 1024;
  g_autofree char *field = g_strnfill (size, 'x');
  g_autoptr (GString) csv = g_string_new ("id;title\n");
  g_autoptr (ComptoirTable) table = comptoir_table_new ("items");
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_CSV);
  const char *text;
  gsize length;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (csv, "%u;x\n", i);
  g_assert_true (comptoir_table_reader_feed (reader, csv->str, csv->len, NULL));
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 100);
  g_assert_true (comptoir_table_reader_feed (reader, "100;", 4, NULL));
  for (gsize i = 0; i < size; i += 65536)
    g_assert_true (comptoir_table_reader_feed (reader, field + i, 65536, NULL));
  g_assert_true (comptoir_table_reader_finish (reader, NULL));
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 101);
  comptoir_table_get_cell (table, 100, 1, &text, &length);
  g_assert_cmpuint (length, ==, size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/dialects", test_dialects);
  g_test_add_func ("/csv-reader/nul", test_nul);
  g_test_add_func ("/csv-reader/open-quote", test_open_quote);
  g_test_add_func ("/csv-reader/web-page", test_web_page);
  g_test_add_func ("/csv-reader/large", test_large);
  return g_test_run ();
}
