/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xlsx.h"

#include "comptoir-number.h"
#include "comptoir-table-reader.h"
#include "comptoir-xlsx-book.h"
#include "comptoir-xlsx-part.h"
#include "comptoir-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROWS    100000
#define MAX_COLUMNS 2048

typedef struct
{
  ComptoirTable *table;
  ComptoirXlsxStrings *strings;
  ComptoirXlsxText value;
  guint n_columns;
  guint row;    /* the row being read, from 1 */
  guint column; /* the cell being read, from 0 */
  char *type;   /* of the cell, (nullable) */
  gboolean in_cell;
  gboolean pending; /* the row has cells that aren't committed */
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_object (&self->table);
  g_clear_pointer (&self->strings, comptoir_xlsx_strings_free);
  g_string_free (self->value.text, TRUE);
  g_free (self->type);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* "A" … "Z", "AA" … */
static void
add_column (Sheet *self)
{
  char name[4];
  guint n = sizeof name;

  for (guint number = self->n_columns + 1; number > 0 && n > 0; number = (number - 1) / 26)
    name[--n] = 'A' + (number - 1) % 26;
  comptoir_table_ensure_column (self->table, name + n, sizeof name - n);
  self->n_columns++;
}

/* To the column of a reference such as "BC12"; where it is none, as things are. */
static void
parse_reference (const char *reference, guint *column)
{
  guint number = 0;

  for (; g_ascii_isalpha (*reference) && number <= MAX_COLUMNS; reference++)
    number = number * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
  if (number > 0)
    *column = number - 1;
}

static void
begin_row (Sheet *self, ComptoirXmlReader *reader)
{
  g_autofree char *number = comptoir_xml_reader_dup_attribute (reader, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  if (self->pending)
    comptoir_table_commit_row (self->table);
  self->pending = FALSE;
  self->row = MAX (self->row + 1, MIN (row, G_MAXINT));
  self->column = G_MAXUINT; /* before the first */
}

/* Rows that are empty are there as such once another follows. */
static void
begin_values (Sheet *self)
{
  for (guint n = comptoir_table_get_n_rows (self->table) + 1; n < self->row; n++)
    comptoir_table_commit_row (self->table);
  while (self->n_columns <= self->column)
    add_column (self);
  self->pending = TRUE;
}

static void
begin_cell (Sheet *self, ComptoirXmlReader *reader)
{
  g_autofree char *reference = comptoir_xml_reader_dup_attribute (reader, "r");

  self->in_cell = !comptoir_xml_reader_is_empty (reader);
  self->column++;
  if (reference != NULL)
    parse_reference (reference, &self->column);
  g_free (self->type);
  self->type = comptoir_xml_reader_dup_attribute (reader, "t");
  g_string_truncate (self->value.text, 0);
}

/* The kinds of ECMA-376-1 §18.18.11; a number is what isn't said to be anything else. */
static void
set_value (Sheet *self)
{
  const char *type = self->type != NULL ? self->type : "n";
  GString *text = self->value.text;
  ComptoirCellKind kind = COMPTOIR_CELL_TEXT;
  const char *shared;
  gsize length;
  guint64 number;

  if (strcmp (type, "s") == 0
      && g_ascii_string_to_unsigned (text->str, 10, 0, G_MAXUINT, &number, NULL)
      && comptoir_xlsx_strings_get (self->strings, number, &shared, &length))
    {
      comptoir_table_set_cell (self->table, self->column, kind, shared, length);
      return;
    }
  if (strcmp (type, "b") == 0)
    kind = strcmp (text->str, "1") == 0 || strcmp (text->str, "true") == 0 ? COMPTOIR_CELL_TRUE
                                                                           : COMPTOIR_CELL_FALSE;
  else if (strcmp (type, "n") == 0 && strchr (text->str, ',') == NULL
           && comptoir_number_is_valid (text->str, text->len))
    kind = COMPTOIR_CELL_NUMBER;
  else
    comptoir_xlsx_text_unescape (text);
  comptoir_table_set_cell (self->table, self->column, kind, text->str, text->len);
}

static gboolean
end_cell (Sheet *self, GError **error)
{
  self->in_cell = FALSE;
  if (self->value.text->len == 0)
    return TRUE;
  if (self->column >= MAX_COLUMNS)
    {
      g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_LARGE,
                           _ ("The sheet has too many columns to be shown here."));
      return FALSE;
    }
  begin_values (self);
  set_value (self);
  return TRUE;
}

static gboolean
take_node (Sheet *self, ComptoirXmlReader *reader, GError **error)
{
  int type = comptoir_xml_reader_get_node_type (reader);
  const char *name = comptoir_xml_reader_get_name (reader);

  if (self->in_cell)
    comptoir_xlsx_text_take (&self->value, reader);
  if (type == XML_READER_TYPE_ELEMENT && strcmp (name, "row") == 0)
    begin_row (self, reader);
  else if (type == XML_READER_TYPE_ELEMENT && strcmp (name, "c") == 0)
    begin_cell (self, reader);
  else if (type == XML_READER_TYPE_END_ELEMENT && strcmp (name, "c") == 0)
    return end_cell (self, error);
  return TRUE;
}

static gboolean
read_rows (Sheet *self, ComptoirXmlReader *reader, GError **error)
{
  GError *failure = NULL;

  while (self->row <= MAX_ROWS && comptoir_xml_reader_next (reader, &failure))
    if (!take_node (self, reader, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (self->pending)
    comptoir_table_commit_row (self->table);
  return TRUE;
}

/**
 * comptoir_xlsx_list_sheets:
 * @bytes: a workbook (ECMA-376)
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the titles of its sheets, in their order
 */
GPtrArray *
comptoir_xlsx_list_sheets (GBytes *bytes, GError **error)
{
  g_autoptr (ComptoirXlsxBook) book = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  book = comptoir_xlsx_book_read (bytes, error);
  return book != NULL ? g_ptr_array_ref (book->titles) : NULL;
}

/**
 * comptoir_xlsx_read_sheet:
 * @bytes: a workbook (ECMA-376)
 * @sheet: the number of a sheet, from 0
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Numbers come as their literal, dates as the number of days they are kept as, formulas by the
 * value they had. Rows beyond 100,000 are left out. Blank rows in between are rows too, so that a
 * row's number is that of the spreadsheet. A part that unpacks to more than 256 MB is refused.
 *
 * Returns: (transfer full) (nullable): the sheet, its columns named "A", "B", …
 */
ComptoirTable *
comptoir_xlsx_read_sheet (GBytes *bytes, guint sheet, GError **error)
{
  g_auto (Sheet) self = { 0 };
  g_autoptr (ComptoirXlsxBook) book = NULL;
  g_autoptr (ComptoirXlsxPart) part = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self.value.text = g_string_new (NULL);
  self.column = G_MAXUINT;
  book = comptoir_xlsx_book_read (bytes, error);
  if (book == NULL)
    return NULL;
  if (sheet >= book->parts->len)
    {
      g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                           _ ("The workbook has no such sheet."));
      return NULL;
    }
  self.strings = comptoir_xlsx_strings_read (bytes, book->strings, error);
  if (self.strings == NULL)
    return NULL;
  part = comptoir_xlsx_part_open (bytes, g_ptr_array_index (book->parts, sheet), error);
  if (part == NULL)
    return NULL;
  self.table = comptoir_table_new (NULL);
  if (!read_rows (&self, comptoir_xlsx_part_get_reader (part), error))
    return NULL;
  return g_steal_pointer (&self.table);
}
