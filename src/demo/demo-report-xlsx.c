/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook of Office Open XML (ECMA-376): the fewest parts that make one. */

#include "demo-report-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define XML_HEADER    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SPREADSHEET   "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE       "http://schemas.openxmlformats.org/package/2006"
#define DUBLIN_CORE   "http://purl.org/dc"
#define CONTENT_TYPE  "application/vnd.openxmlformats-"

static const char package_relationships[] = XML_HEADER
    "<Relationships xmlns=\"" PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" RELATIONSHIPS
    "/officeDocument\" Target=\"xl/workbook.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\""
    " Target=\"docProps/core.xml\"/>"
    "</Relationships>\n";

static gssize
write_bytes (struct archive *archive, void *bytes, const void *data, size_t length)
{
  g_byte_array_append (bytes, data, length);
  return length;
}

static void
add_part (struct archive *archive, const char *name, const char *text, gint64 edited)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, strlen (text));
  archive_entry_set_mtime (entry, edited, 0);
  archive_write_header (archive, entry);
  archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

static void
take_part (struct archive *archive, const char *name, GString *text, gint64 edited)
{
  add_part (archive, name, text->str, edited);
  g_string_free (text, TRUE);
}

/* The subjects of the tables, each a sheet. */
static GPtrArray *
list_sheets (GPtrArray *tables)
{
  GPtrArray *sheets = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      const DemoReportTable *table = g_ptr_array_index (tables, i);

      if (!g_ptr_array_find_with_equal_func (sheets, table->sheet, g_str_equal, NULL))
        g_ptr_array_add (sheets, (gpointer) table->sheet);
    }

  return sheets;
}

static GString *
write_content_types (GPtrArray *sheets)
{
  GString *xml = g_string_new (
      XML_HEADER "<Types xmlns=\"" PACKAGE "/content-types\">"
                 "<Default Extension=\"rels\" ContentType=\"" CONTENT_TYPE
                 "package.relationships+xml\"/>"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                 "<Override PartName=\"/docProps/core.xml\" ContentType=\"" CONTENT_TYPE
                 "package.core-properties+xml\"/>"
                 "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT_TYPE
                 "officedocument.spreadsheetml.sheet.main+xml\"/>"
                 "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT_TYPE
                 "officedocument.spreadsheetml.styles+xml\"/>");

  for (guint i = 1; i <= sheets->len; i++)
    g_string_append_printf (
        xml,
        "<Override PartName=\"/xl/worksheets/sheet%u.xml\" ContentType=\"" CONTENT_TYPE
        "officedocument.spreadsheetml.worksheet+xml\"/>",
        i);
  return g_string_append (xml, "</Types>\n");
}

static GString *
write_properties (const DemoDay *day, gint64 edited)
{
  g_autofree char *date = demo_report_format_day (&day->date);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (edited);
  g_autofree char *stamp = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");
  GString *xml = g_string_new (XML_HEADER "<cp:coreProperties xmlns:cp=\"" PACKAGE
                                          "/metadata/core-properties\" xmlns:dc=\"" DUBLIN_CORE
                                          "/elements/1.1/\" xmlns:dcterms=\"" DUBLIN_CORE
                                          "/terms/\" xmlns:xsi=\"http://www.w3.org/2001/"
                                          "XMLSchema-instance\"><dc:title>");

  demo_report_append_xml (xml, DEMO_SHOP_TITLE " – Rapport de ventes du ");
  demo_report_append_xml (xml, date);
  g_string_append_printf (xml,
                          "</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">%s"
                          "</dcterms:created></cp:coreProperties>\n",
                          stamp);
  return xml;
}

static GString *
write_workbook (GPtrArray *sheets)
{
  GString *xml = g_string_new (XML_HEADER "<workbook xmlns=\"" SPREADSHEET
                                          "\" xmlns:r=\"" RELATIONSHIPS "\"><sheets>");

  for (guint i = 0; i < sheets->len; i++)
    {
      g_string_append (xml, "<sheet name=\"");
      demo_report_append_xml (xml, g_ptr_array_index (sheets, i));
      g_string_append_printf (xml, "\" sheetId=\"%u\" r:id=\"rId%u\"/>", i + 1, i + 1);
    }
  return g_string_append (xml, "</sheets></workbook>\n");
}

static GString *
write_workbook_relationships (GPtrArray *sheets)
{
  GString *xml = g_string_new (XML_HEADER "<Relationships xmlns=\"" PACKAGE "/relationships\">");

  for (guint i = 1; i <= sheets->len; i++)
    g_string_append_printf (xml,
                            "<Relationship Id=\"rId%u\" Type=\"" RELATIONSHIPS
                            "/worksheet\" Target=\"worksheets/sheet%u.xml\"/>",
                            i, i);
  g_string_append_printf (
      xml, "<Relationship Id=\"rId%u\" Type=\"" RELATIONSHIPS "/styles\" Target=\"styles.xml\"/>",
      sheets->len + 1);
  return g_string_append (xml, "</Relationships>\n");
}

static void
add_sheets (struct archive *archive, GPtrArray *tables, GPtrArray *sheets, gint64 edited)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      g_autofree char *sheet = demo_report_sheet_write (tables, g_ptr_array_index (sheets, i));

      add_part (archive, name, sheet, edited);
    }
}

/**
 * demo_report_xlsx:
 * @catalogue: the catalogue
 * @day: the sales
 * @edited: when the report is made, Unix seconds
 *
 * The report as a workbook, a sheet for each subject, its figures as numbers.
 *
 * Returns: (transfer full): the .xlsx file
 */
GBytes *
demo_report_xlsx (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  struct archive *archive;
  GByteArray *bytes;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  tables = demo_report_tables_new (catalogue, day);
  sheets = list_sheets (tables);
  bytes = g_byte_array_new ();
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  archive_write_open (archive, bytes, NULL, write_bytes, NULL);
  take_part (archive, "[Content_Types].xml", write_content_types (sheets), edited);
  add_part (archive, "_rels/.rels", package_relationships, edited);
  take_part (archive, "docProps/core.xml", write_properties (day, edited), edited);
  take_part (archive, "xl/workbook.xml", write_workbook (sheets), edited);
  take_part (archive, "xl/_rels/workbook.xml.rels", write_workbook_relationships (sheets), edited);
  add_part (archive, "xl/styles.xml", demo_report_sheet_styles (), edited);
  add_sheets (archive, tables, sheets, edited);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}
