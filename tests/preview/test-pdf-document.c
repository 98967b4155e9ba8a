/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "preview-test.h"

#include <math.h>

#define RED   0xffff0000u
#define WHITE 0xffffffffu

static ComptoirPdfDocument *
open_pdf (guint n_pages)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (n_pages);
  g_autoptr (GError) error = NULL;
  ComptoirPdfDocument *document = preview_test_open (bytes, &error);

  g_assert_no_error (error);

  return document;
}

static guint32
pixel (GBytes *pixels, guint width, guint x, guint y)
{
  const guint32 *data = g_bytes_get_data (pixels, NULL);

  return data[y * width + x];
}

static void
test_sizes (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (3);
  const graphene_size_t *size;

  g_assert_cmpuint (comptoir_pdf_document_get_n_pages (document), ==, 3);
  size = comptoir_pdf_document_get_size (document, 0);
  g_assert_cmpfloat_with_epsilon (size->width, 595, 0.5);
  g_assert_cmpfloat_with_epsilon (size->height, 842, 0.5);
  size = comptoir_pdf_document_get_size (document, 2);
  g_assert_cmpfloat_with_epsilon (size->width, 842, 0.5);
}

/* No page is laid out with no size, or with one that would fill the memory. */
static void
test_odd_sizes (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf_odd_sizes ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirPdfDocument) document = preview_test_open (bytes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < comptoir_pdf_document_get_n_pages (document); i++)
    {
      const graphene_size_t *size = comptoir_pdf_document_get_size (document, i);
      g_autoptr (GBytes) pixels = preview_test_render (document, i, 30, 40, NULL);

      g_assert_cmpfloat (size->width, >=, 1);
      g_assert_cmpfloat (size->width, <=, 14400);
      g_assert_cmpfloat (size->height, >=, 1);
      g_assert_nonnull (pixels);
    }
}

static void
test_pixels (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = preview_test_render (document, 1, 1190, 1684, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, 1190 * 1684 * 4);
  g_assert_cmphex (pixel (pixels, 1190, 5, 5), ==, RED);
  g_assert_cmphex (pixel (pixels, 1190, 75, 75), ==, RED);
  g_assert_cmphex (pixel (pixels, 1190, 85, 85), ==, WHITE);
  g_assert_cmphex (pixel (pixels, 1190, 1189, 1683), ==, WHITE);
}

static void
test_refusals (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (1);
  g_autoptr (GError) error = NULL;

  g_assert_null (preview_test_render (document, 1, 10, 10, &error));
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (preview_test_render (document, 0, 30000, 30000, &error));
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (comptoir_pdf_channel_get_error (comptoir_pdf_document_get_channel (document)));
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GArray *
find (ComptoirPdfDocument *document, guint page, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *places;

  comptoir_pdf_document_find_async (document, page, text, NULL, on_ready, &result);
  preview_test_wait_until (result != NULL);
  places = comptoir_pdf_document_find_finish (document, result, &error);
  g_assert_no_error (error);

  return places;
}

static void
test_find (void)
{
  static const struct
  {
    guint page;
    const char *text;
    guint n_places;
  } cases[] = {
    { 0, "Croissant", 1 }, { 0, "CROISSANT", 1 }, { 2, "Page 3", 1 }, { 0, "Page 3", 0 },
    { 0, "s", 2 },         { 1, "200,00", 1 },    { 0, "tabac", 0 },
  };
  g_autoptr (ComptoirPdfDocument) document = open_pdf (3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) places = find (document, cases[i].page, cases[i].text);

      g_test_message ("%s on %u", cases[i].text, cases[i].page);
      g_assert_cmpuint (places->len, ==, cases[i].n_places);
    }
}

/* What is found lies where it was drawn: its base line is 150 points from the upper edge. */
static void
test_find_place (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (1);
  g_autoptr (GArray) places = find (document, 0, "croissant");
  graphene_rect_t *place = &g_array_index (places, graphene_rect_t, 0);

  g_assert_true (graphene_rect_contains_point (place, &GRAPHENE_POINT_INIT (60, 145)));
  g_assert_cmpfloat (place->origin.y, >, 120);
  g_assert_cmpfloat (place->origin.y + place->size.height, <, 165);
}

static char *
get_text (ComptoirPdfDocument *document,
          const graphene_point_t *from,
          const graphene_point_t *to,
          ComptoirPdfStyle style)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  char *text = NULL;

  comptoir_pdf_document_select_async (document, 0, from, to, style, NULL, on_ready, &result);
  preview_test_wait_until (result != NULL);
  places = comptoir_pdf_document_select_finish (document, result, &text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, >, 0);

  return g_strstrip (text);
}

static void
test_select (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (1);
  graphene_point_t first = GRAPHENE_POINT_INIT (0, 0);
  graphene_point_t last = GRAPHENE_POINT_INIT (595, 842);
  graphene_point_t there = GRAPHENE_POINT_INIT (70, 195);
  g_autofree char *all = get_text (document, &first, &last, COMPTOIR_PDF_STYLE_LETTER);
  g_autofree char *word = get_text (document, &there, &there, COMPTOIR_PDF_STYLE_WORD);
  g_autofree char *line = get_text (document, &there, &there, COMPTOIR_PDF_STYLE_LINE);

  g_assert_cmpstr (all, ==, "Page 1\nCroissant\nTotal 100,00");
  g_assert_cmpstr (word, ==, "Total");
  g_assert_cmpstr (line, ==, "Total 100,00");
}

typedef struct
{
  GString *order;
  guint page;
} Turn;

static void
on_turn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Turn *turn = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = NULL;

  pixels = comptoir_pdf_document_render_finish (COMPTOIR_PDF_DOCUMENT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append (turn->order, "-");
  else
    g_assert_no_error (error);
  g_string_append_printf (turn->order, "%u", turn->page);
}

/* The first is sent at once; of those that wait the most urgent goes first, and what was given up
 * isn't drawn. */
static void
test_priorities (void)
{
  static const ComptoirPdfPriority priorities[]
      = { COMPTOIR_PDF_PRIORITY_PRINT, COMPTOIR_PDF_PRIORITY_NEAR,    COMPTOIR_PDF_PRIORITY_VISIBLE,
          COMPTOIR_PDF_PRIORITY_DRAFT, COMPTOIR_PDF_PRIORITY_VISIBLE, COMPTOIR_PDF_PRIORITY_PRINT };
  g_autoptr (ComptoirPdfDocument) document = open_pdf (6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) order = g_string_new (NULL);
  Turn turns[6];

  for (guint i = 0; i < 6; i++)
    {
      turns[i] = (Turn){ order, i };
      comptoir_pdf_document_render_async (document, i, 50, 70, FALSE, priorities[i],
                                          i == 1 ? cancellable : NULL, on_turn, &turns[i]);
    }
  g_cancellable_cancel (cancellable);
  preview_test_wait_until (order->len >= 7);
  g_assert_cmpstr (order->str, ==, "0324-15");
}

/* 500 pages are opened, and the last is drawn, without a look at the others. */
static void
test_many_pages (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_pdf (500);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = preview_test_render (document, 499, 120, 84, &error);
  g_autoptr (GArray) places = find (document, 499, "Page 500");

  g_assert_no_error (error);
  g_assert_nonnull (pixels);
  g_assert_cmpuint (comptoir_pdf_document_get_n_pages (document), ==, 500);
  g_assert_cmpuint (places->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-document/sizes", test_sizes);
  g_test_add_func ("/pdf-document/odd-sizes", test_odd_sizes);
  g_test_add_func ("/pdf-document/pixels", test_pixels);
  g_test_add_func ("/pdf-document/refusals", test_refusals);
  g_test_add_func ("/pdf-document/find", test_find);
  g_test_add_func ("/pdf-document/find-place", test_find_place);
  g_test_add_func ("/pdf-document/select", test_select);
  g_test_add_func ("/pdf-document/priorities", test_priorities);
  g_test_add_func ("/pdf-document/many-pages", test_many_pages);

  return g_test_run ();
}
