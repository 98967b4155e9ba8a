/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

#include <string.h>

static GBytes *
write_day (gboolean empty)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = empty ? books_empty_day_new (catalogue) : books_day_new (catalogue);

  return demo_report_html (catalogue, day, BOOKS_EDITED);
}

static void
test_page (void)
{
  g_autoptr (GBytes) bytes = write_day (FALSE);
  const char *html = g_bytes_get_data (bytes, NULL);

  g_assert_true (g_utf8_validate (html, g_bytes_get_size (bytes), NULL));
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (html, "<meta charset=\"utf-8\">"));
  g_assert_nonnull (strstr (html, "<title>Rapport de ventes du samedi 15 mars 2025</title>"));
  g_assert_nonnull (strstr (html, "Édité le 15/03/2025 à 21:00"));
}

/* Nothing runs and nothing is fetched. */
static void
test_self_contained (void)
{
  const char *const forbidden[]
      = { "<script", "src=", "href=", "url(", "@import", "http:", "https:" };
  g_autoptr (GBytes) bytes = write_day (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_null (
        g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), forbidden[i]));
}

static void
test_cells (void)
{
  g_autoptr (GBytes) bytes = write_day (FALSE);
  g_autoptr (GHashTable) tables = demo_readers_read_html (bytes);
  GPtrArray *items = g_hash_table_lookup (tables, "Ventes par article");
  GPtrArray *clients = g_hash_table_lookup (tables, "Ventes par client");
  GPtrArray *closings = g_hash_table_lookup (tables, "Clôtures de caisse");
  gboolean found = FALSE;

  g_assert_cmpuint (g_hash_table_size (tables), ==, 16);
  for (guint i = 0; i < items->len; i++)
    found |= g_str_equal (((GStrv) g_ptr_array_index (items, i))[0], BOOKS_ITEM);
  g_assert_true (found);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (clients, 1))[0], ==, BOOKS_CLIENT);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (closings, 5))[4], ==, "−1,15\302\240€");
}

static void
test_empty_day (void)
{
  g_autoptr (GBytes) bytes = write_day (TRUE);
  g_autoptr (GHashTable) tables = demo_readers_read_html (bytes);
  GPtrArray *sales = g_hash_table_lookup (tables, "Tableau des ventes");

  g_assert_cmpuint (sales->len, ==, 2);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (sales, 1))[10], ==, "0,00\302\240€");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/html/page", test_page);
  g_test_add_func ("/demo/report/html/self-contained", test_self_contained);
  g_test_add_func ("/demo/report/html/cells", test_cells);
  g_test_add_func ("/demo/report/html/empty-day", test_empty_day);

  return g_test_run ();
}
