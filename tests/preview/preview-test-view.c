/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "preview-test-view.h"

#include <signal.h>

#include "comptoir-pdf-pages-private.h"
#include "preview-test.h"

static GtkWidget *
find (GtkWidget *within, GType type, guint *number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*number)-- == 0)
        return child;
      found = find (child, type, number);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The widget of a type that comes after @number others; %NULL when there are fewer. */
GtkWidget *
preview_test_find (GtkWidget *within, GType type, guint number)
{
  return find (within, type, &number);
}

GtkWidget *
preview_test_find_label (GtkWidget *within, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = preview_test_find (within, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return label;

  return NULL;
}

void
preview_test_view_new (PreviewTestView *test)
{
  test->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 900, 600);
  test->view = COMPTOIR_PDF_VIEW (comptoir_pdf_view_new ());
  test->pages = COMPTOIR_PDF_PAGES (
      preview_test_find (GTK_WIDGET (test->view), COMPTOIR_TYPE_PDF_PAGES, 0));
  gtk_window_set_child (GTK_WINDOW (test->window), GTK_WIDGET (test->view));
  gtk_window_present (GTK_WINDOW (test->window));
}

/* Opens a good PDF and waits until it is seen. */
void
preview_test_view_open (PreviewTestView *test, GBytes *bytes)
{
  preview_test_view_new (test);
  comptoir_pdf_view_set_document (test->view, bytes, "Report");
  preview_test_wait_until (gtk_widget_get_width (GTK_WIDGET (test->pages)) > 0
                           && comptoir_pdf_pages_get_sharp (test->pages));
}

void
preview_test_view_close (PreviewTestView *test)
{
  gtk_window_destroy (GTK_WINDOW (test->window));
  *test = (PreviewTestView){ 0 };
}

void
preview_test_view_activate (PreviewTestView *test, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (test->view), action, NULL);
}

void
preview_test_view_kill_helper (PreviewTestView *test)
{
  ComptoirPdfChannel *channel = comptoir_pdf_document_get_channel (test->pages->document);

  kill ((GPid) g_ascii_strtoll (comptoir_pdf_channel_get_identifier (channel), NULL, 10), SIGKILL);
}

guint
preview_test_view_get_page (PreviewTestView *test)
{
  guint page;

  g_object_get (test->view, "page", &page, NULL);

  return page;
}

guint
preview_test_view_get_n_pages (PreviewTestView *test)
{
  guint n_pages;

  g_object_get (test->view, "n-pages", &n_pages, NULL);

  return n_pages;
}

gboolean
preview_test_view_has_error (PreviewTestView *test, ComptoirPdfError code)
{
  g_autoptr (GError) error = NULL;

  g_object_get (test->view, "error", &error, NULL);

  return g_error_matches (error, COMPTOIR_PDF_ERROR, (int) code);
}
