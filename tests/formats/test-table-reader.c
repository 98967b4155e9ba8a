/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-dump.h"

/* Without a stated format the first bytes decide. */
static void
test_formats (void)
{
  static const char *const cases[][2] = {
    { "[{\"a\":1}]", "a | 1" },
    { "\n\n{\"items\":[{\"a\":1}]}", "a | 1" },
    { "id;title\n1;a\n", "id title | \"1\" \"a\"" },
    { "null", "" },
    { "null \n", "" },
    { "nullable;x\na;b\n", "nullable x | \"a\" \"b\"" },
    { "", "" },
    { " \n", "" },
    { "<br />\n<b>Warning</b>: x in y<br />\n[{\"a\":1}]", "a | 1" },
    { "<br />\n<b>Warning</b>: x in y<br />\nid;title\n1;a\n", "id title | \"1\" \"a\"" },
    { "Warning: x in y on line 3\n[{\"a\":1}]", "a | 1" },
    { "\xEF\xBB\xBF{\"1\":{\"a\":2}}", "id a | \"1\" 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize slice = 0; slice <= strlen (cases[i][0]); slice++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *table = read_sliced (cases[i][0], strlen (cases[i][0]),
                                              COMPTOIR_TABLE_FORMAT_AUTO, slice, &error);

        g_assert_no_error (error);
        g_assert_cmpstr (table, ==, cases[i][1]);
      }
}

static void
test_web_page (void)
{
  static const ComptoirTableFormat formats[]
      = { COMPTOIR_TABLE_FORMAT_AUTO, COMPTOIR_TABLE_FORMAT_JSON, COMPTOIR_TABLE_FORMAT_CSV };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      static const char page[] = "<!DOCTYPE html>\n<html><script>a = [{}]</script></html>";
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_table_read ("items", page, strlen (page), formats[i], &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
    }
}

/* An error is for good, and says where it is. */
static void
test_error_stays (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);
  g_autoptr (GError) error = NULL;

  g_assert_true (comptoir_table_reader_feed (reader, "[{\"a\":1},\n", 10, NULL));
  g_assert_cmpuint (comptoir_table_reader_get_line (reader), ==, 2);
  g_assert_cmpuint (comptoir_table_reader_get_offset (reader), ==, 10);
  g_assert_false (comptoir_table_reader_feed (reader, "  !\n\n", 5, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED);
  g_assert_cmpuint (comptoir_table_reader_get_line (reader), ==, 2);
  g_assert_cmpuint (comptoir_table_reader_get_offset (reader), ==, 12);
  g_assert_false (comptoir_table_reader_feed (reader, "{}]", 3, NULL));
  g_assert_false (comptoir_table_reader_finish (reader, NULL));
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 1);
}

static void
test_lines (void)
{
  static const char text[] = "a;b\r\n1;2\r3;4\n\r5;6";

  for (gsize slice = 1; slice < sizeof text; slice++)
    {
      g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
      g_autoptr (ComptoirTableReader) reader
          = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_CSV);

      for (gsize i = 0; i < strlen (text); i += slice)
        g_assert_true (
            comptoir_table_reader_feed (reader, text + i, MIN (slice, strlen (text) - i), NULL));
      g_assert_true (comptoir_table_reader_finish (reader, NULL));
      g_assert_cmpuint (comptoir_table_reader_get_line (reader), ==, 5);
      g_assert_cmpuint (comptoir_table_reader_get_offset (reader), ==, strlen (text));
      g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 3);
    }
}

static gpointer
feed (gpointer data)
{
  ComptoirTable *table = data;
  g_autoptr (ComptoirTableReader) reader
      = comptoir_table_reader_new (table, COMPTOIR_TABLE_FORMAT_JSON);

  g_assert_true (comptoir_table_reader_feed (reader, "[", 1, NULL));
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *row = g_strdup_printf ("%s{\"id\":%u,\"title\":\"Row %u\",\"x%u\":[%u]}",
                                              i > 0 ? "," : "", i, i, i / 1000, i);

      g_assert_true (comptoir_table_reader_feed (reader, row, strlen (row), NULL));
    }
  g_assert_true (comptoir_table_reader_feed (reader, "]", 1, NULL));
  g_assert_true (comptoir_table_reader_finish (reader, NULL));
  return NULL;
}

/* A reader on one thread, the table looked at on another. */
static void
test_two_threads (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  GThread *thread = g_thread_new ("feed", feed, table);
  guint n_rows = 0;

  while (n_rows < 20000)
    {
      g_autofree char *expected = NULL;
      const char *text;

      n_rows = comptoir_table_get_n_rows (table);
      if (n_rows == 0)
        continue;
      expected = g_strdup_printf ("Row %u", n_rows - 1);
      comptoir_table_get_cell (table, n_rows - 1, 1, &text, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
  g_thread_join (thread);
  g_assert_cmpuint (comptoir_table_get_n_columns (table), ==, 22);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-reader/formats", test_formats);
  g_test_add_func ("/table-reader/web-page", test_web_page);
  g_test_add_func ("/table-reader/error-stays", test_error_stays);
  g_test_add_func ("/table-reader/lines", test_lines);
  g_test_add_func ("/table-reader/two-threads", test_two_threads);
  return g_test_run ();
}
