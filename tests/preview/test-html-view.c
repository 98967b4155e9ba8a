/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-html-view.h"

#include <signal.h>
#include <webkit/webkit.h>

#include "comptoir-html-module.h"
#include "comptoir-html-view-private.h"
#include "preview-test.h"
#include "trap-server.h"

typedef struct
{
  GtkWidget *window;
  ComptoirHtmlView *view;
} HtmlTest;

static void
html_test_start (HtmlTest *test)
{
  test->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 900, 600);
  test->view = COMPTOIR_HTML_VIEW (comptoir_html_view_new ());
  gtk_window_set_child (GTK_WINDOW (test->window), GTK_WIDGET (test->view));
  gtk_window_present (GTK_WINDOW (test->window));
}

static void
html_test_stop (HtmlTest *test)
{
  gtk_window_destroy (GTK_WINDOW (test->window));
  for (guint i = 0; i < 20; i++)
    preview_test_turn ();
}

static void
set_page (HtmlTest *test, const char *page, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, length >= 0 ? (gsize) length : strlen (page));

  comptoir_html_view_set_document (test->view, bytes, "Report");
}

static gboolean
is_ready (HtmlTest *test)
{
  return comptoir_html_view_get_ready (test->view);
}

static void
show_page (HtmlTest *test, const char *page, gssize length)
{
  set_page (test, page, length);
  preview_test_wait_until (is_ready (test));
}

/* Looks for a text and waits for what the bar says of it. */
static void
find (HtmlTest *test, const char *text, const char *status)
{
  gtk_widget_activate_action (GTK_WIDGET (test->view), "html.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (test->view->find_entry), text);
  preview_test_wait_until (g_str_equal (gtk_label_get_text (test->view->find_status), status));
}

static gboolean
has_error (HtmlTest *test, ComptoirHtmlError code)
{
  return g_error_matches (test->view->error, COMPTOIR_HTML_ERROR, (int) code);
}

/* Nothing of WebKit is there before a first page, which then shows and can be looked through. */
static void
test_shows (void)
{
  HtmlTest test = { 0 };

  html_test_start (&test);
  g_assert_null (test.view->page);
  g_assert_false (is_ready (&test));
  show_page (&test, "<h1>Sales</h1><p>Croissant 12,50</p><p>croissant 3,10</p>", -1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test.view->stack), ==, "page");
  find (&test, "croissant", "2 matches");
  find (&test, "12,50", "1 match");
  find (&test, "baguette", "Nothing found");

  comptoir_html_view_set_document (test.view, NULL, NULL);
  g_assert_false (is_ready (&test));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test.view->stack), ==, "empty");
  html_test_stop (&test);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *page;
  } pages[] = {
    { "<p>Caf\303\251 cr\303\250me" },
    { "<meta charset=iso-8859-1><p>Caf\303\251 cr\303\250me" },
    { "<meta charset=iso-8859-1><p>Caf\351 cr\350me" },
    { "<p>Caf\351 cr\350me" },
    { "\357\273\277<!DOCTYPE html><p>Caf\303\251 cr\303\250me" },
  };
  HtmlTest test = { 0 };

  html_test_start (&test);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (&test, pages[i].page, -1);
      find (&test, "nothing of the kind", "Nothing found");
      find (&test, "Caf\303\251 cr\303\250me", "1 match");
    }
  html_test_stop (&test);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static char *
read_clipboard (HtmlTest *test)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (test->window), NULL, on_text_read,
                                 &text);
  preview_test_wait_until (text != NULL);

  return text;
}

static gboolean
has_text (GdkClipboard *clipboard)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                "text/plain;charset=utf-8");
}

static void
test_copy (void)
{
  HtmlTest test = { 0 };
  g_autofree char *text = NULL;

  html_test_start (&test);
  show_page (&test, "<p>Croissant</p><p>12,50</p>", -1);
  gtk_widget_activate_action (GTK_WIDGET (test.view), "html.select-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (test.view), "html.copy", NULL);
  preview_test_wait_until (has_text (gtk_widget_get_clipboard (test.window)));
  text = read_clipboard (&test);
  g_assert_nonnull (strstr (text, "Croissant"));
  g_assert_nonnull (strstr (text, "12,50"));
  html_test_stop (&test);
}

static void
test_zoom (void)
{
  HtmlTest test = { 0 };

  html_test_start (&test);
  show_page (&test, "<p>Croissant</p>", -1);
  g_assert_cmpstr (gtk_button_get_label (test.view->zoom_button), ==, "100 %");
  gtk_widget_activate_action (GTK_WIDGET (test.view), "html.zoom-in", NULL);
  g_assert_cmpstr (gtk_button_get_label (test.view->zoom_button), ==, "125 %");
  gtk_widget_activate_action (GTK_WIDGET (test.view), "html.zoom-reset", NULL);
  gtk_widget_activate_action (GTK_WIDGET (test.view), "html.zoom-out", NULL);
  g_assert_cmpstr (gtk_button_get_label (test.view->zoom_button), ==, "80 %");
  html_test_stop (&test);
}

/* Whatever comes in between, it is the last page that shows. */
static void
test_fast (void)
{
  HtmlTest test = { 0 };

  html_test_start (&test);
  for (guint i = 0; i <= 12; i++)
    {
      g_autofree char *page = g_strdup_printf ("<p>Day-%u-end</p>", i);

      set_page (&test, page, -1);
      for (guint j = 0; j < i; j++)
        preview_test_turn ();
      if (i % 3 == 0)
        comptoir_html_view_set_document (test.view, NULL, NULL);
    }
  show_page (&test, "<p>Day-13-end</p>", -1);
  find (&test, "Day-", "1 match");
  find (&test, "Day-13-end", "1 match");
  html_test_stop (&test);
}

/* A page full of ways to reach somebody reaches nobody; the same page in a view without locks does.
 */
static void
test_traps (void)
{
  HtmlTest test = { 0 };
  TrapServer *server = trap_server_new ();
  g_autofree char *page = trap_server_make_page (server);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  GtkWidget *open;

  html_test_start (&test);
  show_page (&test, page, -1);
  find (&test, "Croissant", "1 match");
  trap_server_give_time (server);
  g_assert_cmpuint (trap_server_get_n_connections (server), ==, 0);
  /* It is still the page that was given. */
  find (&test, "nothing of the kind", "Nothing found");
  find (&test, "Croissant", "1 match");
  html_test_stop (&test);

  open = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (open), webkit_web_view_new ());
  gtk_window_present (GTK_WINDOW (open));
  webkit_web_view_load_bytes (WEBKIT_WEB_VIEW (gtk_window_get_child (GTK_WINDOW (open))), bytes,
                              "text/html", NULL, NULL);
  preview_test_wait_until (trap_server_get_n_connections (server) >= 3);
  gtk_window_destroy (GTK_WINDOW (open));
  trap_server_free (server);
}

/* The process that shows a page ends: the view says so, and the next page shows. */
static void
test_ended (void)
{
  HtmlTest test = { 0 };

  html_test_start (&test);
  show_page (&test, "<p>Croissant</p>", -1);
  kill (trap_server_find_web_process (), SIGKILL);
  preview_test_wait_until (has_error (&test, COMPTOIR_HTML_ERROR_ENDED));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (test.view->stack), ==, "error");
  g_assert_false (is_ready (&test));

  show_page (&test, "<p>Baguette</p>", -1);
  g_assert_no_error (test.view->error);
  find (&test, "Baguette", "1 match");
  html_test_stop (&test);
}

/* With nothing to hold WebKit's processes back, they aren't started. */
static void
test_unconfined (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  HtmlTest test = { 0 };

  g_setenv ("PATH", "/nowhere", TRUE);
  html_test_start (&test);
  set_page (&test, "<p>Croissant</p>", -1);
  preview_test_wait_until (has_error (&test, COMPTOIR_HTML_ERROR_UNCONFINED));
  g_assert_null (test.view->page);

  g_setenv ("PATH", path, TRUE);
  show_page (&test, "<p>Croissant</p>", -1);
  html_test_stop (&test);
}

static void
test_unavailable (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("COMPTOIR_LIBEXECDIR"));
  HtmlTest test = { 0 };

  g_setenv ("COMPTOIR_LIBEXECDIR", "/nowhere", TRUE);
  html_test_start (&test);
  set_page (&test, "<p>Croissant</p>", -1);
  preview_test_wait_until (has_error (&test, COMPTOIR_HTML_ERROR_UNAVAILABLE));
  html_test_stop (&test);
  g_setenv ("COMPTOIR_LIBEXECDIR", folder, TRUE);
}

/* The window goes while a page is on its way. */
static void
test_closed (void)
{
  for (guint i = 0; i < 6; i++)
    {
      HtmlTest test = { 0 };
      gpointer view;

      html_test_start (&test);
      view = test.view;
      g_object_add_weak_pointer (view, &view);
      set_page (&test, "<p>Croissant</p>", -1);
      for (guint j = 0; j < i * 4; j++)
        preview_test_turn ();
      html_test_stop (&test);
      preview_test_wait_until (view == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/preview/html-view/shows", test_shows);
  g_test_add_func ("/preview/html-view/encodings", test_encodings);
  g_test_add_func ("/preview/html-view/copy", test_copy);
  g_test_add_func ("/preview/html-view/zoom", test_zoom);
  g_test_add_func ("/preview/html-view/fast", test_fast);
  g_test_add_func ("/preview/html-view/traps", test_traps);
  g_test_add_func ("/preview/html-view/ended", test_ended);
  g_test_add_func ("/preview/html-view/unconfined", test_unconfined);
  g_test_add_func ("/preview/html-view/unavailable", test_unavailable);
  g_test_add_func ("/preview/html-view/closed", test_closed);

  return g_test_run ();
}
