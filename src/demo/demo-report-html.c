/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-private.h"

/* One page that needs nothing from outside, and prints as well as it shows. */
static const char style[]
    = ":root{color-scheme:light dark;--line:#d8d4cf;--soft:#f6f3ef;--mute:#6b655e;--accent:#b5651d;"
      "--ink:#26221e;--paper:#fff}"
      "@media screen and "
      "(prefers-color-scheme:dark){:root{--line:#47413b;--soft:#2c2824;--mute:#b0a79d;"
      "--accent:#e0a050;--ink:#f0ebe5;--paper:#1f1c19}}"
      "*{box-sizing:border-box}"
      "body{margin:0 auto;max-width:76rem;padding:2rem 1.5rem 4rem;background:var(--paper);"
      "color:var(--ink);font:14px/1.45 Cantarell,'Noto Sans',Helvetica,Arial,sans-serif}"
      "header{border-bottom:3px solid var(--accent);padding-bottom:1rem;margin-bottom:1.5rem}"
      "h1{margin:0;font-size:1.9rem;line-height:1.2}"
      "h2{margin:2.5rem 0 .6rem;font-size:1.2rem}"
      "header p{margin:.3rem 0 0;color:var(--mute)}"
      "header .day{color:var(--ink);font-size:1.1rem}"
      ".scroll{overflow-x:auto}"
      "table{border-collapse:collapse;width:100%}"
      "th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;"
      "vertical-align:baseline}"
      "th{color:var(--mute);font-size:.85em;font-weight:600;border-bottom:2px solid var(--line)}"
      ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
      "tbody tr:nth-child(even){background:var(--soft)}"
      "tfoot td{font-weight:700;border-top:2px solid var(--line);border-bottom:0}"
      ".share{display:inline-block;width:4.5rem;height:.5rem;margin-left:.6rem;border-radius:."
      "25rem;"
      "background:var(--line);overflow:hidden}"
      ".share i{display:block;height:100%;background:var(--accent)}"
      "tfoot .share{visibility:hidden}"
      ".figures thead{display:none}"
      ".figures "
      "tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:.8rem}"
      ".figures tr,.figures tbody "
      "tr:nth-child(even){display:flex;flex-direction:column;padding:.8rem 1rem;"
      "background:var(--soft);border-radius:.6rem}"
      ".figures td{padding:0;border:0;text-align:left;color:var(--mute)}"
      ".figures .n{font-size:1.45rem;font-weight:700;color:var(--ink)}"
      "@page{margin:15mm}"
      "@media print{body{max-width:none;padding:0;font-size:9pt}h2{break-after:avoid}"
      "tr{break-inside:avoid}}";

static const char *
class_of (DemoCellKind kind)
{
  return kind == DEMO_CELL_TEXT ? "" : " class=\"n\"";
}

static void
append_element (GString *html, const char *name, const char *class, const char *text)
{
  g_string_append_printf (html, "<%s%s>", name, class);
  demo_report_append_xml (html, text);
  g_string_append_printf (html, "</%s>", name);
}

/* A share shows as a bar beside its figure. */
static void
append_cell (GString *html, const DemoReportCell *cell)
{
  g_autofree char *text = demo_report_format_cell (cell);
  g_autofree char *percent = NULL;

  g_string_append_printf (html, "<td%s>", class_of (cell->kind));
  demo_report_append_xml (html, text);
  if (cell->kind == DEMO_CELL_SHARE)
    {
      percent = demo_report_format_decimal (CLAMP (cell->number, 0, 1000), 1, '.');
      g_string_append_printf (html, "<span class=\"share\"><i style=\"width:%s%%\"></i></span>",
                              percent);
    }
  g_string_append (html, "</td>");
}

static void
append_row (GString *html, const DemoReportTable *table, guint index)
{
  GArray *row = g_ptr_array_index (table->rows, index);

  g_string_append (html, "<tr>");
  for (guint i = 0; i < row->len; i++)
    append_cell (html, &g_array_index (row, DemoReportCell, i));
  g_string_append (html, "</tr>\n");
}

static void
append_table (GString *html, const DemoReportTable *table, gboolean figures)
{
  guint n_rows = table->rows->len - (table->totals ? 1 : 0);

  append_element (html, "h2", "", table->title);
  g_string_append_printf (html, "\n<div class=\"scroll\"><table%s>\n<thead><tr>",
                          figures ? " class=\"figures\"" : "");
  for (guint i = 0; i < table->n_columns; i++)
    append_element (html, "th", class_of (table->columns[i].kind), table->columns[i].title);
  g_string_append (html, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < n_rows; i++)
    append_row (html, table, i);
  g_string_append (html, "</tbody>\n");
  if (table->totals)
    {
      g_string_append (html, "<tfoot>\n");
      append_row (html, table, n_rows);
      g_string_append (html, "</tfoot>\n");
    }
  g_string_append (html, "</table></div>\n");
}

/**
 * demo_report_html:
 * @catalogue: the catalogue
 * @day: the sales
 * @edited: when the report is made, Unix seconds
 *
 * The report as a page of its own, in UTF-8: nothing in it is fetched from elsewhere.
 *
 * Returns: (transfer full): the page
 */
GBytes *
demo_report_html (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *date = NULL;
  g_autofree char *edition = NULL;
  GString *html;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  tables = demo_report_tables_new (catalogue, day);
  date = demo_report_format_day (&day->date);
  edition = demo_report_format_time (edited, "%d/%m/%Y à %H:%M");
  html = g_string_new ("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n");
  g_string_append (html, "<title>Rapport de ventes du ");
  demo_report_append_xml (html, date);
  g_string_append_printf (html, "</title>\n<style>%s</style>\n</head>\n<body>\n<header>\n", style);
  append_element (html, "h1", "", DEMO_SHOP_TITLE);
  g_string_append_printf (html, "\n<p class=\"day\">Rapport de ventes du %s</p>\n", date);
  g_string_append (html, "<p>" DEMO_SHOP_ADDRESS ", " DEMO_SHOP_CITY " · SIREN " DEMO_SHOP_SIREN
                         " · TVA " DEMO_SHOP_VAT "</p>\n");
  g_string_append_printf (html, "<p>Édité le %s</p>\n</header>\n", edition);
  for (guint i = 0; i < tables->len; i++)
    append_table (html, g_ptr_array_index (tables, i), i == 0);
  g_string_append (html, "</body>\n</html>\n");

  return g_string_free_to_bytes (html);
}
