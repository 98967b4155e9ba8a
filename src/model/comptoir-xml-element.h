/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_XML_ELEMENT (comptoir_xml_element_get_type ())

/* An element of an XML file, for showing as a tree of which only the opened levels are read. */
G_DECLARE_FINAL_TYPE (ComptoirXmlElement, comptoir_xml_element, COMPTOIR, XML_ELEMENT, GObject)

/* The root element of a file, as a list of one. */
GListModel *comptoir_xml_element_read_root (GBytes *bytes);

const char *comptoir_xml_element_get_name (ComptoirXmlElement *self);
const char *comptoir_xml_element_get_text (
    ComptoirXmlElement *self); /* (nullable): it has elements inside instead */
guint comptoir_xml_element_get_n_children (ComptoirXmlElement *self);
GListModel *comptoir_xml_element_read_children (ComptoirXmlElement *self);

G_END_DECLS
