/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-view.h"

#include <signal.h>

#include "comptoir-pdf-find-bar.h"
#include "comptoir-pdf-thumbnails.h"
#include "demo-report.h"
#include "preview-test.h"
#include "preview-test-view.h"

static void
test_shows (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  PreviewTestView test = { 0 };

  preview_test_view_open (&test, bytes);
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 1);
  g_assert_cmpuint (preview_test_view_get_n_pages (&test), ==, 3);
  g_assert_true (comptoir_pdf_pages_get_fit (test.pages) == COMPTOIR_PDF_FIT_WIDTH);
  preview_test_view_close (&test);
}

static void
test_turns_pages (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  PreviewTestView test = { 0 };
  GtkEditable *entry;

  preview_test_view_open (&test, bytes);
  entry = GTK_EDITABLE (preview_test_find (GTK_WIDGET (test.view), GTK_TYPE_ENTRY, 0));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1");
  preview_test_view_activate (&test, "pdf.next-page");
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2");
  preview_test_view_activate (&test, "pdf.next-page");
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 3);
  preview_test_view_activate (&test, "pdf.next-page");
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 3);
  preview_test_view_activate (&test, "pdf.previous-page");
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 2);

  gtk_editable_set_text (entry, "3");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 3);
  gtk_editable_set_text (entry, "999");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "3");
  gtk_editable_set_text (entry, "first");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "3");
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  preview_test_view_close (&test);
}

static void
test_zooms (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  PreviewTestView test = { 0 };
  double fitting;

  preview_test_view_open (&test, bytes);
  fitting = comptoir_pdf_pages_get_zoom (test.pages);
  preview_test_view_activate (&test, "pdf.next-page");
  preview_test_view_activate (&test, "pdf.zoom-in");
  g_assert_cmpfloat (comptoir_pdf_pages_get_zoom (test.pages), >, fitting);
  g_assert_true (comptoir_pdf_pages_get_fit (test.pages) == COMPTOIR_PDF_FIT_NONE);
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 2);
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  preview_test_view_activate (&test, "pdf.zoom-reset");
  g_assert_cmpfloat (comptoir_pdf_pages_get_zoom (test.pages), ==, 1);
  for (guint i = 0; i < 30; i++)
    preview_test_view_activate (&test, "pdf.zoom-out");
  g_assert_cmpfloat (comptoir_pdf_pages_get_zoom (test.pages), ==, COMPTOIR_PDF_MIN_ZOOM);
  for (guint i = 0; i < 60; i++)
    preview_test_view_activate (&test, "pdf.zoom-in");
  g_assert_cmpfloat (comptoir_pdf_pages_get_zoom (test.pages), ==, COMPTOIR_PDF_MAX_ZOOM);
  preview_test_view_activate (&test, "pdf.fit-page");
  g_assert_cmpfloat (comptoir_pdf_pages_get_zoom (test.pages), <, fitting);
  preview_test_view_activate (&test, "pdf.fit-width");
  g_assert_cmpfloat_with_epsilon (comptoir_pdf_pages_get_zoom (test.pages), fitting, 0.001);
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  preview_test_view_close (&test);
}

static void
test_finds (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (5);
  PreviewTestView test = { 0 };
  ComptoirPdfFind *find;
  GtkWidget *bar, *entry;
  guint page, index;

  preview_test_view_open (&test, bytes);
  find = comptoir_pdf_pages_get_find (test.pages);
  preview_test_view_activate (&test, "pdf.find");
  bar = preview_test_find (GTK_WIDGET (test.view), COMPTOIR_TYPE_PDF_FIND_BAR, 0);
  entry = preview_test_find (bar, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "croissant");
  preview_test_wait_until (comptoir_pdf_find_get_n_matches (find) == 5);
  g_assert_cmpuint (comptoir_pdf_find_get_position (find), ==, 1);
  g_signal_emit_by_name (entry, "next-match");
  g_signal_emit_by_name (entry, "next-match");
  g_assert_true (comptoir_pdf_find_get_current (find, &page, &index));
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpuint (preview_test_view_get_page (&test), >, 1);
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (entry, "previous-match");
  g_assert_cmpuint (comptoir_pdf_find_get_position (find), ==, 5);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Page 4");
  preview_test_wait_until (comptoir_pdf_find_get_n_matches (find) == 1
                           && !comptoir_pdf_find_get_busy (find));
  g_assert_true (comptoir_pdf_find_get_current (find, &page, &index));
  g_assert_cmpuint (page, ==, 3);
  g_assert_nonnull (comptoir_pdf_find_get_places (find, 3));

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (comptoir_pdf_find_get_n_matches (find), ==, 0);
  preview_test_view_close (&test);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copies (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (2);
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autofree char *text = NULL;
  PreviewTestView test = { 0 };
  ComptoirPdfSelection *selection;

  preview_test_view_open (&test, bytes);
  selection = comptoir_pdf_pages_get_selection (test.pages);
  comptoir_pdf_selection_begin (selection, 1, &GRAPHENE_POINT_INIT (0, 180),
                                COMPTOIR_PDF_STYLE_LETTER);
  g_assert_true (comptoir_pdf_selection_get_empty (selection));
  comptoir_pdf_selection_extend (selection, 0, &GRAPHENE_POINT_INIT (0, 120));
  g_assert_false (comptoir_pdf_selection_get_empty (selection));
  preview_test_wait_until (comptoir_pdf_selection_get_places (selection, 0) != NULL);
  g_assert_cmpuint (comptoir_pdf_selection_get_places (selection, 0)->len, >=, 2);
  preview_test_view_activate (&test, "pdf.copy");
  preview_test_wait_until (gdk_clipboard_is_local (clipboard));
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, &text);
  preview_test_wait_until (text != NULL);
  g_assert_nonnull (strstr (text, "Croissant\nTotal 100,00\nPage 2\nCroissant"));
  g_assert_null (strstr (text, "Page 1"));
  g_assert_null (strstr (text, "200,00"));
  comptoir_pdf_selection_clear (selection);
  g_assert_null (comptoir_pdf_selection_get_places (selection, 0));
  preview_test_view_close (&test);
}

static void
test_thumbnails (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (500);
  PreviewTestView test = { 0 };
  ComptoirPdfThumbnails *thumbnails;
  GtkWidget *button, *picture;

  preview_test_view_open (&test, bytes);
  button = preview_test_find (GTK_WIDGET (test.view), GTK_TYPE_TOGGLE_BUTTON, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  thumbnails = COMPTOIR_PDF_THUMBNAILS (
      preview_test_find (GTK_WIDGET (test.view), COMPTOIR_TYPE_PDF_THUMBNAILS, 0));
  preview_test_wait_until (
      (picture = preview_test_find (GTK_WIDGET (thumbnails), GTK_TYPE_PICTURE, 0)) != NULL
      && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL);
  comptoir_pdf_thumbnails_set_page (thumbnails, 400);
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 400);
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  preview_test_view_activate (&test, "pdf.next-page");
  g_assert_cmpuint (comptoir_pdf_thumbnails_get_page (thumbnails), ==, 401);
  preview_test_view_close (&test);
}

/* From one end to the other, without more than the pages at hand. */
static void
test_scrolls (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (500);
  PreviewTestView test = { 0 };
  g_autoptr (GtkAdjustment) adjustment = NULL;

  preview_test_view_open (&test, bytes);
  g_object_get (test.pages, "vadjustment", &adjustment, NULL);
  for (guint i = 1; i <= 50; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 50);
      preview_test_turn ();
    }
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  g_assert_cmpuint (preview_test_view_get_page (&test), ==, 500);
  preview_test_view_close (&test);
}

static void
test_bad_file (void)
{
  g_autoptr (GBytes) bad = g_bytes_new_static ("<html>", 6);
  g_autoptr (GBytes) good = preview_test_pdf (1);
  PreviewTestView test = { 0 };

  preview_test_view_new (&test);
  comptoir_pdf_view_set_document (test.view, bad, NULL);
  preview_test_wait_until (preview_test_view_has_error (&test, COMPTOIR_PDF_ERROR_UNREADABLE));
  g_assert_nonnull (
      preview_test_find_label (GTK_WIDGET (test.view), "This isn’t a PDF, or it is damaged."));
  comptoir_pdf_view_set_document (test.view, good, NULL);
  g_assert_false (preview_test_view_has_error (&test, COMPTOIR_PDF_ERROR_UNREADABLE));
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  comptoir_pdf_view_set_document (test.view, NULL, NULL);
  g_assert_cmpuint (preview_test_view_get_n_pages (&test), ==, 0);
  preview_test_view_close (&test);
}

static void
test_helper_dies (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  PreviewTestView test = { 0 };

  preview_test_view_open (&test, bytes);
  preview_test_view_kill_helper (&test);
  preview_test_wait_until (preview_test_view_has_error (&test, COMPTOIR_PDF_ERROR_ENDED));
  g_assert_cmpuint (preview_test_view_get_n_pages (&test), ==, 0);
  comptoir_pdf_view_set_document (test.view, bytes, NULL);
  preview_test_wait_until (comptoir_pdf_pages_get_sharp (test.pages));
  preview_test_view_close (&test);
}

/* Closed while a file is being opened, or while a page is on its way. */
static void
test_closed_early (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (3);
  PreviewTestView test = { 0 };

  for (guint turns = 0; turns < 12; turns++)
    {
      preview_test_view_new (&test);
      comptoir_pdf_view_set_document (test.view, bytes, NULL);
      for (guint i = 0; i < turns * 2; i++)
        preview_test_turn ();
      preview_test_view_close (&test);
    }
}

static void
test_report (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 180, 400);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PreviewTestView test = { 0 };
  ComptoirPdfFind *find;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, G_DATE_DECEMBER, 2024);
  day = demo_day_new (catalogue, 1, &date, G_MAXINT64);
  bytes = demo_report_pdf (catalogue, day, 1734728400);
  preview_test_view_open (&test, bytes);
  find = comptoir_pdf_pages_get_find (test.pages);
  comptoir_pdf_find_set_text (find, "total", 0);
  preview_test_wait_until (!comptoir_pdf_find_get_busy (find));
  g_assert_cmpuint (comptoir_pdf_find_get_n_matches (find), >, 0);
  preview_test_view_close (&test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/pdf-view/shows", test_shows);
  g_test_add_func ("/pdf-view/turns-pages", test_turns_pages);
  g_test_add_func ("/pdf-view/zooms", test_zooms);
  g_test_add_func ("/pdf-view/finds", test_finds);
  g_test_add_func ("/pdf-view/copies", test_copies);
  g_test_add_func ("/pdf-view/thumbnails", test_thumbnails);
  g_test_add_func ("/pdf-view/scrolls", test_scrolls);
  g_test_add_func ("/pdf-view/bad-file", test_bad_file);
  g_test_add_func ("/pdf-view/helper-dies", test_helper_dies);
  g_test_add_func ("/pdf-view/closed-early", test_closed_early);
  g_test_add_func ("/pdf-view/report", test_report);

  return g_test_run ();
}
