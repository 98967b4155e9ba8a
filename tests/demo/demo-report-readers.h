/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <libxml/tree.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Readers of the reports that share nothing with their writers. A table is a GPtrArray of rows, a
 * row a GStrv of cells; titled tables are a GHashTable of such arrays. */

GHashTable *demo_readers_read_html (GBytes *bytes);
GHashTable *demo_readers_read_xlsx (GBytes *bytes);
GHashTable *demo_readers_read_pdf (GBytes *bytes);
GPtrArray *demo_readers_split (GBytes *bytes, char separator, gboolean quotes);
GHashTable *demo_readers_unzip (GBytes *bytes); /* GBytes by name */
xmlDoc *demo_readers_parse_xml (GBytes *bytes);
GPtrArray *demo_readers_find (xmlDoc *document, xmlNode *node, const char *path); /* xmlNode */
char *demo_readers_find_text (xmlDoc *document, xmlNode *node, const char *path);
gint64 demo_readers_find_cents (xmlDoc *document, xmlNode *node, const char *path);
gint64 demo_readers_cents (const char *text);
guint demo_readers_column (GPtrArray *rows, const char *title);

G_END_DECLS
