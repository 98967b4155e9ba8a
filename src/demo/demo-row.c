/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-row.h"

/* The longest there is: a sign, the 19 digits of a gint64, a point and a NUL. */
#define FIGURE_SIZE 24

/* Writes @value / 10^@decimals at the end of @buffer and says where it begins. A reply of 100,000
 * items holds three million figures, for which printf() takes a third of the time. */
static char *
format_figure (char buffer[FIGURE_SIZE], gint64 value, guint decimals)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  char *p = buffer + FIGURE_SIZE - 1;

  *p = '\0';
  for (guint n_digits = 0; size > 0 || n_digits <= decimals; n_digits++, size /= 10)
    {
      if (n_digits == decimals && decimals > 0)
        *--p = '.';
      *--p = '0' + size % 10;
    }
  if (value < 0)
    *--p = '-';

  return p;
}

static void
append_unicode_escapes (GString *out, gunichar character)
{
  if (character >= 0x10000)
    {
      g_string_append_printf (out, "\\u%04x", 0xd7c0 + (character >> 10));
      character = 0xdc00 + (character & 0x3ff);
    }
  g_string_append_printf (out, "\\u%04x", character);
}

/**
 * demo_row_new:
 *
 * Returns: (transfer full): a row without fields
 */
DemoRow *
demo_row_new (void)
{
  DemoRow *self = g_new0 (DemoRow, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (DemoField));
  self->text = g_string_sized_new (1024);

  return self;
}

/**
 * demo_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
demo_row_free (DemoRow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->fields);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * demo_row_clear:
 * @self: a row
 *
 * Takes all fields out, to fill it again.
 */
void
demo_row_clear (DemoRow *self)
{
  g_array_set_size (self->fields, 0);
  g_string_truncate (self->text, 0);
}

/**
 * demo_row_add:
 * @self: a row
 * @kind: how @value is written
 * @name: (not nullable): the field's name, which must stay valid
 * @value: (nullable): its value; a text that is missing is an empty one
 */
void
demo_row_add (DemoRow *self, DemoFieldKind kind, const char *name, const char *value)
{
  DemoField field = { name, kind, self->text->len, value != NULL ? strlen (value) : 0 };

  /* With its NUL, so that a value can be handed out as it lies there. */
  g_string_append_len (self->text, value != NULL ? value : "", field.length + 1);
  g_array_append_val (self->fields, field);
}

/**
 * demo_row_add_int:
 * @self: a row
 * @name: the field's name
 * @value: a whole number, written as a string
 */
void
demo_row_add_int (DemoRow *self, const char *name, gint64 value)
{
  char buffer[FIGURE_SIZE];

  demo_row_add (self, DEMO_FIELD_FIGURE, name, format_figure (buffer, value, 0));
}

/**
 * demo_row_add_number:
 * @self: a row
 * @name: the field's name
 * @value: a whole number, written as a number
 */
void
demo_row_add_number (DemoRow *self, const char *name, gint64 value)
{
  char buffer[FIGURE_SIZE];

  demo_row_add (self, DEMO_FIELD_NUMBER, name, format_figure (buffer, value, 0));
}

/**
 * demo_row_add_money:
 * @self: a row
 * @name: the field's name
 * @cents: an amount, written as a string with two decimals
 */
void
demo_row_add_money (DemoRow *self, const char *name, gint64 cents)
{
  char buffer[FIGURE_SIZE];

  demo_row_add (self, DEMO_FIELD_FIGURE, name, format_figure (buffer, cents, 2));
}

/**
 * demo_row_add_thousandths:
 * @self: a row
 * @name: the field's name
 * @value: in thousandths, written as a string with as many decimals as it needs
 */
void
demo_row_add_thousandths (DemoRow *self, const char *name, gint64 value)
{
  char buffer[FIGURE_SIZE];
  char *end = buffer + FIGURE_SIZE - 1;
  char *text;

  text = format_figure (buffer, value, 3);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  demo_row_add (self, DEMO_FIELD_FIGURE, name, text);
}

/**
 * demo_row_add_degrees:
 * @self: a row
 * @name: the field's name
 * @value: a latitude or longitude, written as a string with five decimals
 */
void
demo_row_add_degrees (DemoRow *self, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.5f", value);
  demo_row_add (self, DEMO_FIELD_FIGURE, name, text);
}

/**
 * demo_row_get:
 * @self: a row
 * @name: a field's name
 *
 * Returns: (nullable): the field's value, %NULL when the row has no such field
 */
const char *
demo_row_get (const DemoRow *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DemoField *field = &g_array_index (self->fields, DemoField, i);

      if (strcmp (field->name, name) == 0)
        return self->text->str + field->offset;
    }

  return NULL;
}

/**
 * demo_append_json_string:
 * @out: where to
 * @text: valid UTF-8
 * @length: its length in bytes
 * @ascii: whether to write all but ASCII as \u escapes, as PHP does unless told otherwise
 *
 * Appends a JSON string in quotes. The slash is escaped, as PHP does.
 */
void
demo_append_json_string (GString *out, const char *text, gsize length, gboolean ascii)
{
  const char *end = text + length;
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    {
      guchar c = *p;

      if (c >= 0x20 && c != '"' && c != '\\' && c != '/' && (c < 0x80 || !ascii))
        continue;
      g_string_append_len (out, start, p - start);
      if (c >= 0x80)
        {
          append_unicode_escapes (out, g_utf8_get_char (p));
          p = g_utf8_next_char (p) - 1;
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c < 0x20)
        append_unicode_escapes (out, c);
      else
        g_string_append_printf (out, "\\%c", c);
      start = p + 1;
    }
  g_string_append_len (out, start, end - start);
  g_string_append_c (out, '"');
}

/**
 * demo_append_html:
 * @out: where to
 * @text: text
 * @length: its length in bytes
 *
 * Appends text as HTML shows it.
 */
void
demo_append_html (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

/**
 * demo_append_money:
 * @out: where to
 * @cents: an amount
 *
 * Appends it with two decimals and a point.
 */
void
demo_append_money (GString *out, gint64 cents)
{
  char buffer[FIGURE_SIZE];

  g_string_append (out, format_figure (buffer, cents, 2));
}
