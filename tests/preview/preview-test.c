/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "preview-test.h"

#include <cairo-pdf.h>

#define FORMS 12

static gboolean
on_wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* One turn of the main loop, of a few milliseconds at most. */
void
preview_test_turn (void)
{
  guint wake = g_timeout_add (10, on_wake, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
show (cairo_t *cr, double y, const char *text)
{
  cairo_move_to (cr, 50, y);
  cairo_show_text (cr, text);
}

GBytes *
preview_test_pdf (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *title = g_strdup_printf ("Page %u", i + 1);
      g_autofree char *total = g_strdup_printf ("Total %u00,00", i + 1);

      if (i % 3 == 2)
        cairo_pdf_surface_set_size (surface, 842, 595);
      else
        cairo_pdf_surface_set_size (surface, 595, 842);
      cairo_set_font_size (cr, 20);
      show (cr, 100, title);
      show (cr, 150, "Croissant");
      show (cr, 200, total);
      cairo_set_source_rgb (cr, 1, 0, 0);
      cairo_rectangle (cr, 0, 0, 40, 40);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

/* @objects: from number 1, the first the catalogue */
static GBytes *
write_pdf (GPtrArray *objects, const char *trailer)
{
  GString *pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new (NULL);
  gsize start;

  for (guint i = 0; i < objects->len; i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1,
                              (const char *) g_ptr_array_index (objects, i));
    }
  start = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n%s", objects->len + 1, table->str);
  g_string_append_printf (
      pdf, "trailer\n<< /Size %u /Root 1 0 R %s>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      objects->len + 1, trailer, start);

  return g_string_free_to_bytes (pdf);
}

G_GNUC_PRINTF (2, 3)
static void
add (GPtrArray *objects, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (objects, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* The catalogue and a page with one thing on it, X, which is to be object 5. */
static GPtrArray *
begin_pdf (const char *content)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_free);

  add (objects, "<< /Type /Catalog /Pages 2 0 R >>");
  add (objects, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                "/Resources << /XObject << /X 5 0 R >> >> >>");
  add (objects, "<< /Length %u >>\nstream\n%s\nendstream", (guint) strlen (content), content);

  return objects;
}

/* Forms that each draw the next one ten times: 10¹² little squares. */
GBytes *
preview_test_pdf_endless (void)
{
  g_autoptr (GPtrArray) objects = begin_pdf ("/X Do");
  const char *ten = "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";

  for (guint i = 0; i < FORMS; i++)
    add (objects,
         "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %u "
         "/Resources << /XObject << /X %u 0 R >> >> >>\nstream\n%s\nendstream",
         (guint) strlen (ten), 6 + i, ten);
  add (objects, "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 12 >>\n"
                "stream\n0 0 10 10 re f\nendstream");

  return write_pdf (objects, "");
}

/* A picture of 4 GB. */
GBytes *
preview_test_pdf_bomb (void)
{
  g_autoptr (GPtrArray) objects = begin_pdf ("q 595 0 0 842 0 0 cm /X Do Q");

  add (objects,
       "<< /Type /XObject /Subtype /Image /Width 32000 /Height 32000 /ColorSpace /DeviceRGB "
       "/BitsPerComponent 8 /Length 6 /Filter /ASCIIHexDecode >>\nstream\nff00ff\nendstream");

  return write_pdf (objects, "");
}

GBytes *
preview_test_pdf_encrypted (void)
{
  g_autoptr (GPtrArray) objects = begin_pdf ("");
  g_autofree char *hash = g_strnfill (64, 'a');

  add (objects, "<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>", hash, hash);

  return write_pdf (objects, "/Encrypt 5 0 R /ID [<00> <00>] ");
}

/* Pages of no size, of a size beyond all bounds, and of an ordinary one. */
GBytes *
preview_test_pdf_odd_sizes (void)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  add (objects, "<< /Type /Catalog /Pages 2 0 R >>");
  add (objects, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>");
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] >>");
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999999 1] >>");
  add (objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>");

  return write_pdf (objects, "");
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

ComptoirPdfDocument *
preview_test_open (GBytes *bytes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_pdf_document_open_async (bytes, NULL, on_ready, &result);
  preview_test_wait_until (result != NULL);

  return comptoir_pdf_document_open_finish (result, error);
}

GBytes *
preview_test_render (ComptoirPdfDocument *document,
                     guint page,
                     guint width,
                     guint height,
                     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_pdf_document_render_async (document, page, width, height, FALSE,
                                      COMPTOIR_PDF_PRIORITY_VISIBLE, NULL, on_ready, &result);
  preview_test_wait_until (result != NULL);

  return comptoir_pdf_document_render_finish (document, result, error);
}
