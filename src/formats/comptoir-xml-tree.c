/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A level of the tree of an XML file at a time, found by where its parent begins: the file may be
 * hundreds of MB and mapped, and libxml2 doesn't tell dependably at which byte an element begins
 * (xmlTextReaderByteConsumed() counts what is read ahead, after conversion). */

#include "comptoir-saft.h"

#include "comptoir-table-reader.h"
#include "comptoir-xml-scan.h"
#include "comptoir-xml-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More of an element's text isn't kept. */
#define MAX_TEXT        65536
#define CHECK_EVERY     16384
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct
{
  ComptoirXmlScan scan;
  ComptoirXmlToken token;
  char *encoding;
  GCancellable *cancellable;
  guint n_tokens;

  GPtrArray *nodes;
  ComptoirXmlNode *node; /* the one being read */
  GString *text;         /* of it */
  guint64 depth;         /* 0 beside the nodes, 1 in one */
} Tree;

static void
tree_clear (Tree *self)
{
  g_free (self->encoding);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, tree_clear)

static void
node_free (gpointer data)
{
  ComptoirXmlNode *node = data;

  g_free (node->name);
  g_free (node->text);
  g_free (node);
}

static gboolean
fail (ComptoirFormatError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, code, sentence);
  return FALSE;
}

static gboolean
next (Tree *self, GError **error)
{
  g_autofree char *offset = NULL;

  if (self->n_tokens++ % CHECK_EVERY == 0
      && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  comptoir_xml_scan_next (&self->scan, &self->token);
  switch (self->token.kind)
    {
    case COMPTOIR_XML_DOCTYPE:
      return fail (COMPTOIR_FORMAT_ERROR_MALFORMED,
                   _ ("The file defines a document type or entities of its own; for safety, "
                      "such files aren’t read."),
                   error);
    case COMPTOIR_XML_BROKEN:
      offset = g_strdup_printf ("%" G_GSIZE_FORMAT, self->token.start);
      g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED,
                   _ ("The tree can’t be read beyond byte %s."), offset);
      return FALSE;
    case COMPTOIR_XML_END:
      return fail (COMPTOIR_FORMAT_ERROR_TRUNCATED, _ ("The file breaks off."), error);
    default:
      return TRUE;
    }
}

static void
begin_node (Tree *self)
{
  const char *colon = memchr (self->token.text, ':', self->token.length);
  gsize prefix = colon != NULL ? (gsize) (colon - self->token.text) + 1 : 0;
  g_autoptr (GString) name = g_string_new (NULL);

  comptoir_xml_text_append (name, self->token.text + prefix, self->token.length - prefix,
                            self->encoding);
  self->node = g_new0 (ComptoirXmlNode, 1);
  self->node->name = g_strdup (name->str);
  self->node->offset = self->token.start + 1;
  g_string_truncate (self->text, 0);
  g_ptr_array_add (self->nodes, self->node);
}

static void
end_node (Tree *self)
{
  if (self->node->n_children == 0)
    self->node->text = g_strstrip (g_strdup (self->text->str));
  self->node = NULL;
}

static void
add_text (Tree *self)
{
  gsize length = MIN (self->token.length, MAX_TEXT);

  if (self->depth != 1 || self->node->n_children > 0 || self->text->len >= MAX_TEXT)
    return;
  if (self->token.kind == COMPTOIR_XML_CDATA)
    comptoir_xml_text_append (self->text, self->token.text, length, self->encoding);
  else
    comptoir_xml_text_append_references (self->text, self->token.text, length, self->encoding);
  if (self->text->len >= MAX_TEXT || length < self->token.length)
    g_string_append (self->text, "…");
}

/* Reads to the end of @max nodes or of what they stand in; @depth counts only, so that no depth of
 * nesting costs memory. */
static gboolean
read_nodes (Tree *self, guint max, GError **error)
{
  while (self->nodes->len < max || self->node != NULL)
    {
      if (!next (self, error))
        return FALSE;
      switch (self->token.kind)
        {
        case COMPTOIR_XML_OPEN:
        case COMPTOIR_XML_EMPTY:
          if (self->depth == 0)
            begin_node (self);
          else if (self->depth == 1)
            self->node->n_children++;
          self->depth++;
          if (self->token.kind == COMPTOIR_XML_OPEN)
            break;
          G_GNUC_FALLTHROUGH;
        case COMPTOIR_XML_CLOSE:
          if (self->depth == 0)
            return TRUE;
          if (--self->depth == 0)
            end_node (self);
          break;
        case COMPTOIR_XML_TEXT:
        case COMPTOIR_XML_CDATA:
          add_text (self);
          break;
        default:
          break;
        }
    }
  return TRUE;
}

/* On the tag of the element whose children are wanted; @open is %FALSE when it can't have any. */
static gboolean
enter (Tree *self, guint64 offset, gboolean *open, GError **error)
{
  *open = FALSE;
  if (offset >= self->scan.length || self->scan.data[offset - 1] != '<')
    return fail (COMPTOIR_FORMAT_ERROR_MALFORMED, _ ("No element begins there."), error);
  self->scan.position = offset - 1;
  if (!next (self, error))
    return FALSE;
  if (self->token.kind != COMPTOIR_XML_OPEN && self->token.kind != COMPTOIR_XML_EMPTY)
    return fail (COMPTOIR_FORMAT_ERROR_MALFORMED, _ ("No element begins there."), error);
  *open = self->token.kind == COMPTOIR_XML_OPEN;
  return TRUE;
}

/**
 * comptoir_xml_read_children:
 * @bytes: an XML file, as it came
 * @offset: the offset of a ComptoirXmlNode of the same file, or 0 for the root element
 * @max: as many children at most
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %COMPTOIR_FORMAT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * The file isn't checked for being well-formed, as comptoir_saft_read() does. Takes time in
 * proportion to the size of the children read, for the root the whole file; call it on a worker
 * thread. Texts are kept up to 64 KiB.
 *
 * Returns: (transfer full) (nullable) (element-type ComptoirXmlNode): the children; for 0 the root
 *   element alone
 */
GPtrArray *
comptoir_xml_read_children (GBytes *bytes,
                            guint64 offset,
                            guint max,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (Tree) self = { .cancellable = cancellable };
  gboolean open = TRUE;

  g_return_val_if_fail (bytes != NULL, NULL);

  self.scan.data = g_bytes_get_data (bytes, &self.scan.length);
  self.text = g_string_new (NULL);
  self.nodes = g_ptr_array_new_with_free_func (node_free);
  self.encoding = comptoir_xml_text_find_encoding (self.scan.data, self.scan.length);
  if (!comptoir_xml_text_extends_ascii (self.encoding))
    {
      g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                   _ ("The tree of a file in the encoding “%s” can’t be shown."), self.encoding);
      return NULL;
    }
  if (offset > 0 && !enter (&self, offset, &open, error))
    return NULL;
  if (offset == 0 && self.scan.length >= 3 && memcmp (self.scan.data, BYTE_ORDER_MARK, 3) == 0)
    self.scan.position = 3;
  if (open && !read_nodes (&self, offset == 0 ? 1 : max, error))
    return NULL;
  return g_steal_pointer (&self.nodes);
}
