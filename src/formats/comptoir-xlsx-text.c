/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xlsx-text.h"

#include "comptoir-xlsx-part.h"

#include <string.h>

#define ESCAPE_LENGTH 7 /* _x000D_ */

struct _ComptoirXlsxStrings
{
  GString *text;
  GArray *ends; /* of each in @text: guint32 */
};

static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/**
 * comptoir_xlsx_text_take:
 * @self: where texts are collected
 * @reader: a reader on some node of a cell or a shared text
 */
void
comptoir_xlsx_text_take (ComptoirXlsxText *self, ComptoirXmlReader *reader)
{
  int type = comptoir_xml_reader_get_node_type (reader);
  const char *name = comptoir_xml_reader_get_name (reader);
  guint depth = comptoir_xml_reader_get_depth (reader);

  switch (type)
    {
    case XML_READER_TYPE_ELEMENT:
      if (comptoir_xml_reader_is_empty (reader))
        break;
      if (strcmp (name, "rPh") == 0 && self->aside == 0)
        self->aside = depth + 1;
      self->capturing = self->aside == 0 && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      if (self->aside == depth + 1)
        self->aside = 0;
      self->capturing = FALSE;
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (self->capturing)
        g_string_append (self->text, comptoir_xml_reader_get_text (reader));
      break;
    default:
      break;
    }
}

/**
 * comptoir_xlsx_text_unescape:
 * @text: a cell's text
 *
 * Resolves what XML can't hold and Excel writes as _x000D_ (ECMA-376-1 §22.9.2.19).
 */
void
comptoir_xlsx_text_unescape (GString *text)
{
  g_autoptr (GString) plain = NULL;
  const char *p, *escape;

  g_return_if_fail (text != NULL);

  if (strstr (text->str, "_x") == NULL)
    return;
  plain = g_string_sized_new (text->len);
  for (p = text->str; (escape = strstr (p, "_x")) != NULL;)
    {
      gunichar c = 0;

      g_string_append_len (plain, p, escape - p);
      if (is_escape (escape))
        c = g_ascii_strtoull (escape + 2, NULL, 16);
      if (c != 0 && g_unichar_validate (c))
        {
          g_string_append_unichar (plain, c);
          p = escape + ESCAPE_LENGTH;
        }
      else
        {
          g_string_append_c (plain, '_');
          p = escape + 1;
        }
    }
  g_string_append (plain, p);
  g_string_assign (text, plain->str);
}

/**
 * comptoir_xlsx_strings_read:
 * @bytes: a workbook
 * @part: (nullable): the part that holds its shared texts; %NULL when it has none
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): the texts
 */
ComptoirXlsxStrings *
comptoir_xlsx_strings_read (GBytes *bytes, const char *part, GError **error)
{
  g_autoptr (ComptoirXlsxStrings) self = g_new0 (ComptoirXlsxStrings, 1);
  g_autoptr (ComptoirXlsxPart) stream = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  ComptoirXlsxText collected = { .text = text };
  ComptoirXmlReader *reader;
  GError *failure = NULL;

  self->text = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (part == NULL)
    return g_steal_pointer (&self);
  stream = comptoir_xlsx_part_open (bytes, part, error);
  if (stream == NULL)
    return NULL;
  reader = comptoir_xlsx_part_get_reader (stream);
  while (comptoir_xml_reader_next (reader, &failure))
    {
      int type = comptoir_xml_reader_get_node_type (reader);
      guint32 end;

      comptoir_xlsx_text_take (&collected, reader);
      if (strcmp (comptoir_xml_reader_get_name (reader), "si") == 0
          && (type == XML_READER_TYPE_END_ELEMENT || comptoir_xml_reader_is_empty (reader)))
        {
          comptoir_xlsx_text_unescape (text);
          g_string_append_len (self->text, text->str, text->len);
          end = self->text->len;
          g_array_append_val (self->ends, end);
          g_string_truncate (text, 0);
        }
    }
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, failure);
  return NULL;
}

/**
 * comptoir_xlsx_strings_get:
 * @self: shared texts
 * @number: the number of one, from 0
 * @text: (out) (transfer none): the text, not NUL-terminated
 * @length: (out): its length in bytes
 *
 * Returns: whether there is one of that number
 */
gboolean
comptoir_xlsx_strings_get (ComptoirXlsxStrings *self,
                           guint64 number,
                           const char **text,
                           gsize *length)
{
  gsize start;

  g_return_val_if_fail (self != NULL, FALSE);

  if (number >= self->ends->len)
    return FALSE;
  start = number > 0 ? g_array_index (self->ends, guint32, number - 1) : 0;
  *text = self->text->str + start;
  *length = g_array_index (self->ends, guint32, number) - start;
  return TRUE;
}

/**
 * comptoir_xlsx_strings_free:
 * @self: (transfer full): shared texts
 */
void
comptoir_xlsx_strings_free (ComptoirXlsxStrings *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}
