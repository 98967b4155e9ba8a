/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-shape.h"

typedef enum
{
  FRAME_ARRAY,
  FRAME_KEYED,
  FRAME_WRAPPED,
} Frame;

typedef enum
{
  ROW_USUAL,
  ROW_ARRAY,
  ROW_SCALAR,
  ROW_UNEQUAL,
  ROW_STRINGS,
  ROW_NUMBERS,
  ROW_NESTED,
  ROW_ESCAPED,
  ROW_PRETTY,
} RowKind;

typedef enum
{
  TYPE_RIGHT,
  TYPE_WRONG,
  TYPE_NONE,
} TypeKind;

struct _DemoShape
{
  const char *name;
  Frame frame;
  RowKind row;
  const char *whole;  /* instead of any row */
  gboolean json_only; /* @whole would be no CSV */
  const char *prefix;
  TypeKind type;
  const char *charset;
};

#define PHP_WARNING                                                                               \
  "<br />\n<b>Warning</b>:  Undefined array key \"position\" in <b>/var/www/workers/list.php</b>" \
  " on line <b>127</b><br />\n"

static const DemoShape shapes[] = {
  { "array" },
  { "keyed-object", .frame = FRAME_KEYED },
  { "wrapped", .frame = FRAME_WRAPPED },
  { "arrays", .row = ROW_ARRAY },
  { "scalars", .row = ROW_SCALAR },
  { "unequal-keys", .row = ROW_UNEQUAL },
  { "strings", .row = ROW_STRINGS },
  { "numbers", .row = ROW_NUMBERS },
  { "nested", .row = ROW_NESTED },
  { "escaped", .row = ROW_ESCAPED },
  { "pretty", .row = ROW_PRETTY },
  { "empty-body", .whole = "" },
  { "empty-array", .whole = "[]", .json_only = TRUE },
  { "empty-object", .whole = "{}", .json_only = TRUE },
  { "null", .whole = "null", .json_only = TRUE },
  { "error-200",
    .whole = "{\"result\":\"ERROR\",\"message\":\"La boutique est momentanément indisponible.\"}" },
  { "error-200-success",
    .whole = "{\"success\":false,\"result\":\"Accès refusé à cette liste.\"}" },
  { "bom", .prefix = "\xef\xbb\xbf" },
  { "windows-1252", .charset = "WINDOWS-1252" },
  { "php-warning", .prefix = PHP_WARNING },
  { "blank-lines", .prefix = "\r\n\n  \n\t\n" },
  { "wrong-type", .type = TYPE_WRONG },
  { "no-type", .type = TYPE_NONE },
};

static gboolean
is_json_number (const char *text)
{
  const char *p = text;

  p += *p == '-';
  if (*p == '0' && g_ascii_isdigit (p[1]))
    return FALSE;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.')
    {
      p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
    }

  return *p == '\0';
}

static void
append_value (const DemoShape *self, const DemoRow *row, const DemoField *field, GString *out)
{
  const char *value = row->text->str + field->offset;
  gboolean bare = field->kind == DEMO_FIELD_NUMBER || field->kind == DEMO_FIELD_JSON;
  gsize length = field->length;

  if (self->row == ROW_NUMBERS && field->kind == DEMO_FIELD_FIGURE)
    bare = is_json_number (value);
  if (self->row == ROW_STRINGS)
    {
      bare = FALSE;
      if (field->kind == DEMO_FIELD_JSON && strcmp (value, "null") == 0)
        length = 0;
    }
  if (bare)
    g_string_append_len (out, value, length);
  else
    demo_append_json_string (out, value, length, self->row == ROW_ESCAPED);
}

static void
append_member (const DemoShape *self,
               const DemoRow *row,
               const DemoField *field,
               gboolean first,
               GString *out)
{
  if (!first)
    g_string_append_c (out, ',');
  if (self->row == ROW_PRETTY)
    g_string_append (out, "\r\n    ");
  g_string_append_c (out, '"');
  g_string_append (out, field->name);
  g_string_append (out, self->row == ROW_PRETTY ? "\": " : "\":");
  append_value (self, row, field, out);
}

static void
append_object (const DemoShape *self, const DemoRow *row, GString *out)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < row->fields->len; i++)
    append_member (self, row, &g_array_index (row->fields, DemoField, i), i == 0, out);
  g_string_append (out, self->row == ROW_PRETTY ? "\r\n  }" : "}");
}

static void
append_array (const DemoShape *self, const DemoRow *row, GString *out)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < row->fields->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_value (self, row, &g_array_index (row->fields, DemoField, i), out);
    }
  g_string_append_c (out, ']');
}

static void
append_scalar (const DemoShape *self, const DemoRow *row, GString *out)
{
  guint at = 0;

  for (guint i = 0; i < row->fields->len; i++)
    if (strcmp (g_array_index (row->fields, DemoField, i).name, "title") == 0)
      at = i;
  append_value (self, row, &g_array_index (row->fields, DemoField, at), out);
}

/* Of the fields after the first two, every third is missing, another one in each row; odd rows have
 * theirs the other way round, and every fifth has one that no other has. */
static void
append_unequal (const DemoShape *self, const DemoRow *row, guint index, GString *out)
{
  guint n_fields = row->fields->len;

  g_string_append_c (out, '{');
  for (guint i = 0; i < n_fields; i++)
    {
      guint at = index % 2 == 0 || i == 0 ? i : n_fields - i;

      if (at < 2 || (at + index) % 3 != 0)
        append_member (self, row, &g_array_index (row->fields, DemoField, at), i == 0, out);
    }
  if (index % 5 == 4)
    g_string_append_printf (out, ",\"extra%u\":true", index);
  g_string_append_c (out, '}');
}

static void
append_nested (const DemoShape *self, const DemoRow *row, GString *out)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < row->fields->len; i++)
    {
      if (i == 2)
        g_string_append (out, ",\"details\":{");
      append_member (self, row, &g_array_index (row->fields, DemoField, i), i == 0 || i == 2, out);
    }
  g_string_append (out, row->fields->len > 2 ? "}}" : "}");
}

/**
 * demo_shape_find:
 * @name: (nullable): a shape's name, %NULL for the usual one
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: (nullable): the shape, %NULL with @error when there is none of this name
 */
const DemoShape *
demo_shape_find (const char *name, GError **error)
{
  if (name == NULL)
    return &shapes[0];
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].name, name) == 0)
      return &shapes[i];
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no shape “%s”", name);

  return NULL;
}

/**
 * demo_shape_get_name:
 * @index: from 0
 *
 * Returns: (nullable): a shape's name, %NULL after the last
 */
const char *
demo_shape_get_name (guint index)
{
  return index < G_N_ELEMENTS (shapes) ? shapes[index].name : NULL;
}

/**
 * demo_shape_get_content_type:
 * @self: a shape
 * @format: the reply's format
 *
 * Returns: (nullable): the Content-Type, %NULL to send none
 */
const char *
demo_shape_get_content_type (const DemoShape *self, DemoFormat format)
{
  static const char *const right[] = { "application/json; charset=utf-8", "text/csv; charset=utf-8",
                                       "text/html; charset=utf-8" };
  static const char *const unsaid[] = { "application/json", "text/csv", "text/html" };
  static const char *const wrong[]
      = { "text/html; charset=iso-8859-1", "text/html", "application/pdf" };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == TYPE_NONE)
    return NULL;
  if (self->type == TYPE_WRONG)
    return wrong[format];
  return self->charset != NULL ? unsaid[format] : right[format];
}

/**
 * demo_shape_get_whole:
 * @self: a shape
 * @format: the reply's format
 *
 * Returns: (nullable): what the whole reply is, %NULL when it is made of rows
 */
const char *
demo_shape_get_whole (const DemoShape *self, DemoFormat format)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->json_only && format != DEMO_FORMAT_JSON ? NULL : self->whole;
}

/**
 * demo_shape_get_prefix:
 * @self: a shape
 *
 * Returns: what stands before the reply
 */
const char *
demo_shape_get_prefix (const DemoShape *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->prefix != NULL ? self->prefix : "";
}

/**
 * demo_shape_begin:
 * @self: a shape
 * @out: where to
 *
 * Opens a JSON reply.
 */
void
demo_shape_begin (const DemoShape *self, GString *out)
{
  static const char *const openings[] = { "[", "{", "{\"data\":[" };

  g_return_if_fail (self != NULL && out != NULL);

  g_string_append (out, openings[self->frame]);
}

/**
 * demo_shape_add_row:
 * @self: a shape
 * @row: a row of at least two fields
 * @index: which row it is, from 0
 * @out: where to
 *
 * Appends a row to a JSON reply.
 */
void
demo_shape_add_row (const DemoShape *self, const DemoRow *row, guint index, GString *out)
{
  g_return_if_fail (self != NULL && row != NULL && out != NULL);

  if (index > 0)
    g_string_append_c (out, ',');
  if (self->row == ROW_PRETTY)
    g_string_append (out, "\r\n  ");
  if (self->frame == FRAME_KEYED)
    g_string_append_printf (out, "\"%s\":", demo_row_get (row, "id"));
  switch (self->row)
    {
    case ROW_ARRAY:
      append_array (self, row, out);
      break;
    case ROW_SCALAR:
      append_scalar (self, row, out);
      break;
    case ROW_UNEQUAL:
      append_unequal (self, row, index, out);
      break;
    case ROW_NESTED:
      append_nested (self, row, out);
      break;
    case ROW_USUAL:
    case ROW_STRINGS:
    case ROW_NUMBERS:
    case ROW_ESCAPED:
    case ROW_PRETTY:
    default:
      append_object (self, row, out);
      break;
    }
}

/**
 * demo_shape_end:
 * @self: a shape
 * @out: where to
 *
 * Closes a JSON reply.
 */
void
demo_shape_end (const DemoShape *self, GString *out)
{
  static const char *const closings[] = { "]", "}", "]}" };

  g_return_if_fail (self != NULL && out != NULL);

  g_string_append (out, closings[self->frame]);
}

/**
 * demo_shape_encode:
 * @self: a shape
 * @text: (transfer full): whole lines or rows of a reply, UTF-8
 *
 * Returns: (transfer full): the bytes they are sent as
 */
GBytes *
demo_shape_encode (const DemoShape *self, GString *text)
{
  gsize written;
  char *encoded;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (self->charset == NULL)
    return g_string_free_to_bytes (text);
  encoded = g_convert_with_fallback (text->str, text->len, self->charset, "UTF-8", "?", NULL,
                                     &written, NULL);
  g_string_free (text, TRUE);

  return encoded != NULL ? g_bytes_new_take (encoded, written) : g_bytes_new (NULL, 0);
}
