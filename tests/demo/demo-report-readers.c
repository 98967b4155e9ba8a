/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-readers.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <poppler.h>
#include <string.h>

/* Gaps in points that part two words, and two columns, at the sizes the report is set in. */
#define WORD_GAP    1.0
#define COLUMN_GAP  6.5
#define SAME_LINE   3.0
#define BODY_HEIGHT 11.0

static GPtrArray *
table_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static GHashTable *
tables_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

/**
 * demo_readers_cents:
 * @text: an amount with two decimals: "−1 234,50 €", "-1234.50"
 *
 * Returns: the amount in cents
 */
gint64
demo_readers_cents (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  int n_decimals = -1;
  gboolean negative = FALSE;

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '-' || character == 0x2212)
        negative = TRUE;
      else if (character == ',' || character == '.')
        n_decimals = 0;
      else if (g_unichar_isdigit (character))
        {
          g_string_append_unichar (digits, character);
          n_decimals += n_decimals >= 0 ? 1 : 0;
        }
      else if (!g_unichar_isspace (character) && character != 0xa0 && character != 0x20ac)
        g_error ("Not an amount: “%s”", text);
    }
  if (n_decimals != 2 || digits->len < 3)
    g_error ("Not an amount with two decimals: “%s”", text);

  return (negative ? -1 : 1) * g_ascii_strtoll (digits->str, NULL, 10);
}

/**
 * demo_readers_split:
 * @bytes: delimited text in UTF-8, with or without a byte order mark
 * @separator: what stands between two cells
 * @quotes: whether a cell may be quoted
 *
 * Returns: (transfer full): its rows
 */
GPtrArray *
demo_readers_split (GBytes *bytes, char separator, gboolean quotes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length;
  GPtrArray *rows = table_new ();
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  g_assert_true (g_utf8_validate (data, length, NULL));
  if (g_str_has_prefix (data, "\357\273\277"))
    data += 3;
  for (const char *c = data; c < end; c++)
    {
      if (quoted && *c == '"' && c + 1 < end && c[1] == '"')
        g_string_append_c (cell, *c++);
      else if (quotes && *c == '"')
        quoted = !quoted;
      else if (!quoted && (*c == separator || *c == '\n'))
        {
          g_ptr_array_add (row, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*c != '\n')
            continue;
          g_ptr_array_add (row, NULL);
          g_ptr_array_add (rows, g_ptr_array_steal (row, NULL));
        }
      else if (quoted || *c != '\r')
        g_string_append_c (cell, *c);
    }
  g_assert_cmpuint (row->len, ==, 0);
  g_assert_cmpuint (cell->len, ==, 0);

  return rows;
}

/**
 * demo_readers_column:
 * @rows: a table with a header
 * @title: of a column
 *
 * Returns: which column it is
 */
guint
demo_readers_column (GPtrArray *rows, const char *title)
{
  GStrv header = g_ptr_array_index (rows, 0);

  for (guint i = 0; header[i]; i++)
    {
      if (g_str_equal (header[i], title))
        return i;
    }
  g_error ("No column “%s”", title);
}

/**
 * demo_readers_parse_xml:
 * @bytes: XML
 *
 * Returns: (transfer full): the document, which must be well-formed
 */
xmlDoc *
demo_readers_parse_xml (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (data, length, NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  return document;
}

/**
 * demo_readers_find:
 * @document: a document
 * @node: (nullable): where to begin, else at its root
 * @path: an XPath; the prefix t stands for the namespace of the document's root
 *
 * Returns: (transfer container): what it finds
 */
GPtrArray *
demo_readers_find (xmlDoc *document, xmlNode *node, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlNode *root = xmlDocGetRootElement (document);
  GPtrArray *nodes = g_ptr_array_new ();
  xmlXPathObject *found;

  if (root->ns)
    xmlXPathRegisterNs (context, BAD_CAST "t", root->ns->href);
  found = xmlXPathNodeEval (node ? node : root, BAD_CAST path, context);
  g_assert_nonnull (found);
  for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++)
    g_ptr_array_add (nodes, found->nodesetval->nodeTab[i]);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);

  return nodes;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strdup ((const char *) content);

  xmlFree (content);
  return text;
}

/**
 * demo_readers_find_text:
 * @document: a document
 * @node: (nullable): where to begin
 * @path: an XPath that finds one node
 *
 * Returns: (transfer full): its text
 */
char *
demo_readers_find_text (xmlDoc *document, xmlNode *node, const char *path)
{
  g_autoptr (GPtrArray) nodes = demo_readers_find (document, node, path);

  g_assert_cmpuint (nodes->len, ==, 1);
  return dup_content (g_ptr_array_index (nodes, 0));
}

/**
 * demo_readers_find_cents:
 * @document: a document
 * @node: (nullable): where to begin
 * @path: an XPath that finds any number of amounts
 *
 * Returns: their sum in cents
 */
gint64
demo_readers_find_cents (xmlDoc *document, xmlNode *node, const char *path)
{
  g_autoptr (GPtrArray) nodes = demo_readers_find (document, node, path);
  gint64 sum = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *text = dup_content (g_ptr_array_index (nodes, i));

      sum += demo_readers_cents (text);
    }

  return sum;
}

static GStrv
read_cells (xmlDoc *document, xmlNode *row, const char *path)
{
  g_autoptr (GPtrArray) cells = demo_readers_find (document, row, path);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *text = dup_content (g_ptr_array_index (cells, i));

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * demo_readers_read_html:
 * @bytes: the HTML report
 *
 * Returns: (transfer full): its tables by the heading above
 */
GHashTable *
demo_readers_read_html (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  /* This parser is of HTML 4 and complains about <header>. */
  g_autoptr (xmlDoc) document
      = htmlReadMemory (data, length, NULL, NULL, HTML_PARSE_NOERROR | HTML_PARSE_NONET);
  g_autoptr (GPtrArray) headings = demo_readers_find (document, NULL, "//h2");
  GHashTable *tables = tables_new ();

  for (guint i = 0; i < headings->len; i++)
    {
      xmlNode *heading = g_ptr_array_index (headings, i);
      g_autoptr (GPtrArray) rows
          = demo_readers_find (document, heading, "following-sibling::div[1]/table//tr");
      GPtrArray *table = table_new ();

      for (guint j = 0; j < rows->len; j++)
        g_ptr_array_add (table, read_cells (document, g_ptr_array_index (rows, j), "th|td"));
      g_assert_true (g_hash_table_insert (tables, dup_content (heading), table));
    }

  return tables;
}

/**
 * demo_readers_unzip:
 * @bytes: a zip archive
 *
 * Returns: (transfer full): its files by name, as GBytes
 */
GHashTable *
demo_readers_unzip (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  struct archive *archive = archive_read_new ();
  GHashTable *files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive_entry *entry;

  archive_read_support_format_zip_seekable (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, length), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = archive_entry_size (entry);
      char *file = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, file, size), ==, size);
      g_assert_true (g_hash_table_insert (files, g_strdup (archive_entry_pathname (entry)),
                                          g_bytes_new_take (file, size)));
    }
  archive_read_free (archive);

  return files;
}

/* A row of a single cell is a title. */
static void
read_sheet (GHashTable *tables, GBytes *bytes)
{
  g_autoptr (xmlDoc) document = demo_readers_parse_xml (bytes);
  g_autoptr (GPtrArray) rows = demo_readers_find (document, NULL, "//t:row");
  GPtrArray *table = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) cells = read_cells (document, g_ptr_array_index (rows, i), "t:c");

      if (g_strv_length (cells) == 1)
        g_assert_true (g_hash_table_insert (tables, g_strdup (cells[0]), table = table_new ()));
      else
        g_ptr_array_add (table, g_steal_pointer (&cells));
    }
}

/**
 * demo_readers_read_xlsx:
 * @bytes: the workbook
 *
 * Returns: (transfer full): its tables by the title above
 */
GHashTable *
demo_readers_read_xlsx (GBytes *bytes)
{
  g_autoptr (GHashTable) files = demo_readers_unzip (bytes);
  GHashTable *tables = tables_new ();
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      if (g_str_has_prefix (name, "xl/worksheets/"))
        read_sheet (tables, file);
    }

  return tables;
}

typedef struct
{
  double y, height, left, right;
  char text[8];
} Glyph;

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  const Glyph *glyph_a = a, *glyph_b = b;

  if (ABS (glyph_a->y - glyph_b->y) > SAME_LINE)
    return glyph_a->y < glyph_b->y ? -1 : 1;
  return (glyph_a->left > glyph_b->left) - (glyph_a->left < glyph_b->left);
}

static GArray *
list_glyphs (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  const char *c = text;
  guint n_places;

  g_assert_true (poppler_page_get_text_layout (page, &places, &n_places));
  for (guint i = 0; i < n_places && *c; i++, c = g_utf8_next_char (c))
    {
      Glyph glyph = { .y = (places[i].y1 + places[i].y2) / 2,
                      .height = places[i].y2 - places[i].y1,
                      .left = places[i].x1,
                      .right = places[i].x2 };

      if (g_unichar_isspace (g_utf8_get_char (c)))
        continue;
      memcpy (glyph.text, c, g_utf8_next_char (c) - c);
      g_array_append_val (glyphs, glyph);
    }
  g_array_sort (glyphs, compare_glyphs);

  return glyphs;
}

/* A large line of a single cell is a heading. */
static void
end_line (GHashTable *tables, GPtrArray **table, GString *line, double height)
{
  g_auto (GStrv) cells = g_strsplit (line->str, "\t", -1);

  if (g_strv_length (cells) == 1 && height > BODY_HEIGHT)
    g_hash_table_replace (tables, g_strdup (cells[0]), *table = table_new ());
  else
    g_ptr_array_add (*table, g_steal_pointer (&cells));
  g_string_truncate (line, 0);
}

static void
read_page (GHashTable *tables, GPtrArray **table, PopplerPage *page)
{
  g_autoptr (GArray) glyphs = list_glyphs (page);
  g_autoptr (GString) line = g_string_new (NULL);
  const Glyph *last = NULL;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      if (last && ABS (glyph->y - last->y) > SAME_LINE)
        end_line (tables, table, line, last->height);
      else if (last && glyph->left - last->right > COLUMN_GAP)
        g_string_append_c (line, '\t');
      else if (last && glyph->left - last->right > WORD_GAP)
        g_string_append_c (line, ' ');
      g_string_append (line, glyph->text);
      last = glyph;
    }
  if (last)
    end_line (tables, table, line, last->height);
}

/**
 * demo_readers_read_pdf:
 * @bytes: the PDF
 *
 * Reads what its text says by where it stands. A cell without text is missing from its row; heads
 * and feet of pages are among the rows.
 *
 * Returns: (transfer full): its tables by the heading above
 */
GHashTable *
demo_readers_read_pdf (GBytes *bytes)
{
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  GHashTable *tables = tables_new ();
  GPtrArray *table = table_new ();

  g_assert_nonnull (document);
  g_hash_table_insert (tables, g_strdup (""), table);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      read_page (tables, &table, page);
      g_object_unref (page);
    }
  g_object_unref (document);

  return tables;
}
