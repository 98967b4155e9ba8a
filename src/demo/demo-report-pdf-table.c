/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables over any number of pages, their column heads on each. Figures are never broken; text is
 * broken into lines where the columns would be too wide together. */

#include "demo-report-pdf.h"

#include <string.h>

#define FONT_SIZE              7.5
#define LINE_HEIGHT            10.0
#define PADDING                3.0  /* above and below a row */
#define GAP                    10.0 /* between columns */
#define BAR_WIDTH              44.0
#define ROWS_KEPT_WITH_HEADING 3
#define MAX_COLUMNS            16
#define LONGEST_WORD           72.0
#define LONGEST_TEXT           800 /* characters */

typedef struct
{
  const DemoReportTable *table;
  double widths[MAX_COLUMNS];
  double smallest[MAX_COLUMNS]; /* the longest word */
} Layout;

/* A row has to go on a page: names as long as books are shortened. */
static char *
text_of (const DemoReportCell *cell)
{
  g_autofree char *text = demo_report_format_cell (cell);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\t\r\n", ' ');
  if (g_utf8_strlen (valid, -1) <= LONGEST_TEXT)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, LONGEST_TEXT - 1);
  return g_strconcat (start, "…", NULL);
}

static double
measure_longest_word (DemoPdf *pdf, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double width = 0;

  for (guint i = 0; words[i]; i++)
    width = MAX (width, demo_pdf_measure (pdf, words[i]));

  return width;
}

static void
measure_text (DemoPdf *pdf, Layout *layout, guint column, const char *text)
{
  layout->widths[column] = MAX (layout->widths[column], demo_pdf_measure (pdf, text));
  layout->smallest[column] = MAX (layout->smallest[column], measure_longest_word (pdf, text));
}

static void
measure_row (DemoPdf *pdf, Layout *layout, guint index)
{
  GArray *row = g_ptr_array_index (layout->table->rows, index);

  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *text = text_of (&g_array_index (row, DemoReportCell, i));

      measure_text (pdf, layout, i, text);
    }
}

static double
natural_width (const Layout *layout)
{
  double width = GAP * (layout->table->n_columns - 1);

  for (guint i = 0; i < layout->table->n_columns; i++)
    width += layout->widths[i];

  return width;
}

/* Shares what is left over out to the text columns. What is missing is taken from them, from each
 * as much as it can give without breaking a word, in proportion; a word too long for any column
 * does get broken. */
static void
fit_columns (Layout *layout, double room)
{
  const DemoReportTable *table = layout->table;
  double missing = natural_width (layout) - room;
  double slack = 0;
  guint n_texts = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].kind != DEMO_CELL_TEXT)
        continue;
      n_texts++;
      slack += layout->widths[i] - MIN (layout->smallest[i], LONGEST_WORD);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].kind != DEMO_CELL_TEXT)
        continue;
      if (missing <= 0)
        layout->widths[i] -= missing / n_texts;
      else if (slack > 0)
        layout->widths[i] -= (layout->widths[i] - MIN (layout->smallest[i], LONGEST_WORD))
                             * MIN (missing / slack, 1);
    }
}

static void
lay_out (DemoPdf *pdf, Layout *layout)
{
  const DemoReportTable *table = layout->table;

  demo_pdf_set_font (pdf, FONT_SIZE, TRUE, DEMO_PDF_INK);
  for (guint i = 0; i < table->n_columns; i++)
    measure_text (pdf, layout, i, table->columns[i].title);
  for (guint i = 0; i < table->rows->len; i++)
    {
      gboolean total = table->totals && i + 1 == table->rows->len;

      demo_pdf_set_font (pdf, FONT_SIZE, total, DEMO_PDF_INK);
      measure_row (pdf, layout, i);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].kind == DEMO_CELL_SHARE)
        layout->widths[i] += BAR_WIDTH + GAP / 2;
    }
}

/* How much of @text fits into @width: up to a space if there is one, else as many characters as go,
 * one at least. */
static gsize
fitting_length (DemoPdf *pdf, const char *text, double width)
{
  gsize length = 0;

  if (demo_pdf_measure (pdf, text) <= width + 0.01)
    return strlen (text);
  for (const char *space = strchr (text, ' '); space; space = strchr (space + 1, ' '))
    {
      g_autofree char *start = g_strndup (text, space - text);

      if (demo_pdf_measure (pdf, start) > width + 0.01)
        break;
      length = space - text;
    }
  if (length > 0)
    return length;
  for (const char *c = g_utf8_next_char (text); *c; c = g_utf8_next_char (c))
    {
      g_autofree char *start = g_strndup (text, c - text);

      if (length > 0 && demo_pdf_measure (pdf, start) > width)
        break;
      length = c - text;
    }

  return length;
}

static GStrv
break_text (DemoPdf *pdf, const char *text, double width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  do
    {
      gsize length = fitting_length (pdf, text, width);
      g_autofree char *line = g_strndup (text, length);

      g_strv_builder_add (lines, line);
      text += length;
      text += strspn (text, " ");
    }
  while (*text);

  return g_strv_builder_end (lines);
}

static void
draw_bar (DemoPdf *pdf, double x, gint64 share)
{
  demo_pdf_fill (pdf, x, pdf->y + PADDING + 2, BAR_WIDTH, 5, DEMO_PDF_LINE);
  demo_pdf_fill (pdf, x, pdf->y + PADDING + 2, BAR_WIDTH * CLAMP (share, 0, 1000) / 1000, 5,
                 DEMO_PDF_ACCENT);
}

static void
draw_cell (DemoPdf *pdf, const DemoReportColumn *column, double x, double width, GStrv lines)
{
  double y = pdf->y + PADDING + FONT_SIZE;

  for (guint i = 0; lines[i]; i++, y += LINE_HEIGHT)
    {
      if (column->kind == DEMO_CELL_TEXT)
        demo_pdf_show (pdf, x, y, lines[i]);
      else
        demo_pdf_show_right (pdf, x + width, y, lines[i]);
    }
}

static void
draw_head (DemoPdf *pdf, const Layout *layout)
{
  const DemoReportTable *table = layout->table;
  double x = DEMO_PDF_MARGIN;

  demo_pdf_set_font (pdf, FONT_SIZE, TRUE, DEMO_PDF_MUTED);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *lines[] = { table->columns[i].title, NULL };

      draw_cell (pdf, &table->columns[i], x, layout->widths[i], (GStrv) lines);
      x += layout->widths[i] + GAP;
    }
  pdf->y += LINE_HEIGHT + 2 * PADDING;
  demo_pdf_fill (pdf, DEMO_PDF_MARGIN, pdf->y - 0.5, demo_pdf_get_room (pdf), 1, DEMO_PDF_LINE);
}

static void
draw_row (DemoPdf *pdf, const Layout *layout, guint index)
{
  const DemoReportTable *table = layout->table;
  GArray *row = g_ptr_array_index (table->rows, index);
  gboolean total = table->totals && index + 1 == table->rows->len;
  GStrv lines[MAX_COLUMNS];
  guint n_lines = 1;
  double x = DEMO_PDF_MARGIN;

  demo_pdf_set_font (pdf, FONT_SIZE, total, DEMO_PDF_INK);
  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *text = text_of (&g_array_index (row, DemoReportCell, i));

      lines[i] = break_text (pdf, text, layout->widths[i]);
      n_lines = MAX (n_lines, g_strv_length (lines[i]));
    }
  if (demo_pdf_need (pdf, n_lines * LINE_HEIGHT + 2 * PADDING))
    draw_head (pdf, layout);
  demo_pdf_fill (pdf, DEMO_PDF_MARGIN, pdf->y - 0.25, demo_pdf_get_room (pdf), total ? 1 : 0.5,
                 DEMO_PDF_LINE);
  for (guint i = 0; i < row->len; i++)
    {
      if (table->columns[i].kind == DEMO_CELL_SHARE && !total)
        draw_bar (pdf, x, g_array_index (row, DemoReportCell, i).number);
      demo_pdf_set_font (pdf, FONT_SIZE, total, DEMO_PDF_INK);
      draw_cell (pdf, &table->columns[i], x, layout->widths[i], lines[i]);
      g_strfreev (lines[i]);
      x += layout->widths[i] + GAP;
    }
  pdf->y += n_lines * LINE_HEIGHT + 2 * PADDING;
}

/**
 * demo_pdf_table:
 * @self: a document
 * @table: a table of at most 16 columns
 *
 * Draws the table below what has been drawn, beginning pages as needed; one too wide for a page
 * goes on pages that lie on their side.
 */
void
demo_pdf_table (DemoPdf *self, const DemoReportTable *table)
{
  Layout layout = { .table = table };
  guint n_rows_kept = MIN (table->rows->len, ROWS_KEPT_WITH_HEADING);
  gboolean wide;

  g_return_if_fail (table->n_columns <= MAX_COLUMNS);

  lay_out (self, &layout);
  wide = natural_width (&layout) > DEMO_PDF_SHORT - 2 * DEMO_PDF_MARGIN;
  self->y += 16;
  if (wide != (self->width > self->height))
    demo_pdf_begin_page (self, wide);
  else
    demo_pdf_need (self, 20 + (n_rows_kept + 1) * (LINE_HEIGHT + 2 * PADDING));
  fit_columns (&layout, demo_pdf_get_room (self));
  demo_pdf_heading (self, table->title);
  draw_head (self, &layout);
  for (guint i = 0; i < table->rows->len; i++)
    draw_row (self, &layout, i);
}
