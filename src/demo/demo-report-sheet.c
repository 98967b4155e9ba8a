/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of the workbook, with their text inline, and the styles they use (ECMA-376). */

#include "demo-report-private.h"

#define XML_HEADER  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SPREADSHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* Indices into the cellXfs of the style sheet below. */
enum
{
  STYLE_TEXT,
  STYLE_TITLE,
  STYLE_HEAD,
  STYLE_HEAD_RIGHT,
  STYLE_COUNT,
  STYLE_QUANTITY,
  STYLE_MONEY,
  STYLE_SHARE,
  STYLE_TOTAL_TEXT,
  STYLE_TOTAL_COUNT, /* and so on, as from STYLE_COUNT */
};

static const char styles[] = XML_HEADER
    "<styleSheet xmlns=\"" SPREADSHEET "\">"
    "<numFmts count=\"3\">"
    "<numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ &quot;€&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"#,##0\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"0.0%\"/>"
    "</numFmts>"
    "<fonts count=\"3\">"
    "<font><sz val=\"10\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"14\"/><color rgb=\"FFB5651D\"/><name val=\"Calibri\"/></font>"
    "</fonts>"
    "<fills count=\"3\">"
    "<fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF0EBE5\"/></patternFill></fill>"
    "</fills>"
    "<borders count=\"2\">"
    "<border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top style=\"thin\"/><bottom/><diagonal/></border>"
    "</borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"13\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
    "applyFill=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
    "applyFill=\"1\""
    " applyAlignment=\"1\"><alignment horizontal=\"right\"/></xf>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" "
    "applyBorder=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\""
    " applyFont=\"1\" applyBorder=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" "
    "applyBorder=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\""
    " applyFont=\"1\" applyBorder=\"1\"/>"
    "<xf numFmtId=\"166\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\""
    " applyFont=\"1\" applyBorder=\"1\"/>"
    "</cellXfs>"
    "</styleSheet>\n";

static guint
style_of (DemoCellKind kind, gboolean total)
{
  guint style = STYLE_TEXT;

  switch (kind)
    {
    case DEMO_CELL_COUNT:
      style = STYLE_COUNT;
      break;
    case DEMO_CELL_QUANTITY:
      style = STYLE_QUANTITY;
      break;
    case DEMO_CELL_MONEY:
      style = STYLE_MONEY;
      break;
    case DEMO_CELL_SHARE:
      style = STYLE_SHARE;
      break;
    case DEMO_CELL_TEXT:
    default:
      return total ? STYLE_TOTAL_TEXT : STYLE_TEXT;
    }

  return total ? style + STYLE_TOTAL_COUNT - STYLE_COUNT : style;
}

static guint
decimals_of (DemoCellKind kind)
{
  switch (kind)
    {
    case DEMO_CELL_MONEY:
      return 2;
    case DEMO_CELL_QUANTITY:
    case DEMO_CELL_SHARE:
      return 3;
    case DEMO_CELL_COUNT:
    case DEMO_CELL_TEXT:
    default:
      return 0;
    }
}

static void
append_text_cell (GString *xml, guint column, guint row, guint style, const char *text)
{
  /* No table has more columns than there are letters. */
  g_string_append_printf (xml,
                          "<c r=\"%c%u\" s=\"%u\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                          'A' + column, row, style);
  demo_report_append_xml (xml, text);
  g_string_append (xml, "</t></is></c>");
}

static void
append_cell (GString *xml, guint column, guint row, const DemoReportCell *cell, gboolean total)
{
  guint style = style_of (cell->kind, total);
  g_autofree char *number = NULL;

  if (cell->kind == DEMO_CELL_TEXT)
    {
      append_text_cell (xml, column, row, style, cell->text);
      return;
    }
  number = demo_report_format_decimal (cell->number, decimals_of (cell->kind), '.');
  g_string_append_printf (xml, "<c r=\"%c%u\" s=\"%u\"><v>%s</v></c>", 'A' + column, row, style,
                          number);
}

/* Returns the number of rows written, with the title, the heads and an empty row below. */
static guint
append_table (GString *xml, const DemoReportTable *table, guint first_row)
{
  guint row = first_row;

  g_string_append_printf (xml, "<row r=\"%u\" ht=\"21\" customHeight=\"1\">", row);
  append_text_cell (xml, 0, row, STYLE_TITLE, table->title);
  g_string_append_printf (xml, "</row>\n<row r=\"%u\">", ++row);
  for (guint i = 0; i < table->n_columns; i++)
    append_text_cell (xml, i, row,
                      table->columns[i].kind == DEMO_CELL_TEXT ? STYLE_HEAD : STYLE_HEAD_RIGHT,
                      table->columns[i].title);
  g_string_append (xml, "</row>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      GArray *cells = g_ptr_array_index (table->rows, i);

      g_string_append_printf (xml, "<row r=\"%u\">", ++row);
      for (guint j = 0; j < cells->len; j++)
        append_cell (xml, j, row, &g_array_index (cells, DemoReportCell, j),
                     table->totals && i + 1 == table->rows->len);
      g_string_append (xml, "</row>\n");
    }

  return row + 2 - first_row;
}

/* Wide enough for the longest text, in characters, of any of the tables below each other. */
static void
append_columns (GString *xml, GPtrArray *tables, const char *sheet)
{
  glong widths[26] = { 0 };
  guint n_columns = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const DemoReportTable *table = g_ptr_array_index (tables, i);

      if (!g_str_equal (table->sheet, sheet))
        continue;
      n_columns = MAX (n_columns, table->n_columns);
      for (guint j = 0; j < table->n_columns; j++)
        widths[j] = MAX (widths[j], g_utf8_strlen (table->columns[j].title, -1));
      for (guint j = 0; j < table->rows->len; j++)
        {
          GArray *row = g_ptr_array_index (table->rows, j);

          for (guint k = 0; k < row->len; k++)
            {
              g_autofree char *text
                  = demo_report_format_cell (&g_array_index (row, DemoReportCell, k));

              widths[k] = MAX (widths[k], g_utf8_strlen (text, -1));
            }
        }
    }
  g_string_append (xml, "<cols>");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (xml, "<col min=\"%u\" max=\"%u\" width=\"%ld\" customWidth=\"1\"/>",
                            i + 1, i + 1, CLAMP (widths[i] + 3, 9, 60));
  g_string_append (xml, "</cols>");
}

/**
 * demo_report_sheet_styles:
 *
 * Returns: the styles of the sheets, xl/styles.xml
 */
const char *
demo_report_sheet_styles (void)
{
  return styles;
}

/**
 * demo_report_sheet_write:
 * @tables: (element-type DemoReportTable): the tables of the report
 * @sheet: the subject whose tables to write
 *
 * Returns: (transfer full): a worksheet with these tables one below the other
 */
char *
demo_report_sheet_write (GPtrArray *tables, const char *sheet)
{
  GString *xml = g_string_new (XML_HEADER "<worksheet xmlns=\"" SPREADSHEET "\">"
                                          "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
  guint row = 1;

  g_return_val_if_fail (tables, NULL);
  g_return_val_if_fail (sheet, NULL);

  append_columns (xml, tables, sheet);
  g_string_append (xml, "<sheetData>\n");
  for (guint i = 0; i < tables->len; i++)
    {
      const DemoReportTable *table = g_ptr_array_index (tables, i);

      if (g_str_equal (table->sheet, sheet))
        row += append_table (xml, table, row);
    }
  g_string_append (xml, "</sheetData>"
                        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
                        "</worksheet>\n");

  return g_string_free (xml, FALSE);
}
