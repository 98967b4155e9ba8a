/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

static GBytes *
write_books (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);

  return demo_report_xlsx (catalogue, day, BOOKS_EDITED);
}

static xmlDoc *
open_part (GHashTable *parts, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (parts, name);

  if (!bytes)
    g_error ("No part “%s”", name);
  return demo_readers_parse_xml (bytes);
}

/* Every part is XML and has a type, and every relationship leads to a part. */
static void
test_package (void)
{
  g_autoptr (GBytes) bytes = write_books ();
  g_autoptr (GHashTable) parts = demo_readers_unzip (bytes);
  g_autoptr (xmlDoc) types = open_part (parts, "[Content_Types].xml");
  g_autoptr (xmlDoc) top = open_part (parts, "_rels/.rels");
  g_autoptr (xmlDoc) inner = open_part (parts, "xl/_rels/workbook.xml.rels");
  g_autoptr (GPtrArray) overrides = demo_readers_find (types, NULL, "//t:Override/@PartName");
  g_autoptr (GPtrArray) top_targets = demo_readers_find (top, NULL, "//t:Relationship/@Target");
  g_autoptr (GPtrArray) targets = demo_readers_find (inner, NULL, "//t:Relationship/@Target");

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 4, "PK\003\004", 4);
  for (guint i = 0; i < overrides->len; i++)
    {
      g_autofree char *name = demo_readers_find_text (types, g_ptr_array_index (overrides, i), ".");
      g_autoptr (xmlDoc) part = open_part (parts, name + 1);

      g_assert_nonnull (xmlDocGetRootElement (part));
    }
  for (guint i = 0; i < top_targets->len; i++)
    {
      g_autofree char *name = demo_readers_find_text (top, g_ptr_array_index (top_targets, i), ".");

      g_assert_true (g_hash_table_contains (parts, name));
    }
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *target = demo_readers_find_text (inner, g_ptr_array_index (targets, i), ".");
      g_autofree char *name = g_strconcat ("xl/", target, NULL);

      g_assert_true (g_hash_table_contains (parts, name));
    }
  /* The two parts of relationships and the list of types have a default type. */
  g_assert_cmpuint (g_hash_table_size (parts), ==, overrides->len + 3);
}

static void
test_sheets (void)
{
  const char *const titles[]
      = { "Synthèse", "Caisses", "Clients et utilisateurs", "Articles", "Réductions", "Commandes" };
  g_autoptr (GBytes) bytes = write_books ();
  g_autoptr (GHashTable) parts = demo_readers_unzip (bytes);
  g_autoptr (xmlDoc) workbook = open_part (parts, "xl/workbook.xml");
  g_autoptr (xmlDoc) styles = open_part (parts, "xl/styles.xml");
  g_autoptr (GPtrArray) names = demo_readers_find (workbook, NULL, "//t:sheet/@name");
  g_autoptr (GPtrArray) formats = demo_readers_find (styles, NULL, "//t:cellXfs/t:xf");
  g_autofree char *n_formats = demo_readers_find_text (styles, NULL, "//t:cellXfs/@count");

  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (titles));
  g_assert_cmpint (g_ascii_strtoll (n_formats, NULL, 10), ==, formats->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = demo_readers_find_text (workbook, g_ptr_array_index (names, i), ".");
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      g_autofree char *outside = g_strdup_printf ("//t:c[@s >= %u]", formats->len);
      g_autoptr (xmlDoc) sheet = open_part (parts, part);
      g_autoptr (GPtrArray) unstyled = demo_readers_find (sheet, NULL, outside);

      g_assert_cmpstr (name, ==, titles[i]);
      g_assert_cmpuint (unstyled->len, ==, 0);
    }
}

/* Figures are numbers, names are text as they were. */
static void
test_cells (void)
{
  g_autoptr (GBytes) bytes = write_books ();
  g_autoptr (GHashTable) parts = demo_readers_unzip (bytes);
  g_autoptr (xmlDoc) clients = open_part (parts, "xl/worksheets/sheet3.xml");
  g_autoptr (xmlDoc) first = open_part (parts, "xl/worksheets/sheet1.xml");
  g_autoptr (GPtrArray) names = demo_readers_find (clients, NULL, "//t:c[@t='inlineStr']/t:is/t:t");
  g_autofree char *total = demo_readers_find_text (first, NULL, "//t:c[@r='B3'][not(@t)]/t:v");
  gboolean found = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = demo_readers_find_text (clients, g_ptr_array_index (names, i), ".");

      found |= g_str_equal (name, BOOKS_CLIENT);
    }
  g_assert_true (found);
  g_assert_cmpstr (total, ==, "24.76");
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) bytes = write_books ();
  g_autoptr (GBytes) again = write_books ();

  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_empty_day (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_empty_day_new (catalogue);
  g_autoptr (GBytes) bytes = demo_report_xlsx (catalogue, day, BOOKS_EDITED);
  g_autoptr (GHashTable) tables = demo_readers_read_xlsx (bytes);
  GPtrArray *sales = g_hash_table_lookup (tables, "Tableau des ventes");

  g_assert_cmpuint (g_hash_table_size (tables), ==, 16);
  g_assert_cmpuint (sales->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/xlsx/package", test_package);
  g_test_add_func ("/demo/report/xlsx/sheets", test_sheets);
  g_test_add_func ("/demo/report/xlsx/cells", test_cells);
  g_test_add_func ("/demo/report/xlsx/same-bytes", test_same_bytes);
  g_test_add_func ("/demo/report/xlsx/empty-day", test_empty_day);

  return g_test_run ();
}
