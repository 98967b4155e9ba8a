/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-print.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-field.h"

/* Lengths in points. */
#define FONT_SIZE   9
#define TITLE_SIZE  14
#define CELL_GAP    8
#define LINE_GAP    3
#define SAMPLE_ROWS 200
#define MIN_SHARE   30.0

typedef struct
{
  ComptoirShop *shop;
  char *title;
  char *day;
  ComptoirTable *table;
  GArray *rows;
  GArray *columns;

  PangoLayout *layout;
  double *widths; /* one a column */
  double line_height;
  double head_height;
  guint rows_a_page;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_clear_object (&print->shop);
  g_clear_object (&print->table);
  g_clear_object (&print->layout);
  g_array_unref (print->rows);
  g_array_unref (print->columns);
  g_free (print->title);
  g_free (print->day);
  g_free (print->widths);
  g_free (print);
}

static const char *
column_title (Print *print, guint column)
{
  const char *name = comptoir_table_get_column_name (print->table, column);
  const char *title = comptoir_field_get_title (comptoir_table_get_resource (print->table), name);

  return title != NULL ? title : name;
}

static void
set_text (Print *print, const char *text, int size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (print->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (print->layout, -1);
  pango_layout_set_alignment (print->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_single_paragraph_mode (print->layout, TRUE);
  pango_layout_set_ellipsize (print->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (print->layout, text != NULL ? text : "", -1);
}

static double
measure (Print *print, const char *text, gboolean bold)
{
  int width;

  set_text (print, text, FONT_SIZE, bold);
  pango_layout_get_size (print->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static double
line_height (Print *print, int size)
{
  int height;

  set_text (print, "Ág", size, TRUE);
  pango_layout_get_size (print->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Each column gets what its first rows need; where that is more than the page, the wide ones give.
 */
static void
share_width (Print *print, double page_width)
{
  guint n = print->columns->len;
  double room = page_width - CELL_GAP * (n > 0 ? n - 1 : 0);
  double total = 0, wide = 0;

  print->widths = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      guint column = g_array_index (print->columns, guint, i);

      print->widths[i] = measure (print, column_title (print, column), TRUE);
      for (guint j = 0; j < MIN (print->rows->len, SAMPLE_ROWS); j++)
        {
          g_autofree char *text = comptoir_display_cell (
              print->shop, print->table, g_array_index (print->rows, guint, j), column);

          print->widths[i] = MAX (print->widths[i], measure (print, text, FALSE));
        }
      total += print->widths[i];
    }
  if (total <= room)
    return;
  for (guint i = 0; i < n; i++)
    if (print->widths[i] > room / n)
      wide += print->widths[i];
  for (guint i = 0; i < n && wide > 0; i++)
    if (print->widths[i] > room / n)
      print->widths[i]
          = MAX (MIN_SHARE, print->widths[i] - (total - room) * print->widths[i] / wide);
}

static void
draw (Print *print, cairo_t *cr, double x, double y, double width, gboolean right)
{
  pango_layout_set_width (print->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (print->layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, print->layout);
}

static void
draw_head (Print *print, cairo_t *cr, double page_width, int page, int n_pages)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), page + 1, n_pages);
  double x = 0, y = print->head_height - print->line_height;

  set_text (print, print->title, TITLE_SIZE, TRUE);
  draw (print, cr, 0, 0, page_width * 0.6, FALSE);
  set_text (print, print->day, FONT_SIZE, FALSE);
  draw (print, cr, page_width * 0.6, 0, page_width * 0.4, TRUE);
  set_text (print, number, FONT_SIZE, FALSE);
  draw (print, cr, page_width * 0.6, print->line_height, page_width * 0.4, TRUE);

  for (guint i = 0; i < print->columns->len; i++)
    {
      guint column = g_array_index (print->columns, guint, i);
      ComptoirColumnType type = comptoir_table_get_column_type (print->table, column);

      set_text (print, column_title (print, column), FONT_SIZE, TRUE);
      draw (print, cr, x, y, print->widths[i], comptoir_display_is_numeric (type));
      x += print->widths[i] + CELL_GAP;
    }
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, print->head_height - 1);
  cairo_line_to (cr, page_width, print->head_height - 1);
  cairo_stroke (cr);
}

static void
draw_row (Print *print, cairo_t *cr, double y, guint row)
{
  double x = 0;

  for (guint i = 0; i < print->columns->len; i++)
    {
      guint column = g_array_index (print->columns, guint, i);
      ComptoirColumnType type = comptoir_table_get_column_type (print->table, column);
      g_autofree char *text = comptoir_display_cell (print->shop, print->table, row, column);

      set_text (print, text, FONT_SIZE, FALSE);
      draw (print, cr, x, y, print->widths[i], comptoir_display_is_numeric (type));
      x += print->widths[i] + CELL_GAP;
    }
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  double height = gtk_print_context_get_height (context);

  g_clear_object (&print->layout);
  g_clear_pointer (&print->widths, g_free);
  print->layout = gtk_print_context_create_pango_layout (context);
  print->line_height = line_height (print, FONT_SIZE) + LINE_GAP;
  print->head_height = line_height (print, TITLE_SIZE) + print->line_height * 2.5;
  print->rows_a_page = MAX (1, (int) ((height - print->head_height) / print->line_height));
  share_width (print, gtk_print_context_get_width (context));
  gtk_print_operation_set_n_pages (
      operation, MAX (1, (int) ((print->rows->len + print->rows_a_page - 1) / print->rows_a_page)));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = page * print->rows_a_page;
  int n_pages;

  g_object_get (operation, "n-pages", &n_pages, NULL);
  draw_head (print, cr, gtk_print_context_get_width (context), page, n_pages);
  for (guint i = first; i < MIN (first + print->rows_a_page, print->rows->len); i++)
    draw_row (print, cr, print->head_height + (i - first) * print->line_height + LINE_GAP,
              g_array_index (print->rows, guint, i));
}

/**
 * comptoir_table_print_new:
 * @shop: (nullable): for references and currency
 * @title: what stands over every page
 * @table: the table the rows are of
 * @rows: (element-type guint): which, in this order
 * @columns: (element-type guint): which fields, in this order
 *
 * Returns: (transfer full): an operation that prints the rows, with heads and page numbers on every
 * page
 */
GtkPrintOperation *
comptoir_table_print_new (ComptoirShop *shop,
                          const char *title,
                          ComptoirTable *table,
                          GArray *rows,
                          GArray *columns)
{
  GtkPrintOperation *operation;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Print *print;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  print = g_new0 (Print, 1);
  g_set_object (&print->shop, shop);
  print->title = g_strdup (title);
  print->day = g_date_time_format (now, "%x");
  print->table = g_object_ref (table);
  print->rows = g_array_ref (rows);
  print->columns = g_array_ref (columns);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  g_object_set_data_full (G_OBJECT (operation), "comptoir-print", print, print_free);
  return operation;
}
