/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-pdf.h"

/* Whatever the machine has in its place; widths are measured, never assumed. */
#define FONT "Helvetica"

#define CARDS_IN_ROW 5
#define CARD_GAP     8.0
#define CARD_HEIGHT  44.0

static const double colors[][3] = {
  [DEMO_PDF_INK] = { 0.15, 0.13, 0.12 },     [DEMO_PDF_MUTED] = { 0.42, 0.40, 0.37 },
  [DEMO_PDF_ACCENT] = { 0.71, 0.40, 0.11 },  [DEMO_PDF_LINE] = { 0.85, 0.83, 0.81 },
  [DEMO_PDF_SOFT] = { 0.965, 0.953, 0.937 },
};

static void
set_color (DemoPdf *self, DemoPdfColor color)
{
  cairo_set_source_rgb (self->cr, colors[color][0], colors[color][1], colors[color][2]);
}

static cairo_status_t
write_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_footer (DemoPdf *self)
{
  g_autofree char *number = g_strdup_printf ("Page %u / %u", self->page, self->n_pages);
  double y = self->height - 34;

  demo_pdf_fill (self, DEMO_PDF_MARGIN, y - 14, demo_pdf_get_room (self), 0.5, DEMO_PDF_LINE);
  demo_pdf_set_font (self, 7.5, FALSE, DEMO_PDF_MUTED);
  demo_pdf_show (self, DEMO_PDF_MARGIN, y, self->edition);
  demo_pdf_show_right (self, self->width - DEMO_PDF_MARGIN, y, number);
}

static void
draw_running_head (DemoPdf *self)
{
  double y = 44;

  demo_pdf_set_font (self, 9, TRUE, DEMO_PDF_INK);
  demo_pdf_show (self, DEMO_PDF_MARGIN, y, DEMO_SHOP_TITLE);
  demo_pdf_set_font (self, 9, FALSE, DEMO_PDF_MUTED);
  demo_pdf_show_right (self, self->width - DEMO_PDF_MARGIN, y, self->title);
  demo_pdf_fill (self, DEMO_PDF_MARGIN, y + 8, demo_pdf_get_room (self), 1, DEMO_PDF_ACCENT);
}

static void
draw_masthead (DemoPdf *self)
{
  demo_pdf_set_font (self, 20, TRUE, DEMO_PDF_INK);
  demo_pdf_show (self, DEMO_PDF_MARGIN, 62, DEMO_SHOP_TITLE);
  demo_pdf_set_font (self, 12, FALSE, DEMO_PDF_INK);
  demo_pdf_show (self, DEMO_PDF_MARGIN, 82, self->title);
  demo_pdf_set_font (self, 8, FALSE, DEMO_PDF_MUTED);
  demo_pdf_show (self, DEMO_PDF_MARGIN, 98,
                 DEMO_SHOP_ADDRESS ", " DEMO_SHOP_CITY " · SIREN " DEMO_SHOP_SIREN
                                   " · TVA " DEMO_SHOP_VAT);
  demo_pdf_show (self, DEMO_PDF_MARGIN, 110, self->edition);
  demo_pdf_fill (self, DEMO_PDF_MARGIN, 120, demo_pdf_get_room (self), 2, DEMO_PDF_ACCENT);
  self->y = 140;
}

/* The summary, a card for each figure. */
static void
draw_cards (DemoPdf *self, const DemoReportTable *table)
{
  double width = (demo_pdf_get_room (self) + CARD_GAP) / CARDS_IN_ROW - CARD_GAP;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (table->rows, i);
      g_autofree char *value = demo_report_format_cell (&g_array_index (row, DemoReportCell, 1));
      double x = DEMO_PDF_MARGIN + i % CARDS_IN_ROW * (width + CARD_GAP);
      double y = self->y + i / CARDS_IN_ROW * (CARD_HEIGHT + CARD_GAP);

      demo_pdf_fill (self, x, y, width, CARD_HEIGHT, DEMO_PDF_SOFT);
      demo_pdf_set_font (self, 7, FALSE, DEMO_PDF_MUTED);
      demo_pdf_show (self, x + 8, y + 15, g_array_index (row, DemoReportCell, 0).text);
      demo_pdf_set_font (self, 13, TRUE, DEMO_PDF_INK);
      demo_pdf_show (self, x + 8, y + 33, value);
    }
  self->y += (table->rows->len + CARDS_IN_ROW - 1) / CARDS_IN_ROW * (CARD_HEIGHT + CARD_GAP);
}

static void
set_metadata (cairo_surface_t *surface, const char *title, gint64 edited)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (edited);
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, DEMO_SHOP_TITLE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

/* Returns the number of pages. */
static guint
write_document (GByteArray *bytes,
                GPtrArray *tables,
                const char *title,
                const char *edition,
                gint64 edited,
                guint n_pages)
{
  DemoPdf pdf = { .n_pages = n_pages, .title = title, .edition = edition };

  pdf.surface
      = cairo_pdf_surface_create_for_stream (write_bytes, bytes, DEMO_PDF_SHORT, DEMO_PDF_LONG);
  pdf.cr = cairo_create (pdf.surface);
  set_metadata (pdf.surface, title, edited);
  demo_pdf_begin_page (&pdf, FALSE);
  draw_cards (&pdf, g_ptr_array_index (tables, 0));
  for (guint i = 1; i < tables->len; i++)
    demo_pdf_table (&pdf, g_ptr_array_index (tables, i));
  cairo_destroy (pdf.cr);
  cairo_surface_finish (pdf.surface);
  if (cairo_surface_status (pdf.surface) != CAIRO_STATUS_SUCCESS)
    g_warning ("The PDF report can’t be written: %s",
               cairo_status_to_string (cairo_surface_status (pdf.surface)));
  cairo_surface_destroy (pdf.surface);

  return pdf.page;
}

/**
 * demo_pdf_get_room:
 * @self: a document
 *
 * Returns: the width in points between the margins of the page
 */
double
demo_pdf_get_room (DemoPdf *self)
{
  return self->width - 2 * DEMO_PDF_MARGIN;
}

/**
 * demo_pdf_begin_page:
 * @self: a document
 * @wide: whether it lies on its side
 *
 * Ends the page before, if there is one, and draws the head and the foot of the next.
 */
void
demo_pdf_begin_page (DemoPdf *self, gboolean wide)
{
  if (self->page > 0)
    cairo_show_page (self->cr);
  self->page++;
  self->width = wide ? DEMO_PDF_LONG : DEMO_PDF_SHORT;
  self->height = wide ? DEMO_PDF_SHORT : DEMO_PDF_LONG;
  cairo_pdf_surface_set_size (self->surface, self->width, self->height);
  self->y = DEMO_PDF_TOP;
  if (self->page == 1)
    draw_masthead (self);
  else
    draw_running_head (self);
  draw_footer (self);
}

/**
 * demo_pdf_need:
 * @self: a document
 * @height: in points
 *
 * Begins a page when the one before hasn't got as much room left.
 *
 * Returns: whether a page was begun
 */
gboolean
demo_pdf_need (DemoPdf *self, double height)
{
  if (self->y + height <= self->height - DEMO_PDF_BOTTOM)
    return FALSE;
  demo_pdf_begin_page (self, self->width > self->height);

  return TRUE;
}

/**
 * demo_pdf_set_font:
 * @self: a document
 * @size: in points
 * @bold: whether bold
 * @color: of the text
 */
void
demo_pdf_set_font (DemoPdf *self, double size, gboolean bold, DemoPdfColor color)
{
  cairo_select_font_face (self->cr, FONT, CAIRO_FONT_SLANT_NORMAL,
                          bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (self->cr, size);
  set_color (self, color);
}

/**
 * demo_pdf_measure:
 * @self: a document
 * @text: in UTF-8
 *
 * Returns: the width in points that @text takes in the current font
 */
double
demo_pdf_measure (DemoPdf *self, const char *text)
{
  cairo_text_extents_t extents;

  cairo_text_extents (self->cr, text, &extents);
  return extents.x_advance;
}

/**
 * demo_pdf_show:
 * @self: a document
 * @x: the left edge
 * @y: the base line
 * @text: in UTF-8
 */
void
demo_pdf_show (DemoPdf *self, double x, double y, const char *text)
{
  cairo_move_to (self->cr, x, y);
  cairo_show_text (self->cr, text);
}

/**
 * demo_pdf_show_right:
 * @self: a document
 * @x: the right edge
 * @y: the base line
 * @text: in UTF-8
 */
void
demo_pdf_show_right (DemoPdf *self, double x, double y, const char *text)
{
  demo_pdf_show (self, x - demo_pdf_measure (self, text), y, text);
}

/**
 * demo_pdf_fill:
 * @self: a document
 * @x: left
 * @y: top
 * @width: in points
 * @height: in points
 * @color: what to fill with
 */
void
demo_pdf_fill (DemoPdf *self, double x, double y, double width, double height, DemoPdfColor color)
{
  set_color (self, color);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

/**
 * demo_pdf_heading:
 * @self: a document
 * @title: what stands below
 *
 * Writes a heading, which shows in the reader's outline too.
 */
void
demo_pdf_heading (DemoPdf *self, const char *title)
{
  g_autofree char *place
      = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) DEMO_PDF_MARGIN, (int) self->y);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, place, 0);
  demo_pdf_set_font (self, 12, TRUE, DEMO_PDF_INK);
  demo_pdf_show (self, DEMO_PDF_MARGIN, self->y + 12, title);
  self->y += 20;
}

/**
 * demo_report_pdf:
 * @catalogue: the catalogue
 * @day: the sales
 * @edited: when the report is made, Unix seconds
 *
 * The report on A4 pages, its text selectable.
 *
 * Returns: (transfer full): the PDF
 */
GBytes *
demo_report_pdf (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GByteArray) draft = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;
  g_autofree char *edition = NULL;
  GByteArray *bytes;
  guint n_pages;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  tables = demo_report_tables_new (catalogue, day);
  date = demo_report_format_day (&day->date);
  title = g_strdup_printf ("Rapport de ventes du %s", date);
  time = demo_report_format_time (edited, "%d/%m/%Y à %H:%M");
  edition = g_strdup_printf ("Édité le %s", time);
  /* How many pages there are is known only once they have been laid out. */
  draft = g_byte_array_new ();
  n_pages = write_document (draft, tables, title, edition, edited, 0);
  bytes = g_byte_array_new ();
  write_document (bytes, tables, title, edition, edited, n_pages);

  return g_byte_array_free_to_bytes (bytes);
}
