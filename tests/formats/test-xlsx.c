/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-reader.h"
#include "comptoir-xlsx.h"
#include "demo-report.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define RELATIONS \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET \
  "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
#define SHEET_END "</sheetData></worksheet>"

typedef struct
{
  const char *name;
  const char *text;
} Part;

static gssize
write_bytes (struct archive *archive, void *bytes, const void *data, size_t length)
{
  g_byte_array_append (bytes, data, length);
  return length;
}

static void
add_part (struct archive *archive, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, length);
  archive_write_header (archive, entry);
  archive_write_data (archive, text, length);
  archive_entry_free (entry);
}

static GBytes *
zip (const Part *parts, guint n_parts)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1");
  archive_write_open (archive, bytes, NULL, write_bytes, NULL);
  for (guint i = 0; i < n_parts; i++)
    add_part (archive, parts[i].name, parts[i].text, strlen (parts[i].text));
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

/* A workbook of one sheet, as Excel lays it out. */
static GBytes *
make_book (const char *sheet, const char *strings)
{
  const Part parts[] = {
    { "_rels/.rels", RELATIONS "<Relationship Id=\"rId1\" Type=\"" TYPE
                               "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/workbook.xml", "<workbook xmlns:r=\"" TYPE "\"><sheets>"
                         "<sheet name=\"Feuille &amp; 1\" sheetId=\"7\" r:id=\"rId3\"/>"
                         "</sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id=\"rId3\" Type=\"" TYPE
                "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId4\" "
                "Type=\"" TYPE "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                "</Relationships>" },
    { "xl/sharedStrings.xml", strings != NULL ? strings : "<sst/>" },
  };

  return zip (parts, G_N_ELEMENTS (parts));
}

/* "A,B|n:1,t:x|": names, then rows. */
static char *
dump_table (ComptoirTable *table)
{
  static const char *const kinds[] = { "", "null", "t:", "n:", "true", "false", "nested:" };
  GString *dump = g_string_new (NULL);
  guint n_columns = comptoir_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (dump, "%s%s", i > 0 ? "," : "",
                            comptoir_table_get_column_name (table, i));
  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    {
      g_string_append_c (dump, '|');
      for (guint i = 0; i < n_columns; i++)
        {
          const char *text;
          gsize length;
          ComptoirCellKind kind = comptoir_table_get_cell (table, row, i, &text, &length);

          g_string_append_printf (dump, "%s%s", i > 0 ? "," : "", kinds[kind]);
          if (kind == COMPTOIR_CELL_TEXT || kind == COMPTOIR_CELL_NUMBER)
            g_string_append_len (dump, text, length);
        }
    }
  return g_string_free (dump, FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *sheet;
    const char *strings;
    const char *table;
  } cases[] = {
    { SHEET SHEET_END, NULL, "" },
    /* Numbers as they are written. */
    { SHEET "<row r=\"1\"><c r=\"A1\"><v>12.50</v></c><c r=\"B1\" t=\"n\"><v>1E-3</v></c>"
            "<c r=\"C1\" s=\"3\"><v>45731</v></c><c "
            "r=\"D1\"><v>0.10000000000000001</v></c></row>" SHEET_END,
      NULL, "A,B,C,D|n:12.50,n:1E-3,n:45731,n:0.10000000000000001" },
    { SHEET "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
            "<c r=\"C1\" t=\"e\"><v>#DIV/0!</v></c><c r=\"D1\" t=\"d\"><v>2025-03-15</v></c>"
            "<c r=\"E1\" t=\"str\"><f>A1&amp;\"x\"</f><v>formula</v></c>"
            "<c r=\"F1\"><f>1+1</f><v>2</v></c></row>" SHEET_END,
      NULL, "A,B,C,D,E,F|true,false,t:#DIV/0!,t:2025-03-15,t:formula,n:2" },
    /* Shared texts: rich ones, without reading aids, with blanks and escapes. */
    { SHEET "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c>"
            "<c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>99</v></c></row>" SHEET_END,
      "<sst><si><t>Crêpe</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t>che</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si/>"
      "<si><t xml:space=\"preserve\"> a_x000D__x0041__xZZZZ_ </t></si>"
      "<si><t xml:space=\"preserve\"> </t></si></sst>",
      "A,B,C,D,E,F|t:Crêpe,t:riche,t:,t: a\rA_xZZZZ_ ,t: ,t:99" },
    { SHEET
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>in</t><rPh><t>no</t></rPh></is></c>"
      "<c r=\"B1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>" SHEET_END,
      NULL, "A,B|t:in,t:ab" },
    /* Blank rows between and cells left out keep their places; those at the end don't count. */
    { SHEET "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"/>"
            "<c r=\"B4\"><v>2</v></c></row><row r=\"9\"/><row r=\"10\"><c r=\"A10\" "
            "s=\"1\"/></row>" SHEET_END,
      NULL, "A,B,C|,,|,,n:1|,,|,n:2," },
    /* Without any references. */
    { SHEET "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>" SHEET_END,
      NULL, "A,B,C|n:1,,n:2|n:3,," },
    /* False ones. */
    { SHEET "<row r=\"x\"><c r=\"12\"><v>1</v></c><c r=\"\"><v>2</v></c></row>"
            "<row r=\"1\"><c r=\"a1\"><v>3</v></c></row>" SHEET_END,
      NULL, "A,B|n:1,n:2|n:3," },
    { SHEET "<row r=\"1\"><c r=\"A1\"><v>1,5</v></c><c r=\"B1\"><v>many</v></c></row>" SHEET_END,
      NULL, "A,B|t:1,5,t:many" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_book (cases[i].sheet, cases[i].strings);
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirTable) table = comptoir_xlsx_read_sheet (bytes, 0, &error);
      g_autofree char *dump = NULL;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      dump = dump_table (table);
      g_assert_cmpstr (dump, ==, cases[i].table);
    }
}

static void
test_columns (void)
{
  static const char sheet[]
      = SHEET "<row r=\"1\"><c r=\"AB1\"><v>1</v></c><c r=\"BZT1\"><v>2</v></c></row>" SHEET_END;
  static const char wide[] = SHEET "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>" SHEET_END;
  g_autoptr (GBytes) bytes = make_book (sheet, NULL);
  g_autoptr (GBytes) wide_bytes = make_book (wide, NULL);
  g_autoptr (ComptoirTable) table = comptoir_xlsx_read_sheet (bytes, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (comptoir_table_get_n_columns (table), ==, 2048);
  g_assert_cmpstr (comptoir_table_get_column_name (table, 25), ==, "Z");
  g_assert_cmpstr (comptoir_table_get_column_name (table, 26), ==, "AA");
  g_assert_cmpstr (comptoir_table_get_column_name (table, 27), ==, "AB");
  g_assert_cmpstr (comptoir_table_get_column_name (table, 702), ==, "AAA");
  g_assert_cmpstr (comptoir_table_get_column_name (table, 2047), ==, "BZT");
  g_assert_null (comptoir_xlsx_read_sheet (wide_bytes, 0, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_LARGE);
}

static void
test_many_rows (void)
{
  static const char far[] = SHEET "<row r=\"1\"><c><v>1</v></c></row>"
                                  "<row r=\"1048576\"><c><v>2</v></c></row>" SHEET_END;
  g_autoptr (GString) sheet = g_string_new (SHEET);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) far_bytes = make_book (far, NULL);
  g_autoptr (ComptoirTable) table = NULL;
  g_autoptr (ComptoirTable) far_table = comptoir_xlsx_read_sheet (far_bytes, 0, NULL);

  for (guint i = 1; i <= 100010; i++)
    g_string_append_printf (sheet, "<row r=\"%u\"><c><v>%u</v></c></row>", i, i);
  g_string_append (sheet, SHEET_END);
  bytes = make_book (sheet->str, NULL);
  table = comptoir_xlsx_read_sheet (bytes, 0, NULL);
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 100000);
  g_assert_cmpuint (comptoir_table_get_n_rows (far_table), ==, 1);
}

static void
test_sheets (void)
{
  static const Part parts[] = {
    { "_RELS\\.rels", RELATIONS "<Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/"
                                "officeDocument/relationships/officeDocument\" "
                                "Target=\"/docs/book.xml\"/></Relationships>" },
    { "docs/book.xml", "<x:workbook xmlns:x=\"y\" xmlns:r=\"z\"><x:sheets>"
                       "<x:sheet name=\"Un\" sheetId=\"1\" r:id=\"b\"/>"
                       "<x:sheet name=\"Courbe\" sheetId=\"2\" r:id=\"c\"/>"
                       "<x:sheet name=\"Deux\" sheetId=\"3\" r:id=\"d\"/>"
                       "<x:sheet name=\"Trois\" sheetId=\"4\" r:id=\"missing\"/>"
                       "</x:sheets></x:workbook>" },
    { "docs/_rels/book.xml.rels",
      RELATIONS "<Relationship Id=\"b\" Type=\"" TYPE "/worksheet\" Target=\"../one.xml\"/>"
                "<Relationship Id=\"c\" Type=\"" TYPE "/chartsheet\" Target=\"chart.xml\"/>"
                "<Relationship Id=\"d\" Type=\"" TYPE "/worksheet\" Target=\"./two.xml\"/>"
                "</Relationships>" },
    { "One.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
    { "docs/two.xml", "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c><x:v>2</x:v></x:c>"
                      "</x:row></x:sheetData></x:worksheet>" },
  };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GPtrArray) titles = comptoir_xlsx_list_sheets (bytes, NULL);
  g_autoptr (ComptoirTable) one = comptoir_xlsx_read_sheet (bytes, 0, NULL);
  g_autoptr (ComptoirTable) two = comptoir_xlsx_read_sheet (bytes, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *one_dump = dump_table (one);
  g_autofree char *two_dump = dump_table (two);

  g_assert_cmpuint (titles->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (titles, 0), ==, "Un");
  g_assert_cmpstr (g_ptr_array_index (titles, 1), ==, "Deux");
  g_assert_cmpstr (one_dump, ==, "A|n:1");
  g_assert_cmpstr (two_dump, ==, "A|n:2");
  g_assert_null (comptoir_xlsx_read_sheet (bytes, 2, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
}

static void
test_not_a_workbook (void)
{
  static const Part other[] = { { "content.xml", "<a/>" } };
  g_autoptr (GBytes) other_bytes = zip (other, G_N_ELEMENTS (other));
  g_autoptr (GBytes) html = g_bytes_new_static ("<html><table/></html>", 21);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  GBytes *const all[] = { other_bytes, html, empty };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_xlsx_list_sheets (all[i], &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
      g_assert_null (comptoir_xlsx_read_sheet (all[i], 0, NULL));
    }
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *sheet;
    ComptoirFormatError code;
  } cases[] = {
    { "<!DOCTYPE a [<!ENTITY x \"y\">]>" SHEET "<row><c><v>&x;</v></c></row>" SHEET_END,
      COMPTOIR_FORMAT_ERROR_MALFORMED },
    { SHEET "<row><c><v>1</v></c></row>", COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { SHEET "<row></c></row>", COMPTOIR_FORMAT_ERROR_MALFORMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_book (cases[i].sheet, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_xlsx_read_sheet (bytes, 0, &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, (int) cases[i].code);
    }
}

/* 300 MB of rows without cells in a few hundred kB. */
static void
test_bomb (void)
{
  gsize length = 300u << 20;
  g_autofree char *sheet = g_malloc (length + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (sheet, ' ', length);
  memcpy (sheet, SHEET, strlen (SHEET));
  for (gsize i = strlen (SHEET); i + 100000 < length; i += 100000)
    memcpy (sheet + i, "<x/>", 4);
  sheet[length] = '\0';
  bytes = make_book (sheet, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2000000);
  g_assert_null (comptoir_xlsx_read_sheet (bytes, 0, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_LARGE);
}

static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = make_book (SHEET "<row><c t=\"s\"><v>0</v></c></row>" SHEET_END,
                                        "<sst><si><t>x</t></si></sst>");
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  const char *data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < 1000; i++)
    {
      gsize n = i % 2 == 0 ? length : (gsize) g_rand_int_range (rand, 0, length);
      g_autofree char *damaged = g_memdup2 (data, n);
      g_autoptr (GBytes) damaged_bytes = NULL;
      g_autoptr (ComptoirTable) table = NULL;

      for (guint j = 0; n > 0 && j < 4; j++)
        damaged[g_rand_int_range (rand, 0, n)] ^= 1 << g_rand_int_range (rand, 0, 8);
      damaged_bytes = g_bytes_new_take (g_steal_pointer (&damaged), n);
      table = comptoir_xlsx_read_sheet (damaged_bytes, 0, NULL);
    }
}

static gboolean
has_cell (ComptoirTable *table, const char *expected)
{
  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
      {
        const char *text;
        gsize length;
        ComptoirCellKind kind = comptoir_table_get_cell (table, row, i, &text, &length);

        if ((kind == COMPTOIR_CELL_TEXT || kind == COMPTOIR_CELL_NUMBER)
            && length == strlen (expected) && memcmp (text, expected, length) == 0)
          return TRUE;
      }
  return FALSE;
}

static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (5, 0, 0);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  g_autofree char *total = NULL;
  gboolean found = FALSE;
  gint64 cents = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, G_DATE_MARCH, 2025);
  day = demo_day_new (catalogue, 5, &date, G_MAXINT64);
  for (guint i = 0; i < day->sales->len; i++)
    cents += ((DemoSale *) g_ptr_array_index (day->sales, i))->total;
  total = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", cents / 100, (int) (cents % 100));
  bytes = demo_report_xlsx (catalogue, day, 1742068800);
  titles = comptoir_xlsx_list_sheets (bytes, NULL);
  g_assert_cmpuint (titles->len, >, 2);
  for (guint i = 0; i < titles->len; i++)
    {
      g_autoptr (ComptoirTable) table = comptoir_xlsx_read_sheet (bytes, i, NULL);

      g_assert_nonnull (table);
      g_assert_cmpuint (comptoir_table_get_n_rows (table), >, 2);
      found |= has_cell (table, total);
    }
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xlsx/cells", test_cells);
  g_test_add_func ("/formats/xlsx/columns", test_columns);
  g_test_add_func ("/formats/xlsx/many-rows", test_many_rows);
  g_test_add_func ("/formats/xlsx/sheets", test_sheets);
  g_test_add_func ("/formats/xlsx/not-a-workbook", test_not_a_workbook);
  g_test_add_func ("/formats/xlsx/hostile", test_hostile);
  g_test_add_func ("/formats/xlsx/bomb", test_bomb);
  g_test_add_func ("/formats/xlsx/damage", test_damage);
  g_test_add_func ("/formats/xlsx/demo-shop", test_demo_shop);
  return g_test_run ();
}
