/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-dialect.h"

#include <string.h>

static const struct
{
  const char *csv;
  char separator;
  gboolean has_header;
  gsize start;
} dialects[] = {
  { "id;title\n1;a\n", ';', TRUE, 0 },
  { "id,title\n1,a\n", ',', TRUE, 0 },
  { "id\ttitle\n1\ta\n", '\t', TRUE, 0 },
  { "id|title\n1|a\n", '|', TRUE, 0 },
  { "x;y\n1,5;2,5\n3,5;4,5\n", ';', TRUE, 0 },
  { "1,5;2,5\n3,5;4,5\n", ';', FALSE, 0 },
  { "id,title\n1,\"a;b;c\"\n2,\"d;e;f\"\n", ',', TRUE, 0 },
  { "title,note\na,x;y\nb,z\nc,\n", ',', TRUE, 0 },
  { "nom\nDupont\n", '\0', TRUE, 0 },
  { "1\n2\n", '\0', FALSE, 0 },
  { "12/12/2020;a\n13/12/2020;b\n", ';', FALSE, 0 },
  { "a;a\nb;c\n", ';', FALSE, 0 },
  { "x;;y\nb;c;d\n", ';', FALSE, 0 },
  { "x;y;\nb;c;\n", ';', TRUE, 0 },
  { "ID;2023;2024\na;1;2\n", ';', TRUE, 0 },
  { "\xEF\xBB\xBFid;title\n", ';', TRUE, 3 },
  { "sep=|\nid;x|title\n1|a\n", '|', TRUE, 6 },
  { "\n\n id;title\n1;a\n", ';', TRUE, 2 },
};

static void
test_dialects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      gsize length = strlen (dialects[i].csv);
      ComptoirCsvDialect dialect;

      g_test_message ("case %u", i);
      g_assert_cmpint (comptoir_csv_probe ("items", dialects[i].csv, length, FALSE, &dialect), ==,
                       COMPTOIR_CSV_PROBE_MORE);
      g_assert_cmpint (comptoir_csv_probe ("items", dialects[i].csv, length, TRUE, &dialect), ==,
                       COMPTOIR_CSV_PROBE_FOUND);
      g_assert_cmpint (dialect.separator, ==, dialects[i].separator);
      g_assert_cmpint (dialect.has_header, ==, dialects[i].has_header);
      g_assert_cmpuint (dialect.start, ==, dialects[i].start);
    }
}

/* Enough rows decide; what follows them changes nothing. */
static void
test_enough_rows (void)
{
  g_autoptr (GString) csv = g_string_new ("id;title\n");
  ComptoirCsvDialect dialect;

  for (guint i = 1; i < COMPTOIR_CSV_PROBE_ROWS; i++)
    g_string_append (csv, "1;a\n");
  g_assert_cmpint (comptoir_csv_probe (NULL, csv->str, csv->len - 2, FALSE, &dialect), ==,
                   COMPTOIR_CSV_PROBE_MORE);
  g_string_append (csv, "a,b,c");
  g_assert_cmpint (comptoir_csv_probe (NULL, csv->str, csv->len, FALSE, &dialect), ==,
                   COMPTOIR_CSV_PROBE_FOUND);
  g_assert_cmpint (dialect.separator, ==, ';');
}

static void
test_no_table (void)
{
  ComptoirCsvDialect dialect;

  g_assert_cmpint (comptoir_csv_probe (NULL, " \n\n", 3, TRUE, &dialect), ==,
                   COMPTOIR_CSV_PROBE_EMPTY);
  g_assert_cmpint (comptoir_csv_probe (NULL, "\n<html>\n", 8, TRUE, &dialect), ==,
                   COMPTOIR_CSV_PROBE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-dialect/dialects", test_dialects);
  g_test_add_func ("/csv-dialect/enough-rows", test_enough_rows);
  g_test_add_func ("/csv-dialect/no-table", test_no_table);
  return g_test_run ();
}
