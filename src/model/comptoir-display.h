/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-shop.h"

G_BEGIN_DECLS

/* Cells as a person reads them: numbers and money by the locale and the shop's currency, dates
 * readable in the shop's time zone, yes/no in words, references by title, nested values in short.
 */
char *comptoir_display_cell (ComptoirShop *shop, /* (nullable) */
                             ComptoirTable *table,
                             guint row,
                             guint column);
char *comptoir_display_value (ComptoirShop *shop,
                              ComptoirColumnType type,
                              const char *reference,
                              const char *text);
gboolean comptoir_display_is_sheet_number (ComptoirTable *table, ComptoirCellKind kind);
gboolean comptoir_display_is_numeric (ComptoirColumnType type);
char *comptoir_display_age (GDateTime *then); /* "just now", "5 minutes ago", "today at 08:12" … */

/* A row's own name: its title, or what it has of a name. */
char *comptoir_display_row_title (ComptoirShop *shop, ComptoirTable *table, guint row);

/* The columns of a table in the order to show them: known fields by rank, unknown ones after. */
GArray *comptoir_display_order_columns (ComptoirTable *table); /* (element-type guint) */

/* The shop's time zone, or the system's. */
GTimeZone *comptoir_display_dup_zone (ComptoirShop *shop); /* (nullable) */

G_END_DECLS
