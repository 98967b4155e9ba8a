/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xml-reader.h"

#include "comptoir-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ComptoirXmlReader
{
  xmlTextReader *reader;
  ComptoirXmlReadFunc read;
  gpointer user_data;
  GError *error; /* of @read */
  int code;      /* libxml2's first error, 0 for none */
  int line;
};

static int
read_more (void *context, char *buffer, int length)
{
  ComptoirXmlReader *self = context;
  gssize n;

  if (self->error != NULL || length < 0)
    return -1;
  n = self->read (self->user_data, buffer, length, &self->error);
  return (int) n;
}

static int
close_input (void *context)
{
  return 0;
}

/* Keeps libxml2 from writing to stderr too. */
static void
on_error (void *user_data, xmlError *error)
{
  ComptoirXmlReader *self = user_data;

  if (self->code != XML_ERR_OK || error->level < XML_ERR_ERROR
      || error->domain == XML_FROM_NAMESPACE)
    return;
  self->code = error->code;
  self->line = error->line;
}

static gboolean
is_truncation (int code)
{
  return code == XML_ERR_DOCUMENT_END || code == XML_ERR_TAG_NOT_FINISHED
         || code == XML_ERR_DOCUMENT_EMPTY || code == XML_ERR_GT_REQUIRED;
}

/* It isn't an entity of this file's own that is refused, but the means to have any. */
static gboolean
refuse_document_type (GError **error)
{
  g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED,
                       _ ("The file defines a document type or entities of its own; for safety, "
                          "such files aren’t read."));
  return FALSE;
}

static gboolean
fail (ComptoirXmlReader *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->line <= 0)
    self->line = xmlTextReaderGetParserLineNumber (self->reader);
  if (self->code == XML_ERR_INTERNAL_ERROR || self->code == XML_ERR_NAME_TOO_LONG)
    g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_DEEP,
                 _ ("The file is nested too deep, or something in it is too long, at line %d."),
                 self->line);
  else if (is_truncation (self->code))
    g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TRUNCATED,
                 _ ("The file breaks off at line %d."), self->line);
  else
    g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED,
                 _ ("The file can’t be read beyond line %d: it isn’t well-formed XML there."),
                 self->line);
  return FALSE;
}

/**
 * comptoir_xml_reader_new:
 * @read: (scope notified): where the bytes come from
 * @user_data: for @read, outlives the reader
 * @encoding: (nullable): the encoding to read them in, whatever the file says
 *
 * Returns: (transfer full) (nullable): a reader before the first node; %NULL when @encoding isn't
 *   known
 */
ComptoirXmlReader *
comptoir_xml_reader_new (ComptoirXmlReadFunc read, gpointer user_data, const char *encoding)
{
  ComptoirXmlReader *self;

  g_return_val_if_fail (read != NULL, NULL);

  xmlInitParser ();
  self = g_new0 (ComptoirXmlReader, 1);
  self->read = read;
  self->user_data = user_data;
  self->reader = xmlReaderForIO (read_more, close_input, self, NULL, encoding,
                                 XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (self->reader == NULL)
    {
      g_free (self);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) on_error, self);
  return self;
}

/**
 * comptoir_xml_reader_next:
 * @self: a reader
 * @error: return location for a %COMPTOIR_FORMAT_ERROR, or the error of the bytes' source
 *
 * Returns: whether there is another node; %FALSE with @error unset at the end
 */
gboolean
comptoir_xml_reader_next (ComptoirXmlReader *self, GError **error)
{
  int more, type;

  g_return_val_if_fail (self != NULL, FALSE);

  more = xmlTextReaderRead (self->reader);
  if (more < 0 || self->error != NULL || self->code != XML_ERR_OK)
    return fail (self, error);
  if (more == 0)
    return FALSE;
  type = xmlTextReaderNodeType (self->reader);
  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    return refuse_document_type (error);
  return TRUE;
}

/**
 * comptoir_xml_reader_is_misencoded:
 * @self: a reader that failed
 *
 * Returns: whether it failed over bytes that aren't of the encoding the file declares
 */
gboolean
comptoir_xml_reader_is_misencoded (ComptoirXmlReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->code == XML_ERR_INVALID_CHAR || self->code == XML_ERR_INVALID_ENCODING
         || self->code == XML_ERR_UNKNOWN_ENCODING || self->code == XML_ERR_UNSUPPORTED_ENCODING
         || self->code == XML_I18N_CONV_FAILED;
}

/**
 * comptoir_xml_reader_get_node_type:
 * @self: a reader on a node
 *
 * Returns: an xmlReaderTypes
 */
int
comptoir_xml_reader_get_node_type (ComptoirXmlReader *self)
{
  g_return_val_if_fail (self != NULL, XML_READER_TYPE_NONE);

  return xmlTextReaderNodeType (self->reader);
}

/**
 * comptoir_xml_reader_get_depth:
 * @self: a reader on a node
 *
 * Returns: the number of elements it stands in
 */
guint
comptoir_xml_reader_get_depth (ComptoirXmlReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (xmlTextReaderDepth (self->reader), 0);
}

/**
 * comptoir_xml_reader_is_empty:
 * @self: a reader on the start of an element
 *
 * Returns: whether it is written as an empty one, whose end doesn't follow
 */
gboolean
comptoir_xml_reader_is_empty (ComptoirXmlReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/**
 * comptoir_xml_reader_get_name:
 * @self: a reader on an element
 *
 * Returns: its name without a prefix
 */
const char *
comptoir_xml_reader_get_name (ComptoirXmlReader *self)
{
  const xmlChar *name;

  g_return_val_if_fail (self != NULL, "");

  name = xmlTextReaderConstLocalName (self->reader);
  return name != NULL ? (const char *) name : "";
}

/**
 * comptoir_xml_reader_get_namespace:
 * @self: a reader on an element
 *
 * Returns: (nullable): its namespace
 */
const char *
comptoir_xml_reader_get_namespace (ComptoirXmlReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *) xmlTextReaderConstNamespaceUri (self->reader);
}

/**
 * comptoir_xml_reader_get_text:
 * @self: a reader on a text
 *
 * Returns: the text
 */
const char *
comptoir_xml_reader_get_text (ComptoirXmlReader *self)
{
  const xmlChar *text;

  g_return_val_if_fail (self != NULL, "");

  text = xmlTextReaderConstValue (self->reader);
  return text != NULL ? (const char *) text : "";
}

/**
 * comptoir_xml_reader_dup_attribute:
 * @self: a reader on an element
 * @local_name: an attribute's name without its prefix
 *
 * Returns: (transfer full) (nullable): its value, %NULL when the element doesn't have it
 */
char *
comptoir_xml_reader_dup_attribute (ComptoirXmlReader *self, const char *local_name)
{
  char *value = NULL;

  g_return_val_if_fail (self != NULL && local_name != NULL, NULL);

  while (value == NULL && xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    if (strcmp (comptoir_xml_reader_get_name (self), local_name) == 0)
      value = g_strdup (comptoir_xml_reader_get_text (self));
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/**
 * comptoir_xml_reader_free:
 * @self: (transfer full): a reader
 */
void
comptoir_xml_reader_free (ComptoirXmlReader *self)
{
  g_return_if_fail (self != NULL);

  xmlFreeTextReader (self->reader);
  g_clear_error (&self->error);
  g_free (self);
}
