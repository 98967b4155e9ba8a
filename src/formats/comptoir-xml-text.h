/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *comptoir_xml_text_find_encoding (const char *data, gsize length);
gboolean comptoir_xml_text_extends_ascii (const char *encoding);
void
comptoir_xml_text_append (GString *string, const char *text, gsize length, const char *encoding);
void comptoir_xml_text_append_references (GString *string,
                                          const char *text,
                                          gsize length,
                                          const char *encoding);

G_END_DECLS
