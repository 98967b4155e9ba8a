/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-layout.h"

#include "preview-test.h"

#define GAP COMPTOIR_PDF_LAYOUT_GAP

/* Three pages of 595 × 842, the third on its side. */
static ComptoirPdfLayout *
make_layout (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirPdfDocument) document = preview_test_open (bytes, &error);

  g_assert_no_error (error);

  return comptoir_pdf_layout_new (document);
}

static void
assert_page (ComptoirPdfLayout *layout, guint page, int x, int y, int width, int height)
{
  GdkRectangle area;

  comptoir_pdf_layout_get_page (layout, page, &area);
  g_assert_cmpint (area.x, ==, x);
  g_assert_cmpint (area.y, ==, y);
  g_assert_cmpint (area.width, ==, width);
  g_assert_cmpint (area.height, ==, height);
}

static void
test_places (void)
{
  g_autoptr (ComptoirPdfLayout) layout = make_layout ();

  comptoir_pdf_layout_set (layout, 1, 1000);
  g_assert_cmpint (comptoir_pdf_layout_get_width (layout), ==, 1000);
  g_assert_cmpint (comptoir_pdf_layout_get_height (layout), ==, 842 + 842 + 595 + 4 * GAP);
  assert_page (layout, 0, 202, GAP, 595, 842);
  assert_page (layout, 1, 202, 842 + 2 * GAP, 595, 842);
  assert_page (layout, 2, 79, 2 * 842 + 3 * GAP, 842, 595);
  comptoir_pdf_layout_set (layout, 2, 1000);
  g_assert_cmpint (comptoir_pdf_layout_get_width (layout), ==, 1684 + 2 * GAP);
  assert_page (layout, 2, GAP, 4 * 842 + 3 * GAP, 1684, 1190);
}

static void
test_find (void)
{
  static const struct
  {
    double y;
    guint page;
  } cases[] = { { -50, 0 },
                { 0, 0 },
                { GAP + 841, 0 },
                { GAP + 842, 1 },
                { 2 * GAP + 842 + 10, 1 },
                { 3 * GAP + 2 * 842 + 1, 2 },
                { 100000, 2 } };
  g_autoptr (ComptoirPdfLayout) layout = make_layout ();
  graphene_point_t point;

  comptoir_pdf_layout_set (layout, 1, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (comptoir_pdf_layout_find_page (layout, cases[i].y), ==, cases[i].page);
  comptoir_pdf_layout_set (layout, 2, 2000);
  g_assert_cmpuint (comptoir_pdf_layout_find_point (layout, 1000, 2 * GAP + 1684 + 300, &point), ==,
                    1);
  g_assert_cmpfloat_with_epsilon (point.x, 297.5, 0.5);
  g_assert_cmpfloat_with_epsilon (point.y, 150, 0.5);
}

static void
test_fit (void)
{
  g_autoptr (ComptoirPdfLayout) layout = make_layout ();

  g_assert_cmpfloat_with_epsilon (comptoir_pdf_layout_fit_width (layout, 842 + 2 * GAP), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (comptoir_pdf_layout_fit_page (layout, 0, 5000, 421 + 2 * GAP),
                                  0.5, 0.001);
  g_assert_cmpfloat (comptoir_pdf_layout_fit_width (layout, 0), >, 0);
  g_assert_cmpfloat (comptoir_pdf_layout_fit_page (layout, 2, 0, 0), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-layout/places", test_places);
  g_test_add_func ("/pdf-layout/find", test_find);
  g_test_add_func ("/pdf-layout/fit", test_fit);

  return g_test_run ();
}
