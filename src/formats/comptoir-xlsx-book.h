/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ComptoirXlsxBook:
 * @titles: (element-type utf8): of the sheets, in their order
 * @parts: (element-type utf8): the part each sheet stands in
 * @strings: (nullable): the part with the texts that cells share
 *
 * What a workbook consists of.
 */
typedef struct
{
  GPtrArray *titles;
  GPtrArray *parts;
  char *strings;
} ComptoirXlsxBook;

ComptoirXlsxBook *comptoir_xlsx_book_read (GBytes *bytes, GError **error);
void comptoir_xlsx_book_free (ComptoirXlsxBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirXlsxBook, comptoir_xlsx_book_free)

G_END_DECLS
