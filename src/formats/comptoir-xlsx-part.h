/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-xml-reader.h"

G_BEGIN_DECLS

/* One file of a workbook, which is a zip archive, decoded as it is read and never beyond 256 MB. */
typedef struct _ComptoirXlsxPart ComptoirXlsxPart;

ComptoirXlsxPart *comptoir_xlsx_part_open (GBytes *bytes, const char *name, GError **error);
ComptoirXmlReader *comptoir_xlsx_part_get_reader (ComptoirXlsxPart *self);
void comptoir_xlsx_part_free (ComptoirXlsxPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirXlsxPart, comptoir_xlsx_part_free)

G_END_DECLS
