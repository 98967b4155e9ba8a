/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table.h"

G_BEGIN_DECLS

/* The sheets of an xlsx workbook. */
GPtrArray *comptoir_xlsx_list_sheets (GBytes *bytes,
                                      GError **error); /* (element-type utf8): titles, in order */

/* One sheet as a table, columns "A", "B", …; at most 100,000 rows. Formulas by their kept value. */
ComptoirTable *comptoir_xlsx_read_sheet (GBytes *bytes, guint sheet, GError **error);

G_END_DECLS
