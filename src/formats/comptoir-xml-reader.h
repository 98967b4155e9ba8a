/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* Reads up to @length bytes; 0 at the end, -1 on failure with @error set. */
typedef gssize (*ComptoirXmlReadFunc) (gpointer user_data,
                                       char *buffer,
                                       gsize length,
                                       GError **error);

/* A stream of XML from nobody one trusts: no document type, no entity of its own, no network; its
 * memory doesn't grow with the file. Use it on one thread at a time. */
typedef struct _ComptoirXmlReader ComptoirXmlReader;

ComptoirXmlReader *
comptoir_xml_reader_new (ComptoirXmlReadFunc read, gpointer user_data, const char *encoding);
gboolean comptoir_xml_reader_next (ComptoirXmlReader *self, GError **error);
gboolean comptoir_xml_reader_is_misencoded (ComptoirXmlReader *self);
int comptoir_xml_reader_get_node_type (ComptoirXmlReader *self); /* xmlReaderTypes */
guint comptoir_xml_reader_get_depth (ComptoirXmlReader *self);   /* of the root: 0 */
gboolean comptoir_xml_reader_is_empty (ComptoirXmlReader *self);
const char *comptoir_xml_reader_get_name (ComptoirXmlReader *self); /* the local name */
const char *comptoir_xml_reader_get_namespace (ComptoirXmlReader *self);
const char *comptoir_xml_reader_get_text (ComptoirXmlReader *self);
char *comptoir_xml_reader_dup_attribute (ComptoirXmlReader *self, const char *local_name);
void comptoir_xml_reader_free (ComptoirXmlReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirXmlReader, comptoir_xml_reader_free)

G_END_DECLS
