/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include <signal.h>
#include <string.h>

#include "comptoir-html-view-private.h"
#include "comptoir-pdf-pages-private.h"
#include "comptoir-pdf-view-private.h"
#include "demo-books.h"

#define NO_BREAK_SPACE "\302\240"

static ComptoirPreviewContent *
get_preview (SalesTest *test)
{
  return COMPTOIR_PREVIEW_CONTENT (
      comptoir_report_view_get_content (comptoir_sales_page_get_report (test->page)));
}

static ComptoirPdfView *
get_pdf (SalesTest *test)
{
  return COMPTOIR_PDF_VIEW (ui_test_find (GTK_WIDGET (test->page), COMPTOIR_TYPE_PDF_VIEW, 0));
}

static ComptoirHtmlView *
get_html (SalesTest *test)
{
  return COMPTOIR_HTML_VIEW (ui_test_find (GTK_WIDGET (test->page), COMPTOIR_TYPE_HTML_VIEW, 0));
}

static gboolean
is_enabled (SalesTest *test, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (test->page->actions), action);
}

/* The day's sales as the reports write them, in French whatever the language. */
static char *
dup_total (SalesTest *test)
{
  const ComptoirSalesSummary *summary
      = comptoir_sales_peek_summary (test->page->sales, &test->page->day);
  g_autofree char *plain = NULL;
  GString *text;
  char *point;

  g_assert_nonnull (summary);
  plain = comptoir_decimal_to_string (summary->sales_incl_vat);
  point = strchr (plain, '.');
  g_assert_true (point != NULL && strlen (point) == 3);
  text = g_string_new (plain);
  text->str[point - plain] = ',';
  if (point - plain > 3)
    g_string_insert (text, point - plain - 3, NO_BREAK_SPACE);
  return g_string_free (text, FALSE);
}

/* Whether a label that is seen has words in it. */
static gboolean
find_label (GtkWidget *within, const char *words)
{
  if (GTK_IS_LABEL (within) && gtk_widget_get_mapped (within)
      && strstr (gtk_label_get_label (GTK_LABEL (within)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_webkit_there (void)
{
  g_autofree char *maps = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  return strstr (maps, "libwebkitgtk") != NULL;
}

/* Neither helper is there before a first report of its kind is shown. */
static void
test_lazy (void)
{
  SalesTest test = { 0 };

  g_assert_false (is_webkit_there ());
  sales_test_start (&test);
  sales_test_show_view (&test, "table");
  g_assert_null (get_pdf (&test));
  g_assert_null (get_html (&test));
  sales_test_show_view (&test, "pdf");
  g_assert_nonnull (get_pdf (&test));
  g_assert_null (get_html (&test));
  g_assert_false (is_webkit_there ());
  sales_test_show_view (&test, "report");
  g_assert_nonnull (get_html (&test));
  g_assert_true (is_webkit_there ());
  sales_test_stop (&test);
}

/* Types a text in the find bar that the page's own action opens, and waits for what the bar says.
 */
static void
look_for (SalesTest *test, const char *text, gboolean there)
{
  GtkWidget *preview = GTK_WIDGET (get_preview (test));
  GtkEditable *entry = GTK_EDITABLE (ui_test_find (preview, GTK_TYPE_SEARCH_ENTRY, 0));

  gtk_editable_set_text (entry, text);
  ui_test_wait_until (find_label (preview, "Nothing found") != there
                      && find_label (preview, "Looking…") == FALSE
                      && (!there || find_label (preview, " of ") || find_label (preview, "match")));
}

/* What the bar says of a text before would be taken for an answer: so first one that gets another.
 */
static void
find_text (SalesTest *test, const char *text, gboolean there)
{
  sales_test_activate (test, "find");
  look_for (test, there ? "nothing of the kind" : DEMO_SHOP_TITLE, !there);
  look_for (test, text, there);
}

/* The total of the summary stands in the report too; that of another day is found once it is that
 * day's report. */
static void
test_figures (gconstpointer view)
{
  SalesTest test = { 0 };
  g_autofree char *total = NULL;
  g_autofree char *other = NULL;

  sales_test_start (&test);
  total = dup_total (&test);
  sales_test_show_view (&test, view);
  g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
  find_text (&test, total, TRUE);

  sales_test_activate (&test, "previous-day");
  ui_test_wait_until (sales_test_has_figures (&test));
  ui_test_wait_until (comptoir_sales_page_get_preview (test.page) != NULL);
  other = dup_total (&test);
  g_assert_cmpstr (other, !=, total);
  find_text (&test, other, TRUE);
  find_text (&test, total, FALSE);
  sales_test_stop (&test);
}

static gboolean
has_text (GdkClipboard *clipboard)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                "text/plain;charset=utf-8");
}

/* What is selected goes to the clipboard: here, all of it. */
static void
test_copy (gconstpointer view)
{
  SalesTest test = { 0 };
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;

  sales_test_start (&test);
  total = dup_total (&test);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (test.base.window), NULL);
  sales_test_show_view (&test, view);
  if (g_str_equal (view, "pdf"))
    comptoir_pdf_selection_all (comptoir_pdf_pages_get_selection (get_pdf (&test)->pages));
  else
    g_assert_true (comptoir_preview_content_activate (get_preview (&test), "select-all"));
  g_assert_true (comptoir_preview_content_activate (get_preview (&test), "copy"));
  ui_test_wait_until (has_text (gtk_widget_get_clipboard (test.base.window)));
  text = ui_test_read_clipboard (&test.base);
  g_assert_nonnull (strstr (text, DEMO_SHOP_TITLE));
  /* Whichever space it is copied with. */
  g_assert_nonnull (
      strstr (text, strrchr (total, '\240') != NULL ? strrchr (total, '\240') + 1 : total));
  sales_test_stop (&test);
}

static void
test_zoom (gconstpointer view)
{
  SalesTest test = { 0 };
  double before, after;

  sales_test_start (&test);
  g_assert_false (is_enabled (&test, "zoom-in"));
  sales_test_show_view (&test, view);
  g_assert_true (is_enabled (&test, "zoom-in"));
  sales_test_activate (&test, "zoom-reset");
  if (g_str_equal (view, "pdf"))
    before = comptoir_pdf_pages_get_zoom (get_pdf (&test)->pages);
  else
    g_object_get (get_html (&test)->page, "zoom", &before, NULL);
  g_assert_cmpfloat (before, ==, 1);
  sales_test_activate (&test, "zoom-in");
  if (g_str_equal (view, "pdf"))
    after = comptoir_pdf_pages_get_zoom (get_pdf (&test)->pages);
  else
    g_object_get (get_html (&test)->page, "zoom", &after, NULL);
  g_assert_cmpfloat (after, >, 1);
  sales_test_show_view (&test, "accounting");
  g_assert_false (is_enabled (&test, "zoom-in"));
  sales_test_stop (&test);
}

/* The helper is killed while its report is on screen: the page says so and the file is still there;
 * another try and another day show again. */
static void
test_killed (void)
{
  SalesTest test = { 0 };
  ComptoirPdfChannel *channel;

  sales_test_start (&test);
  sales_test_show_view (&test, "pdf");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
      channel = comptoir_pdf_document_get_channel (get_pdf (&test)->document);
      kill ((GPid) g_ascii_strtoll (comptoir_pdf_channel_get_identifier (channel), NULL, 10),
            SIGKILL);
      ui_test_wait_until (g_str_equal (sales_test_get_state (&test), "unshown"));
      g_assert_true (is_enabled (&test, "save-as"));
      g_assert_true (is_enabled (&test, "open-with"));
      g_assert_false (is_enabled (&test, "print"));
      g_assert_false (is_enabled (&test, "find"));
      sales_test_activate (&test, i == 0 ? "refresh" : "previous-day");
      ui_test_wait_until (comptoir_sales_page_get_preview (test.page) != NULL);
      g_assert_true (is_enabled (&test, "print"));
    }
  sales_test_stop (&test);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Half of a PDF, and what isn't one. */
static void
test_broken (void)
{
  static const char nonsense[] = "%PDF-1.7\nnonsense";
  SalesTest test = { 0 };
  g_autoptr (GBytes) whole = NULL;
  ComptoirReportContent *content;

  sales_test_start (&test);
  sales_test_show_view (&test, "pdf");
  content = COMPTOIR_REPORT_CONTENT (get_preview (&test));
  whole = g_bytes_ref (comptoir_report_view_get_bytes (comptoir_sales_page_get_report (test.page)));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes
          = i == 0   ? g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2)
            : i == 1 ? g_bytes_new_static (nonsense, strlen (nonsense))
                     : g_bytes_ref (whole);

      comptoir_report_content_load_async (content, bytes, NULL, NULL, on_ready, &result);
      ui_test_wait_until (result != NULL);
      g_assert_cmpint (comptoir_report_content_load_finish (content, result, &error), ==, i == 2);
      if (i < 2)
        g_assert_cmpstr (error->message, ==, "This isn’t a PDF, or it is damaged.");
    }
  sales_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/report-preview/lazy", test_lazy);
  g_test_add_data_func ("/ui/report-preview/figures/pdf", "pdf", test_figures);
  g_test_add_data_func ("/ui/report-preview/figures/html", "report", test_figures);
  g_test_add_data_func ("/ui/report-preview/copy/pdf", "pdf", test_copy);
  g_test_add_data_func ("/ui/report-preview/copy/html", "report", test_copy);
  g_test_add_data_func ("/ui/report-preview/zoom/pdf", "pdf", test_zoom);
  g_test_add_data_func ("/ui/report-preview/zoom/html", "report", test_zoom);
  g_test_add_func ("/ui/report-preview/killed", test_killed);
  g_test_add_func ("/ui/report-preview/broken", test_broken);
  return g_test_run ();
}
