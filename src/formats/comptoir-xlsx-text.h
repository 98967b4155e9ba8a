/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-xml-reader.h"

G_BEGIN_DECLS

/* Collects the text of the elements that hold a cell's: v, and t but for that of a reading aid. */
typedef struct
{
  GString *text;
  gboolean capturing;
  guint aside; /* depth + 1 of the reading aid (rPh) it is in, 0 outside */
} ComptoirXlsxText;

void comptoir_xlsx_text_take (ComptoirXlsxText *self, ComptoirXmlReader *reader);
void comptoir_xlsx_text_unescape (GString *text);

/* The texts that cells share, in the order of their numbers. */
typedef struct _ComptoirXlsxStrings ComptoirXlsxStrings;

ComptoirXlsxStrings *comptoir_xlsx_strings_read (GBytes *bytes, const char *part, GError **error);
gboolean comptoir_xlsx_strings_get (ComptoirXlsxStrings *self,
                                    guint64 number,
                                    const char **text,
                                    gsize *length);
void comptoir_xlsx_strings_free (ComptoirXlsxStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirXlsxStrings, comptoir_xlsx_strings_free)

G_END_DECLS
