/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

#include <poppler.h>
#include <string.h>

#define MARGIN 42

typedef GBytes *(*DayFunc) (void);

static GBytes *
write_books (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);

  return demo_report_pdf (catalogue, day, BOOKS_EDITED);
}

static GBytes *
write_empty (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_empty_day_new (catalogue);

  return demo_report_pdf (catalogue, day, BOOKS_EDITED);
}

/* A whole day of trade, with a client's and an item's name that fit nowhere. */
static GBytes *
write_busy (void)
{
  g_autoptr (GString) name = g_string_new ("Société des Amis du Bon Pain ");
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = NULL;
  GDate date;

  for (guint i = 0; i < 100; i++)
    g_string_append (name, "Donaudampfschifffahrt");
  for (guint i = 0; i < catalogue->clients->len; i += 2)
    g_array_index (catalogue->clients, DemoClient, i).last_name = name->str;
  for (guint i = 0; i < catalogue->items->len; i += 9)
    g_array_index (catalogue->items, DemoItem, i).title = name->str;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, G_DATE_DECEMBER, 2024);
  day = demo_day_new (catalogue, 1, &date, G_MAXINT64);

  return demo_report_pdf (catalogue, day, BOOKS_EDITED);
}

static PopplerDocument *
open_document (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_document (void)
{
  g_autoptr (GBytes) bytes = write_books ();
  PopplerDocument *document = open_document (bytes);
  g_autofree char *title = poppler_document_get_title (document);
  PopplerIndexIter *index = poppler_index_iter_new (document);
  guint n_entries = 1;

  g_assert_cmpstr (title, ==, "Rapport de ventes du samedi 15 mars 2025");
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, BOOKS_EDITED);
  while (poppler_index_iter_next (index))
    n_entries++;
  g_assert_cmpuint (n_entries, ==, 15);
  poppler_index_iter_free (index);
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) bytes = write_books ();
  g_autoptr (GBytes) again = write_books ();

  g_assert_true (g_bytes_equal (bytes, again));
}

static void
check_page (PopplerPage *page, const char *number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  double width, height;
  guint n_places;

  poppler_page_get_size (page, &width, &height);
  g_assert_nonnull (strstr (text, DEMO_SHOP_TITLE));
  g_assert_nonnull (strstr (text, number));
  g_assert_true (poppler_page_get_text_layout (page, &places, &n_places));
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_cmpfloat (places[i].x1, >=, MARGIN - 1);
      g_assert_cmpfloat (places[i].x2, <=, width - MARGIN + 1);
      g_assert_cmpfloat (places[i].y2, <=, height - 20);
    }
}

/* Every page says which it is of how many, and no text runs off the paper. */
static void
test_pages (gconstpointer data)
{
  g_autoptr (GBytes) bytes = ((DayFunc) data) ();
  PopplerDocument *document = open_document (bytes);
  int n_pages = poppler_document_get_n_pages (document);

  g_assert_cmpint (n_pages, >, 1);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *number = g_strdup_printf ("Page %d / %d", i + 1, n_pages);

      check_page (page, number);
      g_object_unref (page);
    }
  g_object_unref (document);
}

/* The heads of a table that goes on come again on the next page. */
static void
test_heads (void)
{
  g_autoptr (GBytes) bytes = write_busy ();
  g_autoptr (GHashTable) tables = demo_readers_read_pdf (bytes);
  GPtrArray *sales = g_hash_table_lookup (tables, "Tableau des ventes");
  guint n_heads = 0;
  guint n_pages = 1;

  for (guint i = 0; i < sales->len; i++)
    {
      GStrv row = g_ptr_array_index (sales, i);

      n_heads += g_str_equal (row[0], "Numéro") ? 1 : 0;
      n_pages += g_str_equal (row[0], DEMO_SHOP_TITLE) ? 1 : 0;
    }
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_heads, ==, n_pages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/pdf/document", test_document);
  g_test_add_func ("/demo/report/pdf/same-bytes", test_same_bytes);
  g_test_add_data_func ("/demo/report/pdf/pages/books", write_books, test_pages);
  g_test_add_data_func ("/demo/report/pdf/pages/empty", write_empty, test_pages);
  g_test_add_data_func ("/demo/report/pdf/pages/busy", write_busy, test_pages);
  g_test_add_func ("/demo/report/pdf/heads", test_heads);

  return g_test_run ();
}
